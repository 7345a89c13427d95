/* What menus and the palette go by: context keys that say what there is to act on, kept up to date and set only when they change. */
import * as vscode from 'vscode';
import { spanIndexOf } from '../../core/annotation/spanIndex';
import type { Articles } from '../articles';

/** The tags that have commands of their own, by the context key that says whether the codebook has them. */
export const tagKeys = {
  'argmark.tag.claim': 'claim',
  'argmark.tag.premise': 'premise',
  'argmark.tag.evidence': 'evidence',
  'argmark.tag.majorClaim': 'major-claim',
  'argmark.tag.assumption': 'assumption',
} as const;

export class ContextKeys implements vscode.Disposable {
  private readonly articles: Articles;
  private readonly set = new Map<string, boolean>();
  private readonly subscriptions: vscode.Disposable[];

  constructor(articles: Articles) {
    this.articles = articles;
    this.subscriptions = [
      articles.onDidChangeActive(() => this.update()),
      articles.onDidChangeSelection(() => this.update()),
      articles.onDidChange((uri) => {
        if (uri.toString() === articles.active?.uri.toString()) this.update();
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
    const selection = this.articles.selection;
    const here = selection?.uri.toString() === uri?.toString() ? selection : undefined;
    const annotated = (state?.sidecar.set.annotations.length ?? 0) > 0;
    const at = here?.annotation ?? (state && here && spanIndexOf(state.placements).atCaret(here.caret)[0]);
    this.tell('argmark.hasArticle', state !== undefined);
    this.tell('argmark.hasSelection', (here?.spans.length ?? 0) > 0);
    this.tell('argmark.hasAnnotations', annotated);
    this.tell('argmark.hasArguments', (state?.sidecar.set.arguments.length ?? 0) > 0);
    this.tell('argmark.atAnnotation', at !== undefined);
    for (const [key, name] of Object.entries(tagKeys)) {
      this.tell(key, state?.codebook.tags.some((tag) => tag.name === name) ?? false);
    }
  }

  private tell(key: string, value: boolean): void {
    if (this.set.get(key) === value) return;
    this.set.set(key, value);
    void vscode.commands.executeCommand('setContext', key, value);
  }
}
