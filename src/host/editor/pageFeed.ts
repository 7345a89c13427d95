/*
 * What one page is told of its article: the whole state, and then what has changed since. A new page gets very many annotations in two parts.
 * It may be hidden, rebuilt or not there yet at any time; whatever it missed it gets with the next whole state.
 */
import type * as vscode from 'vscode';
import type { Article } from '../../core/article/article';
import type { ReaderSettings, ReaderState, ToReader } from '../../messages';
import { pack } from '../../messages/packing';
import type { ArticleDocument } from './document';
import { messagesArrived } from './openingArticle';
import { changesBetween, inParts, type View, wholeState } from './readerState';

/** What is told with a state, as it is then. */
interface ToldWithState {
  settings(): ReaderSettings;
  /** Where another view of the article is. */
  begin(): ReaderState['begin'];
}

/** A state on its way, and what was left out of it. */
interface Packed {
  readonly state: ArrayBuffer;
  readonly rest: (() => ArrayBuffer) | undefined;
}

/** Annotations that make a message long enough to be packed. */
const manyAnnotations = 100;

/** Texts that gestures may still be about, newest last. */
const keptTexts = 8;

export class PageFeed {
  /** What the page shows, as far as is known; nothing before it was sent a state. */
  private shown: View | undefined;
  private readonly sent: { readonly revision: number; readonly article: Article }[] = [];
  private waiting: ToReader[] = [];
  private prepared: (Packed & { readonly view: View }) | undefined;
  private rest: Packed['rest'];
  private isDisposed = false;

  private readonly panel: vscode.WebviewPanel;
  private readonly document: ArticleDocument;
  private readonly told: ToldWithState;

  constructor(panel: vscode.WebviewPanel, document: ArticleDocument, told: ToldWithState) {
    this.panel = panel;
    this.document = document;
    this.told = told;
  }

  /** Whether there is a page that was sent a state, and has not gone since. */
  get isShown(): boolean {
    return this.shown !== undefined;
  }

  /** Sends a message once the page shows the article; a page that is not there yet gets it after its first state. */
  send(message: ToReader): void {
    // A place in the text is shown without any more annotations, and nobody waits for those.
    if (message.type !== 'reveal' || message.id !== undefined) this.sendRest();
    if (this.shown) this.post(message);
    else this.waiting = [...this.waiting.filter(({ type }) => type !== message.type), message];
  }

  post(message: ToReader | ArrayBuffer): void {
    // The page of a panel that was closed may not even be asked for.
    if (this.isDisposed) return;
    // A page that is not there takes no messages, and asks for the whole state when it is.
    this.panel.webview.postMessage(message).then(undefined, () => {});
  }

  /** Sends the whole state, and what has waited for it. */
  begin(page: 'new' | 'same'): void {
    if (page === 'new') this.sendFirst();
    else this.sendAll();
    for (const one of this.waiting.splice(0)) this.send(one);
  }

  /** The page is there: what was left out of its first state follows, but not in the way of that. */
  complete(): void {
    if (this.rest) void messagesArrived().then(() => this.sendRest());
  }

  /** Done while the page is still being built, so that it finds its state ready. */
  prepare(): void {
    const { view } = this;
    if (!this.shown) this.prepared = { view, ...this.packed(view) };
  }

  /** The page is gone, and will be built anew. */
  forget(): void {
    this.shown = undefined;
    this.prepared = undefined;
    this.rest = undefined;
  }

  tellSettings(): void {
    this.prepared = undefined;
    this.post({ type: 'settings', settings: this.told.settings() });
  }

  /** Tells what has changed since the last time, and with it the answer to a gesture. */
  update(answer?: { readonly gesture: number }): void {
    const before = this.shown;
    if (!before) return;
    const view = this.view;
    this.sendRest();
    this.shown = view;
    if (answer || view.annotated.revision !== before.annotated.revision) {
      if (view.annotated.article !== before.annotated.article) this.remember(view);
      const changes = { ...changesBetween(before, view), ...answer };
      const isLong = changes.article !== undefined || changes.annotations.length > manyAnnotations;
      this.post(isLong ? pack(changes) : changes);
    }
    if (!sameStatus(before, view)) this.postStatus(view);
  }

  /** The text that the page showed at a revision: the newest one that was sent at or before it. */
  textAt(revision: number): string | undefined {
    return this.sent.findLast((one) => one.revision <= revision)?.article.text;
  }

  dispose(): void {
    this.isDisposed = true;
  }

  private get view(): View {
    const { annotated, name, notices, readOnly } = this.document;
    return { annotated, name, notices, readOnly };
  }

  /** In one: of what a page shows already nothing may be gone until a second part comes. */
  private sendAll(): void {
    const { view } = this;
    this.prepared = undefined;
    this.rest = undefined;
    this.shown = view;
    this.remember(view);
    this.post(pack(this.beginning(wholeState(view, this.told.settings()))));
  }

  private sendFirst(): void {
    const { view, prepared } = this;
    this.prepared = undefined;
    this.shown = view;
    this.remember(view);
    const isUpToDate = prepared?.view.annotated.revision === view.annotated.revision;
    const { state, rest } = isUpToDate ? prepared : this.packed(view);
    this.post(state);
    this.rest = rest;
    if (isUpToDate && !sameStatus(prepared.view, view)) this.postStatus(view);
  }

  /** What was left out of the state; it goes before anything is told that may be about it. */
  private sendRest(): void {
    const { rest } = this;
    this.rest = undefined;
    if (rest) this.post(rest());
  }

  private packed(view: View): Packed {
    const [state, rest] = inParts(view, this.told.settings());
    return { state: pack(this.beginning(state)), rest: rest && (() => pack(rest())) };
  }

  private beginning(state: ReaderState): ReaderState {
    const beside = this.told.begin();
    return beside ? { ...state, begin: { top: beside.top, caret: beside.caret } } : state;
  }

  private remember({ annotated: { revision, article } }: View): void {
    this.sent.push({ revision, article });
    if (this.sent.length > keptTexts) this.sent.shift();
  }

  private postStatus({ annotated: { dirty }, notices, readOnly }: View): void {
    // What was left out says what was so when the state was made.
    this.sendRest();
    this.post({ type: 'status', dirty, notices: [...notices], readOnly });
  }
}

function sameStatus(a: View, b: View): boolean {
  return (
    a.annotated.dirty === b.annotated.dirty &&
    a.readOnly === b.readOnly &&
    a.notices.length === b.notices.length &&
    a.notices.every((notice, i) => notice.message === b.notices[i]?.message)
  );
}
