/*
 * An article with its sidecar as they lie on the disk: the first step of every command. What cannot be read becomes findings and not an
 * exception. Files are asked for their kind and size before they are read: a pipe would never end, and a huge file would hold everything up.
 */
import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { astray, carriedFrom } from '../core/anchor/history';
import { placeAll } from '../core/anchor/place';
import { placeThrough } from '../core/anchor/placeThrough';
import type { Placements } from '../core/annotation/placement';
import { decodeArticle } from '../core/article/decode';
import { articleSizeProblem } from '../core/article/size';
import type { Problem } from '../core/problem';
import { type CodePointIndex, indexCodePoints } from '../core/sidecar/codePoints';
import { newSidecar, sidecarSizeProblem } from '../core/sidecar/read';
import type { Remark } from '../core/sidecar/remarks';
import type { Sidecar } from '../core/sidecar/sidecar';
import { readSidecarBytes } from '../core/sidecar/sidecarFile';
import { isMissing } from '../node/errors';
import { versionsInGit } from '../node/gitHistory';
import type { Target } from './targets';

/** Something to be said of a place in a file. */
export interface Finding extends Omit<Remark, 'severity'> {
  readonly file: string;
  readonly severity: 'error' | 'warning' | 'information';
}

export interface Loaded extends Target {
  readonly sidecarState: Sidecar;
  /** The sidecar's file as it was read; undefined where there is none, or none that can be read. */
  readonly bytes?: Uint8Array;
  /** The article as it is; absent where it cannot be read, or nothing is said about it. */
  readonly now?: {
    readonly text: string;
    readonly index: CodePointIndex;
    readonly placements: Placements;
  };
  /** Why the sidecar or the article cannot be read. */
  readonly faults: readonly Finding[];
}

/** Never rejects. The article is read only where something is said about it. */
export async function load(target: Target): Promise<Loaded> {
  const { article, sidecar } = target;
  const file = await fileAt(sidecar, sidecarSizeProblem);
  if (file.what === 'fault') return { ...target, sidecarState: newSidecar({}), faults: [file.fault] };
  if (file.what === 'missing') return { ...target, sidecarState: newSidecar({}), faults: [] };
  const { bytes } = file;
  const sidecarState = bytes.length === 0 ? newSidecar({}) : readSidecarBytes(bytes).sidecar;
  const read = { ...target, sidecarState, bytes };
  const source = await fileAt(article, articleSizeProblem);
  if (source.what === 'missing') return { ...read, faults: [withoutArticle(target)] };
  if (source.what === 'fault') return { ...read, faults: [source.fault] };
  const decoded = decodeArticle(source.bytes, sidecarState.article.encoding);
  if ('problem' in decoded) return { ...read, faults: [{ ...decoded.problem, file: article }] };
  const { text } = decoded;
  const index = indexCodePoints(text);
  const placements = await placementsOf(sidecarState, article, text, index);
  return { ...read, faults: [], now: { text, index, placements } };
}

/** History is asked only about words that do not stand where they were recorded. */
async function placementsOf(sidecar: Sidecar, file: string, text: string, index: CodePointIndex): Promise<Placements> {
  const { annotations } = sidecar.set;
  const asked = astray(annotations, text, index);
  if (asked.length === 0) return placeAll(annotations, text, index);
  const carried = await carriedFrom(asked, text, versionsOf(file, sidecar.article.encoding), indexCodePoints);
  return placeThrough(annotations, text, index, carried);
}

async function* versionsOf(file: string, encoding: string | undefined): AsyncGenerator<string> {
  for await (const bytes of versionsInGit(file)) {
    const decoded = decodeArticle(bytes, encoding);
    if ('text' in decoded) yield decoded.text;
  }
}

type OnDisk =
  | { readonly what: 'bytes'; readonly bytes: Uint8Array }
  | { readonly what: 'missing' }
  | { readonly what: 'fault'; readonly fault: Finding };

async function fileAt(file: string, sizeProblem: (bytes: number) => Problem | undefined): Promise<OnDisk> {
  const fault = (code: string, message: string): OnDisk => ({
    what: 'fault',
    fault: { file, code, severity: 'error', message, line: 1, column: 1 },
  });
  try {
    const there = await stat(file);
    if (!there.isFile()) return fault('not-a-file', 'This is not a file that can be read.');
    const large = sizeProblem(there.size);
    if (large) return { what: 'fault', fault: { ...large, file } };
    return { what: 'bytes', bytes: await readFile(file) };
  } catch (error) {
    if (isMissing(error)) return { what: 'missing' };
    return fault('unreadable', `The file cannot be read (${(error as Error).message}).`);
  }
}

function withoutArticle({ article, sidecar }: Target): Finding {
  const message = `There is no ${basename(article)} beside it. Bring the article back, or rename this file along with it.`;
  return { file: sidecar, code: 'no-article', severity: 'warning', message, line: 1, column: 1 };
}

/** Where it is about, as editors and other programs read it: `nato.txt.annotations.yaml:41:5`. */
export const placeOf = ({ file, line, column }: Pick<Finding, 'file' | 'line' | 'column'>): string =>
  `${file}:${line}:${column}`;

/** Whole sentences with their place; empty where everything could be read. */
export function whyUnreadable({ faults, sidecarState, sidecar }: Loaded): string[] {
  const errors = sidecarState.problems.filter(({ severity }) => severity === 'error');
  const ofSidecar = sidecarState.readOnly ? errors.map((problem) => ({ file: sidecar, ...problem })) : [];
  return [...ofSidecar, ...faults].map((one) => `${placeOf(one)}: ${one.message}`);
}
