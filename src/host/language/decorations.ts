/*
 * The tagged words in text editors: a tint and an underline in the tag's colour and line, as in the reading view, and the annotation
 * at the caret stronger. Drawn for visible editors only, whole at each change, since VS Code itself moves marks along while one types.
 */

import * as vscode from 'vscode';
import { type LineStyle, type TagColour, tagOf } from '../../core/annotation/codebook';
import { indexOf } from '../../core/annotation/model';
import { spanIndexOf } from '../../core/annotation/spanIndex';
import { append } from '../../core/append';
import type { Article, Span } from '../../core/article/article';
import type { AnnotatedArticle, Articles } from '../articles';
import { showsTextOf } from '../editor/articleText';
import { offsetOf, rangeOf } from '../editor/positions';
import { hasNeighbours, isArticle } from '../editor/uris';
import { type Mark, marksOf } from './markLayers';

/** Ranges of one editor by the key of their decoration. */
export type MarkedRanges = ReadonlyMap<string, readonly vscode.Range[]>;

/** Of an article with more annotations only those near the part on screen are marked: VS Code moves each mark at every letter typed. */
const mostAtOnce = 1000;
const linesAround = 200;

/** Milliseconds; while one types each letter is a change, and the marks move along anyway. */
const restWhileTyping = 120;

/** Milliseconds. */
const frame = 8;

/** UTF-16 units that change at once when it is not just someone who types. */
const leastJump = 6;

/** Whether spans may stand elsewhere than VS Code, which moves marks along by itself, has them: after a paste, a cut, an undo. */
function isJump({ reason, contentChanges }: vscode.TextDocumentChangeEvent): boolean {
  const isLong = contentChanges.some(({ text, rangeLength }) => text.length >= leastJump || rangeLength >= leastJump);
  return contentChanges.length > 0 && (reason !== undefined || isLong);
}

export class Decorations implements vscode.Disposable {
  private readonly articles: Articles;
  private readonly types = new Map<string, vscode.TextEditorDecorationType>();
  private readonly drawn = new WeakMap<vscode.TextEditor, Set<string>>();
  private readonly timers = new Map<string, ReturnType<typeof setTimeout>>();
  private readonly subscriptions: vscode.Disposable[];

  constructor(articles: Articles) {
    this.articles = articles;
    this.subscriptions = [
      articles.onDidChange((uri) => this.drawSoon(uri)),
      vscode.window.onDidChangeVisibleTextEditors((editors) => {
        for (const editor of editors) void this.draw(editor);
      }),
      vscode.window.onDidChangeTextEditorVisibleRanges(({ textEditor }) => {
        const size = this.articles.known(textEditor.document.uri)?.placements.size ?? 0;
        if (size > mostAtOnce) this.drawSoon(textEditor.document.uri);
      }),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => this.emphasise(textEditor)),
      vscode.workspace.onDidChangeTextDocument((event) => {
        if (isJump(event)) this.drawSoon(event.document.uri, frame);
      }),
    ];
    for (const editor of vscode.window.visibleTextEditors) void this.draw(editor);
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
    for (const timer of this.timers.values()) clearTimeout(timer);
    // Taking a type away takes its marks away in every editor.
    for (const type of this.types.values()) type.dispose();
  }

  private drawSoon(uri: vscode.Uri, wait = restWhileTyping): void {
    const key = uri.toString();
    if (this.timers.has(key)) {
      if (wait === restWhileTyping) return;
      clearTimeout(this.timers.get(key));
    }
    const timer = setTimeout(() => {
      this.timers.delete(key);
      for (const editor of vscode.window.visibleTextEditors) {
        if (editor.document.uri.toString() === key) void this.draw(editor);
      }
    }, wait);
    this.timers.set(key, timer);
  }

  private async draw(editor: vscode.TextEditor): Promise<void> {
    const { uri } = editor.document;
    const readable = isArticle(uri) && hasNeighbours(uri);
    const state = this.articles.known(uri) ?? (readable ? await this.articles.at(uri) : undefined);
    // An article that lags behind its document will say when it has caught up.
    if (!state || !showsTextOf(editor.document, state.article)) return;
    const many = state.placements.size > mostAtOnce;
    this.put(editor, markedRanges(state, many ? nearView(editor, state.article) : undefined));
    this.emphasise(editor);
  }

  private emphasise(editor: vscode.TextEditor): void {
    const state = this.articles.known(editor.document.uri);
    if (!state || !showsTextOf(editor.document, state.article)) return;
    this.put(editor, emphasisedRanges(state, offsetOf(state.article, editor.selection.active)), 'emphasis ');
  }

  /** Sets the ranges of all decorations whose key begins with `family`, and clears those that were drawn and are no more. */
  private put(editor: vscode.TextEditor, ranges: MarkedRanges, family = 'mark '): void {
    const drawn = this.drawn.get(editor) ?? new Set();
    this.drawn.set(editor, drawn);
    for (const key of [...drawn]) {
      if (!key.startsWith(family) || ranges.has(key)) continue;
      editor.setDecorations(this.typeOf(key), []);
      drawn.delete(key);
    }
    for (const [key, list] of ranges) {
      editor.setDecorations(this.typeOf(key), list);
      drawn.add(key);
    }
  }

  private typeOf(key: string): vscode.TextEditorDecorationType {
    let type = this.types.get(key);
    if (!type) {
      const [family, colour, line, layer] = key.split(' ') as [string, TagColour, LineStyle, string];
      type = vscode.window.createTextEditorDecorationType(
        family === 'emphasis' ? emphasis(colour) : mark(colour, line, Number(layer)),
      );
      this.types.set(key, type);
    }
    return type;
  }
}

/** The marks of an article that touch one of the stretches of its text, by decoration key; all where none are named. */
export function markedRanges(state: AnnotatedArticle, within?: readonly Span[]): MarkedRanges {
  const marks = allMarks(state);
  const near = within
    ? marks.filter((mark) => within.some((span) => mark.start < span.end && span.start < mark.end))
    : marks;
  return byKey(near, state, ({ colour, line, layer }) => `mark ${colour} ${line} ${layer}`);
}

/** The annotation that speaks up when the caret is at this offset (UTF-16 units). */
export function emphasisedRanges(state: AnnotatedArticle, caret: number): MarkedRanges {
  const id = spanIndexOf(state.placements).atCaret(caret)[0];
  const annotation = id === undefined ? undefined : indexOf(state.sidecar.set).annotations.get(id);
  if (!annotation) return new Map();
  const spans = state.placements.get(annotation.id)?.spans ?? [];
  const key = `emphasis ${tagOf(state.codebook, annotation.tag).colour}`;
  return new Map([[key, spans.map((span) => rangeOf(state.article, span))]]);
}

const marksKept = new WeakMap<AnnotatedArticle, readonly Mark[]>();

function allMarks(state: AnnotatedArticle): readonly Mark[] {
  let marks = marksKept.get(state);
  if (!marks) {
    marks = marksOf(state.sidecar.set, state.placements, state.codebook);
    marksKept.set(state, marks);
  }
  return marks;
}

/** What is on screen, and some lines around it. */
function nearView(editor: vscode.TextEditor, article: Article): Span[] {
  return editor.visibleRanges.map(({ start, end }) => ({
    start: offsetOf(article, new vscode.Position(Math.max(0, start.line - linesAround), 0)),
    end: offsetOf(article, new vscode.Position(end.line + linesAround + 1, 0)),
  }));
}

function byKey(marks: readonly Mark[], state: AnnotatedArticle, keyOf: (mark: Mark) => string): MarkedRanges {
  const ranges = new Map<string, vscode.Range[]>();
  for (const one of marks) append(ranges, keyOf(one), rangeOf(state.article, one));
  return ranges;
}

const tint = (colour: TagColour, percent: number) =>
  `color-mix(in srgb, var(--vscode-argmark-tag-${colour}) ${percent}%, transparent)`;

function mark(colour: TagColour, line: LineStyle, layer: number): vscode.DecorationRenderOptions {
  const themeColour = new vscode.ThemeColor(`argmark.tag.${colour}`);
  const common = {
    rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
    overviewRulerColor: themeColour,
    overviewRulerLane: vscode.OverviewRulerLane.Left,
  };
  // A shadow knows no lines but solid ones; VS Code has no option for it, and takes it behind one that changes nothing.
  if (layer === 2) {
    return {
      ...common,
      backgroundColor: tint(colour, 12),
      cursor: `text; box-shadow: 0 2px 0 0 var(--vscode-argmark-tag-${colour})`,
    };
  }
  if (layer === 1) {
    // Borders know no waves.
    const borderStyle = `none none ${line === 'wavy' ? 'dotted' : line} none`;
    return {
      ...common,
      backgroundColor: tint(colour, 12),
      borderColor: themeColour,
      borderStyle,
      borderWidth: `0 0 ${line === 'double' ? 3 : 2}px 0`,
    };
  }
  const textDecoration = `underline ${line} 2px var(--vscode-argmark-tag-${colour}); text-underline-offset: 1px; text-decoration-skip-ink: none`;
  return { ...common, backgroundColor: tint(colour, 12), textDecoration };
}

function emphasis(colour: TagColour): vscode.DecorationRenderOptions {
  return { rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed, backgroundColor: tint(colour, 26) };
}
