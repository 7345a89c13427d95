/* Rules of the saved page one by one, above all those that keep an article's own words out of the folds. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Article } from '../../../../src/core/article/article';
import { findPageData } from '../../../../src/core/article/page/pageData';
import { parseArticle } from '../../../../src/core/article/parse';
import { shownText } from '../../../../src/core/article/shownText';

const top =
  'Skip to content\nHome | News | Contact\nSearch\n\nWhat the River Owes the Town\n\nBy Ana Ruiz\nPublished on 3 May 2021\nShare\n\n';
const first =
  'For thirty years the town has paid for a river that it did not use, and the mills upstream have used a river for which they did not pay. That is about to end.';
const second =
  'The council wants the mills to pay by the litre, the mills want to pay by the year, and both have hired people who can prove that the other is wrong.';
const third =
  'What neither side has asked is how much water there is, and whether anybody has looked at it since the dam was built in the hills.';
const end = '\n\nPrivacy\nContact\n© 2021 The Valley Post. All rights reserved.\n';

function page(...body: readonly string[]): Article {
  const article = parseArticle(top + body.join('\n\n') + end);
  assert.equal(article.format, 'page');
  return article;
}

/** Kind and first words of each block between the head and the footer. */
function body(article: Article): string[] {
  return article.blocks.slice(5, -1).map((block) => {
    const label = block.furniture ? `${block.furniture.label}: ` : '';
    return `${block.kind} ${label}${shownText(article.text, block).slice(0, 24)}`;
  });
}

test('the frame of these tests is read as meant', () => {
  const article = page(first, second, third);
  const kinds = article.blocks.map(({ kind }) => kind);
  assert.deepEqual(kinds, [
    'furniture',
    'title',
    'byline',
    'date',
    'furniture',
    'paragraph',
    'paragraph',
    'paragraph',
    'furniture',
  ]);
  assert.equal(article.facts.outlet, 'The Valley Post');
});

test('a list of names that share buttons have too stays a list', () => {
  const article = page(
    first,
    'Three companies own the mills:',
    '• Facebook\n• Aldermill\n• Weir & Sons',
    second,
    third,
  );
  assert.deepEqual(body(article).slice(2, 5), ['listItem Facebook', 'listItem Aldermill', 'listItem Weir & Sons']);
});

test('an article may end in a list', () => {
  const article = page(
    first,
    second,
    'The council has three demands:',
    '• payment by the litre\n• a public gauge\n• an end to the lease of 1911',
  );
  assert.deepEqual(body(article).slice(-3), [
    'listItem payment by the litre',
    'listItem a public gauge',
    'listItem an end to the lease of 1',
  ]);
});

test('a heading of the article may use the words of a box', () => {
  const article = page(first, 'Related risks', second, third);
  assert.equal(body(article)[1], 'heading Related risks');
});

test('text goes on after a box that cut in', () => {
  const box = ['Sign up for our newsletter', 'One letter a week, about rivers.', 'Your email address'];
  assert.deepEqual(body(page(first, ...box, second, third)), [
    'paragraph For thirty years the tow',
    'furniture newsletter: Sign up for our newslett',
    'paragraph The council wants the mi',
    'paragraph What neither side has as',
  ]);
});

test('text goes on after a box even where one paragraph is all that follows', () => {
  const long = `${third} ${third}`;
  assert.equal(
    body(page(first, second, 'Related articles', '• A River Runs Dry\n• Who Owns the Rain?', long)).at(-1),
    'paragraph What neither side has as',
  );
});

test('teasers under a heading of their own stay in the fold', () => {
  const teasers = [
    'Related articles',
    'A River Runs Dry',
    'The lower weir has been closed since May, and the fish know it.',
    'Who Owns the Rain?',
    'A court has to decide, and would rather not.',
  ];
  const article = page(first, second, third, ...teasers);
  assert.equal(article.blocks.at(-1)?.furniture?.label, 'related, footer');
  assert.equal(body(article).length, 3);
});

test('comments stay in the fold however long they are', () => {
  const article = page(first, second, third, '2 comments', 'riverman', first, 'mill_owner', second, third);
  assert.equal(article.blocks.at(-1)?.furniture?.label, 'comments, footer');
});

test('"comments" in a sentence opens nothing', () => {
  const article = page(
    first,
    'The council received 214 comments (all of them angry) and answered none of them in the course of a year.',
    second,
  );
  assert.equal(body(article).length, 3);
});

test('a picture in the middle of the text with © is no footer', () => {
  const article = page(first, '© Ana Ruiz', second, third);
  assert.deepEqual(body(article)[1], 'furniture image credit: © Ana Ruiz');
  assert.equal(body(article).length, 4);
});

test('the title is taken off the paragraph that it was glued to', () => {
  const article = page(`What the River Owes the Town${first}`, second, third);
  const [repeated, paragraph] = article.blocks.slice(4);
  assert.equal(repeated?.furniture?.label, 'share buttons, title repeated');
  assert.ok(paragraph && shownText(article.text, paragraph) === first);
});

test('a paragraph that begins with the words of the title is left whole', () => {
  const article = page(
    `What the River Owes the Town is a question that nobody asked, and so nobody has answered it in all these years.`,
    second,
  );
  assert.equal(body(article)[0], 'paragraph What the River Owes the ');
});

test('the source of a picture is not the source of the article', () => {
  const article = parseArticle(`${top.replace('Share', 'Source: Getty')}${first}\n\n${second}${end}`);
  assert.equal(article.facts.source, undefined);
  assert.ok(article.blocks.some(({ furniture }) => furniture?.label === 'image credit'));
});

test('nothing is made a page by a word or two', () => {
  for (const text of [
    `A Note\n\n${first}\n\nContact\n\n${second}\n`,
    `${first}\n\n© 2021 Ana Ruiz. All rights reserved.\n`,
    `Share\n\n${first}\n\n${second}\n`,
    `Newsletter\n\n${first}\n\n${second}\n`,
    'Home\nNews\n',
  ]) {
    const article = parseArticle(text);
    assert.equal(article.format, 'plain', text.slice(0, 30));
    assert.ok(article.blocks.every(({ kind }) => kind !== 'furniture'));
  }
});

test('JSON is page data only as a whole and on its own lines', () => {
  const json = '{\n  "headline": "What the River Owes the Town",\n  "tags": ["a", "b"]\n}';
  assert.deepEqual(
    findPageData(`x\n${json}\ny`).map(({ start, end }) => [start, end]),
    [[2, 2 + json.length]],
  );
  for (const text of ['a {"b": 1} c', '{ "b": 1', '{not json: 1}', '[1, 2, 3]', '{}'])
    assert.deepEqual(findPageData(text), [], text);
  assert.equal(findPageData('{"a": "}"}\n{"b": "\\"}"}').length, 2);
});

test('facts come from JSON-LD as well', () => {
  const data =
    '{"@graph":[{"@type":"WebSite","name":"x"},{"@type":"NewsArticle","headline":"What the River Owes the Town","author":[{"name":"Ana Ruiz"}],"datePublished":"2021-05-03T10:00Z","publisher":{"name":"The Valley Post"},"keywords":"rivers, mills"}]}';
  const { facts } = parseArticle(`${data}\nHome\nNews\n\nWhat the River Owes the Town\n\n${first}\n\n${second}\n`);
  assert.deepEqual(
    [facts.title, facts.authors, facts.published, facts.outlet, facts.topics],
    ['What the River Owes the Town', ['Ana Ruiz'], '2021-05-03', 'The Valley Post', ['rivers', 'mills']],
  );
});

const words =
  'the river town council mills water dam litre year price who pays for it and nobody has asked since hills channel share newsletter related comments topics cookies privacy more latest author footer copyright subscribe photo source read'.split(
    ' ',
  );
const sentence = fc
  .array(fc.constantFrom(...words), { minLength: 6, maxLength: 16 })
  .map((parts) => `${(parts[0] ?? '').replace(/^./, (letter) => letter.toUpperCase())} ${parts.slice(1).join(' ')}.`);
const paragraph = fc.array(sentence, { minLength: 3, maxLength: 5 }).map((parts) => parts.join(' '));
const heading = fc
  .array(fc.constantFrom(...words), { minLength: 2, maxLength: 4 })
  .map((parts) => parts.join(' ').replace(/^./, (letter) => letter.toUpperCase()));
const section = fc.oneof(
  { weight: 5, arbitrary: paragraph },
  { weight: 1, arbitrary: fc.tuple(heading, paragraph).map((parts) => parts.join('\n\n')) },
  {
    weight: 1,
    arbitrary: fc
      .array(sentence, { minLength: 2, maxLength: 4 })
      .map((items) => items.map((item) => `• ${item}`).join('\n')),
  },
);

test('no paragraph of an article is ever folded, whatever words it uses', () => {
  fc.assert(
    fc.property(fc.array(section, { minLength: 2, maxLength: 8 }), fc.boolean(), (sections, closes) => {
      const { text, blocks } = parseArticle(
        `${top}${first}\n\n${sections.join('\n\n')}${closes ? `\n\n${third}` : ''}${end}`,
      );
      const folded = blocks
        .filter(({ kind }) => kind === 'furniture')
        .map(({ start, end: stop }) => text.slice(start, stop));
      for (const part of sections.flatMap((one) => one.split(/\n+/)).filter((one) => one.endsWith('.'))) {
        assert.ok(!folded.some((fold) => fold.includes(part)), part);
      }
    }),
    { numRuns: 300, includeErrorInReport: true },
  );
});
