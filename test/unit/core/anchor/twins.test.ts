/* Words that stand elsewhere too, of which the original was changed: a twin that has all of the words must not take its place silently. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isSure } from '../../../../src/core/annotation/placement';
import { sameSpans } from '../../../../src/core/annotation/spans';
import { annotate, placedIn, spanOf } from './annotate';

const first = 'Reproduction needs the written consent of the press.';
const second = 'All opinions are those of the authors alone.';
const filler = (from: number) =>
  Array.from({ length: 12 }, (_, i) => `Sentence ${from + i} says that ${(from + i) * 7919} ships came in.`).join(' ');

/** A notice that stands twice, between other paragraphs. */
const before = [filler(0), `${first} ${second}`, filler(20), filler(40), `${first} ${second}`, filler(60)].join('\n\n');
const notice = spanOf(before, `${first} ${second}`, 0);

test('a part that is left of the words elsewhere keeps a twin from being sure', () => {
  const [words] = annotate(before, [[notice]]);
  const bare = [{ id: 'a', tag: 'claim', spans: [{ quote: words?.spans[0]?.quote ?? '' }] }];
  const now = before.replace(`${first} ${second}`, first);
  assert.ok(!isSure(placedIn(now, bare).get('a')));
  const moved = `${filler(20)}\n\n${first} ${second}\n\n${filler(0)}`;
  assert.ok(isSure(placedIn(moved, bare).get('a')), 'words that stand once and whole have moved');
});

test('signs without a word are sure in their full context alone', () => {
  const text = 'They called it “a compromise” in the harbour, and nobody laughed about that for a while.';
  const sign = annotate(text, [[spanOf(text, '“')]]);
  const other = text.replace('“', '„').replace('”', '“');
  assert.ok(!isSure(placedIn(other, sign).get('a0')));
  const moved = `Once upon a time. ${text}`;
  assert.ok(isSure(placedIn(moved, sign).get('a0')));
});

test('short words whose two places keep a side of the context each are not sure', () => {
  const left = 'The committee met on a cold morning in March and ';
  const right = ' before the vote was taken in the lower house.';
  const text = `${filler(0)}\n\n${left}paused${right}\n\n${filler(20)}`;
  const span = annotate(text, [
    [spanOf(text, 'paused')],
    [spanOf(text, 'Sentence 3 says')],
    [spanOf(text, 'Sentence 22')],
  ]);
  const now = `${left}paused. It was late.\n\n${filler(0)}\n\nOthers say that everybody had paused${right}\n\n${filler(20)}`;
  assert.ok(!isSure(placedIn(now, span).get('a0')));
});

test('a whole copy between the neighbours is not sure while an end of the words, of which a number has changed, stands elsewhere', () => {
  const words = 'the fleet of the northern district counted 4711 vessels in that year';
  const paragraph = `As the harbour master wrote in his last report, ${words}, and none of them was older than he was.`;
  const text = [filler(0), paragraph, filler(20), filler(40)].join('\n\n');
  const recorded = annotate(text, [
    [spanOf(text, 'Sentence 3 says')],
    [spanOf(text, words)],
    [spanOf(text, 'Sentence 45 says')],
  ]);
  const changed = paragraph.replace('4711', '4712');
  const now = [filler(0), 'Corrected.', changed, filler(20), paragraph, filler(40)].join('\n\n');
  assert.ok(!isSure(placedIn(now, recorded).get('a1')));
  const moved = [filler(0), 'Corrected.', filler(20), paragraph, filler(40)].join('\n\n');
  assert.ok(isSure(placedIn(moved, recorded).get('a1')), 'words that have left nothing behind');
});

test('of a script without spaces two signs beside the context are an end of the words', () => {
  const words = '而村民技市判盟平信港我面子业法收条主条算法导生业法收交建然然合联产企算机企长';
  const notice = `${words}而说有自政政全议城行条宪交展主教场农机委通由联会展行港业法收。`;
  const head = '经济安全条约能源气候边境议会预算改革市场贸易投资防务联盟总理部长委员谈判。';
  const other = '水果蔬菜面包牛奶早饭午饭晚饭茶叶咖啡米面豆腐鸡蛋糖盐酱油醋葱姜蒜辣椒胡椒。';
  const text = [head, notice, other, notice].join('\n\n');
  const [recorded] = annotate(text, [[spanOf(text, words)]]);
  const { quote = '', prefix = '', suffix = '' } = recorded?.spans[0] ?? {};
  const unplaced = [{ id: 'a', tag: 'claim', spans: [{ quote, prefix, suffix }] }];
  const rewritten = '而村领候盟环境科技教育医疗农村城市交通建设发展合作危机冲突和平战略资源石油天然。';
  const now = [head, rewritten, other, notice].join('\n\n');
  assert.ok(!isSure(placedIn(now, unplaced).get('a')));
  assert.ok(isSure(placedIn([other, head, 'X', notice].join('\n\n'), unplaced).get('a')), 'no end stands elsewhere');
});

test('a twin in the same context, between the same neighbours, is not sure while the words are left, with something put in', () => {
  const notice = `${first} ${second} Third parties are bound by it.`;
  const text = [filler(0), notice, filler(20), notice, filler(40)].join('\n\n');
  const recorded = annotate(text, [
    [spanOf(text, 'Sentence 3 says')],
    [spanOf(text, second, 0)],
    [spanOf(text, 'Sentence 45 says')],
  ]);
  const at = text.indexOf(second);
  for (const within of ['All'.length, 'All opinions are those of the '.length, second.length - 1]) {
    const added = ' (put in) ';
    const now = `${text.slice(0, at + within)}${added}${text.slice(at + within)}`;
    const placement = placedIn(now, recorded).get('a1');
    assert.equal(placement?.status, 'drifted');
    const original = { start: at, end: at + second.length + added.length };
    assert.ok(
      [placement.spans, ...(placement.runnersUp ?? [])].some((spans) => sameSpans(spans, [original])),
      'what is left of them is shown',
    );
  }
  const replaced = `${text.slice(0, at)}Nothing in it is advice.${text.slice(at + second.length)}`;
  assert.match(placedIn(replaced, recorded).get('a1')?.why ?? '', /may be a copy/);
  const moved = `Put in. ${text}`;
  assert.deepEqual(placedIn(moved, recorded).get('a1')?.spans, [spanOf(moved, second, 0)]);
  assert.ok(isSure(placedIn(moved, recorded).get('a1')), 'something put in elsewhere');
});

test('words at an end of the text into which something was put are not surely their twin', () => {
  const line = 'Le coût retombe sur l’État, hélas. ';
  const twice = `No. ${line}${line}`;
  const recorded = annotate(twice, [[spanOf(twice, 'sur l’État, hélas.', 1)]]);
  const at = twice.lastIndexOf('’État');
  assert.ok(!isSure(placedIn(`${twice.slice(0, at)}XYZ${twice.slice(at)}`, recorded).get('a0')));
});

test('a twin between the other fragments is not sure while the words are left, with something put in', () => {
  const line = 'Each metre of channel costs more than the one before it. ';
  const text = `${line}Those who gain should pay. ${line}${filler(0)}`;
  const recorded = annotate(text, [[spanOf(text, 'of channel costs more'), spanOf(text, 'Sentence 2 says')]]);
  const now = text.replace('channel costs', 'channel, they say, costs');
  assert.ok(!isSure(placedIn(now, recorded).get('a0')));
  const moved = `Heading. ${text}`;
  assert.deepEqual(placedIn(moved, recorded).get('a0')?.spans, [
    spanOf(moved, 'of channel costs more'),
    spanOf(moved, 'Sentence 2 says'),
  ]);
});

test('words that may be a copy do not tell where others stand', () => {
  const text = 'Each metre of channel costs more than the one before it. '.repeat(2);
  const recorded = annotate(text, [[{ start: 72, end: 73 }], [{ start: 74, end: 76 }], [{ start: 8, end: 9 }]]);
  const placements = placedIn(`${text.slice(0, 75)}Ж${text.slice(75)}`, recorded);
  assert.ok(!isSure(placements.get('a1')), 'the Ж stands in it');
  const letter = placements.get('a0');
  assert.ok(!isSure(letter) || letter.spans[0]?.start === 72);
});

test('of words that overlap themselves neither place is sure for being where they were recorded', () => {
  const text = 'abcdefghij and so on, xbbb';
  const recorded = annotate(text, [[{ start: text.length - 2, end: text.length }]]);
  const now = text.replace('and', 'and,');
  const placement = placedIn(now, recorded).get('a0');
  assert.ok(!isSure(placement) || placement.spans[0]?.start === now.length - 2, JSON.stringify(placement));
});
