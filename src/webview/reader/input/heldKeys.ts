/*
 * Keys that come before what they are meant for. Undo, redo and save would overtake a gesture that the host has not answered yet: they wait for
 * the answer, and are pressed again then. Words typed for an input of VS Code, or for the search that VS Code's own key brings up, come while it
 * is still on its way: in the text each letter would be a verb.
 */
import { type AskedAction, inputActions } from '../../../messages/readerActions';
import type { Reader } from '../reader';

export interface HeldKeys {
  /** To be called when a message of the host has been taken over: presses what waited for it, in order. */
  release(): void;
  /** The host was asked for something: what is typed from now on is meant for its input, where that has one. */
  asked(what: AskedAction): void;
  /** That was done, or nothing came of it. */
  answered(): void;
}

const opensInput: ReadonlySet<AskedAction> = new Set(inputActions);
/** What is held with F for VS Code's search; on a Mac, Ctrl+F moves the caret. */
const withSearch = /^Mac/.test(navigator.platform) ? 'metaKey' : 'ctrlKey';
/** Milliseconds after which the key for the search surely means something else to this VS Code. */
const patience = 1_000;

export function holdKeys(reader: Pick<Reader, 'skeleton' | 'model' | 'ui' | 'setUi'>): HeldKeys {
  const { column } = reader.skeleton;
  const held: KeyboardEvent[] = [];
  let awaited: 'input' | 'search' | undefined;
  let typed = '';
  let timer: ReturnType<typeof setTimeout> | undefined;
  const isWaiting = () => (reader.model?.pending.length ?? 0) > 0;

  const wait = (what: typeof awaited) => {
    clearTimeout(timer);
    awaited = what;
    typed = '';
    if (what === 'search') timer = setTimeout(() => wait(undefined), patience);
  };

  column.addEventListener('keydown', (event) => {
    const chord = event.ctrlKey || event.metaKey || event.altKey;
    if (awaited !== undefined && !/^(?:Control|Shift|Alt|Meta|AltGraph)$/.test(event.key)) {
      if (chord || event.key === 'Escape') wait(undefined);
      else {
        event.preventDefault();
        event.stopPropagation();
        if ([...event.key].length === 1) typed += event.key;
        return;
      }
    }
    if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
    if (event[withSearch] && event.key.toLowerCase() === 'f' && !event.shiftKey) wait('search');
    if (!/^[zys]$/i.test(event.key) || !isWaiting()) return;
    event.preventDefault();
    event.stopPropagation();
    held.push(event);
  });
  // The input is there, and has the keyboard.
  window.addEventListener('blur', () => wait(undefined));

  return {
    release: () => {
      if (awaited === 'search' && reader.ui.find) {
        if (typed !== '') reader.setUi({ search: { ...reader.ui.search, words: typed } });
        wait(undefined);
      }
      if (isWaiting()) return;
      for (const event of held.splice(0)) column.dispatchEvent(new KeyboardEvent(event.type, event));
    },
    asked: (what) => {
      if (opensInput.has(what)) wait('input');
    },
    answered: () => {
      if (awaited === 'input') wait(undefined);
    },
  };
}
