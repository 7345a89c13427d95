/* Where the lines of a canonical text begin, and with that the offset of a line and a column. Without VS Code. */

/** A line and a column, from 0, the column in UTF-16 units. */
export interface Place {
  readonly line: number;
  readonly character: number;
}

export function lineStartsOf(text: string): readonly number[] {
  const lines = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines.push(at + 1);
  return lines;
}

/** UTF-16 units; a place behind a line's end counts as its end. `length`: of the text whose lines they are. */
export function offsetAmong(lines: readonly number[], length: number, { line, character }: Place): number {
  const within = Math.min(Math.max(line, 0), lines.length - 1);
  const start = lines[within] ?? 0;
  const end = within + 1 < lines.length ? (lines[within + 1] ?? 0) - 1 : length;
  return Math.min(start + character, end);
}
