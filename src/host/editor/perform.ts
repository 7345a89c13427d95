/* Doing what a person asked for: with their name where something new is made, and after a save that is under way. */
import type { Gesture } from '../../core/annotation/gesture';
import type { Outcome } from '../../core/annotation/verbContext';
import type { Annotator } from './annotator';
import type { ArticleDocument } from './document';

const signed = new Set<Gesture['verb']>(['tag', 'argue', 'addUnstated']);

/** `during` is told right before and right after the document changes, in one go. */
export async function performGesture(
  document: ArticleDocument,
  gesture: Gesture,
  annotator: Annotator,
  during: (changing: boolean) => void = () => {},
): Promise<Outcome> {
  const name = signed.has(gesture.verb) && !document.readOnly ? await annotator.settled() : annotator.name;
  await document.ready;
  during(true);
  try {
    return document.perform(gesture, name);
  } finally {
    during(false);
  }
}
