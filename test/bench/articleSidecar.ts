/** Sidecars of any size on a given text, written out by hand in the canonical shape, so that they owe nothing to the code measured. */
import { Random } from '../random';

const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789';
const tags = ['claim', 'claim', 'premise', 'premise', 'premise', 'evidence', 'major-claim', 'assumption'] as const;
const people = ['ana', 'Jörg Ödön', 'M. Lefèvre'];

/** Options of `articleSidecar`. */
export interface SidecarOptions {
  readonly annotations: number;
  readonly seed: number;
  /** Every annotation gets all of its nine fields, as in the sizes that perf.md speaks of; without it, what people usually fill in. */
  readonly full?: boolean;
}

/** A sidecar whose quotes stand in `text` (LF, no BOM), in document order, overlapping here and there, with arguments between them. */
export function articleSidecar(text: string, { annotations, seed, full = false }: SidecarOptions): string {
  const random = new Random(seed);
  const points = Array.from(text);
  const ids = freshIds(annotations * 2, random);
  const starts = Array.from({ length: annotations }, () => random.between(0, points.length - 260)).sort(
    (a, b) => a - b,
  );
  const out = [
    'argmark: 1',
    'article:',
    `  title: ${JSON.stringify(points.slice(2, 60).join('').split('\n')[0])}`,
    '',
    'annotations:',
  ];
  for (const [at, rough] of starts.entries()) {
    const { start, end } = words(points, rough, rough + random.between(25, 220));
    const said = (from: number, to: number) => quoted(points.slice(Math.max(0, from), to).join(''));
    const tag = random.pick(tags);
    out.push(`  - id: ${ids[at]}`, `    tag: ${tag}`, '    spans:', `      - quote: ${said(start, end)}`);
    if (start > 0) out.push(`        prefix: ${said(start - 32, start)}`);
    out.push(`        suffix: ${said(end, end + 32)}`, `        start: ${start}`, `        end: ${end}`);
    if (full || random.chance(0.1)) out.push(`    speaker: ${quoted(random.pick(people))}`);
    if (full || random.chance(0.2)) out.push(`    wording: ${said(start, start + 40)}`);
    if (tag === 'claim' && (full || random.chance(0.3))) out.push('    attributes:', '      kind: "causal"');
    if (full || random.chance(0.3)) out.push(`    note: ${said(end - 20, end + 60)}`);
    out.push(`    by: ${quoted(random.pick(people))}`, `    at: "${moment(at)}"`, '');
  }
  out.push('arguments:');
  for (let at = 0; at + 2 < annotations; at += 3) {
    const relation = random.chance(0.75) ? 'supports' : 'attacks';
    out.push(`  - id: ${ids[annotations + at]}`, '    premises:', `      - ${ids[at + 1]}`);
    if (random.chance(0.3)) out.push(`      - ${ids[at + 2]}`);
    out.push(`    ${relation}: ${ids[at]}`, '    by: "ana"', `    at: "${moment(at)}"`, '');
  }
  return `${out.join('\n').trimEnd()}\n`;
}

const joins = /\p{M}|\p{Emoji_Modifier}|\p{RI}|\u200d|\ufe0f|\u20e3|\s/u;

/** Moves both ends on to where a word begins or ends, or at least a whole character does, within one line. */
function words(points: readonly string[], from: number, to: number): { start: number; end: number } {
  const whole = (at: number) => !joins.test(points[at] ?? '') && points[at - 1] !== '\u200d';
  const next = (at: number, before: boolean) => {
    for (let near = at; near < at + 20; near++) {
      if (/\s/.test(points[before ? near - 1 : near] ?? '') && whole(before ? near : near - 1)) return near;
    }
    let near = at;
    while (near < points.length && !whole(near)) near++;
    return near;
  };
  const start = next(from, true);
  const end = next(Math.max(to, start + 10), false);
  const line = points.indexOf('\n', start);
  return { start, end: line > start + 4 && line < end ? line : end };
}

function freshIds(count: number, random: Random): string[] {
  const ids = new Set<string>();
  while (ids.size < count) {
    let id = random.pick(alphabet.slice(0, 23));
    while (id.length < 6) id += random.pick(alphabet);
    ids.add(id);
  }
  return [...ids];
}

function moment(at: number): string {
  return new Date(Date.UTC(2026, 0, 1) + at * 61_000).toISOString().replace('.000Z', 'Z');
}

function quoted(value: string): string {
  return JSON.stringify(value).replaceAll(
    /[\u007f-\u009f\u2028\u2029\ufffe\uffff]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
