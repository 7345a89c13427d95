/*
 * Changes of the codebook that views and commands make: an edit of its file's own lines, in the text that an editor shows of it, so that it
 * can be undone there. A file that was saved is saved again, or nothing would come of it; one that somebody is at work on is left to them.
 */
import * as vscode from 'vscode';
import type { TagColour } from '../../core/annotation/codebook';
import { hasTag, withTagColour, withTagMoved } from '../../core/codebook/codebookPatch';
import * as l10n from '../../core/l10n';
import { strictText } from '../../core/strictText';
import { changeBetween } from '../changeBetween';
import { Turns } from '../editor/turns';
import { nameOf } from '../editor/uris';
import type { Files } from '../files';
import { messageOf } from '../messageOf';

/** False, and said why, where nothing was changed or saved; never rejects. So with the others. */
export function setTagColour(files: Files, uri: vscode.Uri, tag: string, colour: TagColour): Promise<boolean> {
  return editCodebook(files, uri, [tag], (text) => withTagColour(text, tag, colour));
}

export function moveTag(files: Files, uri: vscode.Uri, tag: string, place: string | undefined): Promise<boolean> {
  const tags = place === undefined ? [tag] : [tag, place];
  return editCodebook(files, uri, tags, (text) => withTagMoved(text, tag, place));
}

type Patch = (text: string) => string | undefined;

/** By file: a change waits until the one before is saved, or the file would seem to be one that somebody is at work on. */
const turns = new Map<string, Turns>();

function editCodebook(files: Files, uri: vscode.Uri, tags: readonly string[], patch: Patch): Promise<boolean> {
  const key = uri.toString();
  const own = turns.get(key) ?? new Turns();
  turns.set(key, own);
  return own.exclusive(async () => {
    try {
      const problem = await change(files, uri, tags, patch);
      if (problem !== undefined) void vscode.window.showInformationMessage(problem);
      return problem === undefined;
    } catch (error) {
      void vscode.window.showErrorMessage(l10n.t('{0} could not be changed: {1}', nameOf(uri), messageOf(error)));
      return false;
    }
  });
}

/** What is to be said where the file was not changed or not saved. */
async function change(
  files: Files,
  uri: vscode.Uri,
  tags: readonly string[],
  patch: Patch,
): Promise<string | undefined> {
  const document = await vscode.workspace.openTextDocument(uri);
  const before = document.getText();
  if (await hasLostLetters(files, uri, before)) {
    return l10n.t(
      '{0} is not shown as it is written, and saving it would lose letters. Reopen it with its encoding, and save it as UTF-8.',
      nameOf(uri),
    );
  }
  const missing = tags.find((tag) => hasTag(before, tag) === false);
  if (missing !== undefined) return l10n.t('{0} has no tag “{1}”. Add it there first.', nameOf(uri), missing);
  const after = patch(before);
  if (after === undefined) {
    return l10n.t(
      'The way {0} is written, this cannot be changed without losing something. Change it by hand.',
      nameOf(uri),
    );
  }
  const changed = changeBetween(before, after);
  if (!changed) return undefined;
  const wasDirty = document.isDirty;
  const edit = new vscode.WorkspaceEdit();
  const range = new vscode.Range(document.positionAt(changed.start), document.positionAt(changed.end));
  edit.replace(uri, range, changed.text);
  if (!(await vscode.workspace.applyEdit(edit)))
    return l10n.t('{0} was changed meanwhile, and is left as it is. Try again.', nameOf(uri));
  if (!wasDirty) {
    return (await document.save())
      ? undefined
      : l10n.t('{0} is changed but could not be saved. Save it for the change to take effect.', nameOf(uri));
  }
  vscode.window.setStatusBarMessage(l10n.t('{0} is changed, and takes effect when it is saved.', nameOf(uri)), 6000);
  return undefined;
}

/** Whether the editor shows the sign for letters that it cannot read where the file has others. */
async function hasLostLetters(files: Files, uri: vscode.Uri, shown: string): Promise<boolean> {
  if (!shown.includes(unreadable)) return false;
  const bytes = await files.read(uri);
  return bytes !== undefined && !strictText(bytes)?.includes(unreadable);
}

const unreadable = '\ufffd';
