/* Carries a place over a change of the text, for caret and scroll only: where both texts begin alike it stays, where they end alike it moves along. */

export function carried(offset: number, before: string, after: string): number {
  if (before === after) return offset;
  const limit = Math.min(before.length, after.length);
  let head = 0;
  while (head < limit && before.charCodeAt(head) === after.charCodeAt(head)) head++;
  if (offset <= head) return offset;
  let tail = 0;
  while (
    tail < limit - head &&
    before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)
  )
    tail++;
  if (offset >= before.length - tail) return offset + after.length - before.length;
  return Math.min(offset, after.length - tail);
}
