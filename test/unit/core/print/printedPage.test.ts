import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { defaultCodebook } from '../../../../src/core/annotation/defaultCodebook';
import type { AnnotationSet } from '../../../../src/core/annotation/model';
import type { Placements } from '../../../../src/core/annotation/placement';
import { parseArticle } from '../../../../src/core/article/parse';
import { printedPage } from '../../../../src/core/print/printedPage';
import { placedIn } from '../anchor/annotate';
import { hostileSet } from '../annotation/arbitraries';

const text = `# Ports & *Power*

Deep ports gain <b>from</b> trade. Those who gain from **depth** should carry "its" cost.

- The [city](https://example.org/?a=1&b="2") draws fees.
- Rents [rose](javascript:alert) by a third.

> The treasury pays
> once more.
`;
const article = parseArticle(text);
const look = { style: 'p { margin: 0; }', colours: { blue: '#0a5fb8', green: '#1b7332' } };

function page(set: AnnotationSet, placements: Placements = placedIn(text, set.annotations)): string {
  return printedPage({ article, set, placements, codebook: defaultCodebook, name: 'ports.md' }, look);
}

const entities: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&amp;': '&' };
const plain = (markup: string) => markup.replaceAll(/<[^>]*>/g, '').replaceAll(/&\w+;/g, (one) => entities[one] ?? one);
const body = (markup: string) => /<main>\n(.*?)\n<\/main>/s.exec(markup)?.[1] ?? '';

const set: AnnotationSet = {
  annotations: [
    { id: 'in', tag: 'premise', spans: [{ quote: 'gain from **depth**' }], note: 'Not <i>who</i>?', by: 'ana' },
    { id: 'out', tag: 'claim', spans: [{ quote: 'Those who gain from **depth** should carry "its" cost.' }] },
    { id: 'two', tag: 'evidence', spans: [{ quote: 'draws fees' }, { quote: 'once more' }] },
    { id: 'gone', tag: 'claim', spans: [{ quote: 'Words that were here once.' }] },
    { id: 'unsaid', tag: 'premise', spans: [], wording: 'Fees are no gift.' },
  ],
  arguments: [{ id: 'a', premises: ['two', 'unsaid'], supports: 'out' }],
  links: [],
};

test('marked words stand in the look of their tags, one in another, with the numbers of what is said of them', () => {
  const printed = body(page(set));
  assert.match(printed, /<mark class="blue solid">Those who <\/mark>/);
  assert.match(
    printed,
    /<mark class="blue solid"><mark class="green dotted"><strong>depth<\/strong><\/mark><\/mark><sup>/,
  );
  // The one that begins first is the first, and numbers stand behind the last words alone.
  assert.match(printed, /cost\.<\/mark><sup><a class="blue" id="words-1" href="#annotation-1">1<\/a><\/sup>/);
  assert.equal(printed.match(/id="words-3"/g)?.length, 1);
  assert.match(printed, /once more<\/mark><sup>.*id="words-3"/);
});

test('the list says all of every annotation, and leads to the words and to what they are argued with', () => {
  const printed = page(set);
  const list = printed.slice(printed.indexOf('<ol>'));
  assert.deepEqual(
    [...list.matchAll(/<li id="annotation-(\d)">\n<p><b class="[^"]*">([^<]*)<\/b> (<a href="#words-\d">)?/g)].map(
      ([, number, tag, link]) => [number, tag, link !== undefined],
    ),
    [
      ['1', 'Claim', true],
      ['2', 'Premise', true],
      ['3', 'Evidence', true],
      ['4', 'Claim', false],
      ['5', 'Premise', false],
    ],
  );
  assert.match(list, /supported by <a href="#annotation-3">3<\/a> <span[^>]*>draws fees/);
  assert.match(list, /Note: <span[^>]*>Not &lt;i&gt;who&lt;\/i&gt;\?<\/span>/);
  assert.match(printed, /2 claims, 2 premises, 1 evidence, 1 argument/);
  assert.match(printed, /\.blue { --tag: #0a5fb8; }/);
});

test('words of others keep their direction and their lines within what is said of them', () => {
  const notes = 'First line.\nSecond line.';
  const arabic = 'تكسب الموانئ العميقة.';
  const printed = page({
    annotations: [
      { id: 'a', tag: 'claim', spans: [], wording: arabic },
      { id: 'b', tag: 'premise', spans: [{ quote: 'draws fees' }] },
    ],
    arguments: [{ id: 'g', premises: ['b'], supports: 'a', note: notes }],
    links: [],
  });
  assert.ok(
    printed.includes(
      `supports <a href="#annotation-2">2</a> <span class="keeps-lines" dir="auto">${arabic}</span></p>`,
    ),
  );
  assert.match(printed, /<span class="keeps-lines" dir="auto">[^<]*First line\.\nSecond line\.<\/span>/);
});

test('only links that are harmless are links', () => {
  const printed = body(page({ annotations: [], arguments: [], links: [] }));
  assert.match(printed, /<a href="https:\/\/example\.org\/\?a=1&amp;b=(&quot;2&quot;|%222%22)">city<\/a>/);
  assert.doesNotMatch(printed, /javascript/);
});

test('page furniture is left out unless something in it is annotated', () => {
  const saved = `---\ntitle: Ports\n---\n\n${text}`;
  const withMatter = parseArticle(saved);
  const printed = (annotations: AnnotationSet['annotations']) => {
    const placements = placedIn(saved, annotations);
    const few = { annotations, arguments: [], links: [] };
    return body(
      printedPage({ article: withMatter, set: few, placements, codebook: defaultCodebook, name: 'p.md' }, look),
    );
  };
  assert.doesNotMatch(printed([]), /title: Ports/);
  assert.match(printed([{ id: 'a', tag: 'claim', spans: [{ quote: 'title: Ports' }] }]), /title: Ports/);
});

test('whatever is said and wherever it stands, the text is the text, and nothing of it is markup', () => {
  const shown = article.blocks.map(({ runs }) => runs.map(({ start, end }) => text.slice(start, end)).join(''));
  const spans = fc.array(
    fc.tuple(fc.nat(text.length - 1), fc.integer({ min: 1, max: 60 })).map(([start, size]) => ({
      start,
      end: Math.min(text.length, start + size),
    })),
    { maxLength: 3 },
  );
  fc.assert(
    fc.property(hostileSet, fc.array(spans, { minLength: 6, maxLength: 6 }), (any, places) => {
      const placements: Placements = new Map(
        any.annotations.map(({ id }, i) => [id, { status: 'exact' as const, spans: places[i] ?? [], score: 1 }]),
      );
      const printed = page(any, placements);
      const without = body(printed).replaceAll(/<sup>.*?<\/sup>|<span class="marker">.*?<\/span> /g, '');
      assert.deepEqual(plain(without).split('\n').join(''), shown.join('').replaceAll('\n', ''));
      assert.equal(printed.match(/<html/g)?.length, 1);
      for (const name of printed.matchAll(/<\/?([a-z0-9]+)/g)) assert.ok(known.has(name[1] ?? ''), name[0]);
    }),
  );
});

const known: ReadonlySet<string> = new Set(
  'html head meta title style body main section h1 h2 p ol li b q a sup mark strong em code span blockquote footer'.split(
    ' ',
  ),
);
