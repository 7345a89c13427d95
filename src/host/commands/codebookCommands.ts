/* The commands on the codebook itself: one is made where there is none, and opened as the text that it is. */
import * as vscode from 'vscode';
import { defaultCodebookText } from '../../core/annotation/defaultCodebookText';
import type { Articles } from '../articles';
import { codebookName, hasNeighbours } from '../editor/uris';
import type { Files } from '../files';

export class CodebookCommands {
  private readonly articles: Articles;
  private readonly files: Files;

  constructor(articles: Articles, files: Files) {
    this.articles = articles;
    this.files = files;
  }

  /** Writes the built-in codebook to the root of the workspace folder, or beside an article that lies in none; opens the one in use where there is one. */
  async create(): Promise<void> {
    const article = this.articles.active?.uri;
    const inUse = article && (await this.articles.at(article))?.codebookUri;
    const uri = inUse ?? (await this.place(article));
    if (!uri) return;
    // One that is there already, or that another program makes at this moment, is not written over.
    if (!inUse) await this.files.replace(uri, new TextEncoder().encode(defaultCodebookText), undefined);
    await vscode.window.showTextDocument(uri);
  }

  private async place(article: vscode.Uri | undefined): Promise<vscode.Uri | undefined> {
    const own = article && vscode.workspace.getWorkspaceFolder(article);
    if (own) return vscode.Uri.joinPath(own.uri, codebookName);
    if (article && hasNeighbours(article)) return vscode.Uri.joinPath(article, '..', codebookName);
    const folders = vscode.workspace.workspaceFolders ?? [];
    if (folders.length === 0) {
      void vscode.window.showInformationMessage('Open a folder or an article first: the codebook is put beside it.');
      return undefined;
    }
    const folder = folders.length === 1 ? folders[0] : await vscode.window.showWorkspaceFolderPick();
    return folder && vscode.Uri.joinPath(folder.uri, codebookName);
  }
}
