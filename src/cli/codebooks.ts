/*
 * Which codebook goes with an article: the nearest one in its folder or above it, as in the editor, which stops at the folder that is open in it;
 * without one the built-in one. Each is read once.
 */
import { readFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { type Codebook, codebookName } from '../core/annotation/codebook';
import { readCodebook } from '../core/annotation/codebookFile';
import { defaultCodebook } from '../core/annotation/defaultCodebook';
import type { Problem } from '../core/problem';
import { isMissing } from '../node/errors';
import { shownPath } from './targets';

export interface CodebookInUse {
  readonly codebook: Codebook;
  readonly problems: readonly Problem[];
  /** The file that it stands in; none for the built-in one. */
  readonly file?: string;
}

/** Asks the disk once for each folder. Never rejects. */
export function codebooks(): (article: string) => Promise<CodebookInUse> {
  const byFolder = new Map<string, Promise<CodebookInUse>>();
  const inFolder = (folder: string): Promise<CodebookInUse> => {
    const found = byFolder.get(folder) ?? read(folder);
    byFolder.set(folder, found);
    return found;
  };
  const read = async (folder: string): Promise<CodebookInUse> => {
    const file = shownPath(join(folder, codebookName));
    try {
      return { ...readCodebook(new TextDecoder().decode(await readFile(file))), file };
    } catch (error) {
      const above = dirname(folder);
      if (isMissing(error)) return above === folder ? { codebook: defaultCodebook, problems: [] } : inFolder(above);
      const message = `The codebook cannot be read (${(error as Error).message}). The built-in one is used instead.`;
      const problem: Problem = { code: 'unreadable', severity: 'error', message, line: 1, column: 1 };
      return { codebook: defaultCodebook, problems: [problem], file };
    }
  };
  return (article) => inFolder(dirname(resolve(article)));
}
