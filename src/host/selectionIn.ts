import type * as vscode from 'vscode';
import type { Articles, Selection } from './articles';
import { sameUri } from './editor/uris';

/** Where a person stands in this article; undefined where they stand in another one, or in none. */
export function selectionIn(uri: vscode.Uri, { selection }: Pick<Articles, 'selection'>): Selection | undefined {
  return selection && sameUri(selection.uri, uri) ? selection : undefined;
}
