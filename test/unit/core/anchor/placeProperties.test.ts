import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { sidesOf } from '../../../../src/core/anchor/context';
import { occurrencesOf } from '../../../../src/core/anchor/occurrences';
import { isGraphemeBoundary } from '../../../../src/core/annotation/graphemes';
import type { Annotation } from '../../../../src/core/annotation/model';
import { isSure } from '../../../../src/core/annotation/placement';
import { tidySpans } from '../../../../src/core/annotation/spans';
import type { Span } from '../../../../src/core/article/article';
import { fold } from '../../../../src/core/article/fold';
import { annotate, placedIn } from './annotate';

/** Sentences that repeat, of several scripts, with characters of two units and of several code points. */
const sentence = fc.oneof(
  fc.constantFrom(
    'Those who gain should pay. ',
    'Ships have doubled in draught 🚢. ',
    'Each metre of channel costs more than the one before it. ',
    'Le coût retombe sur l’E\u0301tat, hélas. ',
    '👩‍👩‍👧‍👦 Families 🏳️‍🌈 pay. ',
    '港口的代价由谁承担？受益者应当承担。',
    'القناة الأعمق تكلف أكثر مما قبلها. ',
    'No. ',
    '\n\n',
  ),
  fc.string({ unit: fc.constantFrom('a', 'b', 'e\u0301', '𝔘', ' ', 'ق', '口'), maxLength: 30 }),
);
const text = fc.array(sentence, { minLength: 1, maxLength: 24 }).map((sentences) => sentences.join(''));
/** From a vocabulary that no sentence has, so that what is put in is never a twin itself. */
const insertion = fc.string({ unit: fc.constantFrom('Ж', '🐙', 'Щ\u0306', 'ю', '७'), minLength: 1, maxLength: 50 });

interface Drawn {
  readonly text: string;
  readonly places: readonly (readonly Span[])[];
}

/** A text and what is annotated in it, as the verbs would record it. */
const drawn: fc.Arbitrary<Drawn> = fc
  .record({
    text,
    cuts: fc.array(fc.array(fc.tuple(fc.nat(999), fc.nat(60)), { minLength: 1, maxLength: 3 }), {
      minLength: 1,
      maxLength: 5,
    }),
  })
  .map(({ text, cuts }) => ({
    text,
    places: cuts
      .map((cut) =>
        tidySpans(
          cut.map(([at, size]) => ({ start: at % text.length, end: (at % text.length) + size + 1 })),
          text,
        ),
      )
      .filter((spans) => spans.length > 0),
  }));

/** Where spans come to stand when something is put in at an offset; undefined for one that is torn apart. */
function shifted(spans: readonly Span[], at: number, size: number): Span[] | undefined {
  if (spans.some(({ start, end }) => start < at && at < end)) return undefined;
  return spans.map(({ start, end }) => (start >= at ? { start: start + size, end: end + size } : { start, end }));
}

test('what stands where it was recorded is exact, whatever the text', () => {
  fc.assert(
    fc.property(drawn, ({ text, places }) => {
      const placements = placedIn(text, annotate(text, places));
      for (const [i, spans] of places.entries())
        assert.deepEqual(placements.get(`a${i}`), { status: 'exact', spans, score: 1 });
    }),
  );
});

test('words are never surely placed on other words, whatever became of the text', () => {
  fc.assert(
    fc.property(drawn, text, fc.nat(99), fc.nat(99), (before, other, from, to) => {
      const annotations = annotate(before.text, before.places);
      const now = before.text.slice(0, from) + other + before.text.slice(to);
      for (const { id, spans } of annotations) {
        const placement = placedIn(now, annotations).get(id);
        if (placement?.status === 'orphan') assert.deepEqual(placement.spans, []);
        for (const { start, end } of placement?.spans ?? []) {
          assert.ok(start < end && end <= now.length);
          assert.ok(isGraphemeBoundary(now, start) && isGraphemeBoundary(now, end), 'a character is cut in two');
        }
        if (isSure(placement)) {
          assert.deepEqual(
            placement.spans.map(({ start, end }) => folded(now.slice(start, end))),
            spans.map(({ quote }) => folded(quote)),
          );
        }
      }
    }),
    { numRuns: 200 },
  );
});

test('something put in leaves the notes on their words or asks; words that it tears apart are never surely their twins', () => {
  let placed = 0;
  let orphans = 0;
  fc.assert(
    fc.property(drawn, insertion, fc.nat(9999), ({ text, places }, added, n) => {
      const at = n % (text.length + 1);
      fc.pre(tidySpans([{ start: at, end: text.length }], text)[0]?.start === at || at === text.length);
      const now = text.slice(0, at) + added + text.slice(at);
      const placements = placedIn(now, annotate(text, places));
      for (const [i, spans] of places.entries()) {
        const truth = shifted(spans, at, added.length);
        const placement = placements.get(`a${i}`);
        if (!truth) assert.ok(!isSure(placement), placement?.why);
        else if (!isSure(placement)) orphans++;
        else {
          placed++;
          assert.deepEqual(placement.spans, truth);
        }
      }
    }),
    { numRuns: 400 },
  );
  // Many texts here are nothing but twins; that most are placed all the same is what the shift of their neighbours is for.
  assert.ok(placed > orphans, `${placed} placed, ${orphans} orphans`);
});

test('words that stand once are found as long as their context stands on one side', () => {
  fc.assert(
    fc.property(drawn, insertion, fc.nat(9999), ({ text, places }, added, n) => {
      const at = n % (text.length + 1);
      const now = text.slice(0, at) + added + text.slice(at);
      const annotations = annotate(
        text,
        places.map((spans) => spans.slice(0, 1)),
      );
      const placements = placedIn(now, annotations);
      for (const [i, spans] of places.entries()) {
        const truth = shifted(spans.slice(0, 1), at, added.length);
        const { quote = '', prefix = '', suffix = '' } = annotations[i]?.spans[0] ?? {};
        if (!truth || now.indexOf(quote) !== now.lastIndexOf(quote)) continue;
        const { start = 0, end = 0 } = truth[0] ?? {};
        const keepsOne =
          (prefix !== '' && now.slice(0, start).endsWith(prefix)) || (suffix !== '' && now.startsWith(suffix, end));
        if (keepsOne && cutsNothing(now, start, end)) assert.deepEqual(placements.get(`a${i}`)?.spans, truth);
      }
    }),
    { numRuns: 300 },
  );
});

test('searching many strings together finds what searching each by itself finds', () => {
  const pieces = fc.string({ unit: fc.constantFrom('a', 'b', 'ab', '😀'), maxLength: 60 });
  fc.assert(
    fc.property(
      pieces,
      fc.array(pieces, { maxLength: 40 }),
      fc.array(fc.tuple(fc.nat(50), fc.nat(70)), { maxLength: 30 }),
      (text, others, cuts) => {
        const patterns = new Set([...others, ...cuts.map(([at, size]) => text.slice(at, at + size))]);
        for (const most of [1, 3, 1000]) {
          const found = occurrencesOf(patterns, text, most);
          for (const pattern of patterns)
            assert.deepEqual(found.get(pattern) ?? [], allOf(pattern, text).slice(0, most), pattern);
        }
      },
    ),
    { numRuns: 300 },
  );
});

test('single words placed one by one are placed like all together', () => {
  fc.assert(
    fc.property(drawn, text, fc.nat(200), (before, added, at) => {
      const now = before.text.slice(0, at) + added + before.text.slice(at);
      const annotations = annotate(
        before.text,
        before.places.map((spans) => spans.slice(0, 1)),
      );
      const placements = placedIn(now, annotations);
      for (const annotation of annotations) {
        const naive = naivePlace(annotation, now);
        // Together they know more: of words out of order, or of others that are as like them, a person is told.
        const placement = placements.get(annotation.id);
        if (naive && isSure(placement)) assert.deepEqual(placement.spans, [naive]);
      }
    }),
    { numRuns: 300 },
  );
});

function allOf(pattern: string, text: string): number[] {
  if (pattern === '') return [];
  return Array.from({ length: text.length }, (_, at) => at).filter(
    (at) => text.slice(at, at + pattern.length) === pattern,
  );
}

function cutsNothing(text: string, start: number, end: number): boolean {
  const [tidy] = tidySpans([{ start, end }], text);
  return tidy?.start === start && tidy.end === end;
}

/** By the recorded place, or by words and context alone; slow and plain. */
function naivePlace({ spans: [selector] }: Annotation, text: string): Span | undefined {
  if (!selector) return undefined;
  const { quote, prefix = '', suffix = '', start: hint = -1 } = selector;
  const all = allOf(quote, text).map((start) => ({ start, end: start + quote.length }));
  const units = [...text].slice(0, hint).join('').length;
  const full = ({ start, end }: Span): boolean =>
    text.slice(0, start).endsWith(prefix) && text.slice(end).startsWith(suffix);
  const recorded = all.find((span) => span.start === units && full(span));
  if (recorded) return recorded;
  const scored = all
    .filter(({ start, end }) => cutsNothing(text, start, end))
    .map((span) => ({ span, score: agreementOf(prefix, suffix, text, span) }))
    .sort((a, b) => b.score - a.score);
  const [best, second] = scored;
  if (!best || best.score < 0.6) return undefined;
  if (second && (second.score >= 0.5 || best.score - second.score < 0.25)) return undefined;
  return best.span;
}

function agreementOf(prefix: string, suffix: string, text: string, { start, end }: Span): number {
  const sides = sidesOf(prefix, suffix, text, start, end);
  return sides ? (sides.left + sides.right) / 2 : 0;
}

const folded = (words: string): string => String.fromCharCode(...fold(words).units);
