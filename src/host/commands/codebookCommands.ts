/* The commands on the codebook itself: make one, open it, and change what a view can change. */
import * as vscode from 'vscode';
import { codebookName, type TagColour, tagColours } from '../../core/annotation/codebook';
import * as l10n from '../../core/l10n';
import type { Articles } from '../articles';
import { hasNeighbours, sameUri } from '../editor/uris';
import type { Files } from '../files';
import { askOne } from '../steps';
import { quoted } from '../views/filterTerms';
import type { Views } from '../views/views';
import type { Args } from './subjects';
import { pickTag } from './tagPick';

/** Loaded with the first change: nothing else here needs to read YAML. */
const edits = () => import('./codebookEdits');

export class CodebookCommands {
  private readonly articles: Articles;
  private readonly views: Views;
  private readonly files: Files;

  constructor(articles: Articles, views: Views, files: Files) {
    this.articles = articles;
    this.views = views;
    this.files = files;
    views.codebook.move = (tag, place) => this.move(tag, place);
  }

  /** Writes the built-in codebook to the root of the workspace folder, or beside an article that lies in none; opens the one in use where there is one. */
  async create(): Promise<void> {
    const article = this.articles.active?.uri;
    const inUse = article && (await this.articles.at(article))?.codebookUri;
    const uri = inUse ?? (await this.place(article));
    if (!uri) return;
    // One that is there already, or that another program makes at this moment, is not written over.
    if (!inUse) {
      const { defaultCodebookText } = await import('../../core/annotation/defaultCodebookText');
      await this.files.replace(uri, new TextEncoder().encode(defaultCodebookText), undefined);
    }
    await vscode.window.showTextDocument(uri);
  }

  /** The codebook as text; on a row at the tag's lines. */
  async open([name]: Args): Promise<void> {
    const uri = await this.file();
    if (!uri) return;
    if (typeof name === 'string') await openAtTag(uri, name);
    else await vscode.window.showTextDocument(uri);
  }

  /**
   * From a link in a hover: an article's uri and a tag's name. Shows the tag in the tree, with its guideline; in the file of the article's own
   * codebook where the tree has another one, that of the article in front.
   */
  async showTag([article, name]: Args): Promise<void> {
    if (typeof article !== 'string' || typeof name !== 'string') return;
    const uri = (await this.articles.at(vscode.Uri.parse(article, true)))?.codebookUri;
    const shown = (await this.views.codebook.current()).uri;
    if (uri && !sameUri(uri, shown)) await openAtTag(uri, name);
    else if (!sameUri(uri, shown) || !(await this.views.codebook.show(name)))
      vscode.window.setStatusBarMessage(
        l10n.t('The tag “{0}” is not in the Codebook view at this moment.', name),
        6000,
      );
  }

  /** All annotations of a tag in the workspace, in VS Code's view of references. */
  async listTag([name]: Args): Promise<void> {
    const { codebook } = await this.views.codebook.current();
    const title = l10n.t('Argmark: Find All Annotations of Tag');
    const tag = typeof name === 'string' ? name : await pickTag(codebook, { title, recent: [] });
    if (tag === undefined) return;
    const { showTagList } = await import('../views/tagList');
    await showTagList(tag, codebook, this.articles, this.files);
  }

  /** What a click on a row does: the annotations of that tag, and no others, in the tree above; without an article those of the workspace. */
  async showAnnotations([name]: Args): Promise<void> {
    if (typeof name !== 'string') return;
    if (!this.views.annotations.article) {
      await this.listTag([name]);
      return;
    }
    this.views.annotations.setFilter(`tag:${quoted(name)}`);
    await this.views.annotations.open();
  }

  async setColour([name]: Args): Promise<void> {
    const title = l10n.t('Argmark: Set Colour');
    const uri = await this.file();
    if (!uri) return;
    const { codebook } = await this.views.codebook.current();
    const tag = typeof name === 'string' ? name : await pickTag(codebook, { title, recent: [] });
    if (tag === undefined) return;
    const now = codebook.tags.find((one) => one.name === tag)?.colour;
    const items = tagColours.map((colour) => ({
      label: colour,
      description: colour === now ? l10n.t('now') : '',
      iconPath: new vscode.ThemeIcon('circle-filled', new vscode.ThemeColor(`argmark.tag.${colour}`)),
      colour,
    }));
    const chosen: { readonly colour: TagColour } | undefined = await askOne({ title, placeholder: tag, items });
    // Also the one it has now, which it may have from its parent or by its name.
    if (chosen) await (await edits()).setTagColour(this.files, uri, tag, chosen.colour);
  }

  private async move(tag: string, place: string | undefined): Promise<void> {
    const uri = await this.file();
    if (uri) await (await edits()).moveTag(this.files, uri, tag, place);
  }

  /** The file of the codebook that is shown. Where it is the built-in one, a person is told how to make one. */
  private async file(): Promise<vscode.Uri | undefined> {
    const { uri } = await this.views.codebook.current();
    if (uri) return uri;
    const create = l10n.t('Create Codebook');
    const message = l10n.t(
      'The built-in codebook is in use, and it is not a file. Create one of your own to change its tags.',
    );
    void vscode.window.showInformationMessage(message, create).then((chosen) => {
      if (chosen === create) void this.create();
    });
    return undefined;
  }

  private async place(article: vscode.Uri | undefined): Promise<vscode.Uri | undefined> {
    const own = article && vscode.workspace.getWorkspaceFolder(article);
    if (own) return vscode.Uri.joinPath(own.uri, codebookName);
    if (article && hasNeighbours(article)) return vscode.Uri.joinPath(article, '..', codebookName);
    const folders = vscode.workspace.workspaceFolders ?? [];
    if (folders.length === 0) {
      void vscode.window.showInformationMessage(
        l10n.t('Open a folder or an article first: the codebook is put beside it.'),
      );
      return undefined;
    }
    const folder = folders.length === 1 ? folders[0] : await vscode.window.showWorkspaceFolderPick();
    return folder && vscode.Uri.joinPath(folder.uri, codebookName);
  }
}

/** Shows the codebook as text, with the caret at a tag. */
async function openAtTag(uri: vscode.Uri, tag: string): Promise<void> {
  const [{ codebookSource }, { openAt }] = await Promise.all([
    import('../../core/annotation/codebookSource'),
    import('../editor/links'),
  ]);
  const document = await vscode.workspace.openTextDocument(uri);
  const { line, column } = codebookSource(document.getText()).placeOf(['tags', tag], 'key');
  await openAt(uri, line, column);
}
