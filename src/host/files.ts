/*
 * The only door to disk: read, replace, watch. Everything above it gets it as a constructor argument, so that a test can hold a door
 * open in the middle of a save.
 */

import * as vscode from 'vscode';
import { platform } from '#platform';
import { sameBytes } from '../core/bytes';

export interface Files {
  /** The file's bytes; undefined where there is no such file. Throws where there is one that cannot be read. */
  read(uri: vscode.Uri): Promise<Uint8Array | undefined>;
  /**
   * Writes a whole file, or leaves the old one whole: at every moment on a disk of this machine; on other file systems what a write that
   * fails has begun is taken back, as far as they let it. `asRead` is what the writer believes to be there (undefined: nothing); false
   * comes back, and nothing is written, where that is not so any more.
   */
  replace(uri: vscode.Uri, bytes: Uint8Array, asRead: Uint8Array | undefined): Promise<boolean>;
  delete(uri: vscode.Uri): Promise<void>;
  /** Whether anything of that name is there. Throws where that cannot be told. */
  exists(uri: vscode.Uri): Promise<boolean>;
  /** Of a file, in bytes; undefined where there is none. Throws where that cannot be told. */
  size(uri: vscode.Uri): Promise<number | undefined>;
  /** Whether the file is there and marked as not to be written. */
  isReadOnly(uri: vscode.Uri): Promise<boolean>;
  /** Calls back some time after the file was changed, created or deleted by anyone, ourselves included. */
  watch(uri: vscode.Uri, changed: () => void): vscode.Disposable;
}

export class DiskFiles implements Files, vscode.Disposable {
  /** One watcher for all that is watched in a folder. */
  private readonly folders = new Map<string, Folder>();

  async read(uri: vscode.Uri): Promise<Uint8Array | undefined> {
    if (uri.scheme === 'file' && platform.disk) return platform.disk.bytesOf(uri.fsPath);
    try {
      return await vscode.workspace.fs.readFile(uri);
    } catch (error) {
      if (isNotFound(error)) return undefined;
      throw error;
    }
  }

  async replace(uri: vscode.Uri, bytes: Uint8Array, asRead: Uint8Array | undefined): Promise<boolean> {
    const stillAsRead = async () => sameBytes(await this.read(uri), asRead);
    const replaced = await platform.replaceFile(uri, bytes, stillAsRead);
    if (replaced !== undefined) return replaced;
    if (!(await stillAsRead())) return false;
    try {
      await vscode.workspace.fs.writeFile(uri, bytes);
    } catch (error) {
      await this.takeBack(uri, bytes, asRead).catch(() => {});
      throw error;
    }
    return true;
  }

  /** Puts the old file back in the place of one that was only begun, and is not anybody else's. */
  private async takeBack(uri: vscode.Uri, begun: Uint8Array, old: Uint8Array | undefined): Promise<void> {
    const there = await this.read(uri);
    if (!there || sameBytes(there, old) || !sameBytes(there, begun.subarray(0, there.length))) return;
    if (old) await vscode.workspace.fs.writeFile(uri, old);
    else await this.delete(uri);
  }

  async delete(uri: vscode.Uri): Promise<void> {
    try {
      await vscode.workspace.fs.delete(uri);
    } catch (error) {
      if (!isNotFound(error)) throw error;
    }
  }

  async exists(uri: vscode.Uri): Promise<boolean> {
    try {
      await vscode.workspace.fs.stat(uri);
      return true;
    } catch (error) {
      if (isNotFound(error)) return false;
      throw error;
    }
  }

  async size(uri: vscode.Uri): Promise<number | undefined> {
    if (uri.scheme === 'file' && platform.disk) return platform.disk.sizeOf(uri.fsPath);
    try {
      return (await vscode.workspace.fs.stat(uri)).size;
    } catch (error) {
      if (isNotFound(error)) return undefined;
      throw error;
    }
  }

  async isReadOnly(uri: vscode.Uri): Promise<boolean> {
    const there = await vscode.workspace.fs.stat(uri).then(undefined, () => undefined);
    return ((there?.permissions ?? 0) & vscode.FilePermission.Readonly) !== 0 || platform.isReadOnly(uri);
  }

  watch(uri: vscode.Uri, changed: () => void): vscode.Disposable {
    const folderUri = vscode.Uri.joinPath(uri, '..');
    const key = folderUri.toString();
    let folder = this.folders.get(key);
    if (!folder) {
      folder = watchFolder(folderUri);
      this.folders.set(key, folder);
    }
    const { listeners, watcher } = folder;
    const listener = { path: uri.path, changed };
    listeners.add(listener);
    return new vscode.Disposable(() => {
      listeners.delete(listener);
      if (listeners.size > 0 || this.folders.get(key)?.listeners !== listeners) return;
      watcher.dispose();
      this.folders.delete(key);
    });
  }

  dispose(): void {
    for (const { watcher } of this.folders.values()) watcher.dispose();
    this.folders.clear();
  }
}

interface Folder {
  readonly watcher: vscode.Disposable;
  readonly listeners: Set<{ readonly path: string; readonly changed: () => void }>;
}

function watchFolder(uri: vscode.Uri): Folder {
  const listeners: Folder['listeners'] = new Set();
  // A file's name may hold the signs of a glob pattern, so all of the folder is watched and the paths are compared.
  const watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(uri, '*'));
  const seen = (changed: vscode.Uri) => {
    for (const listener of [...listeners]) if (listener.path === changed.path) listener.changed();
  };
  watcher.onDidChange(seen);
  watcher.onDidCreate(seen);
  watcher.onDidDelete(seen);
  return { watcher, listeners };
}

/** Files that others have opened for writing, or that lie on a file system without folders, give other errors than this one. */
export function isNotFound(error: unknown): boolean {
  return error instanceof vscode.FileSystemError && (error.code === 'FileNotFound' || error.code === 'EntryNotFound');
}
