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
import { firstBadByte, strictText } from '../core/strictText';
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
      const bytes = await readFile(file);
      const text = strictText(bytes)?.replace(/^\ufeff/, '');
      if (text !== undefined) return { ...readCodebook(text), file };
      return unreadable(file, 'it is not valid UTF-8; save it as UTF-8', firstBadByte(bytes));
    } catch (error) {
      if (!isMissing(error)) return unreadable(file, (error as Error).message);
      const above = dirname(folder);
      return above === folder ? { codebook: defaultCodebook, problems: [] } : inFolder(above);
    }
  };
  return (article) => inFolder(dirname(resolve(article)));
}

function unreadable(file: string, why: string, { line, column } = { line: 1, column: 1 }): CodebookInUse {
  const message = `The codebook cannot be read (${why}). The built-in one is used instead.`;
  return {
    codebook: defaultCodebook,
    problems: [{ code: 'unreadable', severity: 'error', message, line, column }],
    file,
  };
}
