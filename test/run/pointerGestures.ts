/** What the pointer does in the reading view, and which keys do the same: a table for the pages of `docs/` and for the test that nothing lacks a key. */
import type { ReaderAction } from '../../src/messages/readerActions';

type Minded = 'click' | 'mousedown' | 'mouseup' | 'mousemove' | 'mouseleave' | 'contextmenu' | 'dragover' | 'drop';

export interface PointerGesture {
  /** The file of `src/webview/reader` and the event that it listens for, where it is not a control that has keys by itself. */
  readonly listens: readonly `${string} ${Minded}`[];
  readonly does: string;
  /** An action that is on a key, a command that is in the palette, or keys that the same file, or the browser, minds. */
  readonly keys: readonly (
    | { readonly action: ReaderAction }
    | { readonly command: string }
    | { readonly key: string }
  )[];
}

export const pointerGestures: readonly PointerGesture[] = [
  {
    listens: ['caret.ts mousedown', 'order.ts mousedown'],
    does: 'a click puts the caret there, dragging selects',
    keys: [{ key: 'Arrows' }],
  },
  {
    listens: [],
    does: 'a double click selects a word, a triple one the paragraph',
    keys: [{ action: 'growSelection' }],
  },
  {
    listens: ['armed.ts mousedown', 'armed.ts mouseup'],
    does: 'selecting tags at once while a tag is armed',
    keys: [{ action: 'details' }],
  },
  {
    listens: ['pointer.ts mousemove', 'pointer.ts mouseleave', 'pointer.ts mousedown'],
    does: 'resting on tagged words or on a letter in the margin brings up the card',
    keys: [{ command: 'argmark.showHover' }],
  },
  {
    listens: ['pointer.ts click'],
    does: 'a click on tagged words makes the smallest annotation there the current one',
    keys: [{ action: 'pickHere' }],
  },
  {
    listens: ['pointer.ts click'],
    does: 'a click on a letter in the margin goes to its annotation',
    keys: [{ action: 'nextAnnotation' }, { action: 'previousAnnotation' }, { action: 'goTo' }],
  },
  {
    listens: ['pointer.ts click'],
    does: 'Ctrl+click follows a link of the article',
    keys: [{ action: 'details' }],
  },
  {
    listens: ['pointer.ts click', 'target.tsx click'],
    does: 'a click on words, a bracket in the margin or a row of the list chooses the target of an argument',
    keys: [{ action: 'support' }, { action: 'attack' }],
  },
  {
    listens: ['pointer.ts contextmenu'],
    does: 'the context menu acts on the words under it',
    keys: [{ command: 'argmark.tagSelection' }, { command: 'argmark.deleteAnnotation' }],
  },
  {
    listens: ['drops.ts dragover', 'drops.ts drop'],
    does: 'an orphan dropped onto the text gets the words there',
    keys: [{ action: 'respan' }, { command: 'argmark.reattach' }],
  },
  {
    listens: ['ruler.ts mousedown', 'ruler.ts mousemove', 'ruler.ts click'],
    does: 'the overview at the right edge says what stands where, and a click goes there',
    keys: [{ key: 'ArrowDown' }, { key: 'Enter' }],
  },
  {
    listens: ['pickList.tsx click', 'pickList.tsx mousemove'],
    does: 'the list of the annotations here',
    keys: [{ key: 'ArrowDown' }, { key: 'Enter' }],
  },
  {
    listens: ['tagHits.tsx click'],
    does: 'the list of hits: a click leaves one out, or takes it in',
    keys: [{ key: 'ArrowDown' }, { key: 'Space' }],
  },
  {
    listens: ['keysOverlay.tsx click'],
    does: 'a click beside the list of keys closes it',
    keys: [{ key: 'Escape' }],
  },
  {
    listens: ['jump.tsx click'],
    does: 'links in card and details lead to words',
    keys: [{ key: 'Enter' }],
  },
];
