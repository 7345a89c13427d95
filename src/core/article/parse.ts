/*
 * The door of this room: a text of unknown kind becomes an `Article`. Its kind is told by its content, never by a file's name, and
 * whatever the kind, the article's text stays the whole decoded source.
 */
import type { Article, ArticleFormat } from './article';
import { canonicalText } from './decode';
import { readMarkdown } from './markdown';
import { markdownSigns } from './markdownSigns';
import { readPage } from './page';
import { type Reading, readPlain } from './plain';

/** Understands a text, whatever it is. Never throws; the same text always gives the same article. Offsets are UTF-16 units of its `text`. */
export function parseArticle(source: string): Article {
  const text = canonicalText(source);
  const markdown = markdownSigns(text);
  const page = markdown === 'yes' ? undefined : readPage(text);
  if (page) return article(text, 'page', page);
  const tree = markdown === 'no' ? undefined : markdownOrNone(text);
  return tree ? article(text, 'markdown', tree) : article(text, 'plain', readPlain(text));
}

function article(text: string, format: ArticleFormat, { facts, blocks }: Reading): Article {
  return { text, format, facts, blocks };
}

/** Nesting without end could exhaust the parser; such a text is still readable as plain text. */
function markdownOrNone(text: string): Reading | undefined {
  try {
    return readMarkdown(text);
  } catch {
    return undefined;
  }
}
