/* The page that a run of the measurements writes: the same on every machine, and honest about what was missed. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Measured } from '../../bench/table';
import { speedPage } from '../../run/speedPage';

const page = (...lines: Measured[]) =>
  speedPage([{ title: 'Some work', peers: ['yaml 2.9.1', 'js-yaml 5.5.0'], lines }], '2026-11-29');
const rowOf = (line: Measured) =>
  page(line)
    .split('\n')
    .find((row) => row.startsWith(`| ${line.what} `));

test('a line with a peer is a ratio, and no time of this machine', () => {
  const line = { what: 'read', ours: 41.7, peer: 83.4, peerName: 'js-yaml', unit: 'ms', target: 1 } as const;
  assert.equal(rowOf(line), '| read | js-yaml | 0.50× | ≤ 1× | reached |');
  assert.equal(rowOf({ ...line, ours: 166.8 }), '| read | js-yaml | 2× | ≤ 1× | **missed** |');
});

test('a line without a target only tells', () => {
  assert.equal(rowOf({ what: 'bundle', ours: 131.5, unit: 'KB' }), '| bundle |  | 132 KB |  |  |');
});

test('frames are counted and not divided: the peer may have none that are late', () => {
  const line = { what: 'late', ours: 3, peer: 0, peerName: 'plain page', unit: 'frames', limit: 4 } as const;
  assert.equal(rowOf(line), '| late | plain page | 3 frames | ≤ 4 frames | reached |');
  assert.equal(rowOf({ ...line, ours: 5 }), '| late | plain page | 5 frames | ≤ 4 frames | **missed** |');
});

test('a ratio and a limit are both to be kept', () => {
  const line = { what: 'activation', ours: 40, peer: 20, peerName: 'Markdown', unit: 'ms', limit: 50 } as const;
  assert.equal(rowOf(line), '| activation | Markdown | 40 ms, 2× | ≤ 50 ms | reached |');
  assert.equal(
    rowOf({ ...line, target: 1.5 }),
    '| activation | Markdown | 40 ms, 2× | ≤ 1.50×, ≤ 50 ms | **missed** |',
  );
});

test('a target that nothing was measured against is missed', () => {
  assert.match(rowOf({ what: 'x', ours: 1, unit: 'ms', target: 1 }) ?? '', /missed/);
});

test('the page says when, against whom, and how many targets were reached', () => {
  const line = { what: 'read', ours: 1, peer: 2, peerName: 'yaml', unit: 'ms', target: 1 } as const;
  const text = page(line, { ...line, ours: 3 }, { what: 'bundle', ours: 1, unit: 'KB' });
  assert.match(text, /on 2026-11-29, .*: 1 of 2 targets reached\./);
  assert.match(text, /^## Some work\n\nMeasured against yaml 2\.9\.1, js-yaml 5\.5\.0\.$/m);
});
