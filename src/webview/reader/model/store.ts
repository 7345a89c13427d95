/*
 * What the page knows: the host's last word, and over it the gestures that the host has not answered yet. A new model with each change,
 * so that what has to be drawn again is found by comparing two of them. Pure.
 */
import { sameValue } from '../../../core/annotation/edit';
import type { Gesture } from '../../../core/annotation/gesture';
import type { ReaderChanges, ReaderSettings, ReaderState } from '../../../messages';
import { type Entries, painted } from './optimistic';
import { patched } from './patchedMap';

export interface PendingGesture {
  readonly number: number;
  readonly gesture: Gesture;
}

export interface Model extends Entries {
  readonly revision: number;
  readonly name: string;
  readonly article: ReaderState['article'];
  readonly codebook: ReaderState['codebook'];
  readonly settings: ReaderSettings;
  readonly readOnly: boolean;
  readonly dirty: boolean;
  readonly notices: ReaderState['notices'];
  /** Where a page that remembers nothing begins, if not at the top. */
  readonly begin?: ReaderState['begin'];
  /** Without what is only painted. */
  readonly confirmed: Entries;
  /** In the order in which they were made. */
  readonly pending: readonly PendingGesture[];
}

/** The model of a whole state. Gestures still unanswered stay painted; what says the same stays the same object. */
export function modelOf(state: ReaderState, before?: Model): Model {
  const { type: _, annotations, arguments: args, links, attributes, ...rest } = state;
  const confirmed: Entries = {
    annotations: byId(annotations, before?.confirmed.annotations),
    arguments: byId(args, before?.confirmed.arguments),
    links: byId(links, before?.confirmed.links),
    attributes: kept(before?.confirmed.attributes, attributes),
  };
  const article = kept(before?.article, state.article);
  return withOverlay({
    ...rest,
    article,
    codebook: kept(before?.codebook, state.codebook),
    settings: kept(before?.settings, state.settings),
    confirmed,
    pending: before ? stillFitting(before.pending, before.article, article) : [],
    ...confirmed,
  });
}

/** Spans of a gesture on an earlier text would be painted on other words; the host refuses it anyway. */
function stillFitting(pending: Model['pending'], before: Model['article'], now: Model['article']): Model['pending'] {
  return before.text === now.text ? pending : pending.filter(({ gesture }) => !('spans' in gesture));
}

/** The object known before where the new one says the same: what is drawn of it need not be drawn again. */
function kept<T>(before: T | undefined, now: T): T {
  return before !== undefined && sameValue(before, now) ? before : now;
}

/** The model after the host's changes; undefined where a revision is missing in between. */
export function withChanges(model: Model, changes: ReaderChanges): Model | undefined {
  const pending = model.pending.filter(({ number }) => number !== changes.gesture);
  if (changes.revision <= model.revision && changes.from < model.revision) return withOverlay({ ...model, pending });
  if (changes.from !== model.revision) return undefined;
  const confirmed: Entries = {
    annotations: changed(model.confirmed.annotations, changes.annotations, changes.removedAnnotations),
    arguments: changed(model.confirmed.arguments, changes.arguments, changes.removedArguments),
    links: changed(model.confirmed.links, changes.links, changes.removedLinks),
    attributes: changes.attributes ?? model.confirmed.attributes,
  };
  const { revision, dirty, name = model.name, article = model.article, codebook = model.codebook } = changes;
  return withOverlay({
    ...{ ...model, revision, dirty, name, article, codebook, confirmed },
    pending: stillFitting(pending, model.article, article),
  });
}

function changed<E extends { readonly id: string }>(
  before: ReadonlyMap<string, E>,
  entries: readonly E[],
  removed: readonly string[],
): ReadonlyMap<string, E> {
  const gone = removed.map((id) => [id, undefined] as const);
  return patched(before, new Map([...gone, ...entries.map((entry) => [entry.id, entry] as const)]));
}

export function withGesture(model: Model, number: number, gesture: Gesture): Model {
  return withOverlay({ ...model, pending: [...model.pending, { number, gesture }] });
}

/** Without the painting of a gesture that was refused or lost. */
export function withoutGesture(model: Model, number: number): Model {
  return withOverlay({ ...model, pending: model.pending.filter((pending) => pending.number !== number) });
}

function withOverlay(model: Model): Model {
  let entries = model.confirmed;
  const context = { article: model.article, annotator: model.settings.annotator };
  for (const { gesture } of model.pending) entries = painted(entries, gesture, context);
  return { ...model, ...entries };
}

/** By their ids; what says the same as before stays the same object, and the map the same where all of it does. */
function byId<E extends { readonly id: string }>(
  entries: readonly E[],
  known?: ReadonlyMap<string, E>,
): ReadonlyMap<string, E> {
  const map = new Map<string, E>();
  const inOrder = known?.keys();
  let isSame = true;
  for (const entry of entries) {
    if (map.has(entry.id)) continue;
    const before = known?.get(entry.id);
    const now = before && sameValue(before, entry) ? before : entry;
    map.set(entry.id, now);
    isSame &&= now === before && inOrder?.next().value === entry.id;
  }
  return known && isSame && known.size === map.size ? known : map;
}
