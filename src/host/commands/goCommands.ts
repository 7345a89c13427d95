/* Moving about: to an annotation by its words, to the next one, from the tree into the text, between reading view and plain text. */
import * as vscode from 'vscode';
import { conclusionOf, indexOf } from '../../core/annotation/model';
import { inTextOrder } from '../../core/annotation/order';
import * as l10n from '../../core/l10n';
import type { AnnotatedArticle, Articles } from '../articles';
import type { EditorSwitch } from '../editor/editorSwitch';
import { articleFiles, isArticle, notArticles, sidecarOf } from '../editor/uris';
import { isNotFound } from '../files';
import { messageOf } from '../messageOf';
import { plainLabel } from '../plainLabel';
import { selectionIn } from '../selectionIn';
import { askOne } from '../steps';
import type { Views } from '../views/views';
import { annotationChoices } from './picks';
import { type Args, offer, type SubjectFinder } from './subjects';

export class GoCommands {
  private readonly articles: Articles;
  private readonly subjects: SubjectFinder;
  private readonly views: Views;
  private readonly editors: EditorSwitch;

  constructor(articles: Articles, subjects: SubjectFinder, views: Views, editors: EditorSwitch) {
    this.articles = articles;
    this.subjects = subjects;
    this.views = views;
    this.editors = editors;
  }

  /** Shows each annotation while its row is under the cursor; Escape goes back to where one was. */
  async goTo(): Promise<void> {
    const state = await this.subjects.article();
    if (!state) return;
    const before = selectionIn(state.uri, this.articles);
    const here = this.subjects.here(state);
    const pick = vscode.window.createQuickPick<ReturnType<typeof annotationChoices>[number]>();
    pick.title = l10n.t('Argmark: Go to Annotation');
    pick.placeholder = l10n.t('Some of its words, its tag, or what it supports');
    pick.matchOnDescription = true;
    pick.items = annotationChoices(state);
    pick.activeItems = pick.items.filter(({ id }) => id === here[0]);
    const reveal = (id: string, focus: boolean) => {
      this.reveal(state, id, focus).catch((error) => {
        vscode.window.setStatusBarMessage(l10n.t('This annotation cannot be shown: {0}', messageOf(error)), 8_000);
      });
    };
    const accepted = await new Promise<boolean>((resolve) => {
      let typed = false;
      pick.onDidChangeValue(() => {
        typed = true;
      });
      pick.onDidChangeActive(([item]) => {
        // The first row is active before anyone has chosen it.
        if (item && (typed || item.id !== pick.items[0]?.id)) reveal(item.id, false);
      });
      pick.onDidAccept(() => {
        const [item] = pick.activeItems;
        if (!item) return;
        resolve(true);
        pick.hide();
        reveal(item.id, true);
      });
      pick.onDidHide(() => {
        resolve(false);
        pick.dispose();
      });
      pick.show();
    });
    if (accepted || !before) return;
    const span = before.spans[0] ?? { start: before.caret, end: before.caret };
    await this.articles.reveal(state.uri, { span }, { focus: true });
  }

  async step(direction: 1 | -1): Promise<void> {
    if (this.articles.act(direction > 0 ? 'nextAnnotation' : 'previousAnnotation')) return;
    const state = await this.subjects.article();
    if (!state) return;
    const id = neighbour(state, this.articles.selection?.caret ?? 0, this.subjects.here(state)[0], direction);
    if (id === undefined) {
      const said =
        direction > 0
          ? l10n.t('No annotation follows in this article.')
          : l10n.t('No annotation precedes in this article.');
      vscode.window.setStatusBarMessage(said, 4000);
      return;
    }
    await this.articles.reveal(state.uri, { id }, { focus: true });
  }

  /** The chosen row's annotation in the text, with the focus there. */
  async revealInArticle(args: Args): Promise<void> {
    const found = await this.subjects.annotation(args, l10n.t('Argmark: Reveal in Article'));
    if (found) await this.reveal(found.state, found.annotation.id, true);
  }

  /** The details of a row's annotation, in the reading view. */
  async showDetails(args: Args): Promise<void> {
    const found = await this.subjects.annotation(args, l10n.t('Argmark: Show Details'));
    if (!found) return;
    const { state, annotation } = found;
    if (this.articles.active?.via !== 'reader') await this.editors.showAsArticle(state.uri);
    await this.articles.reveal(state.uri, { id: annotation.id }, { focus: true });
    this.articles.act('details');
  }

  /** From a link in a hover or a row of the tree: an article's uri and the id of one of its annotations or arguments. */
  async revealAnnotation([uri, id]: Args): Promise<void> {
    if (typeof uri !== 'string' || typeof id !== 'string') return;
    const state = await this.articles.at(vscode.Uri.parse(uri, true));
    if (state) await this.reveal(state, id, false);
  }

  /** From a row of the outline, by its id. */
  async revealSection([id]: Args): Promise<void> {
    const place = this.views.outline.placeOf(id);
    if (!place) return;
    const { uri, start } = place;
    await this.articles.reveal(uri, { span: { start, end: start } }, { focus: false });
  }

  private async reveal(state: AnnotatedArticle, id: string, focus: boolean): Promise<void> {
    const index = indexOf(state.sidecar.set);
    const argument = index.annotations.has(id) ? undefined : index.arguments.get(id);
    const place = argument ? (argument.premises[0] ?? conclusionOf(argument)?.target) : id;
    if (place === undefined || !index.annotations.has(place)) return;
    const stands = (state.placements.get(place)?.spans.length ?? 0) > 0;
    // What stands nowhere in the text can still be shown among the others.
    if (stands || !(await this.views.annotations.show(place, { focus: false }))) {
      await this.articles.reveal(state.uri, { id: place }, { focus });
    }
  }

  async openAsArticle(args: Args): Promise<void> {
    const [, all] = args;
    // The explorer hands over all the files that are selected.
    const several = Array.isArray(all) ? all.filter((one) => one instanceof vscode.Uri && isArticle(one)) : [];
    const uri = this.subjects.uri(args) ?? (await pickArticle());
    for (const one of several.length > 1 ? several : uri ? [uri] : []) await this.editors.showAsArticle(one);
  }

  async openAsText(args: Args): Promise<void> {
    const uri = this.subjects.uri(args);
    if (uri) await this.editors.showAsText(uri);
  }

  async openSidecar(args: Args): Promise<void> {
    const uri = this.subjects.uri(args);
    if (!uri) return this.subjects.askForArticle();
    const sidecar = sidecarOf(uri);
    try {
      await vscode.workspace.fs.stat(sidecar);
      await vscode.window.showTextDocument(sidecar);
    } catch (error) {
      if (!isNotFound(error)) throw error;
      void vscode.window.showInformationMessage(
        l10n.t('There is no annotations file yet: it is made when the first tag is saved.'),
      );
    }
  }

  /** The hover card at the caret: the reading view's own, or VS Code's in a text editor. */
  async showHover(): Promise<void> {
    if (!this.articles.act('hover')) await vscode.commands.executeCommand('editor.action.showHover');
  }
}

/** The annotation after (or before) the one at the caret, or after the caret where none is; in text order. */
export function neighbour(
  state: Pick<AnnotatedArticle, 'sidecar' | 'placements'>,
  caret: number,
  here: string | undefined,
  direction: 1 | -1,
): string | undefined {
  const { placements } = state;
  const startOf = (id: string) => placements.get(id)?.spans[0]?.start;
  const placed = inTextOrder({ set: state.sidecar.set, placements }).filter(({ id }) => startOf(id) !== undefined);
  const at = placed.findIndex(({ id }) => id === here);
  if (at >= 0) return placed[at + direction]?.id;
  if (direction > 0) return placed.find(({ id }) => (startOf(id) ?? 0) >= caret)?.id;
  return placed.findLast(({ id }) => (startOf(id) ?? 0) < caret)?.id;
}

/** Files that are offered at most; a longer list is no help. */
const mostOffered = 5000;

async function pickArticle(): Promise<vscode.Uri | undefined> {
  const files = await vscode.workspace.findFiles(articleFiles, notArticles, mostOffered);
  const items = files
    .map((uri) => ({ label: plainLabel(vscode.workspace.asRelativePath(uri)), uri }))
    .sort((a, b) => a.label.localeCompare(b.label));
  if (items.length === 0) {
    void offer(l10n.t('There is no article in this window. Open a folder with .txt or .md files first.'), {
      [l10n.t('Open Folder')]: 'vscode.openFolder',
      [l10n.t('Open Sample Workspace')]: 'argmark.openSampleWorkspace',
    });
    return undefined;
  }
  return (await askOne({ title: l10n.t('Argmark: Open as Article'), placeholder: l10n.t('Which file?'), items }))?.uri;
}
