/*
 * Backups whose extension host ended without warning. VS Code then forgets which backup was the last one (it asks the host that is gone),
 * or still names one that was replaced meanwhile; the files are there all the same. They are found here by what stands in them.
 */

import * as vscode from 'vscode';
import { platform } from '#platform';
import type { Files } from '../files';
import type { Backup } from './backupFile';

interface Found {
  readonly file: vscode.Uri;
  readonly backup: Backup;
}

export class LeftBackups {
  private readonly folder: vscode.Uri;
  private readonly files: Files;
  private clearings: Promise<unknown> = Promise.resolve();

  /** `folder` is where VS Code has extensions keep their backups: the storage of the workspace, or the global one where there is none. */
  constructor(folder: vscode.Uri, files: Files) {
    this.folder = folder;
    this.files = files;
  }

  /** The last backup of an article that no living window owns. */
  async newest(article: vscode.Uri): Promise<Backup | undefined> {
    const left = (await this.all(article)).filter(({ backup }) => isLeft(backup));
    return left.sort((a, b) => writtenAt(b.backup) - writtenAt(a.backup))[0]?.backup;
  }

  /** Takes away what was written of an article up to a moment: all of that was saved, or is not wanted. Other windows' are left to them. */
  clear(article: vscode.Uri, until: number): Promise<void> {
    const clearing = this.clearNow(article, until);
    this.clearings = Promise.all([this.clearings, clearing]);
    return clearing;
  }

  /** Over when nothing is being taken away any more. */
  get settled(): Promise<unknown> {
    return this.clearings;
  }

  private async clearNow(article: vscode.Uri, until: number): Promise<void> {
    for (const { file, backup } of await this.all(article)) {
      const ours = backup.owner === platform.owner || isLeft(backup);
      if (ours && writtenAt(backup) <= until) await this.files.delete(file).catch(() => {});
    }
  }

  private async all(article: vscode.Uri): Promise<Found[]> {
    const entries = await vscode.workspace.fs.readDirectory(this.folder).then(undefined, () => []);
    if (entries.length === 0) return [];
    const { readBackup } = await import('./backupFile');
    const found = entries.map(async ([name, type]): Promise<Found | undefined> => {
      if (type !== vscode.FileType.File) return undefined;
      const file = vscode.Uri.joinPath(this.folder, name);
      const backup = await readBackup(file.toString(), this.files);
      return typeof backup === 'object' && backup.article === article.toString() ? { file, backup } : undefined;
    });
    return (await Promise.all(found)).filter((one) => one !== undefined);
  }
}

const writtenAt = (backup: Backup): number => backup.written ?? 0;
const isLeft = ({ owner }: Backup): boolean => owner !== undefined && platform.isGone(owner);
