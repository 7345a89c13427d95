/*
 * An open article follows its text: annotations move with each edit, all that shows the article is drawn with the next one at the latest
 * where that is quick, and words that went astray are searched once nobody types.
 */
import type * as vscode from 'vscode';
import type { ArticleDocument } from './document';

/** Milliseconds after the last edit until words are searched, and the longest that a view lags behind someone who types. */
const rest = 120;

/** How many times as long as it took to draw is waited until the next time, so that the host is free for other things. */
const share = 4;

/** Characters of the article that a reading view takes over in a millisecond, about. */
const readerPace = 2_000;

export function followText(document: ArticleDocument): vscode.Disposable {
  let drawing: ReturnType<typeof setTimeout> | undefined;
  let resting: ReturnType<typeof setTimeout> | undefined;
  /** When the next drawing may begin, as `performance.now()` counts. */
  let free = 0;
  const draw = () => {
    drawing = undefined;
    const begin = performance.now();
    document.state.takeText();
    const end = performance.now();
    free = end + Math.min(rest, Math.max(share * (end - begin), document.text.text.length / readerPace));
  };
  const settle = () => {
    if (drawing) {
      clearTimeout(drawing);
      draw();
    }
    document.state.settleText();
  };
  const following = document.text.onDidChange((change) => {
    if (change !== 'file') document.state.followText(change);
    drawing ??= setTimeout(draw, Math.max(0, free - performance.now()));
    clearTimeout(resting);
    resting = setTimeout(settle, rest);
  });
  return {
    dispose: () => {
      following.dispose();
      clearTimeout(drawing);
      clearTimeout(resting);
    },
  };
}
