/* One panel that shows an article: follows whether its page is there, has it told what it shows, and takes what a person does in it. */
import * as vscode from 'vscode';
import type { Gesture } from '../../core/annotation/gesture';
import type { Span } from '../../core/article/article';
import * as l10n from '../../core/l10n';
import { type FromReader, readFromReader, type ToReader } from '../../messages';
import type { ReviewAnswer, ReviewMessage } from '../../messages/review';
import type { AnnotatedArticle } from '../articles';
import { messageOf } from '../messageOf';
import { signalled } from '../signalled';
import type { Annotator } from './annotator';
import { commandFor } from './askedCommands';
import type { ArticleDocument } from './document';
import { openAt, openLink } from './links';
import { PageFeed } from './pageFeed';
import { performGesture } from './perform';
import { readerSettings } from './settings';

type SelectionMessage = Extract<FromReader, { type: 'selection' }>;

/** What a panel does for the one who holds it. */
export interface PanelListener {
  selectionChanged(panel: ReaderPanel): void;
  viewStateChanged(panel: ReaderPanel): void;
  /** Says what else goes when these entries are removed, and asks; true at once where nothing else does. */
  confirmsRemoval(annotated: AnnotatedArticle, ids: readonly string[]): true | Promise<boolean>;
  /** Another panel on the screen that shows the same article. */
  beside(panel: ReaderPanel): ReaderPanel | undefined;
  /** A gesture of its page was done. */
  performed(gesture: Gesture): void;
  failed(message: string): void;
}

/** A review that is shown in a panel, and who takes the answers. */
export interface ShownReview {
  readonly message: ReviewMessage;
  answered(answer: ReviewAnswer): void;
}

/** A gesture, by the page that it was made on and its number there. */
interface Asked {
  readonly number: number;
  readonly page: number;
}

/** Milliseconds in which a page that is shown again says that it is ready. */
const patience = 5_000;
/** In which VS Code begins to undo, if it ever does. */
const patienceWithUndo = 500;

export class ReaderPanel implements vscode.Disposable {
  private lastSelection: { readonly message: SelectionMessage; readonly text: string | undefined } | undefined;
  private review: ShownReview | undefined;
  /** The page was sent its first state before it said that it is ready. */
  private isAhead = false;
  private late: ReturnType<typeof setTimeout> | undefined;
  private holding = false;
  private gestures: Promise<unknown> = Promise.resolve();
  /** Counts the pages that were built: each numbers its gestures from the beginning. */
  private page = 0;
  private readonly subscriptions: vscode.Disposable[];

  readonly panel: vscode.WebviewPanel;
  readonly document: ArticleDocument;
  private readonly annotator: Annotator;
  private readonly feed: PageFeed;
  private readonly listener: PanelListener;

  constructor(panel: vscode.WebviewPanel, document: ArticleDocument, annotator: Annotator, listener: PanelListener) {
    this.panel = panel;
    this.document = document;
    this.annotator = annotator;
    this.listener = listener;
    this.feed = new PageFeed(panel, document, {
      settings: () => readerSettings(annotator.name),
      begin: () => listener.beside(this)?.selection,
    });
    this.subscriptions = [
      panel.webview.onDidReceiveMessage((message) => this.receive(message)),
      panel.onDidChangeViewState(() => {
        this.followVisibility();
        listener.viewStateChanged(this);
      }),
      document.onDidChange(() => this.update()),
      // Also to a page that has just been opened for the sake of what is said.
      document.onDidSay((message) => this.send({ type: 'say', message })),
      vscode.workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration('argmark')) this.feed.tellSettings();
      }),
    ];
    this.beginAhead();
  }

  /** Where the person stands in it, as last told. */
  get selection(): SelectionMessage | undefined {
    // Offsets of a text that is not the article's any more say nothing; the page tells the new ones in a moment.
    const told = this.lastSelection;
    return told?.text === this.document.annotated.article.text ? told?.message : undefined;
  }

  /** Sends a message once the page shows the article. */
  send(message: ToReader): void {
    this.feed.send(message);
  }

  /** Shows a review, also in each page that is built anew, until another one or none takes its place. */
  showReview(review: ShownReview | undefined): void {
    const had = this.review !== undefined;
    this.review = review;
    if (this.feed.isShown && (review || had)) this.feed.send(review?.message ?? { type: 'review' });
  }

  reveal(place: { readonly id: string } | { readonly span: Span }, focus: boolean): void {
    this.panel.reveal(undefined, !focus);
    this.send({ type: 'reveal', ...place, focus });
  }

  dispose(): void {
    this.feed.dispose();
    clearTimeout(this.late);
    for (const subscription of this.subscriptions) subscription.dispose();
  }

  /** VS Code throws a page away when it is hidden and builds it anew when it is shown again. */
  private followVisibility(): void {
    clearTimeout(this.late);
    if (!this.panel.visible) {
      this.feed.forget();
      this.isAhead = false;
      return;
    }
    if (this.feed.isShown) return;
    this.feed.prepare();
    // Should the page have lived on after all, it will not say that it is ready.
    this.late = setTimeout(() => this.feed.isShown || this.begin('same'), patience);
  }

  /** Takes a message of the page. */
  receive(raw: unknown): void {
    const message = readFromReader(raw);
    if (typeof message === 'string') {
      this.listener.failed(`A message of the reading view was not understood and is passed over. ${message}`);
      return;
    }
    switch (message.type) {
      case 'ready':
        // Its first state is on the way to it already; a page that it does not reach asks again.
        if (this.isAhead && message.revision === undefined) this.isAhead = false;
        else {
          // One that has missed something is the same as before, and says what it has.
          if (message.revision === undefined) this.page++;
          // So may be one that asks again since its state takes long to come.
          this.begin(message.revision === undefined && !this.feed.isShown ? 'new' : 'same');
        }
        this.feed.complete();
        break;
      case 'gesture': {
        const asked = { number: message.number, page: this.page };
        this.gestures = this.gestures.then(() => this.answer(asked, message.gesture, message.revision));
        break;
      }
      case 'selection':
        this.lastSelection = { message, text: this.feed.textAt(message.revision) };
        this.listener.selectionChanged(this);
        break;
      case 'ask':
        void this.orSay(vscode.commands.executeCommand(commandFor[message.what])).then(() =>
          this.feed.post({ type: 'asked' }),
        );
        break;
      case 'turning':
        void this.sayTurned(message.revision);
        break;
      case 'review':
        this.review?.answered(message);
        break;
      case 'openLink':
        openLink(message.href);
        break;
      case 'openSidecar':
        void this.orSay(openAt(this.document.annotated.sidecarUri, message.line, message.column));
        break;
      case 'failure':
        this.listener.failed(`The reading view of ${this.document.name}: ${message.message}`);
        break;
    }
  }

  /** VS Code keeps what it is told for a page that is still being built. */
  private beginAhead(): void {
    if (!this.panel.visible) return;
    this.isAhead = true;
    this.begin('new');
  }

  private begin(page: 'new' | 'same'): void {
    this.feed.begin(page);
    if (this.review) this.feed.send(this.review.message);
  }

  private update(answer?: { readonly gesture: number }): void {
    if (!this.holding) this.feed.update(answer);
  }

  /** Over when the next gesture may be done. Never rejects. */
  private answer(gesture: Asked, wanted: Gesture, revision: number): Promise<void> {
    const act = () => this.act(gesture, wanted, revision);
    return this.orRefuse(gesture, async () => {
      const { annotated, readOnly } = this.document;
      const asks = wanted.verb === 'remove' && !readOnly;
      const confirmed = !asks || this.listener.confirmsRemoval(annotated, wanted.ids);
      if (confirmed === true) return act();
      // The question may stay open for long: what a person does meanwhile must not wait for it, unsaved.
      void this.orRefuse(gesture, async () => {
        if (await confirmed) await act();
        else this.refuse(gesture, l10n.t('Nothing was deleted.'));
      });
    });
  }

  private async act(gesture: Asked, wanted: Gesture, revision: number): Promise<void> {
    // The change that this makes is told together with the answer.
    const outcome = await performGesture(this.document, wanted, this.annotator, this.feed.textAt(revision), (held) => {
      this.holding = held;
    });
    if ('refused' in outcome) {
      this.refuse(gesture, outcome.refused);
      return;
    }
    this.listener.performed(wanted);
    if (this.isOfPage(gesture)) this.update({ gesture: gesture.number });
    else this.update();
    // What goes with a removal was said before it was done.
    if (outcome.also && wanted.verb !== 'remove') this.feed.post({ type: 'say', message: outcome.also });
  }

  /**
   * VS Code had the key before this page asked, so its undo has come before, too. But the first one of a window may wait until VS Code knows
   * that no extension is to be activated for it, and nothing at all comes where there is nothing to undo.
   */
  private async sayTurned(revision: number): Promise<void> {
    const { document } = this;
    document.state.catchUp();
    const isOver = () => document.annotated.revision !== revision;
    if (!isOver()) await signalled((signal) => document.onDidChange(() => isOver() && signal()), patienceWithUndo);
    this.feed.post({ type: 'turned' });
  }

  private async orRefuse(gesture: Asked, task: () => Promise<void>): Promise<void> {
    try {
      await task();
    } catch (error) {
      this.refuse(gesture, this.failureOf(error));
    }
  }

  /** A page that went away with its gesture cannot take it back; the next one says why nothing came of it. */
  private refuse(gesture: Asked, message: string): void {
    if (this.isOfPage(gesture)) this.feed.post({ type: 'refused', gesture: gesture.number, message });
    else this.send({ type: 'say', message });
  }

  private isOfPage({ page }: Asked): boolean {
    return this.feed.isShown && page === this.page;
  }

  private async orSay(done: Thenable<unknown>): Promise<void> {
    try {
      await done;
    } catch (error) {
      this.feed.post({ type: 'say', message: this.failureOf(error) });
    }
  }

  /** What is said of a failure; it also goes to the log. */
  private failureOf(error: unknown): string {
    const message = messageOf(error);
    this.listener.failed(`${this.document.name}: ${message}`);
    return l10n.t('This could not be done: {0}', message);
  }
}
