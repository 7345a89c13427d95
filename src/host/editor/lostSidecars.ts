/*
 * Sidecars whose article is not beside them any more: it was renamed, moved or deleted by another program. They are offered to the articles that
 * hold their quotes; which one it is, a person says, and the sidecar gets its name in a step that can be undone.
 */
import * as vscode from 'vscode';
import { type HeldQuotes, heldQuotes } from '../../core/anchor/heldQuotes';
import * as l10n from '../../core/l10n';
import { readSidecarBytes } from '../../core/sidecar/sidecarFile';
import type { Files } from '../files';
import { inParallel } from '../inParallel';
import { plainLabel } from '../plainLabel';
import { textOf } from './articleText';
import { articleFiles, nameOf, notArticles, sidecarFiles, sidecarOf } from './uris';
import { withoutArticle } from './withoutArticle';

/** Articles that are read at once. */
const atOnce = 8;

interface Candidate extends HeldQuotes {
  readonly uri: vscode.Uri;
}

/** Asks which article a sidecar belongs to, and gives it its name. Without one it asks which sidecar is meant, of those without an article. */
export async function attachSidecar(chosen: vscode.Uri | undefined, files: Files): Promise<void> {
  const sidecar = chosen ?? (await chooseSidecar(files));
  if (!sidecar) return;
  const name = nameOf(sidecar);
  const searching = candidatesFor(sidecar, files);
  const closing = new vscode.CancellationTokenSource();
  const items = searching.then((candidates) => {
    if (candidates.length === 0) closing.cancel();
    return candidates.map(itemOf);
  });
  const choice = await vscode.window.showQuickPick(
    items,
    {
      title: l10n.t('Attach {0}', name),
      placeHolder: l10n.t('The article that it belongs to: those that hold the most of its quotes come first'),
    },
    closing.token,
  );
  if ((await items).length === 0) tellNone(name);
  if (!choice) return;
  const edit = new vscode.WorkspaceEdit();
  edit.renameFile(sidecar, sidecarOf(choice.uri), { overwrite: false });
  if (await vscode.workspace.applyEdit(edit)) return;
  void vscode.window.showWarningMessage(
    l10n.t('{0} could not be renamed to {1}. Nothing was changed.', name, nameOf(sidecarOf(choice.uri))),
  );
}

/** The articles without annotations that hold quotes of a sidecar, those that hold the most of them first. */
async function candidatesFor(sidecar: vscode.Uri, files: Files): Promise<readonly Candidate[]> {
  const bytes = await files.read(sidecar);
  const annotations = bytes ? readSidecarBytes(bytes).sidecar.set.annotations : [];
  const [articles, sidecars] = await Promise.all(
    [articleFiles, sidecarFiles].map((pattern) => vscode.workspace.findFiles(pattern, notArticles)),
  );
  const taken = new Set(sidecars?.map(String));
  const waiting = (articles ?? []).filter((uri) => !taken.has(sidecarOf(uri).toString()));
  const found: Candidate[] = [];
  await inParallel(waiting, atOnce, async (uri) => {
    // What cannot be read holds no quote that could be seen.
    const text = await textOf(uri, files).catch(() => undefined);
    const count = heldQuotes(annotations, text ?? '');
    if (count.held > 0) found.push({ uri, ...count });
  });
  const folder = vscode.Uri.joinPath(sidecar, '..').toString();
  const isNear = ({ uri }: Candidate) => vscode.Uri.joinPath(uri, '..').toString() === folder;
  return found.sort(
    (a, b) => b.held - a.held || Number(isNear(b)) - Number(isNear(a)) || (a.uri.path < b.uri.path ? -1 : 1),
  );
}

const itemOf = ({ uri, held, all }: Candidate) => ({
  label: plainLabel(vscode.workspace.asRelativePath(uri)),
  description: l10n.t('{0} of {1} quotes', l10n.number(held), l10n.number(all)),
  uri,
});

async function chooseSidecar(files: Files): Promise<vscode.Uri | undefined> {
  const lost = await withoutArticle(await vscode.workspace.findFiles(sidecarFiles, notArticles), new Set(), files);
  if (lost.length === 0) {
    void vscode.window.showInformationMessage(l10n.t('Every annotations file of the workspace has its article.'));
    return undefined;
  }
  if (lost.length === 1) return lost[0];
  const items = lost.map((uri) => ({ label: plainLabel(vscode.workspace.asRelativePath(uri)), uri }));
  const placeHolder = l10n.t('The annotations file whose article is missing');
  return (await vscode.window.showQuickPick(items, { placeHolder }))?.uri;
}

function tellNone(name: string): void {
  const sentence = l10n.t(
    'No article without annotations in the workspace holds a quote of {0}. Put its article beside it again, or rename the file by hand.',
    name,
  );
  void vscode.window.showInformationMessage(sentence);
}
