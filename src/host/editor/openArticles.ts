/*
 * What the rest of the host knows of articles (`Articles`): the open ones and those read from disk, which one is active, where the person
 * stands in it, and how a gesture is done on it wherever it is shown.
 */
import * as vscode from 'vscode';
import type { Gesture } from '../../core/annotation/gesture';
import { spanIndexOf } from '../../core/annotation/spanIndex';
import type { Span } from '../../core/article/article';
import * as l10n from '../../core/l10n';
import type { ReaderAction } from '../../messages/readerActions';
import type { ActiveArticle, AnnotatedArticle, Articles, Selection } from '../articles';
import { signalled } from '../signalled';
import { activeArticle, articleBehind, readerColumn, textColumn } from './active';
import type { Annotator } from './annotator';
import type { ClosedArticles } from './closedArticles';
import type { ArticleDocument } from './document';
import { performGesture } from './perform';
import { offsetOf, rangeOf, spanOf } from './positions';
import type { ReaderPanel } from './readerPanel';
import type { Registry } from './registry';
import { sameUri, viewType } from './uris';

/** Milliseconds for which a sentence stays in the status bar. */
const sayingTime = 8_000;

/** Milliseconds within which an article that is shown again becomes the active one; nobody waits for longer. */
const patience = 5_000;

export class OpenArticles implements Articles, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<vscode.Uri>();
  readonly onDidChange = this.changed.event;
  private readonly activeChanged = new vscode.EventEmitter<ActiveArticle | undefined>();
  readonly onDidChangeActive = this.activeChanged.event;
  private readonly selectionChanged = new vscode.EventEmitter<Selection | undefined>();
  readonly onDidChangeSelection = this.selectionChanged.event;

  private current: ActiveArticle | undefined;
  /** What was active last. */
  private last: ActiveArticle | undefined;
  private readonly subscriptions: vscode.Disposable[];

  private readonly registry: Registry;
  private readonly closed: ClosedArticles;
  private readonly annotator: Annotator;

  /** Is told of each gesture that was done. */
  private readonly performed: (gesture: Gesture) => void;

  constructor(registry: Registry, closed: ClosedArticles, annotator: Annotator, performed: (gesture: Gesture) => void) {
    this.registry = registry;
    this.performed = performed;
    this.closed = closed;
    closed.isOpen = (uri) => registry.document(uri) !== undefined;
    this.annotator = annotator;
    this.current = activeArticle(undefined);
    const look = () => this.lookAgain();
    this.subscriptions = [
      this.changed,
      this.activeChanged,
      this.selectionChanged,
      registry.onDidOpen((document) => {
        closed.forget(document.uri);
        document.onDidChange(() => this.changed.fire(document.uri));
        this.changed.fire(document.uri);
      }),
      registry.onDidClose((uri) => this.changed.fire(uri)),
      registry.onDidShow(look),
      closed.onDidChange((uri) => {
        if (!registry.document(uri)) this.changed.fire(uri);
      }),
      vscode.window.tabGroups.onDidChangeTabs(look),
      vscode.window.tabGroups.onDidChangeTabGroups(look),
      vscode.window.onDidChangeActiveTextEditor(look),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => {
        const { current } = this;
        if (current?.via === 'text' && sameUri(textEditor.document.uri, current.uri)) this.tellSelection();
      }),
    ];
  }

  async at(uri: vscode.Uri): Promise<AnnotatedArticle | undefined> {
    await this.registry.settled(uri);
    return this.fresh(uri) ?? this.closed.at(uri);
  }

  known(uri: vscode.Uri): AnnotatedArticle | undefined {
    return this.fresh(uri) ?? this.closed.known(uri);
  }

  get active(): ActiveArticle | undefined {
    return this.current;
  }

  async bringBack(): Promise<void> {
    const behind = this.current ? undefined : articleBehind(this.last);
    if (!behind) return;
    const comes = signalled(this.onDidChangeActive, patience);
    const { uri, via } = behind;
    if (via === 'text')
      await vscode.window.showTextDocument(uri, { viewColumn: textColumn(uri) ?? vscode.ViewColumn.Active });
    else await vscode.commands.executeCommand('vscode.openWith', uri, viewType, { viewColumn: readerColumn(uri) });
    await comes;
  }

  get selection(): Selection | undefined {
    const { current } = this;
    if (!current) return undefined;
    return current.via === 'reader' ? this.readerSelection(current.uri) : this.textSelection(current.uri);
  }

  async perform(uri: vscode.Uri, gesture: Gesture, seen?: string): Promise<readonly string[] | undefined> {
    const document = this.registry.document(uri) ?? (await this.open(uri));
    if (!document) {
      vscode.window.showErrorMessage(
        l10n.t('{0} could not be opened as an article, so nothing was changed.', uri.path),
      );
      return undefined;
    }
    const outcome = await performGesture(document, gesture, this.annotator, seen);
    if ('refused' in outcome) {
      this.tell(document, outcome.refused);
      return undefined;
    }
    this.performed(gesture);
    // What goes with a removal was said before it was done.
    if (outcome.also && gesture.verb !== 'remove') this.tell(document, outcome.also);
    return outcome.ids;
  }

  async reveal(
    uri: vscode.Uri,
    place: { readonly id: string } | { readonly span: Span },
    { focus }: { readonly focus: boolean },
  ): Promise<void> {
    const column = textColumn(uri);
    const asText = this.current?.via === 'text' && sameUri(this.current.uri, uri);
    const reader = this.registry.panel(uri);
    if (reader && !asText) reader.reveal(place, focus);
    else if (column !== undefined && (asText || readerColumn(uri) === undefined))
      await this.revealText(uri, column, place, focus);
    else {
      await this.open(uri, focus);
      this.registry.panel(uri)?.reveal(place, focus);
    }
  }

  act(action: ReaderAction, tag?: string): boolean {
    const { current } = this;
    const reader = current?.via === 'reader' ? this.registry.panel(current.uri) : undefined;
    reader?.send({ type: 'do', action, ...(tag !== undefined && { tag }) });
    return reader !== undefined;
  }

  /** Called by panels when the person moved in one. */
  moved({ document }: ReaderPanel): void {
    if (this.current?.via === 'reader' && sameUri(this.current.uri, document.uri)) this.tellSelection();
  }

  lookAgain(): void {
    const before = this.current;
    this.current = activeArticle(before);
    this.last = this.current ?? this.last;
    const same = before && this.current && before.via === this.current.via && sameUri(before.uri, this.current.uri);
    if (same || (!before && !this.current)) return;
    this.activeChanged.fire(this.current);
    this.tellSelection();
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
  }

  /** The open document's state, brought up to the text as it is at this moment. */
  private fresh(uri: vscode.Uri): AnnotatedArticle | undefined {
    const document = this.registry.document(uri);
    document?.state.catchUp();
    return document?.annotated;
  }

  private tellSelection(): void {
    const { selection, current } = this;
    this.selectionChanged.fire(selection);
    if (selection || current?.via !== 'text') return;
    // Not read yet: once it is, there is something to tell.
    this.closed.at(current.uri).then((annotated) => {
      if (annotated && this.current === current) this.selectionChanged.fire(this.selection);
    });
  }

  private readerSelection(uri: vscode.Uri): Selection | undefined {
    const told = this.registry.panel(uri)?.selection;
    if (!told) return undefined;
    const { spans, caret, annotation } = told;
    return { uri, spans, caret, ...(annotation !== undefined && { annotation }) };
  }

  private textSelection(uri: vscode.Uri): Selection | undefined {
    const editor =
      vscode.window.activeTextEditor ?? vscode.window.visibleTextEditors.find((one) => sameUri(one.document.uri, uri));
    const annotated = this.known(uri);
    const article = annotated?.article;
    if (!editor || !article || !sameUri(editor.document.uri, uri)) return undefined;
    const spans = editor.selections
      .filter((selection) => !selection.isEmpty)
      .map((selection) => spanOf(article, selection))
      .sort((a, b) => a.start - b.start);
    const [span, other] = spans;
    const [annotation, twin] = span && !other ? spanIndexOf(annotated.placements).on(span) : [];
    return {
      uri,
      spans,
      caret: offsetOf(article, editor.selection.active),
      ...(annotation !== undefined && twin === undefined && { annotation }),
    };
  }

  /** In the reading view's own line where one is to be seen; a notification only where nothing else would be. */
  private tell(document: ArticleDocument, sentence: string): void {
    if (!this.registry.panel(document.uri)?.panel.visible) {
      vscode.window.showWarningMessage(sentence);
      return;
    }
    document.say(sentence);
    // Who works in the text or the tree looks elsewhere.
    if (this.current?.via === 'text') vscode.window.setStatusBarMessage(sentence, sayingTime);
  }

  private async revealText(
    uri: vscode.Uri,
    viewColumn: vscode.ViewColumn,
    place: { readonly id: string } | { readonly span: Span },
    focus: boolean,
  ): Promise<void> {
    const annotated = await this.at(uri);
    const document = await vscode.workspace.openTextDocument(uri);
    const span = 'span' in place ? place.span : annotated?.placements.get(place.id)?.spans[0];
    const range = annotated && span && rangeOf(annotated.article, span);
    await vscode.window.showTextDocument(document, {
      viewColumn,
      preserveFocus: !focus,
      ...(range && { selection: range }),
    });
  }

  /** Opens the article in a reading view: where it has a tab already, beside its text, or else in place. */
  private async open(uri: vscode.Uri, focus = false): Promise<ArticleDocument | undefined> {
    const viewColumn =
      readerColumn(uri) ?? (textColumn(uri) === undefined ? vscode.ViewColumn.Active : vscode.ViewColumn.Beside);
    const settled = this.registry.shownOrFailed(uri);
    const options = { viewColumn, preserveFocus: !focus, preview: false };
    try {
      await vscode.commands.executeCommand('vscode.openWith', uri, viewType, options);
    } catch (error) {
      // Whoever waits for it need not wait any longer.
      this.registry.tellFailure(uri);
      throw error;
    }
    await settled;
    return this.registry.document(uri);
  }
}
