/*
 * Saving: memory onto disk, so that nothing of either is lost. Reads before it writes, merges what another program did meanwhile, and
 * goes round again for edits made while the write was running, since VS Code counts those as saved (custom-editor.md, section 4).
 */
import * as vscode from 'vscode';
import { sameBytes } from '../../core/bytes';
import * as l10n from '../../core/l10n';
import { problemLine } from '../../core/problem';
import type { Sidecar } from '../../core/sidecar/sidecar';
import { isEmpty, sidecarBytes } from '../../core/sidecar/sidecarFile';
import type { Files } from '../files';
import { messageOf } from '../messageOf';
import { hasUnsavedText } from './articleText';
import type { ArticleDocument } from './document';
import type { Questions } from './questions';
import { reconcile } from './sync';

/** More rounds than this mean that another program writes all the time. */
const mostRounds = 50;

/** Milliseconds for which gestures wait after a save, until VS Code has surely taken note of it. */
const holdTime = 25;

export function holdGestures(document: ArticleDocument): void {
  document.turns.hold(new Promise((resolve) => setTimeout(resolve, holdTime)));
}

/** Saves; rejects with a sentence for the person where it cannot, which says whether the file is what it was before. */
export function save(
  document: ArticleDocument,
  files: Files,
  questions: Questions,
  token: vscode.CancellationToken,
): Promise<void> {
  return document.turns.exclusive(async () => {
    try {
      for (let round = 0; !(await saveOnce(document, files, questions, token)); round++) {
        if (round >= mostRounds) {
          throw new Error(
            l10n.t('{0} is being written by another program all the time. Nothing was saved.', document.sidecarName),
          );
        }
      }
    } finally {
      holdGestures(document);
    }
  });
}

/** One round; true when what is in memory is what is on disk. */
async function saveOnce(
  document: ArticleDocument,
  files: Files,
  questions: Questions,
  token: vscode.CancellationToken,
): Promise<boolean> {
  refuseWhereUnsafe(document);
  await saveArticle(document);
  const bytes = await files.read(document.sidecarUri).catch((error) => {
    throw new Error(l10n.t('{0} cannot be read ({1}). Nothing was saved.', document.sidecarName, messageOf(error)));
  });
  if (!sameBytes(bytes, document.disk.bytes) || document.blocked.length > 0) {
    await agree(document, bytes, questions);
  }
  if (!document.text.isUnsaved) document.amend(() => document.state.recording(document.disk.base.set));
  const { sidecar } = document;
  if (bytes === undefined && isEmpty(sidecar)) return true;
  const wanted = sidecarBytes(sidecar);
  if (!sameBytes(wanted, bytes)) {
    if (await files.isReadOnly(document.sidecarUri)) {
      throw new Error(
        l10n.t('{0} is marked as read-only. Nothing was saved; allow writing and save again.', document.sidecarName),
      );
    }
    if (token.isCancellationRequested) throw new vscode.CancellationError();
    if (!(await write(document, files, wanted, bytes))) return false;
  }
  document.wrote(sidecar, wanted);
  return document.sidecar === sidecar;
}

function refuseWhereUnsafe(document: ArticleDocument): void {
  if (document.unwritable)
    throw new Error(l10n.t('{0} is in a folder that cannot be written to. Save it elsewhere.', document.name));
  refuseWherePending(document);
  if (hasUnsavedText(document.sidecarUri)) {
    throw new Error(
      l10n.t(
        '{0} is open as text with changes that are not saved. Save or revert it there, then save again.',
        document.sidecarName,
      ),
    );
  }
}

/** Also where it is saved elsewhere, which would leave them behind. */
export function refuseWherePending({ whyPending }: ArticleDocument): void {
  if (!whyPending) return;
  throw new Error(
    l10n.t('Annotations of an earlier session are still to be put back, so nothing was saved. {0}', whyPending),
  );
}

/** What was read of such a file, or nothing, would be written in its stead. */
export function refuseWhereBlocked({ blocked: [first], sidecarName }: ArticleDocument): void {
  if (!first) return;
  throw new Error(l10n.t('{0} Nothing was saved, and nothing is written over it.', problemLine(sidecarName, first)));
}

async function saveArticle(document: ArticleDocument): Promise<void> {
  if (await document.text.save()) return;
  throw new Error(
    l10n.t('{0} has text that is not saved, and it could not be saved. Nothing was saved.', document.name),
  );
}

/** The clash that a person was asked about last and would not decide. */
const declined = new WeakMap<ArticleDocument, { readonly mine: Sidecar; readonly theirs: Uint8Array | undefined }>();

/** With autosave on, VS Code saves again and again, and does not say whether a person asked for it. */
const savesByItself = () => vscode.workspace.getConfiguration('files').get<string>('autoSave', 'off') !== 'off';

/** Another program wrote since the last read. */
async function agree(document: ArticleDocument, bytes: Uint8Array | undefined, questions: Questions): Promise<void> {
  const agreed = await reconcile(document, bytes, async (what) => {
    const { sidecar: mine } = document;
    const before = declined.get(document);
    if (before?.mine === mine && sameBytes(before.theirs, bytes) && savesByItself()) return undefined;
    const answer = await questions.whichToKeep(document.sidecarName, what);
    if (answer === undefined) declined.set(document, { mine, theirs: bytes });
    return answer;
  });
  if (agreed) return;
  refuseWhereBlocked(document);
  throw new Error(
    l10n.t('{0} was changed by another program too. Nothing was saved; save again to decide.', document.sidecarName),
  );
}

async function write(
  document: ArticleDocument,
  files: Files,
  wanted: Uint8Array,
  asRead: Uint8Array | undefined,
): Promise<boolean> {
  try {
    return await files.replace(document.sidecarUri, wanted, asRead);
  } catch (error) {
    const { sidecarUri, sidecarName } = document;
    const folder = vscode.Uri.joinPath(sidecarUri, '..');
    const folderStays = await files.exists(folder).catch(() => true);
    const why = folderStays ? messageOf(error) : l10n.t('the folder {0} is not there any more', folder.path);
    const same = await files.read(sidecarUri).then(
      (now) => sameBytes(now, asRead),
      () => false,
    );
    const state = same
      ? l10n.t('Nothing was saved; the file is as it was.')
      : l10n.t('The file may not be whole; all of it is kept here. Save again, or elsewhere with Save As.');
    throw new Error(l10n.t('{0} could not be written: {1}. {2}', sidecarName, why, state));
  }
}
