/*
 * What a screen reader is told of places and changes, since highlights are nothing to it: which annotations the caret has come into, and what
 * has become of them, by whoever's hand. Pure: from models to words.
 */

import { tagOf } from '../../../core/annotation/codebook';
import { sameValue } from '../../../core/annotation/edit';
import { shorten } from '../../../core/annotation/words';
import * as l10n from '../../../core/l10n';
import type { PlacedAnnotation } from '../../../messages/content';
import { changedIds } from '../model/patchedMap';
import { inOrder } from '../model/relations';
import type { Model } from '../model/store';

const noteLength = 120;

/** The annotations at a place, the smallest first, each by its tag and its number in the article. */
export function placeInWords(model: Pick<Model, 'annotations' | 'codebook'>, ids: readonly string[]): string {
  if (ids.length === 0) return l10n.t('no annotation');
  const order = inOrder(model.annotations);
  const labels = ids.flatMap((id) => {
    const annotation = model.annotations.get(id);
    if (!annotation) return [];
    const { label } = tagOf(model.codebook, annotation.tag);
    const named = l10n.t('{0} {1} of {2}', label, order.indexOf(annotation) + 1, order.length);
    const note = annotation.note ?? annotation.wording;
    return note ? `${named}: ${shorten(note, noteLength)}` : named;
  });
  return labels.reduce((before, next) => l10n.t('{0}; in {1}', before, next));
}

type Said = Pick<Model, 'annotations' | 'arguments' | 'codebook' | 'dirty' | 'article'>;

/** What differs between two models, in a few words; undefined where nothing does that a person would hear of. */
export function changeInWords(before: Said, after: Said): string | undefined {
  const parts = [...annotationChanges(before, after), ...argumentChanges(before, after)];
  if (before.article !== after.article) parts.push(l10n.t('The text of the article has changed.'));
  if (parts.length === 0 && before.dirty && !after.dirty) parts.push(l10n.t('Saved.'));
  return parts.length === 0 ? undefined : parts.join(' ');
}

function annotationChanges(before: Said, after: Said): string[] {
  const added: PlacedAnnotation[] = [];
  const removed: PlacedAnnotation[] = [];
  const retagged: PlacedAnnotation[] = [];
  const changed: PlacedAnnotation[] = [];
  for (const id of changedIds(before.annotations, after.annotations)) {
    const old = before.annotations.get(id);
    const now = after.annotations.get(id);
    if (now && !old) added.push(now);
    else if (old && !now) removed.push(old);
    else if (old && now && old.tag !== now.tag) retagged.push(now);
    else if (old && now && !sameValue(saidOf(old), saidOf(now))) changed.push(now);
  }
  const label = ([one]: readonly PlacedAnnotation[], { codebook }: Said) => tagOf(codebook, one?.tag ?? '').label;
  const parts: string[] = [];
  if (added.length > 0)
    parts.push(l10n.plural(added.length, '{1} added.', '{0} annotations added.', label(added, after)));
  if (removed.length > 0)
    parts.push(l10n.plural(removed.length, '{1} removed.', '{0} annotations removed.', label(removed, before)));
  if (retagged.length > 0)
    parts.push(l10n.plural(retagged.length, 'Now {1}.', '{0} annotations have another tag.', label(retagged, after)));
  if (changed.length > 0)
    parts.push(l10n.plural(changed.length, '{1} changed.', '{0} annotations changed.', label(changed, after)));
  return parts;
}

/** What a person has said; who, when, and where it stands now come with the host's answer, or with the text. */
const saidOf = ({ note, wording, speaker, attributes, spans }: PlacedAnnotation) => [
  note ?? '',
  wording ?? '',
  speaker ?? '',
  attributes ?? {},
  spans.length,
];

function argumentChanges(before: Said, after: Said): string[] {
  let added = 0;
  let removed = 0;
  let changed = 0;
  for (const id of changedIds(before.arguments, after.arguments)) {
    const old = before.arguments.get(id);
    const now = after.arguments.get(id);
    if (!old) added++;
    else if (!now) removed++;
    else if (!sameValue({ ...old, by: '', at: '' }, { ...now, by: '', at: '' })) changed++;
  }
  const parts: string[] = [];
  if (added > 0) parts.push(l10n.plural(added, 'Argument added.', '{0} arguments added.'));
  if (removed > 0) parts.push(l10n.plural(removed, 'Argument removed.', '{0} arguments removed.'));
  if (changed > 0) parts.push(l10n.plural(changed, 'Argument changed.', '{0} arguments changed.'));
  return parts;
}
