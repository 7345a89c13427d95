/*
 * Words typed into fields that the host has not been told yet, or has refused: they outlive a reload of the page, and a field shows its draft
 * until it could be saved. Pure.
 */
import type { PlacedAnnotation } from '../../messages/content';
import type { PendingGesture } from './store';

export interface Draft {
  /** The annotation's. */
  readonly id: string;
  readonly field: string;
  readonly value: string;
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
export function unsaid(drafts: readonly Draft[], pending: readonly PendingGesture[]): readonly Draft[] {
  let all = drafts;
  for (const { gesture } of pending) {
    if (gesture.verb !== 'write') continue;
    for (const id of gesture.ids) {
      if (draftOf(drafts, id, gesture.field) === undefined) all = withDraft(all, id, gesture.field, gesture.value);
    }
  }
  return all;
}

/** The drafts without those that have been saved meanwhile. */
export function stillUnsaid(
  drafts: readonly Draft[],
  annotations: ReadonlyMap<string, PlacedAnnotation>,
): readonly Draft[] {
  return drafts.filter(({ id, field, value }) => {
    const { note, wording, speaker }: Partial<PlacedAnnotation> = annotations.get(id) ?? {};
    const said = new Map(Object.entries({ note, wording, speaker })).get(field);
    return said === undefined || said !== value;
  });
}

/** Reads whatever was remembered. */
export function draftsFrom(remembered: unknown): readonly Draft[] {
  if (!Array.isArray(remembered)) return [];
  return remembered.flatMap((one: unknown) => {
    if (typeof one !== 'object' || one === null) return [];
    const { id, field, value } = one as Record<string, unknown>;
    return typeof id === 'string' && typeof field === 'string' && typeof value === 'string'
      ? [{ id, field, value }]
      : [];
  });
}
