/* Versions of a sidecar brought together by id and field, with what both sides changed put into words for whoever has to decide. */
import { shorten } from '../../core/annotation/words';
import { mergeVersions } from '../../core/sidecar/merge';
import type { Clash, Side } from '../../core/sidecar/mergeFields';
import type { Sidecar } from '../../core/sidecar/sidecar';
import type { Preference } from './questions';

export interface Merged {
  readonly sidecar: Sidecar;
  /** What both sides changed, each in another way, as sentences. */
  readonly clashes: readonly string[];
  /** Why they cannot be brought together at all; the sidecar is `mine` then. */
  readonly failure?: string;
}

/**
 * `base` is what both came from; undefined where that is not known, and then nothing counts as taken out. Clashes are decided by
 * `prefer`; without it mine stays, and the clashes say that there is something to decide.
 */
export function merge(base: Sidecar | undefined, mine: Sidecar, theirs: Sidecar, prefer?: Preference): Merged {
  const side: Side = prefer === 'theirs' ? 'theirs' : 'ours';
  const choose = prefer && (() => side);
  const { sidecar, clashes, failure } = mergeVersions(base, mine, theirs, choose);
  return { sidecar, clashes: clashes.map(sentenceOf), ...(failure !== undefined && { failure }) };
}

const kindWords: Record<Clash['kind'], string> = {
  annotation: 'Annotation',
  argument: 'Argument',
  link: 'Link',
  file: 'The file',
};

function sentenceOf({ kind, id, field, ours, theirs }: Clash): string {
  const what = `${kindWords[kind]} ${id}`.trim();
  if (field === undefined && ours === undefined) return `${what} is deleted here and changed there.`;
  if (field === undefined && theirs === undefined) return `${what} is changed here and deleted there.`;
  return `${what}${field === undefined ? '' : `, ${field}`}: ${shown(ours)} here, ${shown(theirs)} there.`;
}

function shown(value: unknown): string {
  if (value === undefined) return 'nothing';
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return `“${shorten(text.replace(/\s+/g, ' '), 60)}”`;
}
