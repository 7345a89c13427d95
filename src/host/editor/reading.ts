/*
 * How an article that no reading view has open is read: its text, its sidecar, and where the words stand. Loaded with the first one that
 * is asked for, since all that knows the formats comes with it.
 */
import type { Article } from '../../core/article/article';
import { parseArticle } from '../../core/article/parse';
import { newSidecar } from '../../core/sidecar/read';
import { readSidecarFile } from '../../core/sidecar/sidecarFile';
import type { AnnotatedArticle } from '../articles';
import { LivePlaces, type Standing } from './livePlaces';
import { placementsOf } from './placements';

type Read = Pick<AnnotatedArticle, 'article' | 'sidecar' | 'placements'>;

/** What a canonical text and a sidecar's bytes come to. What `before` was read from the same bytes is taken from there. */
export function readAnnotated(
  text: string,
  bytes: Uint8Array | undefined,
  live: LivePlaces,
  before: { readonly read: Read; readonly sameBytes: boolean } | undefined,
): Read {
  const article = lazyArticle(text);
  const sidecar = before?.sameBytes
    ? before.read.sidecar
    : bytes
      ? readSidecarFile(bytes, article).sidecar
      : newSidecar({});
  const placements = live.resume(sidecar.set, article);
  if (!placements) live.forget();
  return { article, sidecar, placements: placements ?? placementsOf(sidecar.set, article, before?.read.placements) };
}

/** The same on the text that edits have made of its own, told or not told. */
export function onText(text: string, annotated: AnnotatedArticle, live: LivePlaces): AnnotatedArticle {
  live.follow({ text, changes: [], isUndo: false }, standing(annotated));
  const placements = live.placementsIn(text, annotated.placements) ?? annotated.placements;
  return { ...annotated, article: lazyArticle(text), placements };
}

/** The same on a text that was read anew, with its words looked for anew. */
export function placedAnew(text: string, annotated: AnnotatedArticle): AnnotatedArticle {
  const article = lazyArticle(text);
  return { ...annotated, article, placements: placementsOf(annotated.sidecar.set, article, annotated.placements) };
}

export const livePlaces = (): LivePlaces => new LivePlaces();

export function standing({ article, sidecar, placements }: AnnotatedArticle): Standing {
  return { article, set: sidecar.set, placements };
}

/** The article of a canonical text, parsed when its blocks or facts are first asked for. */
export function lazyArticle(text: string): Article {
  let parsed: Article | undefined;
  const read = () => {
    parsed ??= parseArticle(text);
    return parsed;
  };
  return {
    text,
    get format() {
      return read().format;
    },
    get facts() {
      return read().facts;
    },
    get blocks() {
      return read().blocks;
    },
  };
}
