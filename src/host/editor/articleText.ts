/*
 * An article's text as it is now: the TextDocument's, so that unsaved text and the person's encoding count. VS Code closes a
 * TextDocument that no editor shows after a while; from then on the file is watched, and read again when it changes.
 */
import * as vscode from 'vscode';
import type { Article } from '../../core/article/article';
import { canonicalText, decodeArticle, knownLabel } from '../../core/article/decode';
import { articleSizeProblem, largestArticle } from '../../core/article/size';
import * as l10n from '../../core/l10n';
import type { Files } from '../files';
import { signalled } from '../signalled';
import type { TextChange } from './livePlaces';
import { Reloads } from './reloads';
import { hasNeighbours, sameUri } from './uris';

export class ArticleText implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<TextChange | 'read' | 'file'>();
  /** Fires after the text was edited, was read anew (which may be found out after it was told as an edit), or the file vanished or came back. */
  readonly onDidChange = this.changed.event;

  private readonly reloads = new Reloads(() => this.changed.fire('read'));
  private document: vscode.TextDocument | undefined;
  private current = '';
  private gone = false;
  /** The text may be one that is on no disk. */
  private unsavedSeen = false;
  private disposed = false;
  private readonly subscriptions: vscode.Disposable[];

  /** Reads the text; `untitled` is that of an article that is in no file yet. Rejects where it cannot, with a sentence for the person. */
  static async open(uri: vscode.Uri, files: Files, untitled?: Uint8Array): Promise<ArticleText> {
    const text = new ArticleText(uri, files, untitled);
    try {
      await text.load();
      if (text.gone) throw new Error(l10n.t('There is no file {0}.', uri.path));
      return text;
    } catch (error) {
      text.dispose();
      throw error;
    }
  }

  readonly uri: vscode.Uri;
  private readonly files: Files;

  private readonly untitled: Uint8Array | undefined;

  private constructor(uri: vscode.Uri, files: Files, untitled: Uint8Array | undefined) {
    this.uri = uri;
    this.files = files;
    this.untitled = untitled;
    const ours = (document: vscode.TextDocument) => !untitled && sameUri(document.uri, uri);
    this.subscriptions = [
      this.changed,
      this.reloads,
      vscode.workspace.onDidChangeTextDocument((event) => {
        if (!ours(event.document)) return;
        this.reloads.see(event);
        this.follow(event.document, event);
      }),
      vscode.workspace.onDidOpenTextDocument((document) => ours(document) && this.follow(document)),
      vscode.workspace.onDidSaveTextDocument((document) => {
        if (ours(document)) this.unsavedSeen = document.isDirty;
      }),
      vscode.workspace.onDidCloseTextDocument((document) => {
        if (!ours(document)) return;
        this.document = undefined;
        // Text that was never saved goes with its editor.
        if (this.unsavedSeen) this.look();
      }),
      ...(hasNeighbours(uri) ? [files.watch(uri, () => this.look())] : []),
    ];
  }

  /** The canonical text: no BOM, LF. */
  get text(): string {
    return this.current;
  }

  /** True once the article's file is not there any more; the text is what it was. */
  get missing(): boolean {
    return this.gone;
  }

  /** The encoding's WHATWG label where another program could not know it from the file's bytes. */
  get encoding(): string | undefined {
    const encoding = this.live?.encoding;
    const label = encoding === undefined ? undefined : knownLabel(encoding);
    return label === 'utf-8' ? undefined : label;
  }

  /** Whether a text editor has text that is on no disk, as far as that is known by now. */
  get isUnsaved(): boolean {
    return (this.live?.isDirty ?? false) || this.reloads.isDoubtful(this.uri);
  }

  /** Saves text that a text editor has not saved yet, as annotations must not be saved on words that are on no disk. */
  async save(): Promise<boolean> {
    const document = this.live;
    if (!document?.isDirty) return true;
    return (await document.save()) || !document.isDirty || savedMeanwhile(document);
  }

  /** What the article's file holds, or would hold when it were saved now. */
  async bytes(): Promise<Uint8Array> {
    const document = this.live;
    if (this.untitled) return this.untitled;
    if (!document?.isDirty && this.uri.scheme !== 'untitled') {
      const bytes = await this.files.read(this.uri);
      if (bytes) return bytes;
    }
    return document
      ? vscode.workspace.encode(document.getText(), { encoding: document.encoding })
      : new TextEncoder().encode(this.current);
  }

  /** Looks at the file again. What is said by no event (a watcher that was not ready yet, a slow network) is found this way. */
  look(): void {
    // What cannot be read leaves the text as it was; whoever saves or opens next is told.
    this.load().catch(() => {});
  }

  dispose(): void {
    this.disposed = true;
    for (const subscription of this.subscriptions) subscription.dispose();
  }

  private get live(): vscode.TextDocument | undefined {
    return this.document?.isClosed === false ? this.document : undefined;
  }

  private follow(document: vscode.TextDocument, event?: vscode.TextDocumentChangeEvent): void {
    this.document = document;
    this.unsavedSeen ||= document.isDirty;
    this.take(textOfDocument(document), this.gone, event);
  }

  private take(text: string, gone: boolean, event?: vscode.TextDocumentChangeEvent): void {
    if (this.disposed || (text === this.current && gone === this.gone)) return;
    const isSame = text === this.current;
    this.current = text;
    this.gone = gone;
    this.changed.fire(event ? changeOf(event) : isSame ? 'file' : 'read');
  }

  private async load(): Promise<void> {
    if (this.untitled) {
      // VS Code empties the untitled text document when it hands its text over.
      this.take(canonicalText(new TextDecoder().decode(this.untitled)), false);
      return;
    }
    if (this.uri.scheme === 'untitled') {
      this.follow(await vscode.workspace.openTextDocument(this.uri));
      return;
    }
    const size = await this.files.size(this.uri);
    const large = this.live ? undefined : articleSizeProblem(size ?? 0);
    if (large) throw new Error(large.message);
    const live = this.live ?? openDocument(this.uri);
    if (live) {
      // VS Code itself brings a live document up to date with its file.
      if (live !== this.document) this.follow(live);
      this.take(this.current, size === undefined);
      return;
    }
    if (size === undefined) {
      this.take(this.current, true);
      return;
    }
    try {
      this.document = await vscode.workspace.openTextDocument(this.uri);
      this.unsavedSeen = this.document.isDirty;
      this.take(textOfDocument(this.document), false);
    } catch (error) {
      // Too large or too strange for a text editor; the bytes may do.
      const bytes = await this.files.read(this.uri);
      const decoded = bytes && decodeArticle(bytes);
      if (!decoded) throw error;
      if ('problem' in decoded) throw new Error(decoded.problem.message);
      this.take(decoded.text, false);
    }
  }
}

/** Milliseconds in which a save comes to its end, with all that extensions may do before it. */
const savingTime = 2_000;

/** VS Code refuses a save while it prepares another one of the same text, as for "Save All". Says whether that saves it. */
async function savedMeanwhile(document: vscode.TextDocument): Promise<boolean> {
  const { onDidSaveTextDocument } = vscode.workspace;
  await signalled((signal) => onDidSaveTextDocument((saved) => saved === document && signal()), savingTime);
  return !document.isDirty;
}

export function changeOf({ document, contentChanges, reason }: vscode.TextDocumentChangeEvent): TextChange {
  return { text: textOfDocument(document), changes: contentChanges, isUndo: reason !== undefined };
}

const texts = new WeakMap<vscode.TextDocument, { readonly version: number; readonly text: string }>();

/** The canonical text of a TextDocument, made once for each of its versions. */
function textOfDocument(document: vscode.TextDocument): string {
  const known = texts.get(document);
  if (known?.version === document.version) return known.text;
  const text = canonicalText(document.getText());
  texts.set(document, { version: document.version, text });
  return text;
}

/** Whether lines and columns of the document are those of the article's text, so that a place in one is the same place in the other. */
export function showsTextOf(document: vscode.TextDocument, article: Article): boolean {
  return textOfDocument(document) === article.text;
}

/** The text of an article that a TextDocument holds at this moment. */
export function openText(uri: vscode.Uri): string | undefined {
  const open = openDocument(uri);
  return open && textOfDocument(open);
}

function openDocument(uri: vscode.Uri): vscode.TextDocument | undefined {
  const key = uri.toString();
  return vscode.workspace.textDocuments.find((document) => document.uri.toString() === key);
}

/** Whether a text editor, or another extension, has text of a file that is on no disk. */
export function hasUnsavedText(uri: vscode.Uri): boolean {
  return openDocument(uri)?.isDirty === true;
}

/** A closed article's text, decoded as its text editor would, without opening a TextDocument; undefined where there is no file, or one that is too large. */
export async function textOf(uri: vscode.Uri, files: Files): Promise<string | undefined> {
  const open = openText(uri);
  if (open !== undefined) return open.length > largestArticle ? undefined : open;
  if (((await files.size(uri)) ?? 0) > largestArticle) return undefined;
  const bytes = await files.read(uri);
  return bytes && canonicalText(await vscode.workspace.decode(bytes, { uri }));
}
