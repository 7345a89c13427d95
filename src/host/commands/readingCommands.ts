/* Reading: a passage as a quotation, headings, along arguments, and the size of the letters. */
import * as vscode from 'vscode';
import { along, type Direction, endOfTheWay } from '../../core/annotation/along';
import { indexOf } from '../../core/annotation/model';
import type { Span } from '../../core/article/article';
import { headingsOf } from '../../core/article/headings';
import { quotationOf } from '../../core/article/quotation';
import { sentenceSpan } from '../../core/article/sentences';
import * as l10n from '../../core/l10n';
import type { AnnotatedArticle, Articles } from '../articles';
import { zoomOf } from '../editor/settings';
import { plainLabel } from '../plainLabel';
import { selectionIn } from '../selectionIn';
import { askOne } from '../steps';
import { annotationChoice } from './picks';
import type { Args, SubjectFinder } from './subjects';

/** In percent. */
const zoomStep = 10;

export class ReadingCommands {
  private readonly articles: Articles;
  private readonly subjects: SubjectFinder;

  constructor(articles: Articles, subjects: SubjectFinder) {
    this.articles = articles;
    this.subjects = subjects;
  }

  /** The selected words, else the annotation at hand, else the sentence at the caret, to the clipboard. */
  async copyQuote(args: Args): Promise<void> {
    const state = await this.subjects.article();
    if (!state) return;
    const spans = await this.quoted(state, args);
    if (spans.length === 0) {
      void vscode.window.showInformationMessage(l10n.t('There are no words here to quote. Select some first.'));
      return;
    }
    const file = vscode.workspace.asRelativePath(state.uri, false);
    await vscode.env.clipboard.writeText(quotationOf(state.article, spans, file));
    vscode.window.setStatusBarMessage(l10n.t('Copied as a quote.'), 3_000);
  }

  private async quoted(state: AnnotatedArticle, args: Args): Promise<readonly Span[]> {
    const here = selectionIn(state.uri, this.articles);
    if (this.subjects.nodes(args) === undefined && here && here.spans.length > 0) return here.spans;
    const [id] = this.subjects.nodes(args)
      ? ((await this.subjects.annotations(args, ''))?.ids ?? [])
      : this.subjects.here(state);
    const spans = state.placements.get(id ?? '')?.spans ?? [];
    if (spans.length > 0) return spans;
    const sentence = here && sentenceSpan(state.article, here.caret);
    return sentence ? [sentence] : [];
  }

  async goToHeading(): Promise<void> {
    const state = await this.subjects.article();
    if (!state) return;
    const caret = this.articles.selection?.caret ?? 0;
    const headings = headingsOf(state.article);
    if (headings.length === 0) {
      void vscode.window.showInformationMessage(l10n.t('This article has no headings.'));
      return;
    }
    const current = headings.findLast(({ span }) => span.start <= caret);
    const items = headings.map((heading) => ({
      label: `${'\u2003'.repeat(heading.level - 1)}${plainLabel(heading.words)}`,
      ...(heading === current && { description: l10n.t('here') }),
      heading,
    }));
    const picked = await askOne({
      title: l10n.t('Argmark: Go to Heading'),
      placeholder: l10n.t('Some of its words'),
      items,
    });
    if (!picked) return;
    const { start } = picked.heading.span;
    await this.articles.reveal(state.uri, { span: { start, end: start } }, { focus: true });
  }

  /** One step along the arguments; asks where several lead on. */
  async goAlong(direction: Direction, args: Args): Promise<void> {
    const title = direction === 'conclusion' ? l10n.t('Argmark: Go to Conclusion') : l10n.t('Argmark: Go to Premise');
    const found = await this.subjects.annotation(args, title);
    if (!found) return;
    const { state, annotation } = found;
    const entries = indexOf(state.sidecar.set);
    const ids = along({ entries, placements: state.placements }, annotation.id, direction);
    if (ids.length === 0) {
      vscode.window.setStatusBarMessage(endOfTheWay(direction), 4_000);
      return;
    }
    const items = ids.flatMap((id) => entries.annotations.get(id) ?? []).map((one) => annotationChoice(one, state));
    const id = ids.length === 1 ? ids[0] : (await askOne({ title, placeholder: l10n.t('Which one?'), items }))?.id;
    if (id !== undefined) await this.articles.reveal(state.uri, { id }, { focus: true });
  }

  /** Whether screen readers are told of the annotations at the caret and of changes; says which it is now. */
  async toggleAnnouncements(): Promise<void> {
    const settings = vscode.workspace.getConfiguration('argmark');
    const speaks = settings.get<boolean>('announceAnnotations') === false;
    await settings.update('announceAnnotations', speaks ? undefined : false, vscode.ConfigurationTarget.Global);
    const words = speaks ? l10n.t('Annotations are announced.') : l10n.t('Annotations are not announced any more.');
    vscode.window.setStatusBarMessage(words, 4_000);
  }

  /** Larger or smaller letters in all reading views, or the size that the theme has (0). */
  async zoom(by: 1 | -1 | 0): Promise<void> {
    const settings = vscode.workspace.getConfiguration('argmark');
    const now = zoomOf(settings.get('zoom'));
    const next = zoomOf(Math.round(now / zoomStep) * zoomStep + by * zoomStep);
    await settings.update('zoom', by === 0 ? undefined : next, vscode.ConfigurationTarget.Global);
  }
}
