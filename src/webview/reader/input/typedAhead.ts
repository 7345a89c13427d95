/*
 * Words that are typed before the field that they are meant for is there: an input of VS Code, or the search that VS Code's own key brings up.
 * In the text each of their letters would be a verb.
 */
import { type AskedAction, inputActions } from '../../../messages/readerActions';
import type { Reader } from '../reader';
import { isModifier } from './keys';

export interface TypedAhead {
  /** The host was asked for something: what is typed from now on is meant for its input, where that has one. */
  asked(what: AskedAction): void;
  /** That was done, or nothing came of it. */
  answered(): void;
  /** To be called when a message of the host has been taken over: the search may be there now, and gets its words. */
  handOver(): void;
}

const opensInput: ReadonlySet<AskedAction> = new Set(inputActions);
/** What is held with F for VS Code's search; on a Mac, Ctrl+F moves the caret. */
const withSearch = /^Mac/.test(navigator.platform) ? 'metaKey' : 'ctrlKey';
/** Milliseconds after which the key for the search surely means something else to this VS Code. */
const patience = 1_000;

export function catchTypedAhead(reader: Pick<Reader, 'skeleton' | 'ui' | 'setUi'>): TypedAhead {
  let awaited: 'input' | 'search' | undefined;
  let typed = '';
  let timer: ReturnType<typeof setTimeout> | undefined;

  const wait = (what: typeof awaited) => {
    clearTimeout(timer);
    awaited = what;
    typed = '';
    if (what === 'search') timer = setTimeout(() => wait(undefined), patience);
  };

  reader.skeleton.column.addEventListener(
    'keydown',
    (event) => {
      const chord = event.ctrlKey || event.metaKey || event.altKey;
      if (awaited !== undefined && !isModifier(event)) {
        if (chord || event.key === 'Escape') wait(undefined);
        else {
          event.preventDefault();
          event.stopImmediatePropagation();
          if ([...event.key].length === 1) typed += event.key;
          return;
        }
      }
      if (event[withSearch] && event.key.toLowerCase() === 'f' && !event.shiftKey && !event.altKey) wait('search');
    },
    { capture: true },
  );
  // The input is there, and has the keyboard.
  window.addEventListener('blur', () => wait(undefined));

  return {
    asked: (what) => {
      if (opensInput.has(what)) wait('input');
    },
    answered: () => {
      if (awaited === 'input') wait(undefined);
    },
    handOver: () => {
      if (awaited !== 'search' || !reader.ui.find) return;
      if (typed !== '') reader.setUi({ search: { ...reader.ui.search, words: typed } });
      wait(undefined);
    },
  };
}
