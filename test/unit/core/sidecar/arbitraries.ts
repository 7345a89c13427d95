/* Random entries and edits for the sidecar's property tests: every field, every kind of text that a YAML reader could take for something else. */
import * as fc from 'fast-check';
import type { Change, Edit } from '../../../../src/core/annotation/edit';
import { freshId } from '../../../../src/core/annotation/ids';
import type {
  Annotation,
  AnnotationSet,
  Argument,
  Entry,
  EntryKind,
  Link,
} from '../../../../src/core/annotation/model';
import { listOf } from '../../../../src/core/annotation/model';

const awkward = [
  '',
  ' ',
  'yes',
  'NO',
  'null',
  '~',
  '12',
  '0x1F',
  '1e3',
  '1:30',
  '2026-11-24',
  '.inf',
  '<<',
  '=',
  '- a',
  '? a',
  'a: b',
  ': a',
  'a #b',
  '# a',
  '&a',
  '*a',
  '!a',
  '%a',
  '@a',
  '`a',
  '{a}',
  '[a]',
  "'",
  '"',
  '\\',
  'a\nb',
  'a\n\nb',
  '\na',
  'a\n',
  ' a\nb',
  'a \nb',
  'a\n  b\nc',
  'a\n\tb',
  'a\n---\n...',
  'tab\there',
  'cr\rhere',
  'crlf\r\nhere',
  'bell\u0007',
  'nul\0',
  'del\u007f',
  'nel\u0085',
  'nbsp\u00a0',
  'ls\u2028',
  'ps\u2029',
  'bom\ufeff',
  'nonchar\ufffe\uffff',
  'lone\ud83d',
  '\ude00lone',
  '😀👩‍👩‍👧',
  'e\u0301',
  'نص',
  '文字',
  '<<<<<<< HEAD',
  '=======\nb',
  '|-',
  '>',
  '--- a',
  '...',
];

export const textArbitrary: fc.Arbitrary<string> = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...awkward) },
  fc.array(fc.integer({ min: 0, max: 0x10ffff }), { maxLength: 12 }).map((points) => String.fromCodePoint(...points)),
  fc.array(fc.constantFrom(...awkward), { minLength: 1, maxLength: 3 }).map((parts) => parts.join('')),
  fc.lorem({ maxCount: 12 }),
);

const word = fc.constantFrom(
  'claim',
  'premise',
  'no',
  'null',
  'evidence',
  'x-1',
  'major-claim',
  'Großes',
  '12',
  'two words',
);
const number = fc.oneof(
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.constantFrom(1e21, 1.5e-9, 5e-324, 0.1),
);

const attribute = fc.oneof(textArbitrary, number, fc.boolean(), fc.array(textArbitrary, { maxLength: 3 }));
const attributeName = fc.oneof(
  fc.constantFrom('kind', 'y', 'two words', 'a: b', '12', 'true', '# x', 'constructor'),
  fc.stringMatching(/^[a-z]{1,4}$/),
);

const selectorArbitrary = fc
  .record(
    { quote: textArbitrary, prefix: textArbitrary, suffix: textArbitrary, start: fc.nat(), end: fc.nat() },
    { requiredKeys: ['quote'] },
  )
  .map((selector) => ({ ...selector }));

const common = { note: textArbitrary, by: textArbitrary, at: fc.constantFrom('2026-11-24T12:00:00Z', '2026-11-24') };

type Body<E> = Omit<E, 'id'>;

const annotationArbitrary: fc.Arbitrary<Body<Annotation>> = fc.record(
  {
    tag: word,
    spans: fc.array(selectorArbitrary, { maxLength: 3 }),
    speaker: textArbitrary,
    wording: textArbitrary,
    attributes: fc
      .array(fc.tuple(attributeName, attribute), { maxLength: 3 })
      .map((pairs) => Object.fromEntries(pairs)),
    ...common,
  },
  { requiredKeys: ['tag', 'spans'] },
);
const idArbitrary = fc.constantFrom('k7m2xq', 'b5c8rt', 'no', '12', '1e5', 'a.b', '-x', 'c2c2cc', 'p3t9wd');
const argumentArbitrary: fc.Arbitrary<Body<Argument>> = fc.record(
  {
    premises: fc.array(idArbitrary, { maxLength: 4 }),
    supports: idArbitrary,
    attacks: idArbitrary,
    scheme: word,
    ...common,
  },
  { requiredKeys: ['premises'] },
);
const linkArbitrary: fc.Arbitrary<Body<Link>> = fc.record(
  { from: idArbitrary, rephrases: fc.constantFrom('k7m2xq', '../a%20b.md#c4r8js', '12'), ...common },
  { requiredKeys: ['from', 'rephrases'] },
);

/** A step of work, to be made an edit once it is known what the set holds. */
export type Step =
  | {
      readonly do: 'add';
      readonly kind: EntryKind;
      readonly body: Body<Entry>;
      readonly at: number;
      readonly seed: number;
    }
  | {
      readonly do: 'change';
      readonly kind: EntryKind;
      readonly body: Body<Entry>;
      readonly which: number;
      readonly fields: number;
    }
  | { readonly do: 'remove'; readonly kind: EntryKind; readonly which: number }
  | { readonly do: 'undo' }
  | { readonly do: 'redo' };

const bodies = { annotation: annotationArbitrary, argument: argumentArbitrary, link: linkArbitrary } as const;
const kindAndBody = fc
  .constantFrom<EntryKind>('annotation', 'annotation', 'argument', 'link')
  .chain((kind) => (bodies[kind] as fc.Arbitrary<Body<Entry>>).map((body) => ({ kind, body })));

export const stepArbitrary: fc.Arbitrary<Step> = fc.oneof(
  fc
    .tuple(kindAndBody, fc.nat(20), fc.nat())
    .map(([{ kind, body }, at, seed]) => ({ do: 'add' as const, kind, body, at, seed })),
  {
    weight: 3,
    arbitrary: fc
      .tuple(kindAndBody, fc.nat(), fc.nat())
      .map(([{ kind, body }, which, fields]) => ({ do: 'change' as const, kind, body, which, fields })),
  },
  fc.tuple(kindAndBody, fc.nat()).map(([{ kind }, which]) => ({ do: 'remove' as const, kind, which })),
  fc.constant({ do: 'undo' as const }),
  fc.constant({ do: 'redo' as const }),
);

/** The step as an edit of this set; undefined for undo and redo, and where the set has no such entry. `which` may be asked to leave some alone. */
export function editOf(
  set: AnnotationSet,
  step: Step,
  mayTouch: (entry: Entry) => boolean = () => true,
): Edit | undefined {
  if (step.do === 'undo' || step.do === 'redo') return undefined;
  const entries: readonly Entry[] = set[listOf[step.kind]];
  if (step.do === 'add') {
    const id = freshId(set, randomOf(step.seed));
    const next = entries[step.at]?.id;
    const after = { id, ...step.body };
    return edit({ kind: step.kind, id, after, ...(next !== undefined && { nextId: next }) });
  }
  const candidates = entries.filter(mayTouch);
  const entry = candidates[step.which % Math.max(1, candidates.length)];
  if (!entry) return undefined;
  if (step.do === 'remove') {
    const next = entries[entries.indexOf(entry) + 1]?.id;
    return edit({
      kind: step.kind,
      id: entry.id,
      before: entry,
      ...(next !== undefined && step.which % 2 === 0 && { nextId: next }),
    });
  }
  const after: Record<string, unknown> = { ...entry };
  const names = [...new Set([...Object.keys(entry), ...Object.keys(step.body)])].filter((name) => name !== 'id');
  names.forEach((name, i) => {
    if (((step.fields >> i) & 3) !== 0 && names.length > 1) return;
    const value = (step.body as unknown as Record<string, unknown>)[name];
    if (value !== undefined) after[name] = value;
    else if (!['tag', 'spans', 'premises', 'from', 'rephrases'].includes(name)) delete after[name];
  });
  return edit({ kind: step.kind, id: entry.id, before: entry, after });
}

const edit = (change: { kind: EntryKind; id: string; before?: unknown; after?: unknown; nextId?: string }): Edit => ({
  label: 'Step',
  changes: [change as unknown as Change],
});

/** A small generator of numbers in [0, 1) from a seed, so that a failing run can be run again. */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
