/* What is wrong with a file that a person wrote: said with a place and a sentence, and never thrown. */
import { firstWhere } from './halving';
import * as l10n from './l10n';

export interface Problem {
  /** Stable and kebab-case, e.g. `unknown-reference`; what tests and quick fixes go by. */
  readonly code: string;
  readonly severity: 'error' | 'warning';
  /** One or two whole sentences: what is wrong, and what happens to it. Names no file and no line. */
  readonly message: string;
  /** Both from 1; columns in UTF-16 code units, as VS Code's less one. */
  readonly line: number;
  readonly column: number;
  /** The entry that it is about, where it is about one. */
  readonly id?: string;
}

/** A problem of a value that a path of keys and list positions leads to, before its line is known. */
export interface PathProblem extends Pick<Problem, 'code' | 'severity' | 'message'> {
  readonly path: readonly PropertyKey[];
  /** Whether it is about the key or about the value that stands behind it; the value where it is left out. */
  readonly part?: 'key' | 'value';
}

/** A problem as one line for a terminal or a message: "nato.txt.annotations.yaml, line 41: …". */
export function problemLine(fileName: string, problem: Problem): string {
  return l10n.t('{0}, line {1}: {2}', fileName, problem.line, problem.message);
}

/** Line and column of any offset (UTF-16 units) of a text; a byte order mark takes no column, as in editors. Linear in the text, once. */
export function placesIn(text: string): (offset: number) => Pick<Problem, 'line' | 'column'> {
  const starts = [text.startsWith('\ufeff') ? 1 : 0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return (offset) => {
    const line = Math.max(
      1,
      firstWhere(starts.length, (i) => (starts[i] as number) > offset),
    );
    return { line, column: Math.max(0, offset - (starts[line - 1] as number)) + 1 };
  };
}
