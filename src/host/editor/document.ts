/*
 * One open article: its text, what is said about it, and how far that is from what the sidecar on disk says. VS Code's dirty dot, undo
 * stack and backups hang on it. It changes memory only; `save.ts`, `sync.ts` and `backup.ts` bring it together with the disk.
 */
import * as vscode from 'vscode';
import type { Edit } from '../../core/annotation/edit';
import type { Gesture } from '../../core/annotation/gesture';
import type { AnnotationSet } from '../../core/annotation/model';
import type { Outcome } from '../../core/annotation/verbContext';
import * as l10n from '../../core/l10n';
import type { Problem } from '../../core/problem';
import { applyToSidecar } from '../../core/sidecar/patch';
import type { Sidecar } from '../../core/sidecar/sidecar';
import { isEmpty, textOfSidecar } from '../../core/sidecar/sidecarFile';
import type { AnnotatedArticle } from '../articles';
import { ArticleState } from './articleState';
import type { ArticleText } from './articleText';
import type { Backup } from './backupFile';
import {
  backupOf,
  type DocumentParts,
  type OnDisk,
  outcomeOf,
  seenWith,
  takenBack,
  type UndoStep,
} from './documentParts';
import { type Notice, noticesOf, whyPending } from './notices';
import { Turns } from './turns';
import { nameOf } from './uris';

export class ArticleDocument implements vscode.CustomDocument {
  readonly uri: vscode.Uri;
  readonly sidecarUri: vscode.Uri;
  readonly text: ArticleText;
  readonly unwritable: boolean;
  readonly turns = new Turns();
  /** What is in memory, whatever keeps the file from being read. */
  readonly state: ArticleState;

  private readonly changed = new vscode.EventEmitter<void>();
  /** Fires after anything of it changed, in memory or on disk: what every view follows. */
  readonly onDidChange = this.changed.event;
  private readonly edited = new vscode.EventEmitter<UndoStep>();
  readonly onDidEdit = this.edited.event;
  private readonly said = new vscode.EventEmitter<string>();
  /** Sentences for whoever looks at the article, which need no answer. */
  readonly onDidSay = this.said.event;
  private readonly closed = new vscode.EventEmitter<void>();
  readonly onDidDispose = this.closed.event;

  /** What others see of it: problems that keep the file from being read stand for those of what was read last. */
  private seen: AnnotatedArticle;
  private onDisk: OnDisk;
  private blocks: readonly Problem[];
  private clash = false;
  private waiting: Backup | undefined;
  private whyWaiting: string | undefined;
  private isDisposed = false;
  private readonly owned: vscode.Disposable[] = [];

  constructor(parts: DocumentParts) {
    this.uri = parts.uri;
    this.sidecarUri = parts.sidecarUri;
    this.text = parts.text;
    this.unwritable = parts.unwritable;
    this.onDisk = parts.disk;
    this.blocks = parts.blocked;
    this.waiting = parts.backup;
    this.state = new ArticleState(parts, () => this.refresh());
    this.seen = seenWith(this.state.now, parts.blocked);
  }

  get annotated(): AnnotatedArticle {
    return this.seen;
  }

  /** What is in memory, with the text that it would be saved as. */
  get sidecar(): Sidecar {
    return this.state.now.sidecar;
  }

  get disk(): OnDisk {
    return this.onDisk;
  }

  get name(): string {
    return nameOf(this.uri);
  }

  get sidecarName(): string {
    return nameOf(this.sidecarUri);
  }

  /** Why the sidecar on disk cannot be read, so that nothing is written over it; empty where it can. */
  get blocked(): readonly Problem[] {
    return this.blocks;
  }

  get clashing(): boolean {
    return this.clash;
  }

  /** Whether the sidecar in memory is another one than that on disk; what still waits to be put back is not in it. */
  get edits(): boolean {
    const { bytes, base } = this.onDisk;
    if (bytes === undefined) return !isEmpty(this.sidecar);
    return this.sidecar !== base && textOfSidecar(this.sidecar) !== textOfSidecar(base);
  }

  /** What another session needs to put back what is not saved here; what waits to be put back is handed on as it is. */
  get unsaved(): Backup {
    if (this.waiting) return this.waiting;
    const edit = this.state.repositioning(this.onDisk.base.set);
    const mine = edit ? applyToSidecar(this.sidecar, edit).sidecar : this.sidecar;
    return backupOf(mine, this.onDisk, this.state.now.article.text);
  }

  /** Unsaved annotations that are still to be put back. */
  get pending(): Backup | undefined {
    return this.waiting;
  }

  /** Why it is not put back yet. */
  get whyPending(): string | undefined {
    return this.waiting && whyPending(this.sidecarName, this.whyWaiting);
  }

  get readOnly(): boolean {
    return this.unwritable || this.blocks.length > 0 || this.sidecar.readOnly;
  }

  get notices(): readonly Notice[] {
    return noticesOf({
      articleName: this.name,
      sidecarName: this.sidecarName,
      articleMissing: this.text.missing,
      unwritable: this.unwritable,
      blocked: this.blocks,
      problems: this.sidecar.problems,
      clashing: this.clash,
      restoring: this.whyPending,
    });
  }

  /** What a gesture comes to, and does it as one step that can be undone. `annotator` may be empty. */
  perform(gesture: Gesture, annotator: string): Outcome {
    const why = this.whyNot();
    if (why !== undefined) return { refused: why };
    const outcome = outcomeOf(gesture, this.state.now, annotator);
    const refusal = 'edit' in outcome ? this.edit(outcome.edit) : undefined;
    return refusal === undefined ? outcome : { refused: refusal };
  }

  /** Applies an edit and puts it on the undo stack; says why where its text cannot be changed. An edit that changes nothing is no step. */
  edit(edit: Edit): string | undefined {
    const { sidecar, edit: made, refusal } = applyToSidecar(this.sidecar, edit);
    if (refusal) return refusal.message;
    if (made.changes.length === 0) return undefined;
    this.state.takeSidecar(sidecar);
    // What was made last knows the very bytes that taking it back has to bring.
    let last = made;
    const turn = () => {
      last = this.takeBack(last);
    };
    this.edited.fire({ label: edit.label, undo: turn, redo: turn });
    return undefined;
  }

  /** Takes a sidecar that was read or merged for the present one, as no step of its own. */
  accept(sidecar: Sidecar, disk: OnDisk): void {
    this.onDisk = disk;
    this.blocks = [];
    this.clash = false;
    this.state.takeSidecar(sidecar);
  }

  /** What is in the file now, after it was written: edits made meanwhile are still to be saved. */
  wrote(sidecar: Sidecar, bytes: Uint8Array): void {
    this.onDisk = { bytes, base: sidecar };
    this.refresh();
  }

  /** Makes an edit that nobody asked for by itself, as no step: in memory, and, once it is written, in what is known of the disk. */
  amend(wanted: (set: AnnotationSet) => Edit | undefined, disk?: OnDisk): Edit | undefined {
    const edit = wanted(this.sidecar.set);
    const onlyThat = disk && !this.edits ? disk.base : undefined;
    this.onDisk = disk ?? this.onDisk;
    if (!edit) return undefined;
    const { sidecar, edit: made } = applyToSidecar(this.sidecar, edit);
    this.state.takeSidecar(onlyThat ?? sidecar, new Set(made.changes.map(({ id }) => id)));
    return made;
  }

  /** The file is gone while there is unsaved work; that work is kept. */
  lostFile(): void {
    this.onDisk = { ...this.onDisk, bytes: undefined };
    this.blocks = [];
    this.refresh();
  }

  /** The file on disk cannot be read, or (no problems) it is again as it was last known. */
  block(problems: readonly Problem[]): void {
    this.blocks = problems;
    this.refresh();
  }

  clashes(clash: boolean): void {
    this.clash = clash;
    this.refresh();
  }

  /** The backup has been put back, or is given up. */
  settlePending(): void {
    this.waiting = undefined;
    this.whyWaiting = undefined;
    this.refresh();
  }

  /** Why the backup cannot be put back, though the file can be read. */
  cannotRestore(why: string): void {
    this.whyWaiting = why;
    this.refresh();
  }

  say(sentence: string): void {
    this.said.fire(sentence);
  }

  own(disposable: vscode.Disposable): void {
    this.owned.push(disposable);
  }

  dispose(): void {
    this.isDisposed = true;
    this.closed.fire();
    for (const one of [this.text, ...this.owned, this.changed, this.edited, this.said, this.closed]) one.dispose();
  }

  private whyNot(): string | undefined {
    if (this.isDisposed) return l10n.t('{0} was closed before this could be done. Nothing was changed.', this.name);
    if (this.unwritable)
      return l10n.t('{0} is in a folder that cannot be written to, so it can only be read.', this.name);
    if (!this.readOnly) return undefined;
    const notice = this.notices.find(({ severity }) => severity === 'error');
    return notice?.message ?? l10n.t('{0} can only be read.', this.sidecarName);
  }

  /** Undoes what was made, as far as it is still there, and says what that came to, so that it can be undone in turn. */
  private takeBack(made: Edit): Edit {
    const { sidecar, edit, said } = takenBack(made, this.sidecar);
    if (said !== undefined) this.say(said);
    this.state.takeSidecar(sidecar);
    return edit;
  }

  private refresh(): void {
    this.state.markDirty(this.waiting !== undefined || this.edits);
    this.seen = seenWith(this.state.now, this.blocks);
    this.changed.fire();
  }
}
