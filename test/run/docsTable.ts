/** Tables of Markdown, as the pages of `docs/` have them. */

/** A table; a line end or a bar inside of a cell does not break it. */
export function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(cell).join(' | ')} |`;
  return [line(heads), line(heads.map(() => '---')), ...rows.map(line)].join('\n');
}

const cell = (text: string) => text.replaceAll('\n', ' ').replaceAll('|', '\\|');

export const code = (text: string) => `\`${text}\``;

/** Words in a row: `a`, `b` and `c`. */
export function listed(words: readonly string[], last = 'and'): string {
  const [end, ...before] = [...words].reverse();
  if (end === undefined) return '';
  return before.length === 0 ? end : `${before.reverse().join(', ')} ${last} ${end}`;
}
