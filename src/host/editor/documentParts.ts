/* What an open article is made of, and what it hands out. */
import type * as vscode from 'vscode';
import type { Article } from '../../core/article/article';
import type { Problem } from '../../core/problem';
import type { Sidecar } from '../../core/sidecar/sidecar';
import { textOfSidecar } from '../../core/sidecar/sidecarFile';
import type { AnnotatedArticle } from '../articles';
import type { ArticleText } from './articleText';
import type { Backup } from './backupFile';
import type { CodebookInUse } from './codebooks';

/** What of the sidecar is on disk, as far as is known. */
export interface OnDisk {
  /** The bytes last read or written; undefined where there is no file. */
  readonly bytes: Uint8Array | undefined;
  /** What was last read or written in full: the base of the next merge. It stays when the file is deleted. */
  readonly base: Sidecar;
}

/** An edit that VS Code is to put on its undo stack. */
export interface UndoStep {
  readonly label: string;
  undo(): void;
  redo(): void;
}

export interface DocumentParts {
  readonly uri: vscode.Uri;
  readonly sidecarUri: vscode.Uri;
  readonly text: ArticleText;
  readonly article: Article;
  readonly sidecar: Sidecar;
  readonly disk: OnDisk;
  readonly blocked: readonly Problem[];
  readonly codebook: CodebookInUse;
  /** Nothing can be written where it lies. */
  readonly unwritable: boolean;
  /** Annotations that an earlier session did not save. */
  readonly backup?: Backup;
}

/** What others see of an article: problems that keep its sidecar from being read stand for those of what was read last. */
export function seenWith(annotated: AnnotatedArticle, blocked: readonly Problem[]): AnnotatedArticle {
  if (blocked.length === 0) return annotated;
  const { set, article } = annotated.sidecar;
  return { ...annotated, sidecar: { set, article, problems: blocked, readOnly: true } };
}

/** What another session needs to put a sidecar's unsaved edits back. */
export function backupOf(mine: Sidecar, { bytes, base }: OnDisk): Backup {
  return { argmarkBackup: 1, mine: textOfSidecar(mine), base: bytes === undefined ? null : textOfSidecar(base) };
}
