/* Versions of a sidecar brought together by id and field, with what both sides changed put into words for whoever has to decide. */
import { quoted, shorten } from '../../core/annotation/words';
import * as l10n from '../../core/l10n';
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

function sentenceOf({ kind, id, field, ours, theirs }: Clash): string {
  const what = entryName(kind, id);
  if (field === undefined && ours === undefined) return l10n.t('{0} is deleted here and changed there.', what);
  if (field === undefined && theirs === undefined) return l10n.t('{0} is changed here and deleted there.', what);
  return field === undefined
    ? l10n.t('{0}: {1} here, {2} there.', what, shown(ours), shown(theirs))
    : l10n.t('{0}, {1}: {2} here, {3} there.', what, field, shown(ours), shown(theirs));
}

function entryName(kind: Clash['kind'], id: string): string {
  switch (kind) {
    case 'annotation':
      return l10n.t('Annotation {0}', id);
    case 'argument':
      return l10n.t('Argument {0}', id);
    case 'link':
      return l10n.t('Link {0}', id);
    case 'file':
      return l10n.t('The file');
  }
}

function shown(value: unknown): string {
  if (value === undefined) return l10n.t('nothing');
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return quoted(shorten(text.replace(/\s+/g, ' '), 60));
}
