/* What the keys of the reading view do, in words: for the overlay that `?` shows and for the pages of `docs/`. */
import * as l10n from '../../../core/l10n';
import type { ReaderAction } from '../../../messages/readerActions';

/** What an action of the reading view does, after its key. */
export const actionWords = (): Readonly<Record<ReaderAction, string>> => ({
  growSelection: l10n.t('grow the selection: word, sentence, paragraph, section'),
  shrinkSelection: l10n.t('shrink it again'),
  nextAnnotation: l10n.t('next annotation'),
  previousAnnotation: l10n.t('previous annotation'),
  nextOfTag: l10n.t('next of the same tag'),
  previousOfTag: l10n.t('previous of the same tag'),
  details: l10n.t('details and note of the annotation at the caret'),
  hover: l10n.t('what is said about the words at the caret'),
  pickHere: l10n.t('pick one of the annotations here from a list'),
  support: l10n.t('this supports …, then a target'),
  attack: l10n.t('this attacks …, then a target'),
  tagByList: l10n.t('tag by list, with guidelines'),
  addUnstated: l10n.t('an unstated premise for the argument here'),
  respan: l10n.t('the selection becomes the words of the last annotation'),
  addFragment: l10n.t('the selection becomes one more fragment of it'),
  repeat: l10n.t('do the last tagging again here'),
  armTag: l10n.t('arm a tag from the list, or disarm it'),
  remove: l10n.t('delete the annotation (undo brings it back)'),
  find: l10n.t('find in the article'),
  tagAllHits: l10n.t('tag all places that are found, as one step'),
  goTo: l10n.t('go to an annotation by words'),
  goToHeading: l10n.t('go to a heading'),
  goToConclusion: l10n.t('to what this supports or attacks'),
  goToPremise: l10n.t('to what supports or attacks this'),
  goBack: l10n.t('back to where the caret was before'),
  goForward: l10n.t('forward again'),
  copyQuote: l10n.t('copy as a quote, with author, title, date and link'),
  toggleAnnouncements: l10n.t('screen reader: silence annotations and changes, or speak them again'),
  keys: l10n.t('show or hide the keys'),
});

/** The keys that are the browser's and VS Code's own. */
export const moveWords = (): readonly (readonly [string, string])[] => [
  [l10n.t('Arrows'), l10n.t('move the caret; with Ctrl by word and paragraph; with Shift select')],
  [l10n.t('Home'), l10n.t('to the beginning of the line; with Ctrl of the article')],
  [l10n.t('End'), l10n.t('to the end of the line; with Ctrl of the article')],
  [l10n.t('Page Up'), l10n.t('and Page Down: by what the window shows')],
  [l10n.t('Alt+←'), l10n.t('and Alt+→: back and forward, by the keys that VS Code has for that on this system')],
  [l10n.t('Ctrl+='), l10n.t('and Ctrl+-: larger and smaller letters; Ctrl+0 as they were')],
  [l10n.t('Ctrl+K Ctrl+I'), l10n.t('what is said about the words at the caret')],
  [l10n.t('Ctrl+Z'), l10n.t('and Ctrl+Y: undo and redo')],
  [l10n.t('Tab'), l10n.t('into the bar by the selection')],
  [l10n.t('Esc'), l10n.t('back to the text; close what is open')],
];
