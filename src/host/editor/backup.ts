/*
 * Hot exit: unsaved annotations, kept by VS Code while the window is closed. A backup stands for itself (the whole sidecar and the text
 * that it was based on), as after a rename it is read under another name; what cannot be understood is refused, not guessed.
 */

import * as vscode from 'vscode';
import { platform } from '#platform';
import { editBetween } from '../../core/annotation/editBetween';
import { emptySet } from '../../core/annotation/model';
import { unsavedPositions } from '../../core/annotation/positionVerbs';
import type { Article, Span } from '../../core/article/article';
import * as l10n from '../../core/l10n';
import { applyToSidecar } from '../../core/sidecar/patch';
import { readSidecar } from '../../core/sidecar/read';
import type { Sidecar } from '../../core/sidecar/sidecar';
import { textOfSidecar } from '../../core/sidecar/sidecarFile';
import type { Files } from '../files';
import type { Backup } from './backupFile';
import type { ArticleDocument } from './document';
import { merge } from './merging';
import { placementsOf } from './placements';
import { lazyArticle, livePlaces } from './reading';
import { selectorIn } from './selectors';

export const restoreLabel = (): string => l10n.t('Restore Unsaved Annotations');

/** Writes a backup to a place that VS Code has chosen; its folder may not be there yet. */
export async function writeBackup(
  document: ArticleDocument,
  destination: vscode.Uri,
  files: Files,
): Promise<vscode.CustomDocumentBackup> {
  const origin = { article: document.uri.toString(), owner: platform.owner, written: Date.now() };
  const bytes = new TextEncoder().encode(JSON.stringify({ ...document.unsaved, ...origin }));
  await vscode.workspace.fs.createDirectory(vscode.Uri.joinPath(destination, '..'));
  await vscode.workspace.fs.writeFile(destination, bytes);
  return {
    id: destination.toString(),
    delete: () => void files.delete(destination).catch(() => {}),
  };
}

/** The file, as it was when they were last tried to be put back: with the same one it would fail again. */
const tried = new WeakMap<Backup, Sidecar>();

/**
 * Puts unsaved annotations back as one edit on top of what is on disk now, so that its undo leads there. They wait where the sidecar
 * cannot be read, or cannot be brought together with them: then they are offered as text. Where both changed the same field since, the unsaved one is taken: it exists nowhere else, and its undo shows the other.
 */
export function restorePending(document: ArticleDocument): void {
  const { pending } = document;
  if (!pending || document.readOnly || tried.get(pending) === document.disk.base) return;
  tried.set(pending, document.disk.base);
  // Where no file was, or is any more, nothing of what is unsaved was taken out by anyone.
  const lost = pending.base === null || document.disk.bytes === undefined;
  const base = lost ? undefined : readSidecar(pending.base ?? '');
  const mine = broughtHere(readSidecar(pending.mine), base, pending.text, document.annotated.article);
  const merged = merge(base, mine, document.sidecar, 'mine');
  if (merged.failure !== undefined) {
    document.cannotRestore(merged.failure);
    void offerAsText(document, pending, merged.failure);
    return;
  }
  const same = textOfSidecar(merged.sidecar) === textOfSidecar(document.sidecar);
  const edit = editBetween(document.sidecar.set, merged.sidecar.set, restoreLabel());
  // Taken whole, without a step to undo and without a loss: a file that is gone, with its comments and unknown keys, and what cannot
  // be made as an edit (entries with one id, say).
  const gone = pending.base !== null && document.disk.bytes === undefined;
  document.settlePending();
  const undoable = !gone && edit.changes.length > 0 && document.edit(edit) === undefined;
  if (!undoable && !same) document.accept(merged.sidecar, document.disk);
  if (same) return;
  document.say(l10n.t('Annotations of {0} that were not saved have been put back.', document.name));
}

/**
 * The text may have been edited, or saved, after its annotations were kept, and the place of then may be that of a twin now: what was not saved
 * follows what has changed between the two texts.
 */
function broughtHere(mine: Sidecar, base: Sidecar | undefined, text: string | undefined, article: Article): Sidecar {
  if (text === undefined || text === article.text) return mine;
  const then = lazyArticle(text);
  const standing = { article: then, set: mine.set, placements: placementsOf(mine.set, then) };
  const live = livePlaces();
  live.follow({ text: article.text, changes: [], isUndo: false }, standing);
  const placements = live.placementsIn(article.text, standing.placements) ?? standing.placements;
  const selector = (span: Span) => selectorIn(article, span);
  const changes = unsavedPositions(mine.set, base?.set ?? emptySet, { text: article.text, placements, selector });
  return applyToSidecar(mine, { label: restoreLabel(), changes }).sidecar;
}

/** Once they are open as text, which VS Code keeps, nothing stands in the way of a save any more. */
async function offerAsText(document: ArticleDocument, pending: Backup, failure: string): Promise<void> {
  const asText = l10n.t('Open Them as Text');
  const sentence = l10n.t(
    'Annotations of {0} that were not saved cannot be put back by themselves. {1}',
    document.name,
    failure,
  );
  if ((await vscode.window.showErrorMessage(sentence, asText)) !== asText || document.pending !== pending) return;
  const text = await vscode.workspace.openTextDocument({ language: 'yaml', content: pending.mine });
  await vscode.window.showTextDocument(text, { viewColumn: vscode.ViewColumn.Beside });
  document.settlePending();
}
