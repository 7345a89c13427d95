/** That the reading view's card and the text editor's hover say the same: both are drawn from one rich set, and their words compared. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { defaultCodebook } from '../../../../src/core/annotation/defaultCodebook';
import { describe } from '../../../../src/core/annotation/describe';
import { hoverText } from '../../../../src/core/annotation/hoverText';
import { type AnnotationSet, indexOf } from '../../../../src/core/annotation/model';
import { parseArticle } from '../../../../src/core/article/parse';
import type { AnnotatedArticle } from '../../../../src/host/articles';
import { placementsOf } from '../../../../src/host/editor/placements';
import { wholeState } from '../../../../src/host/editor/readerState';
import { hoverMarkdown } from '../../../../src/host/language/hoverMarkdown';
import { described } from '../../../../src/webview/reader/model/describing';
import { modelOf } from '../../../../src/webview/reader/model/store';
import { AnnotationCard } from '../../../../src/webview/reader/panels/annotationCard';

const article = parseArticle('One claim *stands* here.\n\nA first reason, and a second one. But some object.\n');
const set: AnnotationSet = {
  annotations: [
    {
      id: 'c',
      tag: 'claim',
      spans: [{ quote: 'One claim *stands* here.' }],
      attributes: { kind: 'guess', mood: 'grim', places: ['Here', 'There'], sure: true },
      wording: 'There is *one* claim.',
      speaker: 'Mara [the elder]',
      note: 'First line.\nSecond <b>line</b>.\n\nA paragraph, see https://example.org.',
      by: 'ana_k',
      at: '2026-11-24T12:00:00Z',
    },
    { id: 'p', tag: 'premise', spans: [{ quote: 'A first reason,' }, { quote: 'a second one' }] },
    { id: 'u', tag: 'assumption', spans: [], wording: 'Reasons\ncount.', by: 'ana_k' },
    { id: 'x', tag: 'thesis', spans: [{ quote: 'some object' }], at: '2026-11-24' },
    { id: 'o', tag: 'claim', spans: [{ quote: 'no such words' }], wording: 'Gone.' },
  ],
  arguments: [
    { id: 'a1', premises: ['p', 'u'], supports: 'c', scheme: 'cause-to-effect', note: 'A *weak* one.' },
    { id: 'a2', premises: ['x'], attacks: 'c' },
    { id: 'a3', premises: ['x', 'gone'], attacks: 'a1', note: 'It does not follow.' },
  ],
  links: [
    { id: 'l1', from: 'c', rephrases: 'o', note: 'Nearly.' },
    { id: 'l2', from: 'c', rephrases: '../b.txt#k7m2xq' },
  ],
};
const annotated = {
  article,
  sidecar: { set },
  placements: placementsOf(set, article),
  codebook: defaultCodebook,
  revision: 1,
} as unknown as AnnotatedArticle;
const settings = {
  readingFont: 'serif',
  lineWidth: 70,
  zoom: 100,
  keys: {},
  annotator: 'ana',
  announce: true,
} as const;
const model = modelOf(wholeState({ annotated, name: 'a.md', notices: [], readOnly: false }, settings));
const reader = { perform: () => true, pick: () => {} };

/** All that a person can read of drawn elements, in order. */
function shown(node: unknown): string {
  if (Array.isArray(node)) return node.map(shown).join(' ');
  if (typeof node === 'string' || typeof node === 'number') return String(node);
  if (typeof node !== 'object' || node === null) return '';
  const { type, props } = node as { type: unknown; props: { children?: unknown } };
  return typeof type === 'function' ? shown(type(props)) : shown(props.children);
}

function text(node: Nodes): string {
  // What a link says when the pointer rests on it is what the card unfolds.
  const title = node.type === 'link' ? (node.title ?? '') : '';
  if ('children' in node) return [...node.children.map(text), title].join(' ');
  return 'value' in node ? node.value : ' ';
}

/** Without what is mere look: white space, and the marks that only one of the two parts or wraps its words with. */
const words = (said: string): string =>
  said
    .replace(/[·“”]/g, ' ')
    .replace(/\s+([,:.)])(?=\s|$)/g, '$1')
    .replace(/\( /g, '(')
    .replace(/\s+/g, ' ')
    .trim();

const card = (id: string): string => {
  const description = described(model, id) ?? assert.fail(id);
  return words(shown(AnnotationCard({ reader, model, text: hoverText(description) })));
};
const hover = (id: string): string => {
  const { placements, codebook } = annotated;
  const description = describe(id, { entries: indexOf(set), placements, codebook }) ?? assert.fail(id);
  const paragraphs = hoverMarkdown(hoverText(description), 'file:///a.md');
  return words(text(fromMarkdown(paragraphs.join('\n\n'))));
};

test('the card and the hover say the same of every annotation, in the same order', () => {
  for (const { id } of set.annotations) assert.equal(card(id), hover(id));
});

test('everything that is recorded of an annotation is said, and what is wrong with it', () => {
  const said = hover('c');
  const parts = [
    'Claim',
    'A statement that the author wants believed',
    'Example: Those who gain',
    'Not: The harbour',
    'ana_k',
    '2026-11-24 12:00 UTC',
    'One claim *stands* here.',
    'Paraphrase: There is *one* claim.',
    'Kind: guess — ',
    'Mood: grim — The codebook lacks this attribute.',
    'Here, There',
    'yes',
    'Speaker: Mara [the elder]',
    'Note: First line. Second <b>line</b>. A paragraph, see https://example.org.',
    '+ supported by A first reason, … a second one',
    '+ and Reasons count.',
    'cause-to-effect',
    'A *weak* one.',
    '− undercut by some object',
    '− and gone, which is not there',
    '− attacked by some object',
    '= rephrases no such words',
    'Nearly.',
    '= rephrases ../b.txt#k7m2xq',
  ];
  let at = 0;
  for (const part of parts) {
    at = said.indexOf(part, at);
    assert.ok(at >= 0, `“${part}” in its place in: ${said}`);
  }
  assert.match(hover('x'), /^thesis \(not in the codebook\) 2026-11-24 some object/);
  assert.match(hover('o'), /^Claim .* no such words Orphan: .* Paraphrase: Gone\. = rephrased by One claim/);
  assert.match(hover('u'), /^Assumption .* ana_k Reasons count\. Unstated: .*\. \+ supports One claim/);
});
