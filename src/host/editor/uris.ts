/* Which files are articles, and where the files that go with them lie. By path alone, never by asking the disk. */
import * as vscode from 'vscode';
import { articleNameFor, isSidecarName, sidecarNameFor } from '../../core/sidecar/names';

export const viewType = 'argmark.article';

/** What `contributes.customEditors` and `activationEvents` say as well. */
const articleNames = /\.(txt|md|markdown|text)$/i;

/** The same as a glob pattern. On Linux those go by case, while names do not. */
export const articleFiles = `**/*.{${['txt', 'text', 'md', 'markdown'].map(anyCase).join(',')}}`;

/** Files of annotations, and what is passed over in looking for them, as glob patterns. */
export const sidecarFiles = '**/*.annotations.yaml';
export const notArticles = '**/{node_modules,.git}/**';

/** Whether a path that has come or gone may be a folder's with articles in it. Of files in one, only the folder is told of at times. */
export function mayBeFolder(path: string): boolean {
  return !/\.\w+$/.test(path) && isLookedFor(path);
}

/** Whether files at a path are not passed over; the same as `notArticles`. */
export function isLookedFor(path: string): boolean {
  return !/\/(?:node_modules|\.git)\//.test(path);
}

function anyCase(ending: string): string {
  return [...ending].map((letter) => `[${letter}${letter.toUpperCase()}]`).join('');
}

/** Schemes whose documents are versions or outputs of something, so that nothing lies beside them. */
const detached = new Set([
  'git',
  'gitlens',
  'conflictResolution',
  'output',
  'walkThroughSnippet',
  'vscode-scm',
  'untitled',
]);

export function nameOf(uri: vscode.Uri): string {
  return uri.path.slice(uri.path.lastIndexOf('/') + 1);
}

/** Of a sidecar; what is named like none stands for itself. */
export function articleOf(sidecar: vscode.Uri): vscode.Uri {
  return sidecar.with({ path: articleNameFor(sidecar.path) ?? sidecar.path });
}

export function sidecarOf(article: vscode.Uri): vscode.Uri {
  return article.with({ path: sidecarNameFor(article.path) });
}

export function isArticle(uri: vscode.Uri): boolean {
  return articleNames.test(uri.path) && !isSidecarName(uri.path);
}

/** Whether a sidecar can lie beside it. A query names a version or a service, and its file would not be found by a longer path. */
export function hasNeighbours(article: vscode.Uri): boolean {
  return !detached.has(article.scheme) && article.query === '';
}

/** Whether files can be written there, as far as VS Code knows. */
export function isWritable(article: vscode.Uri): boolean {
  if (article.scheme === 'untitled') return true;
  return hasNeighbours(article) && vscode.workspace.fs.isWritableFileSystem(article.scheme) !== false;
}

/** None is the same as none. */
export const sameUri = (a: vscode.Uri | undefined, b: vscode.Uri | undefined): boolean =>
  a?.toString() === b?.toString();
