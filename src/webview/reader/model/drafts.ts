/*
 * Words typed into fields that the host has not been told yet, or has refused: they outlive a reload of the page, and a field shows its draft
 * until it could be saved. Pure.
 */
import type { PlacedAnnotation } from '../../../messages/content';
import type { Model } from './store';

export interface Draft {
  /** The annotation's. */
  readonly id: string;
  readonly field: string;
  readonly value: string;
  /** What may be said there as long as these words, which the host was sent, have not been saved: other words are somebody's later ones. */
  readonly over?: readonly string[];
}

export function draftOf(drafts: readonly Draft[], id: string, field: string): string | undefined {
  return drafts.find((draft) => draft.id === id && draft.field === field)?.value;
}

/** The drafts with one more, in place of an earlier one of the same field; without it where the value is undefined. */
export function withDraft(
  drafts: readonly Draft[],
  id: string,
  field: string,
  value: string | undefined,
): readonly Draft[] {
  const others = drafts.filter((draft) => draft.id !== id || draft.field !== field);
  return value === undefined ? others : [...others, { id, field, value }];
}

/** What has to outlive the page: the drafts, and words that the host was sent and has not answered yet, since it may still refuse them. */
export function unsaid(
  drafts: readonly Draft[],
  { pending, confirmed }: Pick<Model, 'pending' | 'confirmed'>,
): readonly Draft[] {
  const sent = new Map<string, Draft>();
  for (const { gesture } of pending) {
    if (gesture.verb !== 'write') continue;
    const { field, value } = gesture;
    for (const id of gesture.ids) {
      if (draftOf(drafts, id, field) !== undefined) continue;
      const key = `${id} ${field}`;
      const before = sent.get(key);
      const over = before
        ? [...(before.over ?? []), before.value]
        : [saidIn(confirmed.annotations.get(id), field) ?? ''];
      sent.set(key, { id, field, value, over });
    }
  }
  return [...drafts, ...sent.values()];
}

/** The drafts without those that have been saved meanwhile, or that somebody has said something else over. */
export function stillUnsaid(
  drafts: readonly Draft[],
  annotations: ReadonlyMap<string, PlacedAnnotation>,
): readonly Draft[] {
  return drafts.filter(({ id, field, value, over }) => {
    const said = saidIn(annotations.get(id), field);
    return said === undefined || (said !== value && (over?.includes(said) ?? true));
  });
}

/** Undefined where there is no such annotation, or the field is none for words. */
function saidIn(annotation: PlacedAnnotation | undefined, field: string): string | undefined {
  if (!annotation) return undefined;
  const { note = '', wording = '', speaker = '' } = annotation;
  return new Map(Object.entries({ note, wording, speaker })).get(field);
}

/** Reads whatever was remembered. */
export function draftsFrom(remembered: unknown): readonly Draft[] {
  if (!Array.isArray(remembered)) return [];
  return remembered.flatMap((one: unknown) => {
    if (typeof one !== 'object' || one === null) return [];
    const { id, field, value, over } = one as Record<string, unknown>;
    if (typeof id !== 'string' || typeof field !== 'string' || typeof value !== 'string') return [];
    const said = Array.isArray(over) && over.every((words) => typeof words === 'string') ? { over } : {};
    return [{ id, field, value, ...said }];
  });
}
