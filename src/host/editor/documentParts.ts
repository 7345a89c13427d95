/* What an open article is made of, and what it hands out. */

import type * as vscode from 'vscode';
import { type Edit, inverse } from '../../core/annotation/edit';
import type { Gesture } from '../../core/annotation/gesture';
import { freshId } from '../../core/annotation/ids';
import type { Placements } from '../../core/annotation/placement';
import type { Outcome } from '../../core/annotation/verbContext';
import { editFor } from '../../core/annotation/verbs';
import { quoted } from '../../core/annotation/words';
import type { Article } from '../../core/article/article';
import * as l10n from '../../core/l10n';
import type { Problem } from '../../core/problem';
import { applyToSidecar } from '../../core/sidecar/patch';
import type { Sidecar } from '../../core/sidecar/sidecar';
import { textOfSidecar } from '../../core/sidecar/sidecarFile';
import type { AnnotatedArticle } from '../articles';
import type { ArticleText } from './articleText';
import type { Backup } from './backupFile';
import type { CodebookInUse } from './codebooks';
import type { LivePlaces } from './livePlaces';
import { placementsOf } from './placements';
import { selectorIn } from './selectors';

/** What of the sidecar is on disk, as far as is known. */
export interface OnDisk {
  /** The bytes last read or written; undefined where there is no file. */
  readonly bytes: Uint8Array | undefined;
  /** What was last read or written in full: the base of the next merge. It stays when the file is deleted. */
  readonly base: Sidecar;
}

/** An edit that VS Code is to put on its undo stack. */
export interface UndoStep {
  readonly label: string;
  undo(): void;
  redo(): void;
}

export interface DocumentParts {
  readonly uri: vscode.Uri;
  readonly sidecarUri: vscode.Uri;
  readonly text: ArticleText;
  readonly article: Article;
  readonly sidecar: Sidecar;
  readonly disk: OnDisk;
  readonly blocked: readonly Problem[];
  readonly codebook: CodebookInUse;
  /** Nothing can be written where it lies. */
  readonly unwritable: boolean;
  /** Annotations that an earlier session did not save. */
  readonly backup?: Backup;
  /** Where annotations stand in the text, where that is known already. */
  readonly placements?: Placements | undefined;
  /** The same, if it was edited before this. */
  readonly live?: LivePlaces | undefined;
}

/** What others see of an article: problems that keep its sidecar from being read stand for those of what was read last. */
export function seenWith(annotated: AnnotatedArticle, blocked: readonly Problem[]): AnnotatedArticle {
  if (blocked.length === 0) return annotated;
  const { set, article } = annotated.sidecar;
  return { ...annotated, sidecar: { set, article, problems: blocked, readOnly: true } };
}

/** The article as it is opened. */
export function firstState(parts: DocumentParts, live: LivePlaces): AnnotatedArticle {
  const { uri, sidecarUri, article, sidecar, codebook } = parts;
  return {
    ...{ uri, sidecarUri, article, sidecar },
    placements: live.resume(sidecar.set, article) ?? parts.placements ?? placementsOf(sidecar.set, article),
    codebook: codebook.codebook,
    codebookProblems: codebook.problems,
    ...(codebook.uri && { codebookUri: codebook.uri }),
    revision: 1,
    dirty: parts.backup !== undefined,
  };
}

/** What was made, undone as far as it is still there; the edit is what that came to, so that it can be undone in turn. */
export function takenBack(
  made: Edit,
  before: Sidecar,
): { readonly sidecar: Sidecar; readonly edit: Edit; readonly said?: string } {
  const back = inverse(made);
  const { sidecar, edit, skipped, refusal } = applyToSidecar(before, back);
  const names = l10n.commas(skipped.map((id) => quoted(id)));
  const said = refusal
    ? refusal.message
    : skipped.length > 0
      ? l10n.t('{0}: another program has changed {1} meanwhile, which is left as it is.', made.label, names)
      : undefined;
  const done = edit.changes.length > 0 ? { sidecar, edit } : { sidecar: before, edit: back };
  return { ...done, ...(said !== undefined && { said }) };
}

/** What a gesture comes to on an article as it is. `annotator` may be empty. */
export function outcomeOf(
  gesture: Gesture,
  { article, placements, codebook, sidecar }: AnnotatedArticle,
  annotator: string,
): Outcome {
  return editFor(gesture, {
    set: sidecar.set,
    text: article.text,
    placements,
    codebook,
    annotator,
    now: `${new Date().toISOString().slice(0, 19)}Z`,
    newId: () => freshId(sidecar.set),
    selector: (span) => selectorIn(article, span),
  });
}

/** What another session needs to put a sidecar's unsaved edits back, which are said of this text. */
export function backupOf(mine: Sidecar, { bytes, base }: OnDisk, text: string): Backup {
  return { argmarkBackup: 1, mine: textOfSidecar(mine), base: bytes === undefined ? null : textOfSidecar(base), text };
}
