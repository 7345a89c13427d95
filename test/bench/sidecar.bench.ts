/*
 * The sidecar of 10,000 annotations: read against `js-yaml` and `yaml`, and one edit made text against parse and stringify. Targets in perf.md: read at
 * least as fast as `js-yaml`, an edit at least 100 times faster than the ordinary way.
 */
import { load } from 'js-yaml';
import { parse, parseDocument } from 'yaml';
import { applyToSidecar } from '../../src/core/sidecar/patch';
import { readSidecar, sidecarText } from '../../src/core/sidecar/read';
import { installed, report } from './report';
import { largeSidecar } from './sidecarText';
import type { Measured } from './table';

function sidecarBench(count = 10_000, runs = 7): Measured[] {
  const text = largeSidecar(count);
  const read = median(runs, () => {
    const sidecar = readSidecar(text);
    return sidecar.set.annotations.length + sidecar.problems.length;
  });
  const jsYaml = median(runs, () => load(text));
  const yaml = median(Math.min(runs, 3), () => parse(text));
  const sidecar = readSidecar(text);
  const middle = sidecar.set.annotations[count >> 1];
  if (!middle) return [];
  const change = { kind: 'annotation' as const, id: middle.id, before: middle };
  let turn = 0;
  const edit = median(runs * 4, () =>
    sidecarText(
      applyToSidecar(sidecar, { label: 'Note', changes: [{ ...change, after: { ...middle, note: `note ${turn++}` } }] })
        .sidecar,
    ).charCodeAt(0),
  );
  const added = median(runs * 4, () => {
    const after = { ...middle, id: 'zzzzzz' };
    const changes = [{ kind: 'annotation' as const, id: after.id, after, nextId: middle.id }];
    return sidecarText(applyToSidecar(sidecar, { label: 'Tag', changes }).sidecar).charCodeAt(0);
  });
  const ordinary = median(Math.min(runs, 3), () => {
    const document = parseDocument(text);
    document.setIn(['annotations', count >> 1, 'note'], `note ${turn++}`);
    return document.toString({ lineWidth: 0 });
  });
  const of = `sidecar of ${count.toLocaleString('en')}`;
  return [
    { what: `read a ${of}`, ours: read, peer: jsYaml, peerName: 'js-yaml', unit: 'ms', target: 1 },
    { what: `read a ${of}`, ours: read, peer: yaml, peerName: 'yaml', unit: 'ms' },
    {
      what: `one note changed, ${of} to text`,
      ours: edit,
      peer: ordinary,
      peerName: 'yaml, parse and stringify',
      unit: 'ms',
      target: 0.01,
    },
    {
      what: `one tag added, ${of} to text`,
      ours: added,
      peer: ordinary,
      peerName: 'yaml, parse and stringify',
      unit: 'ms',
      target: 0.01,
    },
  ];
}

function median(runs: number, work: () => unknown): number {
  work();
  const times = Array.from({ length: runs }, () => {
    const begin = performance.now();
    work();
    return performance.now() - begin;
  });
  return times.sort((a, b) => a - b)[runs >> 1] ?? 0;
}

report({
  title: 'The sidecar as YAML',
  peers: [installed('js-yaml'), installed('yaml')],
  lines: sidecarBench(),
});
