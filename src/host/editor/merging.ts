/* Three versions of a sidecar made into one, for whoever has to bring memory and disk together. */

import { applyToSidecar } from '../../core/sidecar/patch';
import type { Sidecar } from '../../core/sidecar/sidecar';
import type { ArticleDocument } from './document';
import { editBetween } from './editBetween';
import type { Preference } from './questions';

export interface Merged {
  readonly sidecar: Sidecar;
  /** What both sides changed differently, each as a sentence. */
  readonly clashes: readonly string[];
}

export function mergeThree(base: Sidecar, mine: Sidecar, theirs: Sidecar, _prefer: Preference = 'mine'): Merged {
  const { sidecar } = applyToSidecar(theirs, editBetween(base.set, mine.set, ''));
  return { sidecar, clashes: [] };
}

/** What is in memory, brought together with `theirs` on top of what was last known of the file. */
export function mergeInto(document: ArticleDocument, theirs: Sidecar, prefer?: Preference): Merged {
  return mergeThree(document.disk.base, document.sidecar, theirs, prefer);
}
