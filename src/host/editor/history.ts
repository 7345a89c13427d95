/*
 * What git knows of words that do not stand where they were recorded: asked after an article was read, and only where there are such words. Which
 * git, and whether it may be used at all, the built-in git extension says. Its own calls give the versions of a file one process each, and lose
 * them at a rename, so they are read from that git directly. Loaded when it is first needed.
 */

import * as vscode from 'vscode';
import { platform } from '#platform';
import { astray, type Carried, type CarriedWords, carriedFrom } from '../../core/anchor/history';
import type { AnnotationSet, Selector } from '../../core/annotation/model';
import { decodeArticle } from '../../core/article/decode';
import { indexCodePoints } from '../../core/sidecar/codePoints';
import { readSidecar } from '../../core/sidecar/read';
import { strictText } from '../../core/strictText';
import type { AnnotatedArticle } from '../articles';
import { gitApi } from './gitExtension';
import { hasLearned } from './placements';
import { unitsIn } from './selectors';

/** For recorded words what history told of them in a text. Edits and files that were only touched leave most words the same. */
const answers = new WeakMap<Selector, { readonly text: string; readonly words?: CarriedWords | undefined }>();

/** What the history of an article tells of its words; undefined where nobody is to be asked, or nothing is new. */
export async function carriedIn({ uri, article, sidecar }: AnnotatedArticle): Promise<Carried | undefined> {
  const { text } = article;
  const asked = astray(sidecar.set.annotations, text, unitsIn(article));
  const open = asked.filter((selector) => answers.get(selector)?.text !== text);
  if (open.length === 0 && (asked.length === 0 || hasLearned(article))) return undefined;
  if (open.length > 0) {
    const git = await gitProgram();
    if (git === undefined) return undefined;
    const carried = await carriedFrom(open, text, versionsOf(uri, git, sidecar.article.encoding), indexCodePoints);
    for (const selector of open) answers.set(selector, { text, words: carried.get(selector) });
  }
  return new Map(
    asked.flatMap((selector) => {
      const words = answers.get(selector)?.words;
      return words ? [[selector, words]] : [];
    }),
  );
}

async function* versionsOf(uri: vscode.Uri, git: string, encoding: string | undefined): AsyncGenerator<string> {
  for await (const bytes of platform.versionsOf(uri, git)) {
    const decoded = decodeArticle(bytes, encoding);
    if ('text' in decoded) yield decoded.text;
  }
}

/** Earlier versions of what is said about an article, newest first; those that cannot be read are left out. None where nobody is to be asked. */
export async function* sidecarVersions(sidecarUri: vscode.Uri): AsyncGenerator<AnnotationSet, undefined> {
  const git = await gitProgram();
  if (git === undefined) return;
  for await (const bytes of platform.versionsOf(sidecarUri, git)) {
    const text = strictText(bytes);
    const { set, readOnly } = text === undefined ? { set: undefined, readOnly: true } : readSidecar(text);
    if (set && !readOnly) yield set;
  }
}

/** None in a workspace that is not trusted: a repository's own settings can make git run programs. */
const gitProgram = async (): Promise<string | undefined> =>
  vscode.workspace.isTrusted ? (await gitApi())?.git.path : undefined;
