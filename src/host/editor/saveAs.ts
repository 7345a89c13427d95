/* Save As: the article's text under a new name, and its annotations beside it; both or neither. */
import * as vscode from 'vscode';
import { codebookName } from '../../core/annotation/codebook';
import { sameBytes } from '../../core/bytes';
import * as l10n from '../../core/l10n';
import { isSidecarName } from '../../core/sidecar/names';
import { applyToSidecar } from '../../core/sidecar/patch';
import { isEmpty, sidecarBytes } from '../../core/sidecar/sidecarFile';
import type { Files } from '../files';
import { messageOf } from '../messageOf';
import type { ArticleDocument } from './document';
import { holdGestures, refuseWhereBlocked, refuseWherePending } from './save';
import { nameOf, sidecarOf } from './uris';

/** Rejects with a sentence for the person; no file is left half-done then. */
export function saveAs(
  document: ArticleDocument,
  destination: vscode.Uri,
  files: Files,
  token: vscode.CancellationToken,
): Promise<void> {
  return document.turns.exclusive(async () => {
    try {
      await writeBoth(document, destination, files, token);
    } finally {
      holdGestures(document);
    }
  });
}

async function writeBoth(
  document: ArticleDocument,
  destination: vscode.Uri,
  files: Files,
  token: vscode.CancellationToken,
): Promise<void> {
  refuseWherePending(document);
  refuseWhereBlocked(document);
  const name = nameOf(destination);
  if (isSidecarName(name) || name === codebookName) {
    throw new Error(
      l10n.t("{0} is the name of a file of annotations or of a codebook. Choose an article's name.", name),
    );
  }
  const sidecarUri = sidecarOf(destination);
  const beside = nameOf(sidecarUri);
  if (await files.exists(sidecarUri)) {
    throw new Error(
      l10n.t('{0} is there already and would be written over. Choose another name, or move that file away.', beside),
    );
  }
  let annotations = bytesToSave(document);
  const text = await document.text.bytes();
  const before = await files.read(destination);
  if (token.isCancellationRequested) throw new vscode.CancellationError();
  if (annotations && !(await files.replace(sidecarUri, annotations, undefined))) {
    throw new Error(
      l10n.t('{0} was made by another program just now. Nothing was saved; choose another name.', beside),
    );
  }
  try {
    if (!(await files.replace(destination, text, before))) throw new Error(l10n.t('another program is writing it'));
  } catch (error) {
    if (annotations) await files.delete(sidecarUri);
    throw new Error(l10n.t('{0} could not be written: {1}. Nothing was saved.', name, messageOf(error)));
  }
  // What was tagged while the files were written is counted as saved, so it has to be in them.
  for (let latest = bytesToSave(document); !sameBytes(latest, annotations); latest = bytesToSave(document)) {
    if (!latest) await files.delete(sidecarUri);
    else if (!(await files.replace(sidecarUri, latest, annotations))) {
      throw new Error(l10n.t('{0} was changed by another program while it was written. Save again.', beside));
    }
    annotations = latest;
  }
}

/** With the words as they are in the text that goes along; what is open here keeps those that its own file has. */
function bytesToSave(document: ArticleDocument): Uint8Array | undefined {
  const { sidecar, disk, state } = document;
  if (isEmpty(sidecar) && !disk.bytes) return undefined;
  const edit = state.recording(disk.base.set);
  return sidecarBytes(edit ? applyToSidecar(sidecar, edit).sidecar : sidecar);
}
