/* The reading view's page: an empty one, in which nothing runs but the script that this host put there. */
import * as vscode from 'vscode';
import { type Html, html } from '../../core/html';
import * as l10n from '../../core/l10n';
import { keepsEarly } from '../../messages/early';

export function pageOptions(extensionUri: vscode.Uri): vscode.WebviewOptions {
  return {
    enableScripts: true,
    localResourceRoots: [vscode.Uri.joinPath(extensionUri, 'dist'), vscode.Uri.joinPath(extensionUri, 'media')],
  };
}

/**
 * No word of the article or of its annotations is in the page: they come as messages and become text nodes. What Argmark itself says, in the
 * person's language, is in it as data: the page needs it before the first message.
 */
export function pageHtml(webview: vscode.Webview, extensionUri: vscode.Uri): string {
  const nonce = freshNonce();
  const script = webview.asWebviewUri(vscode.Uri.joinPath(extensionUri, 'dist', 'reader.js'));
  return pageWith(
    { webview, extensionUri, nonce, first: html`<script nonce="${nonce}">${{ markup: keepsEarly }}</script>` },
    html`<script id="words" type="application/json">${asData(l10n.spoken().bundle)}</script>
<script nonce="${nonce}" src="${script.toString()}"></script>`,
  );
}

/** What stands in place of an article that cannot be read: a sentence. */
export function failureHtml(webview: vscode.Webview, extensionUri: vscode.Uri, sentence: string): string {
  const notice = html`<p class="notice error" role="alert">${sentence}</p>`;
  return pageWith({ webview, extensionUri, nonce: freshNonce() }, notice);
}

interface Around {
  readonly webview: vscode.Webview;
  readonly extensionUri: vscode.Uri;
  readonly nonce: string;
  /** Before anything that has to be fetched. */
  readonly first?: Html;
}

function pageWith({ webview, extensionUri, nonce, first = html`` }: Around, body: Html): string {
  const styles = webview.asWebviewUri(vscode.Uri.joinPath(extensionUri, 'dist', 'reader.css'));
  const policy = [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src ${webview.cspSource} 'nonce-${nonce}'`,
    `font-src ${webview.cspSource}`,
  ].join('; ');
  return html`<!DOCTYPE html>
<html lang="${l10n.spoken().language}" dir="${l10n.direction()}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${l10n.t('Article')}</title>
${first}
<link rel="stylesheet" href="${styles.toString()}">
</head>
<body>
${body}
</body>
</html>`.markup;
}

/** As JSON that cannot end the element it stands in. */
function asData(bundle: l10n.Bundle): Html {
  return { markup: JSON.stringify(bundle).replaceAll('<', '\\u003c') };
}

/** 128 random bits, new for each page. */
function freshNonce(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
