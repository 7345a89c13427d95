/* What an editor is told of a text that becomes another one: as little as can be said in whole lines, so that marks and cursors elsewhere stay. */
import type { TextEdit } from '../core/anchor/trackMarks';

/** The one stretch of whole lines in which two texts differ; undefined where they are the same. */
export function changeBetween(before: string, after: string): TextEdit | undefined {
  if (before === after) return undefined;
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  while (start > 0 && before[start - 1] !== '\n') start--;
  let tail = 0;
  while (tail < shorter - start && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  while (tail > 0 && before.at(-1 - tail) !== '\n') tail--;
  return { start, end: before.length - tail, text: after.slice(start, after.length - tail) };
}
