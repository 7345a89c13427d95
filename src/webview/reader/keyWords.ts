/* What the keys of the reading view do, in words: for the overlay that `?` shows and for the pages of `docs/`. */
import type { ReaderAction } from '../../messages/readerActions';

/** What an action of the reading view does, after its key. */
export const actionWords: Readonly<Record<ReaderAction, string>> = {
  growSelection: 'grow the selection: word, sentence, paragraph, section',
  shrinkSelection: 'shrink it again',
  nextAnnotation: 'next annotation',
  previousAnnotation: 'previous annotation',
  nextOfTag: 'next of the same tag',
  previousOfTag: 'previous of the same tag',
  details: 'details and note of the annotation at the caret',
  hover: 'what is said about the words at the caret',
  support: 'this supports …, then a target',
  attack: 'this attacks …, then a target',
  tagByList: 'tag by list, with guidelines',
  addUnstated: 'an unstated premise for the argument here',
  respan: 'the selection becomes the words of the last annotation',
  addFragment: 'the selection becomes one more fragment of it',
  repeat: 'do the last tagging again here',
  armTag: 'arm a tag from the list, or disarm it',
  remove: 'delete the annotation (undo brings it back)',
  find: 'find in the article',
  tagAllHits: 'tag all places that are found, as one step',
  goTo: 'go to an annotation by words',
  goToHeading: 'go to a heading',
  goToConclusion: 'to what this supports or attacks',
  goToPremise: 'to what supports or attacks this',
  goBack: 'back to where the caret was before',
  goForward: 'forward again',
  copyQuote: 'copy as a quote, with author, title, date and link',
  keys: 'show or hide the keys',
};

/** The keys that are the browser's and VS Code's own. */
export const moveWords: readonly (readonly [string, string])[] = [
  ['Arrows', 'move the caret; with Ctrl by word and paragraph; with Shift select'],
  ['Home', 'to the beginning of the line; with Ctrl of the article'],
  ['End', 'to the end of the line; with Ctrl of the article'],
  ['Page Up', 'and Page Down: by what the window shows'],
  ['Alt+←', 'and Alt+→: back and forward, by the keys that VS Code has for that on this system'],
  ['Ctrl+=', 'and Ctrl+-: larger and smaller letters; Ctrl+0 as they were'],
  ['Ctrl+K Ctrl+I', 'what is said about the words at the caret'],
  ['Ctrl+Z', 'and Ctrl+Y: undo and redo'],
  ['Tab', 'into the bar by the selection'],
  ['Esc', 'back to the text; close what is open'],
];
