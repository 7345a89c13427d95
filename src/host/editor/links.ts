/* Links of an article lead outside, to a browser or a mail program, and only where they say so plainly; those of a notice to a line of a file. */
import * as vscode from 'vscode';
import * as l10n from '../../core/l10n';

const schemes = new Set(['http', 'https', 'mailto']);

/** Opens a link of the article's text after a look at its scheme; VS Code itself asks before it goes to a place that it does not know. */
export function openLink(href: string): void {
  const uri = outsideUri(href);
  if (uri) vscode.env.openExternal(uri);
  else
    vscode.window.showWarningMessage(
      l10n.t('“{0}” is not opened: it is neither a web nor a mail address.', href.slice(0, 200)),
    );
}

/** The address as a Uri; undefined for relative ones and for schemes that could run or read something. */
export function outsideUri(href: string): vscode.Uri | undefined {
  try {
    const uri = vscode.Uri.parse(href.trim(), true);
    return schemes.has(uri.scheme.toLowerCase()) ? uri : undefined;
  } catch {
    return undefined;
  }
}

/** Shows a place of a file as text; both count from 1, columns in UTF-16 units. */
export async function openAt(uri: vscode.Uri, line: number, column: number): Promise<void> {
  const place = new vscode.Position(Math.max(0, line - 1), Math.max(0, column - 1));
  await vscode.window.showTextDocument(uri, { selection: new vscode.Range(place, place) });
}
