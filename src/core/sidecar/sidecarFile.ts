/* Between a sidecar's bytes and what they say. Strict: bytes that are not UTF-8 would not survive being written back. */
import type { Article } from '../article/article';
import * as l10n from '../l10n';
import type { Problem } from '../problem';
import { firstBadByte, strictText } from '../strictText';
import { emptyText } from './entryPlaces';
import { newSidecar, readSidecar, sidecarText } from './read';
import type { Sidecar } from './sidecar';

export interface SidecarFile {
  /** What it says; nothing, and not to be changed, where its bytes are no text. */
  readonly sidecar: Sidecar;
  /** Why nothing may be written over it; empty where it may. */
  readonly blocked: readonly Problem[];
}

export function readSidecarFile(bytes: Uint8Array, article: Article): SidecarFile {
  // A file that was made and never written to says nothing yet.
  return bytes.length === 0 ? { sidecar: blankSidecar(article), blocked: [] } : readSidecarBytes(bytes);
}

/** The same of a file that has something in it. */
export function readSidecarBytes(bytes: Uint8Array): SidecarFile {
  const text = strictText(bytes);
  if (text === undefined) {
    const message = l10n.t(
      'The file is not valid UTF-8, so it cannot be read without losing something. Save it as UTF-8.',
    );
    const { line, column } = firstBadByte(bytes);
    const blocked: readonly Problem[] = [{ code: 'not-utf-8', severity: 'error', message, line, column }];
    return { sidecar: { ...newSidecar({}), problems: blocked, readOnly: true }, blocked };
  }
  const sidecar = readSidecar(text);
  return { sidecar, blocked: sidecar.readOnly ? errorsFirst(sidecar.problems) : [] };
}

const texts = new WeakMap<Sidecar, string>();

/** The text of a sidecar, put together once. */
export function textOfSidecar(sidecar: Sidecar): string {
  let text = texts.get(sidecar);
  if (text === undefined) {
    text = sidecarText(sidecar);
    texts.set(sidecar, text);
  }
  return text;
}

/** What is written to its file. A file that is there is kept where nothing is left to be written: an empty list stands in it then (rule 7). */
export function sidecarBytes(sidecar: Sidecar): Uint8Array {
  return new TextEncoder().encode(textOfSidecar(sidecar) || emptyText(sidecar));
}

export function errorsFirst(problems: readonly Problem[]): readonly Problem[] {
  return [...problems].sort((a, b) => Number(b.severity === 'error') - Number(a.severity === 'error'));
}

/** A sidecar for an article that has none yet. `encoding`: see `RecordedArticle`. */
export function blankSidecar(article: Article, encoding?: string): Sidecar {
  const { title, authors, published, outlet } = article.facts;
  return newSidecar({
    ...(title !== undefined && { title }),
    ...(authors.length > 0 && { authors }),
    ...(published !== undefined && { published }),
    ...(outlet !== undefined && { outlet }),
    ...(encoding !== undefined && { encoding }),
  });
}

export function isEmpty({ set }: Sidecar): boolean {
  const { annotations, arguments: inferences, links, attributes } = set;
  return annotations.length + inferences.length + links.length === 0 && attributes === undefined;
}
