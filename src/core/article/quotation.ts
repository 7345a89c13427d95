/* Words of an article as a quotation for a text of one's own: what is shown of them, who says it, where and when, and a link to the place. */
import * as l10n from '../l10n';
import type { Article, Span } from './article';
import { shownWords } from './shownWords';

/**
 * The quotation of one or more spans (UTF-16 units): the words in quotation marks, fragments parted by an ellipsis, and below them author, title,
 * outlet, date and link, as far as they are known. `file` is the article's path as others will find it; the link is the address that the
 * article was saved from, with the words as a text fragment, and else the file with its line.
 */
export function quotationOf(article: Article, spans: readonly Span[], file: string): string {
  const words = spans.map((span) => shownWords(article, span)).filter((one) => one !== '');
  const { authors, title, outlet, published } = article.facts;
  const source = [
    l10n.commas(authors),
    title === undefined ? '' : l10n.t('“{0}”', title),
    outlet ?? '',
    published ?? '',
    linkTo(article, spans[0], words[0] ?? '', file),
  ].filter((one) => one !== '');
  return `${l10n.t('“{0}”', words.join(' … '))}\n— ${l10n.commas(source)}`;
}

function linkTo(article: Article, span: Span | undefined, words: string, file: string): string {
  const { source } = article.facts;
  if (source !== undefined && /^https?:\/\/\S+$/i.test(source))
    return `${source.replace(/#.*$/, '')}${fragment(words)}`;
  const line = article.text.slice(0, span?.start ?? 0).split('\n').length;
  return `${file}#L${line}`;
}

/** `#:~:text=` with the words, or the first and the last few of many. See https://wicg.github.io/scroll-to-text-fragment/. */
function fragment(words: string): string {
  const all = words.split(/\s+/).filter(Boolean);
  if (all.length === 0) return '';
  const encoded = (part: readonly string[]) => encodeURIComponent(part.join(' ')).replaceAll('-', '%2D');
  if (all.length <= 12 && !words.includes('\n')) return `#:~:text=${encoded(all)}`;
  return `#:~:text=${encoded(all.slice(0, 5))},${encoded(all.slice(-5))}`;
}
