/*
 * One article that no reading view has open: read from its files when they change, carried along with its text while that is edited, and told of
 * to whoever shows it. What was edited in its tagged words is recorded with the save of its text.
 */
import * as vscode from 'vscode';
import { sameBytes } from '../../core/bytes';
import * as l10n from '../../core/l10n';
import type { Sidecar } from '../../core/sidecar/sidecar';
import type { AnnotatedArticle } from '../articles';
import type { Files } from '../files';
import { messageOf } from '../messageOf';
import { hasUnsavedText, openText, textOf } from './articleText';
import type { Codebooks } from './codebooks';
import type { LivePlaces, TextChange } from './livePlaces';
import { nameOf, sidecarOf } from './uris';

/** Milliseconds until what has happened is told: an edit within a frame, a change of a file, and that nobody types any more. */
const waits = { edit: 8, disk: 120, rest: 120 } as const;

/** What is known of an article, for whoever follows it next. */
export interface KnownArticle {
  /** Where annotations stand while the text is edited. */
  readonly live?: LivePlaces | undefined;
  readonly annotated?: AnnotatedArticle | undefined;
  /** The sidecar's file that this was read from. */
  readonly bytes?: Uint8Array | undefined;
}

/** What it needs of those who keep it. */
export interface Keeper {
  readonly files: Files;
  readonly codebooks: Codebooks;
  /** What was known of it is not so any more. */
  changed(uri: vscode.Uri): void;
  /** A number that no state of any article has had. */
  nextRevision(): number;
  /** Whether a reading view has it open, which then follows and saves it by itself. */
  isOpen(uri: vscode.Uri): boolean;
  /** Whether it is not known yet if its text was edited or read from its file. */
  isDoubtful(uri: vscode.Uri): boolean;
}

export class ClosedArticle implements vscode.Disposable {
  readonly uri: vscode.Uri;
  /** Where annotations stand while the text is edited; there once something was read. */
  live: LivePlaces | undefined;

  private readonly keeper: Keeper;
  private work: Promise<void>;
  private current: AnnotatedArticle | undefined;
  /** Known once something was read. */
  private reading: typeof import('./reading') | undefined;
  /** The sidecar as it was read last, and the file that it was read from. */
  private file: { readonly sidecar: Sidecar; readonly bytes: Uint8Array | undefined } | undefined;
  /** What happened to the text since it was last asked for to be read: edits, or that it was read from its file (undefined). */
  private early: (TextChange | undefined)[] = [];
  private isOver = false;
  private readonly timers = new Map<keyof typeof waits, ReturnType<typeof setTimeout>>();
  private readonly watchers: readonly vscode.Disposable[];

  /** `live`: where annotations stand in the text, if it was edited under another name. */
  constructor(uri: vscode.Uri, keeper: Keeper, live: LivePlaces | undefined) {
    this.uri = uri;
    this.keeper = keeper;
    this.live = live;
    this.watchers = [sidecarOf(uri), uri].map((file) => keeper.files.watch(file, () => this.readSoon()));
    this.work = this.read();
  }

  /** Over when what is known is what is on disk, as far as watchers have told. */
  get loading(): Promise<void> {
    return this.work;
  }

  /** What was read last; undefined where it could not be. */
  get annotated(): AnnotatedArticle | undefined {
    return this.current;
  }

  get all(): KnownArticle {
    const { live, current, file } = this;
    // A file that was just read again may not be what is known yet.
    return { live, annotated: current, bytes: file?.sidecar === current?.sidecar ? file?.bytes : undefined };
  }

  /**
   * The present state without waiting, on the text that an editor shows at this moment. Cheap, since it is asked at each move of a caret:
   * while someone types, what is placed only moves along.
   */
  get known(): AnnotatedArticle | undefined {
    if (!this.current || !this.reading) return undefined;
    const text = openText(this.uri) ?? this.current.article.text;
    if (text !== this.current.article.text) {
      this.live ??= this.reading.livePlaces();
      this.become(this.reading.onText(text, this.current, this.live));
    }
    return this.current;
  }

  /** Its text was edited, or (undefined) was read from its file. */
  textChanged(change: TextChange | undefined): void {
    this.early.push(change);
    this.take(change);
    this.later('edit', () => this.keeper.changed(this.uri));
    this.later('rest', () => this.rest());
  }

  /** Until it is read again, what was known stays known. */
  readAgain(): void {
    this.work = this.work.then(() => this.read());
    this.work.then(() => this.tell());
  }

  /** The same, once for all that happens to its files within a moment. */
  readSoon(): void {
    this.later('disk', () => this.readAgain());
  }

  /** With the text of an article, words of annotations that were edited in it are saved. */
  textSaved(): void {
    if (this.keeper.isOpen(this.uri)) return;
    this.work = this.work.then(() => this.record()).catch((error) => tellUnrecorded(this.uri, `${messageOf(error)}.`));
  }

  dispose(): void {
    this.isOver = true;
    // It belongs to whoever follows the text now: what is still being read here is not to be placed by it.
    this.live = undefined;
    for (const watcher of this.watchers) watcher.dispose();
    for (const timer of this.timers.values()) clearTimeout(timer);
  }

  private async read(): Promise<void> {
    const isFirst = this.current === undefined;
    this.current = await this.load();
    if (isFirst) for (const change of this.early) this.take(change);
    void this.askHistory();
  }

  private async load(): Promise<AnnotatedArticle | undefined> {
    const { uri, keeper } = this;
    const sidecarUri = sidecarOf(uri);
    this.early = [];
    try {
      const [text, bytes, { codebook, problems, uri: codebookUri }] = await Promise.all([
        textOf(uri, keeper.files),
        keeper.files.read(sidecarUri),
        keeper.codebooks.of(uri),
      ]);
      if (text === undefined) return undefined;
      this.reading = await import('./reading');
      const { current: before } = this;
      this.live ??= this.reading.livePlaces();
      // A file is often only touched, or told of twice.
      const known = before && { read: before, sameBytes: sameBytes(bytes, this.file?.bytes) };
      // What was known has been edited along with the text meanwhile.
      const now = (before && openText(uri)) ?? text;
      const read = this.reading.readAnnotated(now, bytes, this.live, known);
      this.file = { sidecar: read.sidecar, bytes };
      const revision = keeper.nextRevision();
      return {
        ...{ uri, sidecarUri, ...read, codebook, codebookProblems: problems },
        ...{ revision, dirty: false, ...(codebookUri && { codebookUri }) },
      };
    } catch {
      return undefined;
    }
  }

  /** What git tells of words that are not at their place comes later, if at all. */
  private async askHistory(): Promise<void> {
    const { current: before, reading } = this;
    if (!before || !reading || this.live?.text !== undefined) return;
    const { placedThroughHistory } = await import('./followHistory');
    const placements = await placedThroughHistory(before);
    const now = this.current;
    if (!placements || !now || this.live?.text !== undefined) return;
    if (now.article !== before.article || now.sidecar !== before.sidecar) return;
    this.become({ ...now, placements });
    this.tell();
  }

  /** Moves what is placed along with an edit, or places it anew in a text that was read from its file. */
  private take(change: TextChange | undefined): void {
    const { current, live, reading, uri } = this;
    if (!current || !live || !reading) return;
    if (change) live.follow(change, reading.standing(current));
    else {
      live.forget();
      this.become(reading.placedAnew(openText(uri) ?? current.article.text, current));
      void this.askHistory();
    }
  }

  /** Nobody has edited the text for a moment: words that went astray are searched. */
  private rest(): void {
    const { known } = this;
    if (!known || !this.reading || !this.live) return;
    const placements = this.live.settle(this.reading.standing(known));
    if (placements === known.placements) return;
    this.become({ ...known, placements });
    this.tell();
  }

  private async record(): Promise<void> {
    const { live, reading, uri, keeper, known } = this;
    // What was typed since is saved with the next save; two writers of one file would each undo what the other has written.
    const isOurs = !this.isOver && !keeper.isOpen(uri) && !hasUnsavedText(uri) && !keeper.isDoubtful(uri);
    if (!known || !reading || !live || !isOurs) return;
    const edit = live.rewording(reading.standing(known));
    if (!edit || known.sidecar.readOnly) return;
    const { amendFile } = await import('./amend');
    const amended = await amendFile(known.sidecarUri, () => edit, keeper.files);
    if (!amended) return;
    if ('why' in amended) {
      tellUnrecorded(uri, amended.why);
      return;
    }
    if (this.isOver) return;
    const { sidecar, bytes, edit: made } = amended;
    const now = this.known ?? known;
    const renewed = new Set(made.changes.map(({ id }) => id));
    const placements = live.placementsFor(sidecar.set, reading.standing(now), renewed);
    this.file = { sidecar, bytes };
    this.become({ ...now, sidecar, placements });
    this.tell();
  }

  private become(state: AnnotatedArticle): void {
    this.current = { ...state, revision: this.keeper.nextRevision() };
  }

  private tell(): void {
    if (!this.isOver) this.keeper.changed(this.uri);
  }

  /** Does it once for all of this kind that happens to the article within a moment; a rest is waited for until nobody types. */
  private later(what: keyof typeof waits, action: () => void): void {
    const waiting = this.timers.get(what);
    if (this.isOver || (waiting !== undefined && what !== 'rest')) return;
    clearTimeout(waiting);
    const timer = setTimeout(() => {
      this.timers.delete(what);
      action();
    }, waits[what]);
    this.timers.set(what, timer);
  }
}

function tellUnrecorded(uri: vscode.Uri, why: string): void {
  const sentence = l10n.t(
    'Words that were edited in {0} are not recorded with their annotations yet: {1} Save the article again once that is put right.',
    nameOf(uri),
    why,
  );
  void vscode.window.showWarningMessage(sentence);
}
