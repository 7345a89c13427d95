/*
 * What another program did to the sidecar, brought together with what is in memory: reloaded where nothing is unsaved, merged by id and
 * field where something is, and left alone (on disk and in memory) where it cannot be read.
 */
import type * as vscode from 'vscode';
import { sameBytes } from '../../core/bytes';
import * as l10n from '../../core/l10n';
import type { Sidecar } from '../../core/sidecar/sidecar';
import { blankSidecar, readSidecarFile } from '../../core/sidecar/sidecarFile';
import type { Files } from '../files';
import { messageOf } from '../messageOf';
import type { ArticleDocument } from './document';
import { merge } from './merging';
import type { Preference } from './questions';

/** Other programs write in several steps, or delete and create; what stands there after this many milliseconds is read. */
const settleTime = 80;

/** Follows the sidecar's file for as long as the document lives. */
export function followSidecar(document: ArticleDocument, files: Files): vscode.Disposable {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const watcher = files.watch(document.sidecarUri, () => {
    clearTimeout(timer);
    timer = setTimeout(() => lookAtSidecar(document, files), settleTime);
  });
  return {
    dispose: () => {
      clearTimeout(timer);
      watcher.dispose();
    },
  };
}

/** Takes over what stands in the file, when the tasks before are done. Never rejects. */
export async function lookAtSidecar(document: ArticleDocument, files: Files): Promise<void> {
  try {
    await document.turns.exclusive(() => takeFile(document, files));
  } catch (error) {
    document.say(l10n.t('{0} could not be read: {1}', document.sidecarName, messageOf(error)));
  }
}

/** Reads the file as it is now and takes over what can be taken over without asking. */
async function takeFile(document: ArticleDocument, files: Files): Promise<void> {
  const bytes = await files.read(document.sidecarUri);
  if (sameBytes(bytes, document.disk.bytes)) {
    // These may be the very bytes that cannot be read.
    if (document.blocked.length > 0) {
      document.block(bytes ? readSidecarFile(bytes, document.annotated.article).blocked : []);
    }
    if (document.clashing) document.clashes(false);
    return;
  }
  await reconcile(document, bytes, async () => undefined);
}

/**
 * Brings memory together with bytes that are not the ones last known. `decide` is asked where both sides changed the same fields;
 * without an answer all stays as it is. Says whether memory and `bytes` are reconciled now.
 */
export async function reconcile(
  document: ArticleDocument,
  bytes: Uint8Array | undefined,
  decide: (what: readonly string[]) => Promise<Preference | undefined>,
): Promise<boolean> {
  if (bytes === undefined) {
    takeDeletion(document);
    return true;
  }
  const { sidecar: theirs, blocked } = readSidecarFile(bytes, document.annotated.article);
  if (blocked.length > 0) {
    document.block(blocked);
    return false;
  }
  if (!document.edits) {
    document.accept(theirs, { bytes, base: theirs });
    document.say(l10n.t('{0} was changed by another program and has been read again.', document.sidecarName));
    return true;
  }
  const mergeNow = (prefer?: Preference) => merge(document.disk.base, document.sidecar, theirs, prefer);
  let merged = mergeNow();
  if (merged.clashes.length > 0) {
    const preference = await decide(merged.clashes);
    if (!preference) {
      document.clashes(true);
      return false;
    }
    // Merged anew, as more may have been done here while the question stood.
    merged = mergeNow(preference);
  }
  if (merged.failure !== undefined) {
    const message = l10n.t('What another program wrote cannot be merged. {0}', merged.failure);
    document.block([{ code: 'cannot-merge', severity: 'error', message, line: 1, column: 1 }]);
    return false;
  }
  document.accept(merged.sidecar, { bytes, base: theirs });
  document.say(l10n.t("{0} was changed by another program; both sides' changes are kept.", document.sidecarName));
  return true;
}

function takeDeletion(document: ArticleDocument): void {
  if (document.edits) {
    document.lostFile();
    document.say(l10n.t('{0} was deleted. What is here is kept; saving writes it anew.', document.sidecarName));
    return;
  }
  const blank: Sidecar = blankSidecar(document.annotated.article, document.text.encoding);
  document.accept(blank, { bytes: undefined, base: blank });
}
