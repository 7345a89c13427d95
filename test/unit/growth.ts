/*
 * How the time of some work grows with its size: what a test can say of speed on any machine, however busy. Each size is measured several
 * times, in turns, and the least processor time of each counts: other programs and the collector of garbage only ever add to it.
 */
import assert from 'node:assert/strict';

/**
 * Fails where four times the size takes more than about four times as long (16 times, where every part is held against every other).
 * `work` prepares a size, and returns what is measured; `size` is best one that takes some milliseconds.
 */
export function assertLinear(size: number, work: (size: number) => () => unknown): void {
  const small = work(size);
  const large = work(4 * size);
  small();
  let [least, most] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  // A good measurement need not be repeated, and a bad one may be a busy machine's.
  for (let turn = 0; turn < 30; turn++) {
    least = Math.min(least, timeOf(small));
    most = Math.min(most, timeOf(large));
    if (turn > 0 && most < (turn < 6 ? 6 : 9) * least) break;
  }
  assert.ok(most < 9 * least, `${least} µs for ${size}, ${most} µs for ${4 * size}`);
}

/** Of the processor, in microseconds. */
function timeOf(work: () => unknown): number {
  const begin = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(begin);
  return Math.max(1, user + system);
}
