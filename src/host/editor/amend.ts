/*
 * Small edits that the product makes in sidecars by itself, because something else that a person did asks for them: in the file and, where the
 * article is open, in memory alike. They are no step to undo and leave alone what else is not saved.
 */

import type * as vscode from 'vscode';
import type { Edit } from '../../core/annotation/edit';
import type { AnnotationSet } from '../../core/annotation/model';
import { sameBytes } from '../../core/bytes';
import * as l10n from '../../core/l10n';
import { applyToSidecar } from '../../core/sidecar/patch';
import { readSidecar } from '../../core/sidecar/read';
import type { Sidecar } from '../../core/sidecar/sidecar';
import { sidecarBytes } from '../../core/sidecar/sidecarFile';
import { strictText } from '../../core/strictText';
import type { Files } from '../files';
import { hasUnsavedText } from './articleText';
import type { ArticleDocument } from './document';
import { reconcile } from './sync';
import { nameOf } from './uris';

/** What is to be changed in a set; undefined where nothing is. */
export type Wanted = (set: AnnotationSet) => Edit | undefined;

/** What was made, and can be taken back; or why nothing was, as a whole sentence. Undefined where there was nothing to do. */
export type Amended<More = unknown> = ({ readonly edit: Edit } & More) | { readonly why: string } | undefined;

/** The file as it was written. */
interface Written {
  readonly sidecar: Sidecar;
  readonly bytes: Uint8Array;
}

/** More rounds than this mean that another program writes all the time. */
const mostRounds = 5;

/** In the file of a sidecar that no article has open. */
export async function amendFile(sidecarUri: vscode.Uri, wanted: Wanted, files: Files): Promise<Amended<Written>> {
  for (let round = 0; round < mostRounds; round++) {
    const bytes = await files.read(sidecarUri);
    const text = bytes && strictText(bytes);
    if (text === undefined) return undefined;
    const sidecar = readSidecar(text);
    const edit = wanted(sidecar.set);
    if (!edit) return undefined;
    const { sidecar: next, edit: made, refusal } = applyToSidecar(sidecar, edit);
    if (refusal) return { why: refusal.message };
    if (made.changes.length === 0) return undefined;
    const why = await whyNotWritten(sidecarUri, files);
    if (why !== undefined) return { why };
    const written = sidecarBytes(next);
    if (await files.replace(sidecarUri, written, bytes)) return { edit: made, sidecar: next, bytes: written };
  }
  return { why: writtenAllTheTime(sidecarUri) };
}

/**
 * The same for an open article: in its file as far as that has what is to be changed, and in memory as far as that has.
 * @param ready whether it may be done now, asked again after each wait.
 */
export function amendOpen(
  document: ArticleDocument,
  wanted: Wanted,
  files: Files,
  ready: () => boolean = () => true,
): Promise<Amended> {
  return document.turns.exclusive(async () => {
    for (let round = 0; round < mostRounds; round++) {
      if (!ready() || !wanted(document.sidecar.set)) return undefined;
      if (document.readOnly) return { why: l10n.t('{0} can only be read.', document.sidecarName) };
      const read = await files.read(document.sidecarUri);
      const agreed = sameBytes(read, document.disk.bytes) || (await reconcile(document, read, async () => undefined));
      if (!agreed) return { why: l10n.t('{0} was changed by another program too.', document.sidecarName) };
      const { bytes, base } = document.disk;
      const edit = bytes && wanted(base.set);
      // What is in no file yet goes into it with the next save.
      if (!edit) return made(document.amend(wanted));
      const why = await whyNotWritten(document.sidecarUri, files);
      if (why !== undefined) return { why };
      const { sidecar, refusal } = applyToSidecar(base, edit);
      if (refusal) return { why: refusal.message };
      const written = sidecarBytes(sidecar);
      if (!ready()) return undefined;
      if (!(await files.replace(document.sidecarUri, written, bytes))) continue;
      return made(document.amend(wanted, { bytes: written, base: sidecar }));
    }
    return { why: writtenAllTheTime(document.sidecarUri) };
  });
}

const made = (edit: Edit | undefined): Amended => edit && { edit };

async function whyNotWritten(sidecarUri: vscode.Uri, files: Files): Promise<string | undefined> {
  const name = nameOf(sidecarUri);
  if (hasUnsavedText(sidecarUri)) {
    return l10n.t('{0} is open as text with changes that are not saved.', name);
  }
  return (await files.isReadOnly(sidecarUri)) ? l10n.t('{0} is marked as read-only.', name) : undefined;
}

const writtenAllTheTime = (sidecarUri: vscode.Uri): string =>
  l10n.t('{0} is being written by another program all the time.', nameOf(sidecarUri));
