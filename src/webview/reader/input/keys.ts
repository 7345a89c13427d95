/*
 * From a key pressed in the text to what is done: the grammar, then the codebook's keys, then the person's setting, in one table.
 * Letters only, so that the verbs stay commands in VS Code's own keybindings and nothing fires twice.
 */
import type { Tag } from '../../../core/annotation/codebook';
import { sameValue } from '../../../core/annotation/edit';
import { type ReaderAction, readerActions } from '../../../messages/readerActions';

/** What a key does: an action, a tag given, or a tag armed, which each new selection then gets. */
export type KeyMeaning = { readonly action: ReaderAction } | { readonly tag: string } | { readonly arm: string };

const grammar: Readonly<Record<string, ReaderAction>> = {
  s: 'growSelection',
  'Shift+S': 'shrinkSelection',
  n: 'nextAnnotation',
  'Shift+N': 'previousAnnotation',
  ']': 'nextOfTag',
  '[': 'previousOfTag',
  Enter: 'details',
  h: 'pickHere',
  l: 'support',
  k: 'attack',
  t: 'tagByList',
  'Shift+T': 'armTag',
  u: 'addUnstated',
  r: 'respan',
  f: 'addFragment',
  '.': 'repeat',
  Delete: 'remove',
  '/': 'find',
  g: 'goTo',
  'Shift+G': 'goToHeading',
  '>': 'goToConclusion',
  '<': 'goToPremise',
  y: 'copyQuote',
  v: 'toggleAnnouncements',
  '?': 'keys',
};

/**
 * The whole table, by normal key name; a tag's letter with Shift arms the tag. A setting's value is an action, `tag:<name>`, `arm:<name>`,
 * or empty to take a key away; names that mean nothing are passed over.
 */
export function keyTable(setting: Readonly<Record<string, string>>, tags: readonly Tag[]): Map<string, KeyMeaning> {
  const table = new Map<string, KeyMeaning>();
  for (const [key, action] of Object.entries(grammar)) table.set(normalKey(key), { action });
  for (const tag of tags) {
    if (tag.key === undefined) continue;
    const key = normalKey(tag.key);
    if (!table.has(key)) table.set(key, { tag: tag.name });
  }
  for (const tag of tags) {
    const key = tag.key !== undefined && isCased(tag.key) ? normalKey(`Shift+${tag.key}`) : undefined;
    if (key !== undefined && !table.has(key)) table.set(key, { arm: tag.name });
  }
  for (const [key, meaning] of Object.entries(setting)) {
    if (meaning === '') table.delete(normalKey(key));
    else if (meaning.startsWith('tag:')) table.set(normalKey(key), { tag: meaning.slice(4) });
    else if (meaning.startsWith('arm:')) table.set(normalKey(key), { arm: meaning.slice(4) });
    else if (isAction(meaning)) table.set(normalKey(key), { action: meaning });
  }
  return table;
}

/** The key that does it, as it is shown to people (`c`, `Shift+N`), or undefined. */
export function keyFor(table: ReadonlyMap<string, KeyMeaning>, meaning: KeyMeaning): string | undefined {
  for (const [key, found] of table) {
    if (sameValue(found, meaning)) return key;
  }
  return undefined;
}

export interface Keystroke {
  readonly key: string;
  readonly code: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

/** Ctrl, or on a Mac Cmd, and no Alt: with it some keyboards type a sign. */
export const withControl = ({ ctrlKey, metaKey, altKey }: Keystroke): boolean => (ctrlKey || metaKey) && !altKey;

/** Keys that do nothing by themselves. */
export const isModifier = ({ key }: Pick<Keystroke, 'key'>): boolean =>
  /^(?:Control|Shift|Alt|Meta|AltGraph)$/.test(key);

/** The normal names under which a keystroke may stand in the table, the best first; none for those with Ctrl, Alt or Cmd. */
export function namesOf(stroke: Keystroke): string[] {
  if (stroke.ctrlKey || stroke.metaKey || stroke.altKey) return [];
  const names = [withShift(stroke.key, stroke.shiftKey)];
  // On a keyboard of another script the letter is known by its place.
  const place = /^Key([A-Z])$/.exec(stroke.code)?.[1];
  if (place && /^\P{ASCII}$/u.test(stroke.key)) names.push(withShift(place, stroke.shiftKey));
  return names;
}

function normalKey(key: string): string {
  const named = /^Shift\+(.+)$/i.exec(key)?.[1];
  return named === undefined ? withShift(key, isCased(key) && key !== key.toLowerCase()) : withShift(named, true);
}

/** A sign that needs Shift on some keyboards is named by itself; a letter or a named key says that Shift is held. */
function withShift(key: string, shift: boolean): string {
  if (isCased(key)) return shift ? `Shift+${key.toUpperCase()}` : key.toLowerCase();
  return key.length > 1 && shift && key !== 'Shift' ? `Shift+${key}` : key;
}

const isCased = (key: string): boolean => [...key].length === 1 && key.toLowerCase() !== key.toUpperCase();
const isAction = (name: string): name is ReaderAction => (readerActions as readonly string[]).includes(name);
