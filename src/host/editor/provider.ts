/* The door between VS Code and an open article: what an article needs is loaded with the first one, and each call is passed on to it. */
import * as vscode from 'vscode';
import type { Files } from '../files';
import { messageOf } from '../messageOf';
import type { Annotator } from './annotator';
import { hasUnsavedText } from './articleText';
import type { ClosedArticles } from './closedArticles';
import type { Codebooks } from './codebooks';
import { DirtyDot } from './dirtyDot';
import type { ArticleDocument } from './document';
import type { LeftBackups } from './leftBackups';
import { messagesArrived, OpeningArticle } from './openingArticle';
import { failureHtml, pageHtml, pageOptions } from './page';
import type { Questions } from './questions';
import type { PanelListener } from './readerPanel';
import type { Registry } from './registry';
import type { Renames } from './renames';
import { sameUri, viewType } from './uris';

/** What the provider is built of. */
export interface EditorParts {
  readonly extensionUri: vscode.Uri;
  readonly files: Files;
  readonly codebooks: Codebooks;
  readonly annotator: Annotator;
  readonly questions: Questions;
  readonly registry: Registry;
  readonly renames: Renames;
  readonly left: LeftBackups;
  readonly listener: PanelListener;
  /** Who follows articles before a reading view opens them, and after. */
  readonly closed: ClosedArticles;
}

/** Milliseconds after which the list of tabs is surely true again. */
const closingTime = 1_000;

type EditEvent = vscode.CustomDocumentEditEvent<OpeningArticle>;

export class ArticleEditorProvider implements vscode.CustomEditorProvider<OpeningArticle> {
  private readonly edited = new vscode.EventEmitter<EditEvent>();
  readonly onDidChangeCustomDocument = this.edited.event;
  private readonly dots = new WeakMap<ArticleDocument, DirtyDot>();

  private readonly parts: EditorParts;

  constructor(parts: EditorParts) {
    this.parts = parts;
  }

  async openCustomDocument(uri: vscode.Uri, context: vscode.CustomDocumentOpenContext): Promise<OpeningArticle> {
    const opening = new OpeningArticle(uri, (pageGiven, document) =>
      this.open(uri, context, pageGiven, (step) => this.edited.fire({ document, ...step } as EditEvent)),
    );
    this.parts.registry.addOpening(uri, opening.opened);
    return opening;
  }

  /** `edited` is told of each edit; one without undo and redo only says that there is something to be saved. */
  private async open(
    uri: vscode.Uri,
    { backupId, untitledDocumentData: untitled }: vscode.CustomDocumentOpenContext,
    pageGiven: Promise<void>,
    edited: (step: Partial<Pick<EditEvent, 'undo' | 'redo' | 'label'>>) => void,
  ): Promise<ArticleDocument> {
    const { files, codebooks, registry, renames, left, closed } = this.parts;
    try {
      const [[{ openDocument }], backup, newest] = await Promise.all([loadAll(), renames.take(uri), left.newest(uri)]);
      const known = () => closed.handOver(uri);
      const unsaved = { backupId, backup, left: newest, untitled, known };
      const document = await openDocument(uri, unsaved, files, codebooks, pageGiven);
      const dot = new DirtyDot(document, backupId !== undefined, () => edited({}));
      document.onDidEdit((step) => edited(dot.follow(step)));
      this.dots.set(document, dot);
      registry.addDocument(document);
      document.onDidDispose(() => {
        closed.takeOver(uri, document.state.live);
        this.forgetBackups(uri);
      });
      return document;
    } catch (error) {
      registry.tellFailure(uri);
      throw error;
    }
  }

  /** Over before the article is read: VS Code puts the page on the screen only then. */
  async resolveCustomEditor(opening: OpeningArticle, panel: vscode.WebviewPanel): Promise<void> {
    const { extensionUri, listener } = this.parts;
    panel.webview.options = pageOptions(extensionUri);
    panel.webview.html = pageHtml(panel.webview, extensionUri);
    opening.pageGiven();
    this.show(opening, panel).catch((error) => {
      const message = messageOf(error);
      listener.failed(message);
      panel.webview.html = failureHtml(panel.webview, extensionUri, message);
    });
  }

  private async show({ opened }: OpeningArticle, panel: vscode.WebviewPanel): Promise<void> {
    const { annotator, listener, registry } = this.parts;
    let isClosed = false;
    const early: unknown[] = [];
    const meanwhile = vscode.Disposable.from(
      panel.onDidDispose(() => {
        isClosed = true;
      }),
      panel.webview.onDidReceiveMessage((message) => early.push(message)),
    );
    const loading = Promise.all([opened, import('./readerPanel'), import('./open')]);
    const [document, { ReaderPanel }, { afterView }] = await loading.finally(() => meanwhile.dispose());
    if (isClosed) return;
    const reader = new ReaderPanel(panel, document, annotator, listener);
    registry.addPanel(reader);
    for (const message of early) reader.receive(message);
    afterView(document);
    const dot = this.dots.get(document);
    if (dot) void saveNothing(document, dot);
  }

  async saveCustomDocument({ opened }: OpeningArticle, token: vscode.CancellationToken): Promise<void> {
    const [document, { save }] = await Promise.all([opened, import('./save')]);
    const begin = Date.now();
    const saving = save(document, this.parts.files, this.parts.questions, token);
    await (this.dots.get(document)?.saved(saving) ?? saving);
    void this.parts.left.clear(document.uri, begin);
  }

  async saveCustomDocumentAs(
    { opened }: OpeningArticle,
    destination: vscode.Uri,
    token: vscode.CancellationToken,
  ): Promise<void> {
    const { saveAs } = await import('./saveAs');
    return saveAs(await opened, destination, this.parts.files, token);
  }

  async revertCustomDocument({ uri, opened }: OpeningArticle): Promise<void> {
    const begin = Date.now();
    const { left, files } = this.parts;
    // First of all: VS Code does not wait for a revert when its window closes, and what was not wanted would be found and put back.
    void left.clear(uri, begin);
    const [document, { revert }] = await Promise.all([opened, import('./revert')]);
    const reverting = revert(document, files);
    await (this.dots.get(document)?.reverted(reverting) ?? reverting);
    // One that was just being written.
    void left.clear(uri, begin);
  }

  async backupCustomDocument(
    { opened }: OpeningArticle,
    context: vscode.CustomDocumentBackupContext,
  ): Promise<vscode.CustomDocumentBackup> {
    const { writeBackup } = await import('./backup');
    return writeBackup(await opened, context.destination, this.parts.files);
  }

  /** VS Code does not say what becomes of a document that it lets go: without a tab it was closed, with one the window goes and will be back. */
  private forgetBackups(uri: vscode.Uri): void {
    const begin = Date.now();
    setTimeout(() => {
      const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
      const stays = tabs.some(({ input }) => input instanceof vscode.TabInputCustom && sameUri(input.uri, uri));
      if (!stays) void this.parts.left.clear(uri, begin);
    }, closingTime);
  }

  register(): vscode.Disposable {
    return vscode.Disposable.from(
      this.edited,
      vscode.window.registerCustomEditorProvider(viewType, this, { supportsMultipleEditorsPerDocument: true }),
    );
  }
}

/** With the first article comes all that saves and keeps it: an update may take these files away while the window is open. */
const loadAll = () =>
  Promise.all([
    import('./open'),
    ...[import('./readerPanel'), import('./save'), import('./saveAs'), import('./revert'), import('./backup')],
  ]);

/** Round trips in which VS Code has surely put a tab together whose page it was given. */
const mostTries = 20;

/**
 * VS Code counts an article as unsaved that it opened with a backup, also where all of that is on the disk by now. A save, which then
 * writes nothing, is the only way to tell it so, and it saves nothing in a tab that it is still opening; one that would save the article's text as well
 * is left to the person.
 */
async function saveNothing({ uri, readOnly }: ArticleDocument, dot: DirtyDot): Promise<void> {
  for (let tries = 0; tries < mostTries && dot.isUntrue && !hasUnsavedText(uri) && !readOnly; tries++) {
    await messagesArrived();
    await vscode.workspace.save(uri);
  }
}
