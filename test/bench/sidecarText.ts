/* A large sidecar for the benchmarks: like perf.md's, 10,000 annotations of nine fields in 3.9 MB, arguments among them. */
import type { Annotation } from '../../src/core/annotation/model';
import { applyToSidecar } from '../../src/core/sidecar/patch';
import { newSidecar, sidecarText } from '../../src/core/sidecar/read';

const alphabet = 'abcdefghjkmnpqrstvwxyz23456789';
const words =
  'depth cost harbour council silt tide plan ships the of and those who gain from should carry its nobody has said so yet'.split(
    ' ',
  );

/** The text of a sidecar with so many annotations, always the same one. */
export function largeSidecar(count: number): string {
  let state = 7;
  const random = (below: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  const prose = (length: number): string => {
    let text = '';
    while (text.length < length) text += `${words[random(words.length)]} `;
    return text.slice(0, length);
  };
  const ids = new Set<string>();
  const annotations: Annotation[] = [];
  for (let i = 0; i < count; i++) {
    let id = '';
    do id = alphabet[random(22)] + Array.from({ length: 5 }, () => alphabet[random(30)]).join('');
    while (ids.has(id));
    ids.add(id);
    const start = i * 150;
    annotations.push({
      id,
      tag: ['claim', 'premise', 'evidence'][random(3)] as string,
      spans: [{ quote: prose(100), prefix: prose(32), suffix: prose(32), start, end: start + 100 }],
      note: prose(40),
      by: 'ana',
      at: '2026-11-24T12:00:00Z',
    });
  }
  const { sidecar } = applyToSidecar(newSidecar({ title: 'Harbours' }), {
    label: 'All',
    changes: annotations.map((after) => ({ kind: 'annotation', id: after.id, after })),
  });
  return sidecarText(sidecar);
}
