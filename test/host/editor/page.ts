/** What the tests of the panel share: a panel without a page, that keeps what the host sends and says what a person would do. */
import * as vscode from 'vscode';
import type { Gesture } from '../../../src/core/annotation/gesture';
import { Annotator } from '../../../src/host/editor/annotator';
import { ReaderPanel } from '../../../src/host/editor/readerPanel';
import type { FromReader, ToReader } from '../../../src/messages';
import { unpack } from '../../../src/messages/packing';
import type { TestContext } from '../harness';
import { freshArticle, openAlone, rooms } from './support';

/** A page that only listens: what the host sends it, and what it says. */
export class Page {
  readonly heard: ToReader[] = [];
  readonly failures: string[] = [];
  readonly performed: Gesture[] = [];
  /** What was asked to be removed, and whether it may. */
  readonly removals: (readonly string[])[] = [];
  allowsRemoval: boolean | Promise<boolean> = true;
  private readonly said = new vscode.EventEmitter<unknown>();
  private readonly seen = new vscode.EventEmitter<unknown>();
  private readonly panel: { visible: boolean };
  readonly reader: ReaderPanel;

  constructor(document: Awaited<ReturnType<typeof openAlone>>, annotator = new Annotator(), beside?: ReaderPanel) {
    const panel = {
      webview: {
        onDidReceiveMessage: this.said.event,
        postMessage: async (message: unknown) => {
          // As the real one: what arrives is a copy.
          this.heard.push(unpack(structuredClone(message)) as ToReader);
          return true;
        },
      },
      onDidChangeViewState: this.seen.event,
      onDidDispose: new vscode.EventEmitter<void>().event,
      reveal() {},
      visible: true,
    } as unknown as vscode.WebviewPanel & { visible: boolean };
    this.panel = panel;
    const listener = {
      selectionChanged() {},
      viewStateChanged() {},
      beside: () => beside,
      confirmsRemoval: async (_: unknown, ids: readonly string[]) => {
        this.removals.push(ids);
        return this.allowsRemoval;
      },
      performed: (gesture: Gesture) => this.performed.push(gesture),
      failed: (message: string) => this.failures.push(message),
    };
    this.reader = new ReaderPanel(panel, document, annotator, listener);
  }

  say(message: FromReader | object): void {
    this.said.fire(message);
  }

  show(visible: boolean): void {
    this.panel.visible = visible;
    this.seen.fire(undefined);
  }

  last<T extends ToReader['type']>(type: T): Extract<ToReader, { type: T }> | undefined {
    return this.heard.findLast((message): message is Extract<ToReader, { type: T }> => message.type === type);
  }
}

export async function pages(t: TestContext, count: number, annotator?: Annotator) {
  await rooms();
  const uri = await freshArticle(t);
  const document = await openAlone(t, uri);
  const made = Array.from({ length: count }, () => new Page(document, annotator));
  t.after(() => {
    for (const page of made) page.reader.dispose();
  });
  const span = (words: string) => {
    const start = document.annotated.article.text.indexOf(words);
    return { start, end: start + words.length };
  };
  return { uri, document, pages: made as [Page, ...Page[]], span };
}
