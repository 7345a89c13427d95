/*
 * The window of the samples shows the first of them. A window begins anew with the folder that it is opened on, and knows nothing of the command
 * that opened it: that leaves a note where all windows look, and the first one on that folder takes it.
 */
import * as vscode from 'vscode';
import { viewType } from '../editor/uris';
import type { Files } from '../files';
import { sampleArticles } from './sampleArticles';

/** Milliseconds in which a window surely opens. Whoever opens the folder later means the folder alone. */
const timely = 120_000;

export class SampleWindow implements vscode.Disposable {
  private readonly files: Files;
  private readonly note: vscode.Uri;
  private readonly listener: vscode.Disposable;

  /** `storage` is one folder for all windows: a file in it is there once it is written, what `globalState` keeps only later. */
  constructor(files: Files, storage: vscode.Uri) {
    this.files = files;
    this.note = vscode.Uri.joinPath(storage, 'samples-opened');
    // Some browsers' windows change to a folder without beginning anew.
    this.listener = vscode.workspace.onDidChangeWorkspaceFolders(({ added }) =>
      this.arrive(added.map(({ uri }) => uri)),
    );
  }

  /** Lets the window that opens this folder now show the first sample. */
  async announce(folder: vscode.Uri): Promise<void> {
    await vscode.workspace.fs.writeFile(this.note, new TextEncoder().encode(`${Date.now()} ${folder}`));
  }

  /** Shows the first sample if these folders, which this window has from now on, have been announced. */
  async arrive(folders: readonly vscode.Uri[], now = Date.now()): Promise<void> {
    const bytes = folders.length > 0 ? await this.files.read(this.note) : undefined;
    const [at, announced] = new TextDecoder().decode(bytes).split(' ');
    const folder = folders.find((one) => one.toString() === announced);
    if (!folder) return;
    await this.files.delete(this.note);
    if (now - Number(at) < timely) await this.show(folder);
  }

  /** Shows the first sample of a folder that this window has, and beside it what is annotated there. */
  async show(folder: vscode.Uri): Promise<void> {
    await vscode.commands.executeCommand('workbench.view.extension.argmark');
    await vscode.commands.executeCommand('vscode.openWith', vscode.Uri.joinPath(folder, sampleArticles[0]), viewType);
  }

  dispose(): void {
    this.listener.dispose();
  }
}
