/* "Print Article": VS Code cannot print, so the article is saved as a page with its annotations, for a browser to print or for others to read. */
import * as vscode from 'vscode';
import { type TagColour, tagColours } from '../../core/annotation/codebook';
import * as l10n from '../../core/l10n';
import { type PrintedLook, printedPage } from '../../core/print/printedPage';
import type { AnnotatedArticle, Articles } from '../articles';
import { hasNeighbours, nameOf } from '../editor/uris';
import type { Files } from '../files';
import { messageOf } from '../messageOf';
import { shownSet } from '../shownSet';
import type { SubjectFinder } from './subjects';

export class PrintCommands {
  private readonly articles: Articles;
  private readonly subjects: SubjectFinder;
  private readonly files: Files;
  private readonly extensionUri: vscode.Uri;

  constructor(articles: Articles, subjects: SubjectFinder, files: Files, extensionUri: vscode.Uri) {
    this.articles = articles;
    this.subjects = subjects;
    this.files = files;
    this.extensionUri = extensionUri;
  }

  /** Asks where to save the page; what stands there is written over, as the dialog has asked. */
  async print(): Promise<void> {
    const state = await this.subjects.article();
    if (!state) return;
    const name = `${nameOf(state.uri)}.html`;
    const target = await vscode.window.showSaveDialog({
      title: l10n.t('Argmark: Save Article to Print'),
      saveLabel: l10n.t('Save Page'),
      filters: { HTML: ['html'] },
      ...(hasNeighbours(state.uri) && { defaultUri: vscode.Uri.joinPath(state.uri, '..', name) }),
    });
    if (!target) return;
    if (!/\.html?$/i.test(target.path)) {
      // It could be the article.
      void vscode.window.showErrorMessage(
        l10n.t('{0} does not end in .html, so nothing was written. Choose another name.', nameOf(target)),
      );
      return;
    }
    try {
      // With what was done while the dialog was open.
      await this.saveTo(target, this.articles.known(state.uri) ?? state);
    } catch (error) {
      void vscode.window.showErrorMessage(
        l10n.t('{0} could not be written: {1} Choose another place.', nameOf(target), messageOf(error)),
      );
      return;
    }
    // Elsewhere the browser is on another machine than the file.
    const isHere = vscode.env.uiKind === vscode.UIKind.Desktop && vscode.env.remoteName === undefined;
    const open = l10n.t('Open in Browser');
    const chosen = await vscode.window.showInformationMessage(
      l10n.t('{0} is saved. Print it from a browser.', nameOf(target)),
      ...(isHere ? [open] : []),
    );
    if (chosen === open) await vscode.env.openExternal(target);
  }

  /** Rejects with what the file system says. */
  async saveTo(target: vscode.Uri, state: AnnotatedArticle): Promise<void> {
    const { article, placements, codebook, uri } = state;
    const printed = { article, placements, codebook, set: shownSet(state), name: nameOf(uri) };
    const page = printedPage(printed, await this.look());
    await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(page));
  }

  /** The colours of light themes, as package.json has them. */
  private async look(): Promise<PrintedLook> {
    const text = async (...path: string[]) => {
      const bytes = await this.files.read(vscode.Uri.joinPath(this.extensionUri, ...path));
      return new TextDecoder().decode(bytes);
    };
    const [style, manifest] = await Promise.all([text('dist', 'print.css'), text('package.json')]);
    const { contributes } = JSON.parse(manifest) as {
      contributes: { colors: readonly { readonly id: string; readonly defaults: { readonly light: string } }[] };
    };
    const lightOf = (colour: TagColour) => contributes.colors.find(({ id }) => id === `argmark.tag.${colour}`);
    const colours = tagColours.flatMap((colour) => {
      const light = lightOf(colour)?.defaults.light;
      return light === undefined ? [] : [[colour, light] as const];
    });
    return { style, colours: Object.fromEntries(colours) };
  }
}
