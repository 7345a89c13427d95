/* What is worth saying of an entry of a set that can be read, before anyone knows the line that it stands on. */
import type { Problem } from '../problem';

export interface SetProblem extends Pick<Problem, 'code' | 'message'> {
  /** Never an error: the entry is kept and shown as it is. Information is what is only still to be done. */
  readonly severity: 'warning' | 'information';
  /** The entry that it is about. */
  readonly id: string;
  /** The field that it is about, and for `attributes` the attribute. */
  readonly field?: readonly string[];
}
