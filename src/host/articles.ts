/*
 * What the rest of the host knows of articles: the open ones, the active one, and how to do a gesture on one. The custom editor
 * implements it; trees, hovers and commands are written against it and never against a panel.
 */
import type * as vscode from 'vscode';
import type { Codebook } from '../core/annotation/codebook';
import type { Gesture } from '../core/annotation/gesture';
import type { Placements } from '../core/annotation/placement';
import type { Article, Span } from '../core/article/article';
import type { Problem } from '../core/problem';
import type { Sidecar } from '../core/sidecar/sidecar';
import type { ReaderAction } from '../messages/readerActions';

/** An article with what is said about it, at one moment. A new object with each revision. */
export interface AnnotatedArticle {
  readonly uri: vscode.Uri;
  readonly sidecarUri: vscode.Uri;
  readonly article: Article;
  readonly sidecar: Sidecar;
  readonly placements: Placements;
  readonly codebook: Codebook;
  readonly codebookProblems: readonly Problem[];
  /** The file that the codebook was read from; absent for the built-in one. */
  readonly codebookUri?: vscode.Uri;
  readonly revision: number;
  readonly dirty: boolean;
}

/** What a person works on: an article, seen in the reading view or in a text editor. */
export interface ActiveArticle {
  readonly uri: vscode.Uri;
  readonly via: 'reader' | 'text';
}

/** Where a person stands in the active article. UTF-16 units of the canonical text. */
export interface Selection {
  readonly uri: vscode.Uri;
  /** Non-empty stretches; none where there is only a caret. */
  readonly spans: readonly Span[];
  readonly caret: number;
  /** The annotation that is meant: the one under the reader's caret, or the only one on just the selected words. */
  readonly annotation?: string;
}

export interface Articles {
  /** The article's present state: of the open document, or else read from disk (and kept until it changes there). Undefined where it cannot be read. */
  at(uri: vscode.Uri): Promise<AnnotatedArticle | undefined>;
  /** The same without waiting, where it is known already. */
  known(uri: vscode.Uri): AnnotatedArticle | undefined;
  /** Fires with the article's uri after each change of text, annotations, codebook or dirty state. */
  readonly onDidChange: vscode.Event<vscode.Uri>;

  readonly active: ActiveArticle | undefined;
  readonly onDidChangeActive: vscode.Event<ActiveArticle | undefined>;
  /** Where no article is active: has the tab of one come to the front, if there is one, so that it is active. */
  bringBack(): Promise<void>;
  readonly selection: Selection | undefined;
  readonly onDidChangeSelection: vscode.Event<Selection | undefined>;

  /**
   * Does a gesture as one undoable edit and says what came of it: the ids made or changed, or undefined when it was refused
   * (the person has been told why). An article that is not open in a reading view is opened in one first, without taking the focus.
   * `seen` is the text that the gesture's spans were chosen in; on any other one they would lie on other words, and are refused.
   */
  perform(uri: vscode.Uri, gesture: Gesture, seen?: string): Promise<readonly string[] | undefined>;
  /** Shows an annotation (or a place) where the article is shown already, in the reader or in a text editor; else opens the reader. */
  reveal(
    uri: vscode.Uri,
    place: { readonly id: string } | { readonly span: Span },
    options: { readonly focus: boolean },
  ): Promise<void>;
  /** Sends an action of the reading view's keyboard to the active reader, or a tag to be armed; false where there is none. */
  act(action: ReaderAction, tag?: string): boolean;
}
