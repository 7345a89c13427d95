/* The file that VS Code keeps for unsaved annotations: written by one version of Argmark and read, word for word or not at all, by the next. */
import * as vscode from 'vscode';
import * as z from 'zod';
import * as l10n from '../../core/l10n';
import { readSidecar } from '../../core/sidecar/read';
import type { Files } from '../files';
import { messageOf } from '../messageOf';

const schema = z.object({
  argmarkBackup: z.literal(1),
  /** The whole sidecar, with what was not saved. */
  mine: z.string(),
  /** What was last read or written; null where no file was there. */
  base: z.string().nullable(),
  /** The canonical text in which the words stand at the places that are recorded with what was not saved. */
  text: z.string().exactOptional(),
  /** Whose annotations they are, which host wrote them, and when (milliseconds since 1970). */
  article: z.string().exactOptional(),
  owner: z.string().exactOptional(),
  written: z.number().exactOptional(),
});
export type Backup = z.infer<typeof schema>;

/** Why there is no backup, where VS Code names one that was taken away since, because it was saved or written anew. */
export const backupGone = (): string => l10n.t('the file with them is not there any more');

/** A backup as it was written, or a sentence that says why there is none. */
export async function readBackup(id: string, files: Files): Promise<Backup | string> {
  try {
    const bytes = await files.read(vscode.Uri.parse(id, true));
    if (!bytes) return backupGone();
    const backup = schema.safeParse(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)));
    if (!backup.success || readSidecar(backup.data.mine).readOnly) return l10n.t('the file with them is damaged');
    return backup.data;
  } catch (error) {
    return l10n.t('the file with them cannot be read ({0})', messageOf(error));
  }
}
