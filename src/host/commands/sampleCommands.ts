/*
 * "Open Sample Workspace": three annotated articles to try things out on, in a folder of the person's own, so that what they do with them
 * stays. Nothing that is there already is written over, neither files of theirs nor samples that they have worked on.
 */
import * as vscode from 'vscode';
import { sameBytes } from '../../core/bytes';
import * as l10n from '../../core/l10n';
import { sidecarNameFor } from '../../core/sidecar/names';
import { nameOf, sameUri } from '../editor/uris';
import type { Files } from '../files';
import { messageOf } from '../messageOf';
import { sampleArticles } from './sampleArticles';
import type { SampleWindow } from './sampleWindow';

/** What is made inside of a folder that holds other things already. */
const ownFolder = 'argmark-samples';

export class SampleCommands {
  private readonly files: Files;
  /** Where the samples lie in the extension. */
  private readonly samples: vscode.Uri;
  private readonly window: SampleWindow;

  constructor(files: Files, extensionUri: vscode.Uri, window: SampleWindow) {
    this.files = files;
    this.window = window;
    this.samples = vscode.Uri.joinPath(extensionUri, 'media', 'samples');
  }

  /** Asks for a folder, copies the samples to it, opens it (in this window where it is empty, else in a new one) and shows the first of them. */
  async open(): Promise<void> {
    const picked = await vscode.window.showOpenDialog({
      title: l10n.t('Argmark: Open Sample Workspace'),
      openLabel: l10n.t('Put Samples Here'),
      ...{ canSelectFiles: false, canSelectFolders: true, canSelectMany: false },
    });
    if (!picked?.[0]) return;
    let folder: vscode.Uri;
    try {
      folder = await this.copyTo(picked[0]);
    } catch (error) {
      void vscode.window.showErrorMessage(
        l10n.t(
          'The samples could not be put into {0}: {1} Choose a folder that you may write to.',
          nameOf(picked[0]),
          messageOf(error),
        ),
      );
      return;
    }
    const open = vscode.workspace.workspaceFolders ?? [];
    if (open.some(({ uri }) => sameUri(uri, folder))) {
      await this.window.show(folder);
      return;
    }
    await this.window.announce(folder);
    await vscode.commands.executeCommand('vscode.openFolder', folder, { forceNewWindow: open.length > 0 });
  }

  /**
   * Copies the samples to this folder, or to one of their own inside of it where it holds anything else and not all of them, and gives the folder that has them.
   * Throws what the file system says where it cannot be written to; what was copied by then stays.
   */
  async copyTo(picked: vscode.Uri): Promise<vscode.Uri> {
    const names = new Set<string>(sampleArticles.flatMap((name) => [name, sidecarNameFor(name)]));
    const there = await vscode.workspace.fs.readDirectory(picked);
    const others = there.filter(([name]) => !names.has(name) && !name.startsWith('.'));
    const hasAll = sampleArticles.every((name) => there.some(([one]) => one === name));
    const folder = others.length === 0 || hasAll ? picked : vscode.Uri.joinPath(picked, ownFolder);
    await vscode.workspace.fs.createDirectory(folder);
    await Promise.all(sampleArticles.map((name) => this.copyArticle(name, folder)));
    return folder;
  }

  /** The sidecar goes along only with its own article: beside another text of that name its annotations would be orphans. */
  private async copyArticle(name: string, folder: vscode.Uri): Promise<void> {
    const sidecar = sidecarNameFor(name);
    const [text, annotations] = await Promise.all([this.sample(name), this.sample(sidecar)]);
    const article = vscode.Uri.joinPath(folder, name);
    const copied = await this.files.replace(article, text, undefined);
    if (!copied && !sameBytes(await this.files.read(article), text)) return;
    await this.files.replace(vscode.Uri.joinPath(folder, sidecar), annotations, undefined);
  }

  private async sample(name: string): Promise<Uint8Array> {
    const uri = vscode.Uri.joinPath(this.samples, name);
    return (await this.files.read(uri)) ?? Promise.reject(new Error(l10n.t('The extension lacks {0}.', name)));
  }
}
