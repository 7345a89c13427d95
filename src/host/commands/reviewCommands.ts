/* Looking at what has drifted or is an orphan: one after the other in a review, or a single orphan. Loaded with the first of these commands. */
import * as vscode from 'vscode';
import { indexOf } from '../../core/annotation/model';
import * as l10n from '../../core/l10n';
import type { AnnotatedArticle } from '../articles';
import { reattach } from '../review/reattach';
import { ReviewDrift } from '../review/reviewDrift';
import type { ReviewParts } from '../review/reviewSession';
import type { TreeNode } from '../views/treeNodes';
import { pickAnnotations } from './picks';
import { type Args, namedIn, type SubjectFinder } from './subjects';

export class ReviewCommands implements vscode.Disposable {
  private readonly parts: ReviewParts;
  private readonly subjects: SubjectFinder;
  private readonly drift: ReviewDrift;

  constructor(parts: ReviewParts, subjects: SubjectFinder) {
    this.parts = parts;
    this.subjects = subjects;
    this.drift = new ReviewDrift(parts);
  }

  dispose(): void {
    this.drift.dispose();
  }

  /** A keybinding may say `article` or `workspace`. */
  async reviewDrift([scope]: Args): Promise<void> {
    const uri = this.parts.articles.active?.uri;
    await this.drift.start(uri && (await this.parts.articles.at(uri)), scope);
  }

  /** An orphan whose row was dropped onto the words that are selected now. */
  async reattachDragged(rows: readonly string[]): Promise<void> {
    const { selection } = this.parts.articles;
    const state = await this.subjects.article();
    const id = idOf(this.subjects.nodes([rows[0], rows]) ?? []);
    const annotation = state && id !== undefined ? indexOf(state.sidecar.set).annotations.get(id) : undefined;
    if (!state || !annotation) return;
    if (state.placements.get(annotation.id)?.status === 'orphan' && rows.length === 1)
      await reattach(this.parts, state, annotation, selection);
    else {
      const said = l10n.t('Only a single orphan can be dropped onto the text: all others have their words.');
      void vscode.window.showInformationMessage(said);
    }
  }

  /** The orphan of a row, or one that the person chooses where there are several. */
  async reattach(args: Args): Promise<void> {
    // Before anything is asked: a quick pick may take the selection of an editor along.
    const { selection } = this.parts.articles;
    const rows = this.subjects.nodes(args);
    const state = await this.subjects.article();
    if (!state) return;
    const id = rows ? idOf(rows) : await chosen(state, args);
    const annotation = id === undefined ? undefined : indexOf(state.sidecar.set).annotations.get(id);
    if (annotation) await reattach(this.parts, state, annotation, selection);
  }
}

const idOf = (rows: readonly TreeNode[]): string | undefined =>
  rows.flatMap((row) => (row.kind === 'annotation' ? [row.id] : []))[0];

/** The one that was named, the only orphan, or the one that the person chooses. */
async function chosen(state: AnnotatedArticle, args: Args): Promise<string | undefined> {
  const named = namedIn(args, state)?.[0];
  if (named !== undefined) return named;
  const only = state.sidecar.set.annotations.flatMap(({ id }) =>
    state.placements.get(id)?.status === 'orphan' ? [id] : [],
  );
  if (only.length === 0) {
    void vscode.window.showInformationMessage(l10n.t('This article has no orphan: all words are found in its text.'));
    return undefined;
  }
  if (only.length === 1) return only[0];
  const title = l10n.t('Argmark: Re-attach to Selection');
  return (await pickAnnotations(state, { title, placeholder: l10n.t('Which orphan?'), only }))?.[0];
}
