/*
 * From a gesture to an edit, or to a sentence that says what to do instead: the one place where it is decided what an analyst can do,
 * asked alike by keys, palette, tree, drag and drop and the command line. A gesture that would change nothing is refused: no edit,
 * no event, no dirty dot.
 */
import { addUnstated, argue } from './argueVerbs';
import { setArticleAttribute } from './articleVerbs';
import { setAttribute, write } from './fieldVerbs';
import type { Gesture } from './gesture';
import { movePremises } from './moveVerbs';
import { updatePositions } from './positionVerbs';
import { dropPremise, remove } from './removeVerbs';
import { acceptPlace } from './reviewVerbs';
import { tagEach } from './tagEach';
import { addFragment, respan, retag, tagWords } from './tagVerbs';
import type { Outcome, VerbContext } from './verbContext';

export function editFor(gesture: Gesture, context: VerbContext): Outcome {
  switch (gesture.verb) {
    case 'tag':
      return tagWords(gesture, context);
    case 'tagEach':
      return tagEach(gesture, context);
    case 'retag':
      return retag(gesture, context);
    case 'respan':
      return respan(gesture, context);
    case 'addFragment':
      return addFragment(gesture, context);
    case 'accept':
      return acceptPlace(gesture, context);
    case 'updatePositions':
      return updatePositions(context);
    case 'remove':
      return remove(gesture, context);
    case 'write':
      return write(gesture, context);
    case 'setAttribute':
      return setAttribute(gesture, context);
    case 'setArticleAttribute':
      return setArticleAttribute(gesture, context);
    case 'argue':
      return argue(gesture, context);
    case 'dropPremise':
      return dropPremise(gesture, context);
    case 'movePremises':
      return movePremises(gesture, context);
    case 'addUnstated':
      return addUnstated(gesture, context);
  }
}
