/*
 * Files that git merged by lines and left with conflict markers (rule 6): told apart from broken YAML, and taken apart into the versions that
 * the markers lay side by side, so that they can be merged by id instead.
 */

const opening = /^<{7}(?: .*)?\r?$/m;
const middle = /^={7}\r?$/m;
const closing = /^>{7}(?: .*)?\r?$/m;

/** Whether the text has a git conflict in it: all three markers, each alone at the start of a line, where no sidecar has such text. */
export function hasConflictMarkers(text: string): boolean {
  return opening.test(text) && middle.test(text) && closing.test(text);
}

/** The offset of the first conflict's opening marker; 0 without one. */
export function markerOffset(text: string): number {
  return Math.max(0, text.search(opening));
}

/** The versions that a text with conflict markers was made of. */
export interface ConflictSides {
  /** There only where git wrote it for every conflict (`merge.conflictStyle` diff3 or zdiff3). */
  readonly base?: string;
  readonly ours: string;
  readonly theirs: string;
}

/**
 * Takes a text with git's conflict markers apart (styles merge, diff3 and zdiff3); undefined where it has none or they do not fit together.
 * A base that is itself in conflict, as criss-cross merges leave it, counts as none.
 */
export function resolveConflictMarkers(text: string): ConflictSides | undefined {
  const sides = { base: '', ours: '', theirs: '' };
  let at: 'outside' | 'ours' | 'base' | 'theirs' = 'outside';
  let conflicts = 0;
  let bases = 0;
  for (const line of text.split(/(?<=\n)/)) {
    const marker = markerOf(line);
    if (marker === '<' && at === 'outside') {
      at = 'ours';
      conflicts++;
    } else if (marker === '|' && at === 'ours') {
      at = 'base';
      bases++;
    } else if (marker === '=' && (at === 'ours' || at === 'base')) at = 'theirs';
    else if (marker === '>' && at === 'theirs') at = 'outside';
    else if (marker) return undefined;
    else if (at === 'outside') {
      sides.base += line;
      sides.ours += line;
      sides.theirs += line;
    } else sides[at] += line;
  }
  if (at !== 'outside' || conflicts === 0) return undefined;
  const { base, ours, theirs } = sides;
  return bases === conflicts && !/^<{8,}/m.test(base) ? { base, ours, theirs } : { ours, theirs };
}

function markerOf(line: string): '<' | '|' | '=' | '>' | undefined {
  const match = /^(?:(<{7}|\|{7}|>{7})(?: .*)?|(={7}))\r?\n?$/.exec(line);
  return (match?.[1] ?? match?.[2])?.[0] as '<' | '|' | '=' | '>' | undefined;
}
