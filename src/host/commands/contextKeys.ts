/* What menus and the palette go by: context keys that say what there is to act on, kept up to date and set only when they change. */
import * as vscode from 'vscode';
import { type AnnotationSet, emptySet } from '../../core/annotation/model';
import { spanIndexOf } from '../../core/annotation/spanIndex';
import type { Sidecar } from '../../core/sidecar/sidecar';
import type { Articles } from '../articles';
import { sameUri } from '../editor/uris';
import { selectionIn } from '../selectionIn';

const nothing: Pick<Sidecar, 'set' | 'problems' | 'readOnly'> = { set: emptySet, problems: [], readOnly: false };

/** The tags that have commands of their own, by the context key that says whether they can be given. */
const tagKeys = {
  'argmark.tag.claim': 'claim',
  'argmark.tag.premise': 'premise',
  'argmark.tag.evidence': 'evidence',
  'argmark.tag.majorClaim': 'major-claim',
  'argmark.tag.assumption': 'assumption',
} as const;

export class ContextKeys implements vscode.Disposable {
  private readonly articles: Articles;
  private readonly told: (key: string, value: boolean) => void;
  private readonly set = new Map<string, boolean>();
  /** How much each article held when it was first seen here. */
  private readonly begun = new Map<string, { readonly annotations: number; readonly arguments: number }>();
  private readonly subscriptions: vscode.Disposable[];

  /** `told` is called with each key whose value changes. */
  constructor(articles: Articles, told: (key: string, value: boolean) => void = setContext) {
    this.articles = articles;
    this.told = told;
    this.subscriptions = [
      articles.onDidChangeActive(() => this.update()),
      articles.onDidChangeSelection(() => this.update()),
      articles.onDidChange((uri) => {
        if (sameUri(uri, articles.active?.uri)) this.update();
      }),
    ];
    this.update();
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
  }

  private update(): void {
    const uri = this.articles.active?.uri;
    const state = uri && this.articles.known(uri);
    // The first to ask reads the article; when it is known, this is called again.
    if (uri && !state) void this.articles.at(uri).then((read) => read && this.update());
    const here = uri && selectionIn(uri, this.articles);
    const sidecar = state?.sidecar ?? nothing;
    const { set, readOnly } = sidecar;
    const canWrite = state !== undefined && !readOnly;
    const at = here?.annotation ?? (state && here && spanIndexOf(state.placements).atCaret(here.caret)[0]);
    this.tell('argmark.hasArticle', state !== undefined);
    this.tell('argmark.hasSelection', (here?.spans.length ?? 0) > 0);
    this.tell('argmark.hasAnnotations', set.annotations.length > 0);
    this.tell('argmark.hasArguments', set.arguments.length > 0);
    this.tell('argmark.hasSidecar', set.annotations.length > 0 || sidecar.problems.length > 0);
    this.tell(
      'argmark.inConflict',
      // To look for problems takes long in a long sidecar; with these it is read-only.
      readOnly && sidecar.problems.some(({ code }) => code === 'conflict-markers'),
    );
    this.tell('argmark.canWrite', canWrite);
    this.tell('argmark.canArgue', canWrite && set.annotations.length > 1);
    this.tell('argmark.atAnnotation', at !== undefined);
    if (state) this.tellAdded(state.uri, set);
    for (const [key, name] of Object.entries(tagKeys)) {
      this.tell(key, canWrite && state.codebook.tags.some((tag) => tag.name === name));
    }
  }

  /** What the steps of the walkthrough are done by, in whatever way it was done; it stays so while the window is open. */
  private tellAdded(uri: vscode.Uri, { annotations, arguments: inferences }: AnnotationSet): void {
    const now = { annotations: annotations.length, arguments: inferences.length };
    const begun = this.begun.get(uri.toString()) ?? now;
    this.begun.set(uri.toString(), begun);
    if (now.annotations > begun.annotations) this.tell('argmark.hasTagged', true);
    if (now.arguments > begun.arguments) this.tell('argmark.hasArgued', true);
  }

  private tell(key: string, value: boolean): void {
    if (this.set.get(key) === value) return;
    this.set.set(key, value);
    this.told(key, value);
  }
}

function setContext(key: string, value: boolean): void {
  void vscode.commands.executeCommand('setContext', key, value);
}
