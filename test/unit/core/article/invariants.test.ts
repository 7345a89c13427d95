/* What holds for every article, whatever its text: fast-check over strings put together from the pieces that the rules look for. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Article } from '../../../../src/core/article/article';
import { canonicalText } from '../../../../src/core/article/decode';
import { headingsOf } from '../../../../src/core/article/headings';
import { parseArticle } from '../../../../src/core/article/parse';
import { isWhite } from '../../../../src/core/article/whiteSpace';
import { countingWords } from '../../../../src/core/article/words';

/** Fails with what is wrong first: order, overlap, cover, runs. */
function assertWhole(article: Article): void {
  const { text, blocks } = article;
  let at = 0;
  for (const [index, block] of blocks.entries()) {
    const where = `block ${index} (${block.kind}, ${block.start}-${block.end})`;
    assert.ok(Number.isInteger(block.start) && Number.isInteger(block.end), `${where} has whole offsets`);
    assert.ok(block.start >= at && block.end > block.start && block.end <= text.length, `${where} begins after ${at}`);
    assertWhite(text, at, block.start, where);
    let from = block.start;
    for (const run of block.runs) {
      assert.ok(
        run.start >= from && run.end > run.start && run.end <= block.end,
        `${where}: run ${run.start}-${run.end} in order`,
      );
      from = run.end;
    }
    assert.ok(block.runs.length > 0 || block.marker !== undefined, `${where} shows something`);
    assert.equal(block.furniture !== undefined, block.kind === 'furniture', `${where} is furniture with a label`);
    at = block.end;
  }
  assertWhite(text, at, text.length, 'the end');
}

function assertWhite(text: string, start: number, end: number, where: string): void {
  for (let i = start; i < end; i++)
    assert.ok(isWhite(text.charCodeAt(i)), `${where} leaves out ${JSON.stringify(text.slice(i, i + 20))}`);
}

const piece = fc.oneof(
  { weight: 3, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
  { weight: 2, arbitrary: fc.string({ unit: 'grapheme', maxLength: 12 }) },
  {
    weight: 6,
    arbitrary: fc.constantFrom(
      ...[
        '\n',
        '\n\n',
        '\r\n',
        '\r',
        '  ',
        '\t',
        ' ',
        '\u00a0',
        '\ufeff',
        '\u2028',
        '\u0000',
        '\ud83d',
        '\ude00',
        '🙂',
        'e\u0301',
      ],
      ...[
        '# ',
        '## ',
        '> ',
        '>>',
        '- ',
        '* ',
        '• ',
        '1. ',
        '[x] ',
        '```\n',
        '~~~',
        '---\n',
        '***',
        '===',
        '| a | b |\n|---|---|\n',
        '\\',
        '&amp;',
        '&copy;',
        '`',
        '**',
        '_',
        '~~',
      ],
      ...[
        '[a](javascript:alert(1))',
        '![i](http://x/y)',
        '[r]: http://x',
        '[^1]',
        '[^1]: note',
        '<b>',
        '<!-- c -->',
        '<script>x</script>',
        'http://a.b',
        'a@b.org',
      ],
      ...[
        '---\ntitle: A\n---\n',
        '+++\ntitle = "A"\n+++\n',
        '{\n  "title": "A Long Title Here"\n}\n',
        '{"a": [',
        'A Long Title Here',
        'A Long Title HereFor years the harbour has lived on a compromise that no one likes.',
      ],
      ...[
        'By Ana Ruiz\n',
        'Published on Nov 3, 2011\n',
        '2024年3月12日\n',
        '12. März 2024\n',
        'Source: Getty\n',
        'Share\n',
        'Home | News | Contact\n',
        'Home > News\n',
      ],
      ...[
        'Related articles\n',
        'About the author\n',
        'Newsletter\n',
        '3 comments\n',
        'Tags: a, b\n',
        '© 2024 X. All rights reserved.\n',
        'Privacy\n',
        'SecurityTradeNorth Africa\n',
      ],
      'For years the harbour has lived on a compromise: the state digs, the city collects, and the lines complain about both of them.\n',
      'the city and the shipping lines both gain from dredging, and a fair bargain\nmust follow the gains, not the old borders of the port authority, which\n',
      'الميناء والمدينة يكسبان من التعميق، والصفقة العادلة تتبع المكاسب لا الحدود القديمة لسلطة الميناء في كل عام.\n',
      '城市和航运公司都从疏浚中获益，公平的安排应当跟随收益，而不是港务局的旧边界。\n',
    ),
  },
);
const source = fc.oneof(
  fc.array(piece, { maxLength: 40 }).map((parts) => parts.join('')),
  fc
    .array(fc.tuple(piece, fc.constantFrom('', '\n', '\n\n', '\n  ')), { maxLength: 40 })
    .map((parts) => parts.flat().join('')),
  fc.string({ unit: 'binary', maxLength: 200 }),
);

test('any text becomes an article whose blocks hold every character, in order, and show places that exist', () => {
  fc.assert(
    fc.property(source, (text) => {
      const article = parseArticle(text);
      assertWhole(article);
      assert.equal(article.text, canonicalText(text));
      assert.equal(canonicalText(article.text), article.text);
      assert.deepEqual(parseArticle(article.text), parseArticle(text));
      for (const { section, level } of headingsOf(article)) assert.ok(section.start < section.end && level >= 1);
      assert.ok(Array.from(countingWords(article)).length <= article.blocks.length);
    }),
    { numRuns: 500, includeErrorInReport: true },
  );
});

test('the empty text and white space have no blocks', () => {
  for (const text of ['', ' ', '\n\n', '\ufeff', ' \t\r\n']) assert.deepEqual(parseArticle(text).blocks, []);
});
