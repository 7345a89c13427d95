/* Doing what a person asked for, after a save that is under way; and signing what is made new with their name. */
import type { Gesture } from '../../core/annotation/gesture';
import type { Outcome } from '../../core/annotation/verbContext';
import * as l10n from '../../core/l10n';
import type { Annotator } from './annotator';
import type { ArticleDocument } from './document';
import { signLater } from './signing';

/**
 * `seen` is the text that a gesture's spans were chosen in (undefined: they never were); on any other one they would lie on other words,
 * so it is refused. `during` is told right before and right after the document changes, in one go.
 */
export async function performGesture(
  document: ArticleDocument,
  gesture: Gesture,
  annotator: Annotator,
  seen: string | undefined,
  during: (changing: boolean) => void = () => {},
): Promise<Outcome> {
  await document.turns.ready;
  // Looked at here, after all that was waited for and in one go with the edit.
  document.state.catchUp();
  if ('spans' in gesture && seen !== document.annotated.article.text) {
    return { refused: l10n.t('The article’s text has just changed. Select the words again.') };
  }
  const { name } = annotator;
  let outcome: Outcome;
  during(true);
  try {
    outcome = document.perform(gesture, name);
  } finally {
    during(false);
  }
  if ('edit' in outcome && name === '') void signLater(document, outcome.edit, annotator);
  return outcome;
}
