/*
 * The words that arguments were made on, as git knows them: asked in the background once a review begins, and for so long only. Without git, or in
 * a workspace that is not trusted, nothing is known of them.
 */
import type * as vscode from 'vscode';
import { type WordsThen, wordsThen } from '../../core/annotation/wordsThen';
import type { Articles } from '../articles';

export interface EarlierWords {
  /** By article. */
  readonly byArticle: ReadonlyMap<string, WordsThen>;
  /** How many articles were not looked up to the end, since the time was over. */
  readonly left: number;
}

/** Milliseconds for all articles together: a review does not wait for more. */
export const longestLookUp = 4_000;

/** Never rejects: an article whose history cannot be read has none. */
export async function earlierWords(
  uris: readonly vscode.Uri[],
  articles: Pick<Articles, 'at'>,
  longest = longestLookUp,
): Promise<EarlierWords> {
  const byArticle = new Map<string, WordsThen>();
  if (uris.length === 0) return { byArticle, left: 0 };
  let isOver = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const over = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => {
      isOver = true;
      resolve(undefined);
    }, longest);
  });
  const { sidecarVersions } = await import('../editor/history');
  for (const [i, uri] of uris.entries()) {
    const state = await articles.at(uri);
    if (state) {
      const versions = until(over, sidecarVersions(state.sidecarUri));
      const known = await wordsThen(state.sidecar.set, versions).catch(() => undefined);
      if (known && known.size > 0) byArticle.set(uri.toString(), known);
    }
    if (isOver) return { byArticle, left: uris.length - i };
  }
  clearTimeout(timer);
  return { byArticle, left: 0 };
}

/** What comes before `over`. What is on its way then is not waited for. */
async function* until<T>(over: Promise<undefined>, source: AsyncGenerator<T, undefined>): AsyncGenerator<T, undefined> {
  try {
    for (;;) {
      const next = await Promise.race([source.next(), over]);
      if (!next || next.done) return;
      yield next.value;
    }
  } finally {
    source.return(undefined).catch(() => {});
  }
}
