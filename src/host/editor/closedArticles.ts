/*
 * Articles that no reading view has open, for trees, hovers and commands: read when they are asked for, kept while their files stay as
 * they are, and forgotten in the order in which they were last asked for.
 */
import * as vscode from 'vscode';
import { sameBytes } from '../../core/bytes';
import * as l10n from '../../core/l10n';
import type { AnnotatedArticle } from '../articles';
import type { Files } from '../files';
import { changeOf, hasUnsavedText, openText, textOf } from './articleText';
import type { Codebooks } from './codebooks';
import type { LivePlaces, TextChange } from './livePlaces';
import { Reloads } from './reloads';
import { hasNeighbours, isArticle, nameOf, sidecarOf } from './uris';
import { messageOf } from './words';

const mostKept = 64;

/** Milliseconds until what has happened is told: an edit within a frame, a change of a file, and that nobody types any more. */
const waits = { edit: 8, disk: 120, rest: 120 } as const;

interface Kept {
  readonly uri: vscode.Uri;
  /** Over when what is known is what is on disk, as far as watchers have told. */
  loading: Promise<void>;
  annotated?: AnnotatedArticle | undefined;
  /** Known once something was read. */
  reading?: typeof import('./reading');
  /** The sidecar's file as it was read last. */
  bytes?: Uint8Array | undefined;
  /** Where annotations stand while the text is edited; there once something was read. */
  live?: LivePlaces | undefined;
  /** What happened to the text since it was last asked for to be read: edits, or that it was read from its file (undefined). */
  early: (TextChange | undefined)[];
  readonly watchers: readonly vscode.Disposable[];
}

export class ClosedArticles implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<vscode.Uri>();
  /** Fires when what `at` gave is not so any more. */
  readonly onDidChange = this.changed.event;

  /** Whether a reading view has an article open, which then follows and saves it by itself. */
  isOpen: (uri: vscode.Uri) => boolean = () => false;

  private readonly kept = new Map<string, Kept>();
  private readonly timers = new Map<string, ReturnType<typeof setTimeout>>();
  private readonly subscriptions: vscode.Disposable[];
  private readonly reloads = new Reloads((uri) => {
    const entry = this.kept.get(uri.toString());
    if (entry) this.told(entry, undefined);
  });
  /** Where annotations stand in texts that have got other names, until these are read. */
  private readonly carried = new Map<string, LivePlaces>();
  private revision = 0;

  private readonly files: Files;
  private readonly codebooks: Codebooks;

  constructor(files: Files, codebooks: Codebooks) {
    this.files = files;
    this.codebooks = codebooks;
    this.subscriptions = [
      this.changed,
      // Text that an extension edits is shown in no editor that would ask for the article.
      vscode.workspace.onDidOpenTextDocument(({ uri }) => {
        if (!this.isOpen(uri)) void this.at(uri);
      }),
      this.reloads,
      vscode.workspace.onDidChangeTextDocument((event) => this.follow(event)),
      vscode.workspace.onDidSaveTextDocument(({ uri }) => this.recordWords(uri)),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => this.later(uri, 'disk', () => this.readAgain(uri))),
      codebooks.onDidChange(() => {
        for (const { uri } of [...this.kept.values()]) this.readAgain(uri);
      }),
    ];
  }

  async at(uri: vscode.Uri): Promise<AnnotatedArticle | undefined> {
    if (!isArticle(uri) || !hasNeighbours(uri)) return undefined;
    const key = uri.toString();
    let entry = this.kept.get(key);
    if (entry) this.kept.delete(key);
    else {
      const reread = () => this.later(uri, 'disk', () => this.readAgain(uri));
      const watchers = [sidecarOf(uri), uri].map((file) => this.files.watch(file, reread));
      entry = { uri, loading: Promise.resolve(), early: [], watchers, live: this.carried.get(key) };
      this.carried.delete(key);
      entry.loading = this.read(entry);
    }
    this.kept.set(key, entry);
    for (const [oldest, { uri: kept }] of this.kept) {
      if (this.kept.size <= mostKept) break;
      if (!hasUnsavedText(kept)) this.drop(oldest);
    }
    await entry.loading;
    // What could not be read is looked for again the next time.
    if (!entry.annotated && this.kept.get(key) === entry) this.drop(key);
    return this.known(uri) ?? entry.annotated;
  }

  /**
   * The present state without waiting, on the text that an editor shows at this moment. Cheap, since it is asked at each move of a caret:
   * while someone types, what is placed only moves along.
   */
  known(uri: vscode.Uri): AnnotatedArticle | undefined {
    const entry = this.kept.get(uri.toString());
    if (!entry?.annotated || !entry.reading) return undefined;
    const text = openText(uri) ?? entry.annotated.article.text;
    if (text !== entry.annotated.article.text) {
      entry.live ??= entry.reading.livePlaces();
      entry.annotated = { ...entry.reading.onText(text, entry.annotated, entry.live), revision: ++this.revision };
    }
    return entry.annotated;
  }

  /** Where annotations stand in a text that is being edited, for whoever follows it next; nothing is kept of it here. */
  handOver(uri: vscode.Uri): LivePlaces | undefined {
    const { live } = this.kept.get(uri.toString()) ?? { live: this.carried.get(uri.toString()) };
    this.forget(uri);
    return live;
  }

  /** An edited text has got another name: what is known of it is handed over there. */
  carry(from: vscode.Uri, to: vscode.Uri, live = this.kept.get(from.toString())?.live): void {
    if (live?.text !== undefined) this.carried.set(to.toString(), live);
  }

  /** The same from whoever followed it before. */
  takeOver(uri: vscode.Uri, live: LivePlaces): void {
    if (!hasUnsavedText(uri)) return;
    void this.at(uri);
    const entry = this.kept.get(uri.toString());
    if (entry) entry.live = live;
  }

  /** It is open now, or has changed: what is kept of it is old. */
  forget(uri: vscode.Uri): void {
    this.drop(uri.toString());
  }

  dispose(): void {
    for (const key of [...this.kept.keys()]) this.drop(key);
    for (const timer of this.timers.values()) clearTimeout(timer);
    for (const subscription of this.subscriptions) subscription.dispose();
  }

  private async load(entry: Kept): Promise<AnnotatedArticle | undefined> {
    const { uri } = entry;
    const sidecarUri = sidecarOf(uri);
    entry.early = [];
    try {
      const [text, bytes, { codebook, problems, uri: codebookUri }] = await Promise.all([
        textOf(uri, this.files),
        this.files.read(sidecarUri),
        this.codebooks.of(uri),
      ]);
      if (text === undefined) return undefined;
      entry.reading = await import('./reading');
      const { annotated: before } = entry;
      entry.live ??= entry.reading.livePlaces();
      // A file is often only touched, or told of twice.
      const known = before && { read: before, sameBytes: sameBytes(bytes, entry.bytes) };
      // What was known has been edited along with the text meanwhile.
      const now = (before && openText(uri)) ?? text;
      const read = entry.reading.readAnnotated(now, bytes, entry.live, known);
      entry.bytes = bytes;
      const revision = ++this.revision;
      return {
        ...{ uri, sidecarUri, ...read, codebook, codebookProblems: problems },
        ...{ revision, dirty: false, ...(codebookUri && { codebookUri }) },
      };
    } catch {
      return undefined;
    }
  }

  private async read(entry: Kept): Promise<void> {
    const isFirst = entry.annotated === undefined;
    entry.annotated = await this.load(entry);
    if (isFirst) for (const change of entry.early) this.take(entry, change);
    void this.askHistory(entry);
  }

  /** What git tells of words that are not at their place comes later, if at all. */
  private async askHistory(entry: Kept): Promise<void> {
    const { annotated, reading } = entry;
    if (!annotated || !reading || entry.live?.text !== undefined) return;
    const { placedThroughHistory } = await import('./followHistory');
    const placements = await placedThroughHistory(annotated);
    const now = entry.annotated;
    if (!placements || !now || entry.live?.text !== undefined) return;
    if (now.article !== annotated.article || now.sidecar !== annotated.sidecar) return;
    entry.annotated = { ...now, placements, revision: ++this.revision };
    if (this.kept.get(entry.uri.toString()) === entry) this.changed.fire(entry.uri);
  }

  private follow(event: vscode.TextDocumentChangeEvent): void {
    const { uri } = event.document;
    const entry = this.kept.get(uri.toString());
    if (!entry) return;
    this.reloads.see(event);
    if (event.contentChanges.length > 0) this.told(entry, changeOf(event));
  }

  private told(entry: Kept, change: TextChange | undefined): void {
    const { uri } = entry;
    entry.early.push(change);
    this.take(entry, change);
    this.later(uri, 'edit', () => this.changed.fire(uri));
    this.later(uri, 'rest', () => this.rest(entry));
  }

  /** Moves what is placed along with an edit, or places it anew in a text that was read from its file. */
  private take(entry: Kept, change: TextChange | undefined): void {
    const { annotated, live, reading, uri } = entry;
    if (!annotated || !live || !reading) return;
    if (change) live.follow(change, reading.standing(annotated));
    else {
      live.forget();
      const text = openText(uri) ?? annotated.article.text;
      entry.annotated = { ...reading.placedAnew(text, annotated), revision: ++this.revision };
      void this.askHistory(entry);
    }
  }

  /** Nobody has edited the text for a moment: words that went astray are searched. */
  private rest(entry: Kept): void {
    const annotated = this.known(entry.uri);
    if (!annotated || !entry.reading || !entry.live) return;
    const placements = entry.live.settle(entry.reading.standing(annotated));
    if (placements === annotated.placements) return;
    entry.annotated = { ...annotated, placements, revision: ++this.revision };
    this.changed.fire(entry.uri);
  }

  /** With the text of an article, words of annotations that were edited in it are saved. */
  private recordWords(uri: vscode.Uri): void {
    const entry = this.kept.get(uri.toString());
    // Two writers of one file would each undo what the other has written.
    if (!entry || this.isOpen(uri)) return;
    entry.loading = entry.loading
      .then(() => this.record(entry))
      .catch((error) => tellUnrecorded(uri, `${messageOf(error)}.`));
  }

  private async record(entry: Kept): Promise<void> {
    const { live, reading, uri } = entry;
    const annotated = this.known(uri);
    // What was typed since is saved with the next save.
    if (!annotated || !reading || !live || this.isOpen(uri) || hasUnsavedText(uri) || this.reloads.isDoubtful(uri))
      return;
    const edit = live.rewording(reading.standing(annotated));
    if (!edit || annotated.sidecar.readOnly) return;
    const { amendFile } = await import('./amend');
    const amended = await amendFile(annotated.sidecarUri, () => edit, this.files);
    if (!amended) return;
    if ('why' in amended) {
      tellUnrecorded(uri, amended.why);
      return;
    }
    const { sidecar, bytes, edit: made } = amended;
    const now = this.known(uri) ?? annotated;
    const renewed = new Set(made.changes.map(({ id }) => id));
    const placements = live.placementsFor(sidecar.set, reading.standing(now), renewed);
    entry.bytes = bytes;
    entry.annotated = { ...now, sidecar, placements, revision: ++this.revision };
    this.changed.fire(uri);
  }

  /** Until it is read again, what was known stays known. */
  private readAgain(uri: vscode.Uri): void {
    const entry = this.kept.get(uri.toString());
    if (!entry) return;
    entry.loading = entry.loading.then(() => this.read(entry));
    entry.loading.then(() => {
      if (this.kept.get(uri.toString()) === entry) this.changed.fire(uri);
    });
  }

  /** Does it once for all of this kind that happens to the article within a moment; a rest is waited for until nobody types. */
  private later(uri: vscode.Uri, what: keyof typeof waits, action: () => void): void {
    const key = `${what} ${uri.toString()}`;
    const waiting = this.timers.get(key);
    if (!this.kept.has(uri.toString()) || (waiting !== undefined && what !== 'rest')) return;
    clearTimeout(waiting);
    const timer = setTimeout(() => {
      this.timers.delete(key);
      action();
    }, waits[what]);
    this.timers.set(key, timer);
  }

  private drop(key: string): void {
    const entry = this.kept.get(key);
    if (!entry) return;
    this.kept.delete(key);
    for (const watcher of entry.watchers) watcher.dispose();
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
