/*
 * Between a text editor's positions (line, column) and offsets of the canonical text. Never by `TextDocument.offsetAt`, which counts
 * a CRLF as two; lines and columns are the same in both, since canonical text only makes line ends uniform.
 */

import * as vscode from 'vscode';
import type { Article, Span } from '../../core/article/article';
import { firstWhere } from '../../core/halving';
import { lineStartsOf, offsetAmong } from './lineStarts';

const starts = new WeakMap<Article, readonly number[]>();

/** UTF-16 units of the canonical text; a position behind a line's end counts as its end. */
export function offsetOf(article: Article, position: vscode.Position): number {
  return offsetAmong(lineStarts(article), article.text.length, position);
}

export function positionOf(article: Article, offset: number): vscode.Position {
  const lines = lineStarts(article);
  const within = Math.min(Math.max(offset, 0), article.text.length);
  const line = firstWhere(lines.length, (i) => (lines[i] as number) > within) - 1;
  return new vscode.Position(line, within - (lines[line] ?? 0));
}

export function rangeOf(article: Article, span: Span): vscode.Range {
  return new vscode.Range(positionOf(article, span.start), positionOf(article, span.end));
}

export function spanOf(article: Article, range: vscode.Range): Span {
  return { start: offsetOf(article, range.start), end: offsetOf(article, range.end) };
}

function lineStarts(article: Article): readonly number[] {
  const known = starts.get(article);
  if (known) return known;
  const lines = lineStartsOf(article.text);
  starts.set(article, lines);
  return lines;
}
