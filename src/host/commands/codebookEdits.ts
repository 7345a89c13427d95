/*
 * Changes of the codebook that views and commands make: an edit of its file's own lines, in the text that an editor shows of it, so that it
 * can be undone there. A file that was saved is saved again, or nothing would come of it; one that somebody is at work on is left to them.
 */
import * as vscode from 'vscode';
import type { TagColour } from '../../core/annotation/codebook';
import { nameOf } from '../editor/uris';

export function setTagColour(uri: vscode.Uri, tag: string, colour: TagColour): Promise<boolean> {
  return editCodebook(uri, async (text) => (await patches()).withTagColour(text, tag, colour));
}

export function moveTag(uri: vscode.Uri, tag: string, place: string | undefined): Promise<boolean> {
  return editCodebook(uri, async (text) => (await patches()).withTagMoved(text, tag, place));
}

/** Loaded with the first change: nothing else that views do needs to read YAML. */
const patches = () => import('../../core/codebook/codebookPatch');

/** False, and said why, where nothing was changed. */
async function editCodebook(uri: vscode.Uri, patch: (text: string) => Promise<string | undefined>): Promise<boolean> {
  const document = await vscode.workspace.openTextDocument(uri);
  const before = document.getText();
  const after = await patch(before);
  if (after === undefined) {
    const why = 'is written in a way that this cannot be changed in without losing something. Change it by hand.';
    void vscode.window.showInformationMessage(`${nameOf(uri)} ${why}`);
    return false;
  }
  if (after === before || document.getText() !== before) return false;
  const wasDirty = document.isDirty;
  const edit = new vscode.WorkspaceEdit();
  const { start, end, text } = changeBetween(before, after);
  edit.replace(uri, new vscode.Range(document.positionAt(start), document.positionAt(end)), text);
  if (!(await vscode.workspace.applyEdit(edit))) return false;
  if (!wasDirty) return document.save();
  vscode.window.setStatusBarMessage(`${nameOf(uri)} is changed, and takes effect when it is saved.`, 6000);
  return true;
}

/** The one stretch in which two texts differ, by whole lines, so that an editor keeps its marks and cursors in the others. */
function changeBetween(before: string, after: string) {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start++;
  start = before.lastIndexOf('\n', start - 1) + 1;
  let tail = 0;
  const most = Math.min(before.length, after.length) - start;
  while (tail < most && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
  while (tail > 0 && before[before.length - 1 - tail] !== '\n') tail--;
  return { start, end: before.length - tail, text: after.slice(start, after.length - tail) };
}
