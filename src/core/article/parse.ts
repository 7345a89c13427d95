/*
 * The door of this room: a text of unknown kind becomes an `Article`. Its kind is told by its content, never by a file's name, and
 * whatever the kind, the article's text stays the whole decoded source.
 */
import type { Article, ArticleFormat } from './article';
import { canonicalText } from './decode';
import { readMarkdown } from './markdown';
import { markdownSigns } from './markdownSigns';
import { readPage } from './page';
import { findPageData } from './page/pageData';
import { passagesAround } from './passages';
import { type Reading, readPlain } from './plain';
import { isTangled } from './tangle';

/** Understands a text, whatever it is. Never throws; the same text always gives the same article. Offsets are UTF-16 units of its `text`. */
export function parseArticle(source: string): Article {
  const text = canonicalText(source);
  const markdown = markdownSigns(text);
  if (markdown === 'yes') {
    const reading = markdownOrNone(text);
    if (reading) return article(text, 'markdown', reading);
  }
  const data = findPageData(text);
  const passages = passagesAround(text, data);
  const page = readPage(text, passages, data);
  if (page) return article(text, 'page', page);
  const reading = markdown === 'perhaps' ? markdownOrNone(text) : undefined;
  if (reading) return article(text, 'markdown', reading);
  return article(text, 'plain', readPlain(text, data.length === 0 ? passages : passagesAround(text, [])));
}

function article(text: string, format: ArticleFormat, { facts, blocks }: Reading): Article {
  return { text, format, facts, blocks };
}

/** Nesting without end could exhaust the parser; such a text is still readable as plain text. */
function markdownOrNone(text: string): Reading | undefined {
  if (isTangled(text)) return undefined;
  try {
    return readMarkdown(text);
  } catch {
    return undefined;
  }
}
