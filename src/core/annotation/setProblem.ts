/* What is wrong with an entry of a set, before anyone knows the line that it stands on. */
import type { Problem } from '../problem';

export interface SetProblem extends Pick<Problem, 'code' | 'severity' | 'message'> {
  /** The entry that it is about. */
  readonly id: string;
  /** The field that it is about, and for `attributes` the attribute. */
  readonly field?: readonly string[];
}
