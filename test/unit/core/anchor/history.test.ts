import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { carriedFrom } from '../../../../src/core/anchor/history';
import type { Selector } from '../../../../src/core/annotation/model';
import { indexCodePoints } from '../../../../src/core/sidecar/codePoints';
import { selectorOf } from '../../../../src/core/sidecar/selector';
import { spanOf } from './annotate';

/** Versions that count how many of them were asked for. */
function versionsOf(texts: readonly string[]) {
  const asked = { count: 0, closed: false };
  async function* all() {
    try {
      for (const text of texts) {
        asked.count++;
        yield text;
      }
    } finally {
      asked.closed = true;
    }
  }
  return { asked, versions: all() };
}

const record = (text: string, words: string, nth = 0): Selector => selectorOf(text, spanOf(text, words, nth));

async function wordsNow(selectors: readonly Selector[], text: string, older: readonly string[]) {
  const carried = await carriedFrom(selectors, text, versionsOf(older).versions, indexCodePoints);
  return selectors.map((selector) => {
    const words = carried.get(selector);
    if (!words) return undefined;
    const now = text.slice(words.span.start, words.span.end);
    assert.equal(words.left === 1, now === selector.quote);
    assert.ok(words.left === 1 || !words.sure);
    return words.left === 1 && !words.sure ? `${now}?` : now;
  });
}

test('words are carried from the version that they were recorded on, change by change', async () => {
  const v1 = 'Ports grow 🚢.\nDepth costs money.\nThe end.\n';
  const v2 = v1.replace('Depth', 'A deeper channel');
  const v3 = `A title.\n${v2}`;
  const v4 = v3.replace('money', 'much money');
  const selectors = [record(v1, 'Depth costs money'), record(v2, 'costs money'), record(v3, 'Ports grow')];
  assert.deepEqual(await wordsNow(selectors, v4, [v3, v2, v1]), [
    'A deeper channel costs much money',
    'costs much money',
    'Ports grow',
  ]);
});

test('no more versions are asked for than are needed, and none where nothing is sought', async () => {
  const texts = Array.from({ length: 9 }, (_, i) => `${'x'.repeat(9 - i)} Depth costs money.`);
  const selectors = [record(texts[4] ?? '', 'Depth'), record(texts[2] ?? '', 'money')];
  const { asked, versions } = versionsOf(texts.slice(1));
  await carriedFrom(selectors, texts[0] ?? '', versions, indexCodePoints);
  assert.deepEqual(asked, { count: 4, closed: true });
  const none = versionsOf(texts);
  await carriedFrom([], texts[0] ?? '', none.versions, indexCodePoints);
  assert.equal(none.asked.count, 0);
});

test('of several versions with the words at their place the newest one counts', async () => {
  const twin = 'Depth costs money. ';
  const v1 = `${twin}${'A'.repeat(40)} ${twin}end`;
  const v2 = `${twin}${twin.replace('money', 'gold')}${'A'.repeat(21)} ${twin}end`;
  const selector = { quote: 'Depth costs money', start: 0, end: 17 };
  const now = v2.replace(twin, '');
  assert.deepEqual(await wordsNow([selector], now, [v2, v1]), [undefined], 'they were taken out since then');
});

test('what was taken out and what never stood there is not carried', async () => {
  const v1 = 'One stays. Two goes. Three stays.';
  const selectors = [
    record(v1, 'Two goes.'),
    { quote: 'Three', start: 3 },
    { quote: '', start: 2 },
    { quote: 'One', start: -1 },
  ];
  assert.deepEqual(await wordsNow(selectors, 'One stays. Three stays.', [v1]), [
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
});

test('of twins it is not sure which one was taken out', async () => {
  const [a, b] = ['Ships came late. ', 'Nobody paid for it. '];
  const v1 = `Begin. ${a}${a}${b}End.`;
  const words = a.trim();
  const twins = [record(v1, words), record(v1, words, 1)];
  for (const found of await wordsNow(twins, v1.replace(a, ''), [v1])) assert.notEqual(found, words);
  assert.deepEqual(await wordsNow(twins, `New. ${v1}`, [v1]), [words, words]);
  const v2 = `Begin. ${a}${b}${a}End.`;
  const others = [record(v2, words), record(v2, words, 1)];
  for (const found of await wordsNow(others, v2.replace(`${a}${b}`, ''), [v2])) assert.notEqual(found, words);
});

test('a few words that a rewritten sentence has again are not surely the same', async () => {
  const v1 = 'Ships grow. The state should pay for every port. Rents rose.';
  const now = 'Ships grow. Nobody thinks that the lines should pay less than they do today. Rents rose.';
  for (const found of await wordsNow([record(v1, 'should pay')], now, [v1])) assert.notEqual(found, 'should pay');
  const kept = 'Ships grow. It is said that the state should pay for every port there is. Rents rose.';
  assert.deepEqual(await wordsNow([record(v1, 'should pay')], kept, [v1]), ['should pay']);
});

test('a copy that came later, even with the old surroundings, does not take the place of the words', async () => {
  const claim = 'Those who gain should carry the cost.';
  const v1 = `One. Before it. ${claim} Behind it. Two.`;
  const v2 = `One. ${claim} Two.`;
  const v3 = `${v2} Before it. ${claim} Behind it.`;
  const selector = record(v1, claim);
  const carried = await carriedFrom([selector], v3, versionsOf([v2, v1]).versions, indexCodePoints);
  assert.deepEqual(carried.get(selector), { span: spanOf(v3, claim), left: 1, sure: true, alone: false });
});

test('a copy that came to stand where the words were recorded is not surely the words', async () => {
  const [claim, news] = ['The line pays for the deeper channel.\n\n', 'Only a few ships pay for the deeper channel. '];
  const v1 = `The port gains from it. ${claim}`;
  const v2 = v1.replace(claim, news + claim);
  const v3 = v2.replace(news, claim + news);
  const selector = record(v1, claim.trim());
  const now = `New. ${v3}`;
  const carried = await carriedFrom([selector], now, versionsOf([v3, v2, v1]).versions, indexCodePoints);
  assert.equal(carried.get(selector)?.sure, false);
  const made = await carriedFrom([selector], now, versionsOf([v3]).versions, indexCodePoints);
  assert.equal(made.get(selector)?.sure, true, 'where no older version says otherwise');
});

/** Sentences that are all different, so that it is known what became of each. */
const sentence = (n: number) => `Sentence ${n} says that ${n * 7919} ships came${n % 3 === 0 ? ' 🌊' : ''}.`;

test('a sentence that no change has touched is carried to itself, through any history', async () => {
  const change = fc.record({ at: fc.nat(40), add: fc.boolean(), paragraph: fc.boolean() });
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 25 }), fc.nat(20), async (changes, recordedOn) => {
      let next = 12;
      let sentences = Array.from({ length: next }, (_, i) => sentence(i));
      const textOf = () => sentences.join(' ');
      const versions = [textOf()];
      for (const { at, add, paragraph } of changes) {
        const i = at % (sentences.length + 1);
        sentences =
          add || sentences.length < 3
            ? sentences.toSpliced(i, 0, (paragraph ? '\n\n' : '') + sentence(next++))
            : sentences.toSpliced(i, 1);
        versions.push(textOf());
      }
      const made = versions[recordedOn % (versions.length - 1)] ?? '';
      const all = Array.from({ length: next }, (_, i) => sentence(i)).filter((one) => made.includes(one));
      const selectors = all.map((one) => record(made, one));
      const now = versions.at(-1) ?? '';
      // Where they stand as recorded, nobody asks.
      if (made === now) return;
      const found = await wordsNow(selectors, now, versions.toReversed().slice(1));
      for (const [i, one] of all.entries()) {
        if (sentences.some((there) => there.trim() === one)) assert.equal(found[i], one);
      }
    }),
    { numRuns: 200 },
  );
});
