/*
 * One open article: its text, what is said about it, and how far that is from what the sidecar on disk says. VS Code's dirty dot, undo
 * stack and backups hang on it. It changes memory only; `save.ts`, `sync.ts` and `backup.ts` bring it together with the disk.
 */
import * as vscode from 'vscode';
import { type Edit, inverse } from '../../core/annotation/edit';
import type { Gesture } from '../../core/annotation/gesture';
import { freshId } from '../../core/annotation/ids';
import type { Placements } from '../../core/annotation/placement';
import type { Outcome } from '../../core/annotation/verbContext';
import { editFor } from '../../core/annotation/verbs';
import type { Article } from '../../core/article/article';
import { parseArticle } from '../../core/article/parse';
import * as l10n from '../../core/l10n';
import type { Problem } from '../../core/problem';
import { applyToSidecar } from '../../core/sidecar/patch';
import type { Sidecar } from '../../core/sidecar/sidecar';
import { isEmpty, textOfSidecar } from '../../core/sidecar/sidecarFile';
import type { AnnotatedArticle } from '../articles';
import type { ArticleText } from './articleText';
import type { Backup } from './backupFile';
import type { CodebookInUse } from './codebooks';
import { backupOf, type DocumentParts, type OnDisk, seenWith, type UndoStep } from './documentParts';
import { type Notice, noticesOf, whyPending } from './notices';
import { placementsAfter, placementsOf } from './placements';
import { selectorIn } from './selectors';
import { Turns } from './turns';
import { nameOf } from './uris';

export class ArticleDocument implements vscode.CustomDocument {
  readonly uri: vscode.Uri;
  readonly sidecarUri: vscode.Uri;
  readonly text: ArticleText;
  readonly unwritable: boolean;
  readonly turns = new Turns();

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

  private current: AnnotatedArticle;
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
    const { article } = parts;
    this.current = {
      uri: parts.uri,
      sidecarUri: parts.sidecarUri,
      article,
      sidecar: parts.sidecar,
      placements: placementsOf(parts.sidecar.set, article),
      codebook: parts.codebook.codebook,
      codebookProblems: parts.codebook.problems,
      ...(parts.codebook.uri && { codebookUri: parts.codebook.uri }),
      revision: 1,
      dirty: parts.backup !== undefined,
    };
    this.seen = seenWith(this.current, parts.blocked);
  }

  get annotated(): AnnotatedArticle {
    return this.seen;
  }

  /** What is in memory, with the text that it would be saved as. */
  get sidecar(): Sidecar {
    return this.current.sidecar;
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
    return this.waiting ?? backupOf(this.sidecar, this.onDisk);
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
    const { article, placements, codebook, sidecar } = this.current;
    const outcome = editFor(gesture, {
      set: sidecar.set,
      text: article.text,
      placements,
      codebook,
      annotator,
      now: `${new Date().toISOString().slice(0, 19)}Z`,
      newId: () => freshId(sidecar.set),
      selector: (span) => selectorIn(article, span),
    });
    const refusal = 'edit' in outcome ? this.edit(outcome.edit) : undefined;
    return refusal === undefined ? outcome : { refused: refusal };
  }

  /** Applies an edit and puts it on the undo stack; says why where its text cannot be changed. An edit that changes nothing is no step. */
  edit(edit: Edit): string | undefined {
    const { sidecar, edit: made, refusal } = applyToSidecar(this.sidecar, edit);
    if (refusal) return refusal.message;
    if (made.changes.length === 0) return undefined;
    this.set(sidecar);
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
    this.set(sidecar);
  }

  /** What is in the file now, after it was written: edits made meanwhile are still to be saved. */
  wrote(sidecar: Sidecar, bytes: Uint8Array): void {
    this.onDisk = { bytes, base: sidecar };
    this.refresh();
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

  /** The article's text is another one now: annotations are placed anew. Nothing is written, and nothing becomes dirty. */
  takeText(): void {
    const article = parseArticle(this.text.text);
    if (article.text === this.current.article.text) this.refresh();
    else this.replaceArticle(article);
  }

  takeCodebook({ codebook, problems, uri }: CodebookInUse): void {
    const now = this.current;
    // Codebooks are looked for again more often than they change.
    if (codebook === now.codebook && problems === now.codebookProblems && `${uri}` === `${now.codebookUri}`) return;
    // Where the codebook is the built-in one now, the file of the last one must not stay.
    const { codebookUri: _, ...rest } = now;
    this.current = rest;
    this.next({ codebook, codebookProblems: problems, ...(uri && { codebookUri: uri }) });
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
    if (this.unwritable) return l10n.t('{0} lies where nothing can be written, so it can only be read.', this.name);
    if (!this.readOnly) return undefined;
    const notice = this.notices.find(({ severity }) => severity === 'error');
    return notice?.message ?? l10n.t('{0} can only be read.', this.sidecarName);
  }

  /** Undoes what was made, as far as it is still there, and says what that came to, so that it can be undone in turn. */
  private takeBack(made: Edit): Edit {
    const back = inverse(made);
    const { sidecar, edit, skipped, refusal } = applyToSidecar(this.sidecar, back);
    if (refusal) this.say(refusal.message);
    else if (skipped.length > 0) {
      const names = l10n.commas(skipped.map((id) => `“${id}”`));
      this.say(l10n.t('{0}: another program has changed {1} meanwhile, which is left as it is.', made.label, names));
    }
    if (edit.changes.length === 0) return back;
    this.set(sidecar);
    return edit;
  }

  private set(sidecar: Sidecar): void {
    const { article, placements, sidecar: before } = this.current;
    if (sidecar === before) this.refresh();
    else this.next({ sidecar, placements: placementsAfter(sidecar.set, article, before.set, placements) });
  }

  private replaceArticle(article: Article): void {
    const placements: Placements = placementsOf(this.sidecar.set, article, this.current.placements);
    this.next({ article, placements });
  }

  private next(changes: Partial<AnnotatedArticle>): void {
    this.current = { ...this.current, ...changes, revision: this.current.revision + 1 };
    this.refresh();
  }

  private refresh(): void {
    const dirty = this.waiting !== undefined || this.edits;
    if (dirty !== this.current.dirty) this.current = { ...this.current, dirty };
    this.seen = seenWith(this.current, this.blocks);
    this.changed.fire();
  }
}
