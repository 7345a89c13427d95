/* What a command does with codebooks and articles, one after the other, and what its exit code is in the end. */
import type { CodebookInUse } from './codebooks';
import type { Loaded } from './load';

/** 0: fine; 1: something was found; 2: could not run, or not for all of it. The worst of all articles counts. */
export type ExitCode = 0 | 1 | 2;

export interface Job {
  /** For the codebook of each folder that is named, and each one in it, before any article. */
  readonly codebook?: (codebook: CodebookInUse) => ExitCode;
  readonly each: (loaded: Loaded, codebook: CodebookInUse) => Promise<ExitCode>;
  /** After the last one: what it comes to. */
  readonly end: () => void;
}
