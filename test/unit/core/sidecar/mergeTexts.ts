/* Merging as git sees it: texts in, a text out. */
import { type Merged, mergeVersions } from '../../../../src/core/sidecar/merge';
import type { Choose } from '../../../../src/core/sidecar/mergeFields';
import { newSidecar, readSidecar, sidecarText } from '../../../../src/core/sidecar/read';
import type { Sidecar } from '../../../../src/core/sidecar/sidecar';

/** As `mergeVersions`, from and to text. An empty text is a file that is not there. */
export function mergeSidecars(
  base: string | undefined,
  ours: string,
  theirs: string,
  choose?: Choose,
): { readonly text: string } & Omit<Merged, 'sidecar'> {
  const read = (text: string): Sidecar => (text === '' ? newSidecar({}) : readSidecar(text));
  const merged = mergeVersions(base === undefined ? undefined : read(base), read(ours), read(theirs), choose);
  const { sidecar, ...rest } = merged;
  return { text: sidecarText(sidecar), ...rest };
}
