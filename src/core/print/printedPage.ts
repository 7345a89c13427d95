/*
 * An article with its annotations as one page for paper, complete in itself: the text with marked words and numbers, then what is said of
 * each number, in the words of hover and card. A page of HTML, since VS Code itself cannot print.
 */
import { type Codebook, type TagColour, tagOf } from '../annotation/codebook';
import { type DescribeContext, describe } from '../annotation/describe';
import {
  type HoverGroup,
  type HoverLine,
  type HoverRelation,
  type HoverText,
  hoverText,
} from '../annotation/hoverText';
import { tallyLine } from '../annotation/lines';
import { type AnnotationSet, indexOf } from '../annotation/model';
import { inTextOrder } from '../annotation/order';
import type { Placements } from '../annotation/placement';
import { relationText } from '../annotation/relations';
import type { Article, BlockKind } from '../article/article';
import { type Html, html } from '../html';
import * as l10n from '../l10n';
import { type Numbered, printedText } from './printedText';

export interface Printed {
  readonly article: Article;
  /** With the words as a reader sees them (`asShown`). */
  readonly set: AnnotationSet;
  readonly placements: Placements;
  readonly codebook: Codebook;
  /** Of the article's file. */
  readonly name: string;
}

export interface PrintedLook {
  /** A style sheet in which `--tag` is the colour of a tag. */
  readonly style: string;
  /** Colours as style sheets name them. */
  readonly colours: Readonly<Partial<Record<TagColour, string>>>;
}

/** The whole page, as the text of a file. */
export function printedPage({ article, set, placements, codebook, name }: Printed, look: PrintedLook): string {
  const inOrder = inTextOrder({ set, placements });
  const numbered = new Map<string, Numbered>(
    inOrder.map(({ id, tag }, i) => [id, { number: i + 1, tag: tagOf(codebook, tag) }]),
  );
  const context: DescribeContext = { entries: indexOf(set), placements, codebook };
  const said = inOrder.flatMap(({ id }) => {
    const description = describe(id, context);
    return description ? [hoverText(description)] : [];
  });
  const title = article.facts.title ?? name;
  return html`<!DOCTYPE html>
<html lang="${l10n.spoken().language}" dir="${l10n.direction()}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${title}</title>
${styleOf(look)}
</head>
<body>
<main>
${headOf(article, title)}
${printedText(article, placements, numbered)}
</main>
<section aria-labelledby="annotations">
<h2 id="annotations">${l10n.t('Annotations')}</h2>
<p>${tallyLine(set, codebook)}</p>
<ol>
${said.map((text) => entry(text, numbered, placements))}
</ol>
</section>
<footer dir="auto">${name}</footer>
</body>
</html>
`.markup;
}

function styleOf({ style, colours }: PrintedLook): Html {
  const rules = Object.entries(colours).map(([name, colour]) => `.${name} { --tag: ${colour}; }`);
  return { markup: `<style>\n${[style.trim(), ...rules].join('\n')}\n</style>` };
}

/** What no block of the text says of it already. */
function headOf({ blocks, facts }: Article, title: string): readonly Html[] {
  const has = (kind: BlockKind) => blocks.some((block) => block.kind === kind);
  const about = [
    has('byline') || facts.authors.length === 0 ? undefined : l10n.commas(facts.authors),
    has('outlet') ? undefined : facts.outlet,
    has('date') ? undefined : facts.published,
  ].filter((part) => part !== undefined && part !== '');
  return [
    ...(has('title') ? [] : [html`<h1 class="title" dir="auto">${title}</h1>`]),
    ...(about.length === 0 ? [] : [html`<p class="byline" dir="auto">${about.join(' · ')}</p>`]),
  ];
}

function entry(
  { id, tag, tagProblem, signed, quote, lines, groups }: HoverText,
  numbered: ReadonlyMap<string, Numbered>,
  placements: Placements,
): Html {
  const number = numbered.get(id)?.number ?? 0;
  const stands = (placements.get(id)?.spans.length ?? 0) > 0;
  const words = html`<q class="words" dir="auto">${quote}</q>`;
  return html`<li id="annotation-${number}">
<p><b class="tag ${tag.colour} ${tag.line}">${tag.label}</b>${tagProblem && ` (${tagProblem})`} ${
    stands ? html`<a href="#words-${number}">${words}</a>` : words
  }</p>
${lines.map(lineOf)}${groups.map((group) => groupOf(group, numbered))}${signed && html`<p class="signed">${signed}</p>`}
</li>
`;
}

function lineOf({ label, words, problem }: HoverLine): Html {
  return html`<p>${label && `${l10n.t('{0}:', label)} `}${wordsApart(words)}${problem && ` — ${problem}`}</p>`;
}

/** Words of the article or of an analyst, which may run the other way than what is said of them, and have lines of their own. */
function wordsApart(words: string): Html {
  return html`<span class="keeps-lines" dir="auto">${words}</span>`;
}

function groupOf({ relations, remarks, undercuts }: HoverGroup, numbered: ReadonlyMap<string, Numbered>): Html {
  const said = [...relations.map((one) => relationOf(one, numbered)), ...remarks.map(wordsApart)];
  const lines = [...said, ...undercuts.map((one) => relationOf(one, numbered))];
  return html`${lines.map((line) => html`<p class="relation">${line}</p>`)}`;
}

function relationOf(
  { sign, words, quote, target, problem }: HoverRelation,
  numbered: ReadonlyMap<string, Numbered>,
): Html {
  const other = numbered.get(target);
  const leads = other && html`<a href="#annotation-${other.number}">${other.number}</a> `;
  return html`${sign} ${relationText(words)} ${leads}${wordsApart(quote)}${problem && ` — ${problem}`}`;
}
