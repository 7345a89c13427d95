/* Sets as no one would make them, and gestures as anyone might. */
import fc from 'fast-check';
import type { Gesture } from '../../../../src/core/annotation/gesture';
import type { Annotation, AnnotationSet, Argument, AttributeValue, Link } from '../../../../src/core/annotation/model';

/** Ids from a small pool, so that they meet; now and then something hostile. */
const id = fc.oneof(
  { weight: 9, arbitrary: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h') },
  { weight: 1, arbitrary: fc.constantFrom('__proto__', 'constructor', '', 'a′', '../x.txt#a', '<b>') },
);
const words = fc.oneof(
  fc.constantFrom('Ports', 'Ships have doubled', '', ' ', '😀'),
  fc.string({ unit: 'binary', maxLength: 12 }),
);
const value: fc.Arbitrary<AttributeValue> = fc.oneof(
  words,
  fc.double(),
  fc.boolean(),
  fc.array(words, { maxLength: 3 }),
);
const selector = fc.record(
  { quote: words, prefix: words, suffix: words, start: fc.integer(), end: fc.integer() },
  { requiredKeys: ['quote'], noNullPrototype: true },
);

const annotation = fc.record(
  {
    id,
    tag: fc.constantFrom('claim', 'premise', 'evidence', 'nonsense', '__proto__'),
    spans: fc.array(selector, { maxLength: 3 }),
    speaker: words,
    wording: words,
    attributes: fc.dictionary(fc.constantFrom('kind', 'other', '__proto__'), value, { noNullPrototype: true }),
    note: words,
    by: words,
    at: fc.oneof(words, fc.constant('2026-11-24T12:00:00Z')),
  },
  { requiredKeys: ['id', 'tag', 'spans'], noNullPrototype: true },
) as fc.Arbitrary<Annotation>;
const argument = fc.record(
  { id, premises: fc.array(id, { maxLength: 3 }), supports: id, attacks: id, scheme: words, note: words },
  { requiredKeys: ['id', 'premises'], noNullPrototype: true },
) as fc.Arbitrary<Argument>;
const link = fc.record({ id, from: id, rephrases: id }, { noNullPrototype: true }) as fc.Arbitrary<Link>;

/** References that lead nowhere or in circles, ids twice, unknown tags, values that fit nothing. */
export const hostileSet: fc.Arbitrary<AnnotationSet> = fc.record({
  annotations: fc.array(annotation, { maxLength: 6 }),
  arguments: fc.array(argument, { maxLength: 6 }),
  links: fc.array(link, { maxLength: 3 }),
});

/** A gesture on a set that is known only when it is made: ids are picked by number. */
export type Move = (set: AnnotationSet) => Gesture;

/** `length` of the text in UTF-16 units. */
export function moves(length: number): fc.Arbitrary<Move> {
  const spans = fc.array(
    fc.tuple(fc.nat(length + 2), fc.nat(40)).map(([start, size]) => ({ start, end: start + size })),
    { minLength: 1, maxLength: 3 },
  );
  const tag = fc.constantFrom('claim', 'premise', 'evidence', 'major-claim', 'nonsense');
  const pick = fc.nat(60);
  const picks = fc.array(pick, { minLength: 1, maxLength: 3 });
  const idOf = (n: number, { annotations, arguments: inferences, links }: AnnotationSet): string => {
    const all = [...annotations, ...annotations, ...inferences, ...links].map((entry) => entry.id);
    return all[n % (all.length + 1)] ?? 'ghost';
  };
  const nth = (list: readonly { readonly id: string }[], n: number): string =>
    list[n % Math.max(1, list.length)]?.id ?? 'ghost';
  const idsOf = (list: readonly number[], set: AnnotationSet): string[] => list.map((n) => idOf(n, set));
  const move = <T>(
    arbitrary: fc.Arbitrary<T>,
    gesture: (drawn: T, set: AnnotationSet) => Gesture,
  ): fc.Arbitrary<Move> => arbitrary.map((drawn) => (set) => gesture(drawn, set));
  return fc.oneof(
    {
      weight: 4,
      arbitrary: move(fc.record({ tag, spans, id }, { requiredKeys: ['tag', 'spans'] }), (drawn) => ({
        verb: 'tag',
        ...drawn,
      })),
    },
    move(
      fc.record({ tag, spans, ids: fc.array(id, { maxLength: 3 }) }, { requiredKeys: ['tag', 'spans'] }),
      (drawn) => ({
        verb: 'tagEach',
        ...drawn,
      }),
    ),
    move(fc.record({ picks, tag }), ({ picks, tag }, set) => ({ verb: 'retag', ids: idsOf(picks, set), tag })),
    move(fc.record({ pick, spans }), ({ pick, spans }, set) => ({ verb: 'respan', id: idOf(pick, set), spans })),
    move(fc.record({ pick, spans }), ({ pick, spans }, set) => ({ verb: 'addFragment', id: idOf(pick, set), spans })),
    move(picks, (drawn, set) => ({ verb: 'remove', ids: idsOf(drawn, set) })),
    move(
      fc.record({ picks, field: fc.constantFrom('note' as const, 'wording', 'speaker', 'scheme'), value: words }),
      ({ picks, ...rest }, set) => ({ verb: 'write', ids: idsOf(picks, set), ...rest }),
    ),
    move(
      fc.record(
        { picks, name: fc.constantFrom('kind', 'other', '__proto__'), value: fc.oneof(value, fc.constant('policy')) },
        { requiredKeys: ['picks', 'name'] },
      ),
      ({ picks, ...rest }, set) => ({ verb: 'setAttribute', ids: idsOf(picks, set), ...rest }),
    ),
    {
      weight: 6,
      arbitrary: move(
        fc.record(
          {
            premises: picks,
            relation: fc.constantFrom('supports' as const, 'attacks'),
            onto: pick,
            id,
            odd: fc.nat(9),
          },
          { requiredKeys: ['premises', 'relation', 'onto', 'odd'] },
        ),
        // Mostly what makes sense: annotations as premises, one target in three an argument; sometimes anything.
        ({ premises, onto, odd, ...rest }, set) => ({
          verb: 'argue',
          premises: odd === 0 ? idsOf(premises, set) : premises.map((n) => nth(set.annotations, n)),
          target: odd === 0 ? idOf(onto, set) : nth(onto % 3 === 0 ? set.arguments : set.annotations, onto),
          ...rest,
        }),
      ),
    },
    move(fc.tuple(pick, pick), ([n, m], set) => {
      const argument = set.arguments[n % Math.max(1, set.arguments.length)];
      const premise = argument?.premises[m % Math.max(1, argument.premises.length)] ?? 'ghost';
      return { verb: 'dropPremise', argument: argument?.id ?? 'ghost', premise };
    }),
    move(fc.tuple(fc.array(fc.tuple(pick, pick), { maxLength: 3 }), pick), ([picked, onto], set) => {
      const from = picked.map(([n, m]) => {
        const argument = set.arguments[n % Math.max(1, set.arguments.length)];
        const premise = argument?.premises[m % Math.max(1, argument.premises.length)] ?? 'ghost';
        return { argument: argument?.id ?? 'ghost', premise };
      });
      const into = set.arguments[onto % (set.arguments.length + 1)]?.id;
      return { verb: 'movePremises', from, ...(into !== undefined && { into }) };
    }),
    move(fc.record({ wording: words, tag, pick, alone: fc.boolean() }), ({ wording, tag, pick, alone }, set) => {
      const argument = alone ? undefined : set.arguments[pick % (set.arguments.length + 1)]?.id;
      const supports = alone ? set.annotations[pick % (set.annotations.length + 1)]?.id : undefined;
      return {
        ...{ verb: 'addUnstated', wording, tag },
        ...(argument !== undefined && { argument }),
        ...(supports !== undefined && { supports }),
      };
    }),
  );
}
