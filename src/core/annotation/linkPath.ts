/*
 * Where links lead that leave their article: `../2010/missile%20defence.md#c4r8js`, a path relative to the article's folder, percent-encoded,
 * the last `#`, and an id. When files get other names the links follow. Paths are absolute, with `/` between their parts.
 */
import * as l10n from '../l10n';
import type { Change, Edit } from './edit';
import type { AnnotationSet } from './model';

/** The article that a link of another one leads to; undefined where it stays in its own, or its path cannot be read. */
export function linkedArticle(article: string, rephrases: string): string | undefined {
  const hash = rephrases.lastIndexOf('#');
  if (hash <= 0) return undefined;
  const parts = article.split('/').slice(0, -1);
  for (const part of rephrases.slice(0, hash).split('/')) {
    if (part === '..' && parts.length > 1) parts.pop();
    else if (part !== '..' && part !== '.' && part !== '') {
      const name = decoded(part);
      if (name === undefined || name.includes('/')) return undefined;
      parts.push(name);
    }
  }
  return parts.join('/');
}

/** A link from one article to an annotation of another. */
export function linkTo(article: string, other: string, id: string): string {
  const from = article.split('/').slice(0, -1);
  const to = other.split('/');
  let same = 0;
  while (same < from.length && same < to.length - 1 && from[same] === to[same]) same++;
  const up = from.slice(same).map(() => '..');
  return `${[...up, ...to.slice(same).map(encodeURIComponent)].join('/')}#${id}`;
}

/**
 * The edit that keeps the links of an article where they lead when files have got other names; undefined where they lead there as they are.
 * @param was the article's path before, and `is` now.
 * @param moved the path now of what had another one.
 */
export function relinked(
  set: AnnotationSet,
  was: string,
  is: string,
  moved: (path: string) => string,
): Edit | undefined {
  const changes = set.links.flatMap((before): Change[] => {
    const target = linkedArticle(was, before.rephrases);
    if (target === undefined) return [];
    const now = moved(target);
    if (linkedArticle(is, before.rephrases) === now) return [];
    const id = before.rephrases.slice(before.rephrases.lastIndexOf('#') + 1);
    return [{ kind: 'link', id: before.id, before, after: { ...before, rephrases: linkTo(is, now, id) } }];
  });
  return changes.length > 0 ? { label: l10n.t('Follow Renamed Articles'), changes } : undefined;
}

function decoded(part: string): string | undefined {
  try {
    return decodeURIComponent(part);
  } catch {
    return undefined;
  }
}
