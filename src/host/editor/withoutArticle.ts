import type * as vscode from 'vscode';
import type { Files } from '../files';
import { articleOf } from './uris';

/** The sidecars whose articles are not there; `listed` are articles that surely are, by their address. */
export async function withoutArticle(
  sidecars: readonly vscode.Uri[],
  listed: ReadonlySet<string>,
  files: Pick<Files, 'exists'>,
): Promise<readonly vscode.Uri[]> {
  const isThere = await Promise.all(
    sidecars.map(articleOf).map(async (article) => {
      // What cannot be looked at is not known to be gone.
      return listed.has(article.toString()) || files.exists(article).catch(() => true);
    }),
  );
  return sidecars.filter((_, i) => !isThere[i]);
}
