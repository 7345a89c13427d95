/*
 * What git tells of words that are not at their place comes after an article was read, if at all: nothing waits for it, and it is dropped where the
 * text is another one by then.
 */
import type * as vscode from 'vscode';
import type { Placements } from '../../core/annotation/placement';
import type { AnnotatedArticle } from '../articles';
import type { ArticleDocument } from './document';
import { anyAstray, learn, placementsOf } from './placements';

/** The placements with what history tells; undefined where it tells nothing. */
export async function placedThroughHistory(annotated: AnnotatedArticle): Promise<Placements | undefined> {
  const { article, sidecar, placements } = annotated;
  if (!anyAstray(placements)) return undefined;
  const { carriedIn } = await import('./history');
  const carried = await carriedIn(annotated);
  if (!carried || carried.size === 0) return undefined;
  learn(article, carried);
  return placementsOf(sidecar.set, article, placements);
}

/** Asks once for each text and sidecar that an open article comes to have from its files; edits of the text move what is placed along. */
export function followHistory(document: ArticleDocument): vscode.Disposable {
  let seen: AnnotatedArticle | undefined;
  let isOver = false;
  const look = async () => {
    const { annotated } = document;
    const isSame = seen?.article === annotated.article && seen.sidecar === annotated.sidecar;
    // While the text is edited, nothing is asked; it may turn out that it was read from its file.
    seen = document.state.live.text === undefined ? annotated : undefined;
    if (isSame || !seen) return;
    const placements = await placedThroughHistory(annotated);
    if (placements && !isOver) document.state.takeHistory(annotated, placements);
  };
  void look();
  const following = document.onDidChange(() => void look());
  return {
    dispose: () => {
      isOver = true;
      following.dispose();
    },
  };
}
