/*
 * What a save of an article's text adds to it: where words of annotations were edited, the words as they are now become the recorded ones,
 * of these annotations alone. It is no step to undo, and leaves alone what else is not saved.
 */
import * as vscode from 'vscode';
import type { Edit } from '../../core/annotation/edit';
import { sameBytes } from '../../core/bytes';
import * as l10n from '../../core/l10n';
import { applyToSidecar } from '../../core/sidecar/patch';
import type { Sidecar } from '../../core/sidecar/sidecar';
import { sidecarBytes } from '../../core/sidecar/sidecarFile';
import type { AnnotatedArticle } from '../articles';
import type { Files } from '../files';
import type { ArticleDocument } from './document';
import { reconcile } from './sync';
import { nameOf, sameUri } from './uris';

/** A sidecar as it was written. */
export interface Recorded {
  readonly sidecar: Sidecar;
  readonly bytes: Uint8Array;
  /** The annotations whose words are recorded anew. */
  readonly renewed: ReadonlySet<string>;
}

/** More rounds than this mean that another program writes all the time; the next save of the text tries again. */
const mostRounds = 5;

/** Of an article that no reading view has open: `edit` records the words, `bytes` are the sidecar's as they were read last. `changed`: they are others by now. */
export async function recordClosed(
  { sidecar, sidecarUri }: AnnotatedArticle,
  edit: Edit,
  bytes: Uint8Array | undefined,
  files: Files,
): Promise<Recorded | 'changed' | undefined> {
  if (!bytes || sidecar.readOnly) return undefined;
  const why = await whyNot(sidecarUri, files);
  if (why !== undefined) {
    vscode.window.showWarningMessage(why);
    return undefined;
  }
  const applied = applyToSidecar(sidecar, edit);
  if (applied.edit.changes.length === 0) return undefined;
  const recorded = {
    sidecar: applied.sidecar,
    bytes: sidecarBytes(applied.sidecar),
    renewed: new Set(applied.edit.changes.map(({ id }) => id)),
  };
  return (await files.replace(sidecarUri, recorded.bytes, bytes)) ? recorded : 'changed';
}

/** Of an open article, when its text was saved by itself: in its file and in memory alike, so that what else is not saved stays so. */
export function recordOpen(document: ArticleDocument, files: Files): Promise<void> {
  return document.turns.exclusive(async () => {
    for (let round = 0; round < mostRounds && !(await recordOnce(document, files)); round++);
  });
}

/** One round; true when there is nothing left to do. */
async function recordOnce(document: ArticleDocument, files: Files): Promise<boolean> {
  if (document.readOnly || document.pending || document.text.isUnsaved || !document.rewording) return true;
  const read = await files.read(document.sidecarUri);
  const agreed =
    sameBytes(read, document.disk.bytes) || (await reconcile(document, read, () => Promise.resolve(undefined)));
  const why = await whyNot(document.sidecarUri, files);
  if (why !== undefined) document.say(why);
  const { rewording: edit } = document;
  const { bytes, base } = document.disk;
  // Without a file the words go into the first one.
  if (!agreed || why !== undefined || !edit || !bytes || document.text.isUnsaved) return true;
  const { sidecar, edit: made } = applyToSidecar(base, edit);
  if (made.changes.length === 0) return true;
  const written = sidecarBytes(sidecar);
  if (!(await files.replace(document.sidecarUri, written, bytes))) return false;
  document.recordWords(made, { bytes: written, base: sidecar });
  return true;
}

async function whyNot(sidecarUri: vscode.Uri, files: Files): Promise<string | undefined> {
  const name = nameOf(sidecarUri);
  if (vscode.workspace.textDocuments.some((text) => text.isDirty && sameUri(text.uri, sidecarUri))) {
    return l10n.t(
      '{0} is open as text with changes that are not saved, so words that were edited in the article are not recorded there. Save it, then save the article again.',
      name,
    );
  }
  if (!(await files.isReadOnly(sidecarUri))) return undefined;
  return l10n.t(
    '{0} is marked as read-only, so words that were edited in the article are not recorded there. Allow writing and save the article again.',
    name,
  );
}
