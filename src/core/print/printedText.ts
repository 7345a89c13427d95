/*
 * The text of an article as markup for paper: its blocks, the annotated words marked in the look of their tags, one mark in another where
 * annotations overlap, and behind the last words of each annotation its number. Page furniture is left out where nothing in it is annotated.
 */
import type { ShownTag } from '../annotation/codebook';
import type { Placements } from '../annotation/placement';
import { spanIndexOf } from '../annotation/spanIndex';
import type { Article, Block, Run, Span } from '../article/article';
import { languageOf } from '../article/language';
import { headingRank, shownDepth } from '../article/levels';
import { openableHref } from '../article/links';
import { type Html, html } from '../html';

/** An annotation as the page calls it. */
export interface Numbered {
  /** From 1, in text order. */
  readonly number: number;
  readonly tag: ShownTag;
}

/** A stretch of a run that the same annotations lie on. */
interface Piece extends Span {
  readonly run: Run;
  /** Their ids, the one that holds the others first. */
  readonly over: readonly string[];
}

export function printedText(
  article: Article,
  placements: Placements,
  numbered: ReadonlyMap<string, Numbered>,
): readonly Html[] {
  const shown = article.blocks.flatMap((block) => {
    const pieces = piecesOf(block, placements);
    const isLeftOut = block.kind === 'furniture' && pieces.every(({ over }) => over.length === 0);
    return isLeftOut ? [] : [{ block, pieces }];
  });
  const ends = new Map<string, Piece>();
  for (const { pieces } of shown) for (const piece of pieces) for (const id of piece.over) ends.set(id, piece);
  return shown.map(({ block, pieces }) => {
    const words = pieces.map((piece) => {
      const marked = piece.over.reduceRight((inner, id) => mark(inner, numbered.get(id)), styled(article, piece));
      return html`${marked}${piece.over.filter((id) => ends.get(id) === piece).map((id) => note(numbered.get(id)))}`;
    });
    return element(block, words, languageOf(article.text.slice(block.start, block.end)));
  });
}

function piecesOf(block: Block, placements: Placements): Piece[] {
  const ids = spanIndexOf(placements).within(block);
  const spans = ids.flatMap((id) => (placements.get(id)?.spans ?? []).map(({ start, end }) => ({ id, start, end })));
  return block.runs.flatMap((run) => {
    const inside = spans.flatMap(({ start, end }) => [start, end]).filter((at) => run.start < at && at < run.end);
    const cuts = [run.start, ...new Set(inside.sort((a, b) => a - b)), run.end];
    return cuts.slice(1).map((end, i) => {
      const start = cuts[i] as number;
      const over = spans.filter((span) => span.start <= start && end <= span.end);
      over.sort((a, b) => b.end - b.start - (a.end - a.start));
      return { run, start, end, over: over.map(({ id }) => id) };
    });
  });
}

function mark(inner: Html, numbered: Numbered | undefined): Html {
  return numbered ? html`<mark class="${numbered.tag.colour} ${numbered.tag.line}">${inner}</mark>` : inner;
}

function note(numbered: Numbered | undefined): Html {
  if (!numbered) return html``;
  const { number, tag } = numbered;
  return html`<sup><a class="${tag.colour}" id="words-${number}" href="#annotation-${number}">${number}</a></sup>`;
}

const elementOfStyle = {
  strong: (inner: Html) => html`<strong>${inner}</strong>`,
  emphasis: (inner: Html) => html`<em>${inner}</em>`,
  strikethrough: (inner: Html) => html`<s>${inner}</s>`,
  code: (inner: Html) => html`<code>${inner}</code>`,
};

function styled({ text }: Article, { run, start, end }: Piece): Html {
  const words = run.keepsLines
    ? html`<span class="keeps-lines">${text.slice(start, end)}</span>`
    : html`${text.slice(start, end)}`;
  return (run.styles ?? []).reduceRight((inner, style) => {
    if (style !== 'link') return elementOfStyle[style](inner);
    const href = openableHref(run.href);
    return href === undefined ? inner : html`<a href="${href}">${inner}</a>`;
  }, words);
}

function element(block: Block, words: readonly Html[], language: string | undefined): Html {
  const { kind, marker } = block;
  const rest = html`class="${kind}" dir="auto"${language === undefined ? undefined : html` lang="${language}"`}`;
  const depth = html`style="--depth: ${shownDepth(block)}"`;
  switch (kind) {
    case 'title':
      return html`<h1 ${rest}>${words}</h1>`;
    case 'heading': {
      const rank = headingRank(block);
      return html`<h${rank} ${rest}>${words}</h${rank}>`;
    }
    case 'quote':
      return html`<blockquote ${rest} ${depth}>${words}</blockquote>`;
    case 'code':
    case 'table':
      return html`<pre ${rest}>${words}</pre>`;
    case 'listItem':
      return html`<p ${rest} ${depth}><span class="marker">${marker ?? '•'}</span> ${words}</p>`;
    case 'rule':
      return html`<hr>`;
    default:
      return html`<p ${rest}>${words}</p>`;
  }
}
