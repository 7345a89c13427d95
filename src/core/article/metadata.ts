/*
 * What a record says about the article: a Markdown file's front matter, or the data that a page was built from. The keys are those
 * that publishing systems, static site generators and schema.org use; values may be words, lists, or records with a name.
 */
import type { ArticleFacts } from './article';
import { readNames } from './byline';
import { isoDate } from './dates';

const keys = {
  title: ['title', 'headline', 'ogtitle', 'dctitle'],
  authors: ['authors', 'author', 'byline', 'by', 'creator', 'creators', 'writer', 'dccreator', 'articleauthor'],
  published: [
    'published',
    'datepublished',
    'publishedat',
    'publishedon',
    'publisheddate',
    'publishdate',
    'publicationdate',
    'pubdate',
    'articlepublishedtime',
    'date',
    'issued',
    'datecreated',
  ],
  outlet: [
    'outlet',
    'publication',
    'publisher',
    'journal',
    'magazine',
    'newspaper',
    'sitename',
    'ogsitename',
    'website',
    'site',
  ],
  standfirst: [
    'standfirst',
    'subtitle',
    'subheadline',
    'dek',
    'deck',
    'lede',
    'lead',
    'teaser',
    'chapeau',
    'summary',
    'abstract',
    'description',
    'excerpt',
    'ogdescription',
  ],
  topics: [
    'topics',
    'topic',
    'tags',
    'tag',
    'keywords',
    'categories',
    'category',
    'subjects',
    'themes',
    'articlesection',
    'section',
  ],
  regions: ['regions', 'region', 'countries', 'country', 'places', 'locations', 'geography'],
  source: [
    'source',
    'sourceurl',
    'originalurl',
    'originallypublished',
    'canonical',
    'canonicalurl',
    'url',
    'link',
    'permalink',
    'ogurl',
  ],
} as const satisfies Record<keyof ArticleFacts, readonly string[]>;

/** No facts are known. */
export const noFacts: ArticleFacts = { authors: [], topics: [], regions: [] };

const longestValue = 600;
const longestList = 100;

/** The facts in a record of unknown origin. Never throws; what does not fit is passed over. */
export function factsOf(data: unknown): ArticleFacts {
  const record = articleRecord(data);
  if (!record) return noFacts;
  const byKey = new Map<string, unknown>();
  for (const [key, value] of Object.entries(record)) {
    const plain = key.toLowerCase().replace(/[^a-z]/g, '');
    if (!byKey.has(plain)) byKey.set(plain, value);
  }
  const list = (fact: keyof typeof keys): string[] => {
    for (const key of keys[fact]) {
      const values = wordsOf(byKey.get(key));
      if (values.length > 0) return values;
    }
    return [];
  };
  const one = (fact: keyof typeof keys): string | undefined => list(fact)[0];
  const title = one('title');
  const outlet = one('outlet');
  const standfirst = one('standfirst');
  const source = one('source');
  const published = one('published');
  return {
    ...(title !== undefined && { title }),
    authors: unique(list('authors').flatMap((author) => readNames(author.replace(/^by\s+/i, '')) ?? [author])),
    ...(published !== undefined && { published: isoDate(published) ?? published }),
    ...(outlet !== undefined && { outlet }),
    ...(standfirst !== undefined && { standfirst }),
    topics: unique(separated(list('topics'))),
    regions: unique(separated(list('regions'))),
    ...(source !== undefined && { source }),
  };
}

/** Facts of two origins in one: of each the first that is known, lists put together without repeats. */
export function mergeFacts(first: ArticleFacts, second: ArticleFacts): ArticleFacts {
  return {
    ...second,
    ...first,
    authors: first.authors.length > 0 ? first.authors : second.authors,
    topics: unique([...first.topics, ...second.topics]),
    regions: unique([...first.regions, ...second.regions]),
  };
}

/** All short texts in a record, at any depth, up to a thousand: names that the page may repeat. */
export function stringsIn(data: unknown): string[] {
  const found: string[] = [];
  const open: unknown[] = [data];
  for (let i = 0; i < open.length && i < 5000 && found.length < 1000; i++) {
    const value = open[i];
    if (typeof value === 'string') {
      if (value.length > 1 && value.length <= 120) found.push(value);
    } else if (Array.isArray(value)) for (const item of value) open.push(item);
    else if (isRecord(value)) for (const item of Object.values(value)) open.push(item);
  }
  return found;
}

/** Without repeats, whatever the case, in the order of first mention. */
export function unique(values: readonly string[]): string[] {
  const seen = new Set<string>();
  return values.filter((value) => {
    const key = value.toLowerCase();
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The record that speaks of the article: the data itself, or the one called an article in a list or in JSON-LD's `@graph`. */
function articleRecord(data: unknown): Record<string, unknown> | undefined {
  const candidates = Array.isArray(data)
    ? data
    : isRecord(data) && Array.isArray(data['@graph'])
      ? data['@graph']
      : [data];
  const records = candidates.slice(0, longestList).filter(isRecord);
  return (
    records.find((record) => /article|report|posting/i.test(String(record['@type'] ?? record.type ?? ''))) ?? records[0]
  );
}

/** The words of a value: a text, a number, the name of a record, or those of each item of a list. */
function wordsOf(value: unknown): string[] {
  if (typeof value === 'string') {
    const text = value.replace(/\s+/gu, ' ').trim();
    return text === '' || text.length > longestValue ? [] : [text];
  }
  if (typeof value === 'number' && Number.isFinite(value)) return [String(value)];
  if (value instanceof Date && !Number.isNaN(value.getTime())) return [value.toISOString()];
  if (Array.isArray(value))
    return value.slice(0, longestList).flatMap((item) => (Array.isArray(item) ? [] : wordsOf(item)));
  if (!isRecord(value)) return [];
  for (const key of ['name', 'title', 'label', 'url', '@id']) {
    const inner = value[key];
    if (typeof inner === 'string') return wordsOf(inner);
  }
  return [];
}

/** A list is taken as it is; one text may be a list with commas. */
function separated(values: readonly string[]): string[] {
  if (values.length !== 1) return [...values];
  return (values[0] ?? '')
    .split(/\s*[,;،、，；|]\s*/u)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}
