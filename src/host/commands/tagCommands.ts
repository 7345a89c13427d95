/* The verbs on words: tag, retag, move or widen an annotation, delete. Each ends in one gesture of `core/annotation`. */
import * as vscode from 'vscode';
import { tagOf } from '../../core/annotation/codebook';
import { indexOf } from '../../core/annotation/model';
import type { Span } from '../../core/article/article';
import { sentenceSpan } from '../../core/article/sentences';
import * as l10n from '../../core/l10n';
import type { AnnotatedArticle, Articles } from '../articles';
import type { RecentTags } from '../recentTags';
import { selectionIn } from '../selectionIn';
import { isWanted, whatElseGoes } from './deletion';
import type { Args, SubjectFinder } from './subjects';
import { pickTag } from './tagPick';

export class TagCommands {
  private readonly articles: Articles;
  private readonly subjects: SubjectFinder;
  private readonly recent: RecentTags;

  constructor(articles: Articles, subjects: SubjectFinder, recent: RecentTags) {
    this.articles = articles;
    this.subjects = subjects;
    this.recent = recent;
  }

  /** Tags the selection, or the sentence at the caret; without a tag the person chooses one. */
  async tag(tag?: string): Promise<void> {
    const state = await this.subjects.article();
    if (!state) return;
    const spans = this.selectedSpans(state);
    if (spans.length === 0) {
      void vscode.window.showInformationMessage(
        l10n.t('There are no words here to tag. Select some, or put the caret into a sentence.'),
      );
      return;
    }
    const title = l10n.t('Argmark: Tag Selection');
    const chosen = tag ?? (await pickTag(state.codebook, { title, recent: this.recent.names }));
    if (chosen === undefined) return;
    await this.articles.perform(state.uri, { verb: 'tag', tag: chosen, spans }, state.article.text);
  }

  /** Asks for the tag that each new selection in the reading view is to get. */
  async armByList(): Promise<void> {
    const state = await this.subjects.article();
    const title = l10n.t('Argmark: Arm Tag');
    const tag = state && (await pickTag(state.codebook, { title, recent: this.recent.names }));
    if (tag !== undefined) this.articles.act('armTag', tag);
  }

  async retag(args: Args): Promise<void> {
    const title = l10n.t('Argmark: Retag');
    const found = await this.subjects.annotations(args, title);
    if (!found) return;
    const { state, ids } = found;
    const { annotations } = indexOf(state.sidecar.set);
    const tags = new Set(ids.map((id) => annotations.get(id)?.tag));
    const [same] = tags.size === 1 ? tags : [];
    const tag = await pickTag(state.codebook, {
      title: same === undefined ? title : `${title} ${tagOf(state.codebook, same).label}`,
      recent: this.recent.names,
      ...(same !== undefined && { without: same }),
    });
    if (tag === undefined) return;
    await this.articles.perform(state.uri, { verb: 'retag', ids, tag });
  }

  /** The annotation stands on the selected words, keeping its id and all else. */
  async changeSpan(args: Args): Promise<void> {
    await this.withSelection(args, 'respan', l10n.t('Argmark: Change Span to Selection'));
  }

  async addFragment(args: Args): Promise<void> {
    await this.withSelection(args, 'addFragment', l10n.t('Argmark: Add Selection as Fragment'));
  }

  private async withSelection(args: Args, verb: 'respan' | 'addFragment', title: string): Promise<void> {
    const state = await this.subjects.article();
    // Before anything is asked: a quick pick may take the selection of an editor along.
    const spans = this.articles.selection?.spans ?? [];
    if (!state) return;
    if (spans.length === 0) {
      void vscode.window.showInformationMessage(
        l10n.t('Select the words first, then the annotation that they belong to.'),
      );
      return;
    }
    const found = await this.subjects.annotation(args, title);
    if (!found) return;
    await this.articles.perform(found.state.uri, { verb, id: found.annotation.id, spans }, state.article.text);
  }

  /** Deletes annotations or, from the tree, arguments. What goes with them is said before. */
  async delete(args: Args): Promise<void> {
    const nodes = this.subjects.nodes(args);
    const found = nodes?.some((node) => node.kind === 'argument')
      ? await this.fromTree([...new Set(nodes.flatMap((node) => (node.kind === 'group' ? [] : [node.id])))])
      : await this.subjects.annotations(args, l10n.t('Argmark: Delete Annotation'));
    if (!found) return;
    await this.remove(found.state, found.ids);
  }

  async deleteArgument(args: Args): Promise<void> {
    const found = await this.subjects.argument(args, l10n.t('Argmark: Delete Argument'));
    if (found) await this.remove(found.state, [found.argument.id]);
  }

  private async remove(state: AnnotatedArticle, ids: readonly string[]): Promise<void> {
    if (!(await isWanted(whatElseGoes(state, ids)))) return;
    await this.articles.perform(state.uri, { verb: 'remove', ids });
  }

  private async fromTree(ids: readonly string[]) {
    const state = await this.subjects.article();
    return state && { state, ids };
  }

  /** The selection of the active reader or text editor, or the sentence around its caret. UTF-16 units. */
  private selectedSpans(state: AnnotatedArticle): readonly Span[] {
    const selection = selectionIn(state.uri, this.articles);
    if (!selection) return [];
    if (selection.spans.length > 0) return selection.spans;
    const sentence = sentenceSpan(state.article, selection.caret);
    return sentence ? [sentence] : [];
  }
}
