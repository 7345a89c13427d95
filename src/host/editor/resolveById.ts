/*
 * "Resolve by Id": a sidecar that git merged by lines and left in conflict, put together by id and field instead. What was changed on
 * both sides is asked about; the file is written only when all is decided.
 */

import * as vscode from 'vscode';
import { platform } from '#platform';
import * as l10n from '../../core/l10n';
import { type Problem, problemLine } from '../../core/problem';
import { resolveConflictMarkers } from '../../core/sidecar/conflictMarkers';
import { isSidecarName } from '../../core/sidecar/names';
import { readSidecar } from '../../core/sidecar/read';
import type { Sidecar } from '../../core/sidecar/sidecar';
import { errorsFirst, readSidecarBytes, sidecarBytes } from '../../core/sidecar/sidecarFile';
import { strictText } from '../../core/strictText';
import type { Files } from '../files';
import { messageOf } from '../messageOf';
import { hasUnsavedText } from './articleText';
import { merge } from './merging';
import type { Questions } from './questions';
import { nameOf, sidecarOf } from './uris';

/** `uri` is the article's or its sidecar's. Tells the person what came of it; never rejects. */
export async function resolveById(uri: vscode.Uri, files: Files, questions: Questions): Promise<void> {
  const sidecarUri = isSidecarName(uri.path) ? uri : sidecarOf(uri);
  const name = nameOf(sidecarUri);
  try {
    const said = await resolve(sidecarUri, name, files, questions);
    if (said !== undefined) vscode.window.showInformationMessage(said);
  } catch (error) {
    vscode.window.showErrorMessage(messageOf(error));
  }
}

/** What was done, in a sentence; undefined where the person would rather not. Rejects with a sentence. */
async function resolve(uri: vscode.Uri, name: string, files: Files, questions: Questions): Promise<string | undefined> {
  if (hasUnsavedText(uri))
    throw new Error(l10n.t('{0} is open as text with changes that are not saved. Save or revert it first.', name));
  const bytes = await files.read(uri);
  if (!bytes) throw new Error(l10n.t('There is no file {0}.', name));
  const text = strictText(bytes);
  if (text === undefined) throw toBeMended(name, readSidecarBytes(bytes).blocked);
  const sides = await sidesOf(uri, name, text);
  if (!sides) return l10n.t('{0} is in no conflict.', name);
  const unread = (side: Sidecar) => (side.readOnly ? side.problems[0]?.message : undefined);
  const [ours, theirs] = [unread(sides.ours), unread(sides.theirs)];
  if (ours !== undefined)
    throw new Error(l10n.t('{0}: our version cannot be read ({1}) Choose by hand; nothing was changed.', name, ours));
  if (theirs !== undefined) {
    throw new Error(
      l10n.t('{0}: their version cannot be read ({1}) Choose by hand; nothing was changed.', name, theirs),
    );
  }
  let merged = merge(sides.base, sides.ours, sides.theirs);
  if (merged.clashes.length > 0) {
    const preference = await questions.whichToKeep(name, merged.clashes);
    if (!preference) return undefined;
    merged = merge(sides.base, sides.ours, sides.theirs, preference);
  }
  if (merged.failure !== undefined)
    throw new Error(l10n.t('{0}: {1} Choose by hand; nothing was changed.', name, merged.failure));
  if (!(await files.replace(uri, sidecarBytes(merged.sidecar), bytes))) {
    throw new Error(l10n.t('{0} was changed by another program just now. Nothing was written; try again.', name));
  }
  const count = merged.sidecar.set.annotations.length;
  return l10n.plural(
    count,
    '{1} is merged by id: {0} annotation of both sides. Stage it to go on in git.',
    '{1} is merged by id: {0} annotations of both sides. Stage it to go on in git.',
    name,
  );
}

interface Sides {
  readonly base: Sidecar | undefined;
  readonly ours: Sidecar;
  readonly theirs: Sidecar;
}

/** The versions behind the conflict: by the marks in the file, with what git's index knows beside. Rejects with a sentence. */
async function sidesOf(uri: vscode.Uri, name: string, text: string): Promise<Sides | undefined> {
  const marked = resolveConflictMarkers(text);
  // A repository's own settings can make git run programs.
  const stages = vscode.workspace.isTrusted ? await platform.mergeStages(uri) : undefined;
  const base = marked?.base ?? stages?.base;
  const ancestor = base === undefined ? undefined : readSidecar(base);
  // Without a common ancestor nothing counts as taken out, and what differs is asked about.
  const safeBase = ancestor?.readOnly ? undefined : ancestor;
  if (marked) return { base: safeBase, ours: readSidecar(marked.ours), theirs: readSidecar(marked.theirs) };
  if (!stages) return undefined;
  // Without marks the file is one side already, perhaps with changes made by hand.
  const here = readSidecar(text);
  // What was done by hand would be lost with git's own version in its place.
  if (here.readOnly) throw toBeMended(name, errorsFirst(here.problems));
  return { base: safeBase, ours: here, theirs: readSidecar(stages.theirs) };
}

function toBeMended(name: string, [problem]: readonly Problem[]): Error {
  return new Error(
    l10n.t('{0} Put that right first; nothing was changed.', problem ? problemLine(name, problem) : name),
  );
}
