/*
 * "Review Drift": finds what has drifted or is an orphan in the active article or in the whole workspace, and begins a review of it. Which scope is
 * meant is asked only where both have something. Loaded with the first review.
 */
import * as vscode from 'vscode';
import * as l10n from '../../core/l10n';
import type { AnnotatedArticle } from '../articles';
import { articleOf, nameOf, notArticles, sameUri, sidecarFiles } from '../editor/uris';
import { askOne } from '../steps';
import { earlierWords } from './earlierWords';
import { type Entry, entriesOf, type Kept, keptKey, type ReviewParts, ReviewSession } from './reviewSession';

export type ReviewScope = 'article' | 'workspace';

/** Files of annotations that are looked into at most. */
const mostFiles = 20_000;

/** What is to be looked at, and the articles with arguments, whose words may have been others. */
interface Found {
  readonly entries: readonly Entry[];
  readonly argued: readonly vscode.Uri[];
}

export class ReviewDrift implements vscode.Disposable {
  private readonly parts: ReviewParts;
  private readonly kept: Kept = new Set();
  private session: ReviewSession | undefined;

  constructor(parts: ReviewParts) {
    this.parts = parts;
  }

  dispose(): void {
    this.session?.dispose();
  }

  /** The scope may be said by whoever runs the command; else it follows from what there is, or the person is asked. */
  async start(active: AnnotatedArticle | undefined, wanted?: unknown): Promise<void> {
    const scope = isScope(wanted) ? wanted : await this.scopeFor(active);
    if (!scope) return;
    if (scope === 'article' && active?.sidecar.readOnly) {
      void vscode.window.showWarningMessage(
        l10n.t('Nothing can be changed in {0}, so there is nothing to decide.', nameOf(active.sidecarUri)),
      );
      return;
    }
    const found = scope === 'article' ? foundIn(active) : await this.inWorkspace();
    if (found) await this.review(found);
  }

  private async review({ entries: all, argued }: Found): Promise<void> {
    const left = all.filter((entry) => !this.kept.has(keptKey(entry)));
    if (left.length > 0 || all.length === 0) {
      this.session?.dispose();
      const earlier = earlierWords(argued, this.parts.articles);
      const session = new ReviewSession(this.parts, left, earlier, this.kept, () => {
        if (this.session === session) this.session = undefined;
      });
      this.session = session;
      const progress = { location: vscode.ProgressLocation.Window, title: looking() };
      if (left.length === 0) await vscode.window.withProgress(progress, () => earlier);
      if ((await session.begin()) || left.length > 0) return;
      void vscode.window.showInformationMessage(l10n.t('All words stand in the text as they were tagged.'));
    } else {
      const again = l10n.t('Review Again');
      const said = l10n.plural(
        all.length,
        'Nothing is left to be looked at: one annotation is kept as it is until the window closes.',
        'Nothing is left to be looked at: {0} annotations are kept as they are until the window closes.',
      );
      if ((await vscode.window.showInformationMessage(said, again)) !== again) return;
      for (const entry of all) this.kept.delete(keptKey(entry));
      await this.review({ entries: all, argued });
    }
  }

  private async scopeFor(active: AnnotatedArticle | undefined): Promise<ReviewScope | undefined> {
    const here = active ? entriesOf(active).filter((entry) => !this.kept.has(keptKey(entry))).length : 0;
    if (!active || here === 0) return (await this.others(active)) ? 'workspace' : 'article';
    if (!(await this.others(active))) return 'article';
    const items: (vscode.QuickPickItem & { readonly scope: ReviewScope })[] = [
      {
        scope: 'article',
        label: l10n.t('This Article'),
        description: l10n.plural(here, '{0} annotation to look at', '{0} annotations to look at'),
      },
      {
        scope: 'workspace',
        label: l10n.t('All Articles of the Workspace'),
        description: l10n.t('one article after the other'),
      },
    ];
    const chosen = await askOne({ title: l10n.t('Argmark: Review Drift'), placeholder: l10n.t('Where?'), items });
    return chosen?.scope;
  }

  /** Whether the workspace has files of annotations besides the active article's. */
  private async others(active: AnnotatedArticle | undefined): Promise<boolean> {
    const found = await vscode.workspace.findFiles(sidecarFiles, notArticles, active ? 2 : 1);
    return found.some((uri) => !active || !sameUri(uri, active.sidecarUri));
  }

  /** Undefined where the person has cancelled it. */
  private async inWorkspace(): Promise<Found | undefined> {
    const found = await vscode.workspace.findFiles(sidecarFiles, notArticles, mostFiles);
    const uris = found.map(articleOf).sort((a, b) => a.path.localeCompare(b.path));
    const progress = {
      location: vscode.ProgressLocation.Notification,
      cancellable: true,
      title: looking(),
    };
    return vscode.window.withProgress(progress, async (report, token) => {
      const entries: Entry[] = [];
      const argued: vscode.Uri[] = [];
      for (const [i, uri] of uris.entries()) {
        if (token.isCancellationRequested) return undefined;
        report.report({ increment: 100 / uris.length, message: `${l10n.number(i + 1)} / ${l10n.number(uris.length)}` });
        const state = await this.parts.articles.at(uri);
        if (!state || state.sidecar.readOnly) continue;
        entries.push(...entriesOf(state));
        if (isArgued(state)) argued.push(uri);
      }
      return { entries, argued };
    });
  }
}

const foundIn = (article: AnnotatedArticle | undefined): Found => ({
  entries: article ? entriesOf(article) : [],
  argued: article && isArgued(article) ? [article.uri] : [],
});

const isArgued = ({ sidecar }: AnnotatedArticle): boolean => sidecar.set.arguments.length > 0;

const looking = (): string => l10n.t('Looking for words that have changed');

const isScope = (value: unknown): value is ReviewScope => value === 'article' || value === 'workspace';
