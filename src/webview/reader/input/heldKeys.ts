/*
 * Keys that come before what they are meant for. Undo, redo and save would overtake a gesture that the host has not answered yet: they wait for
 * the answer, and are pressed again then; and each waits for the undo before it, since VS Code refuses one that comes meanwhile. Words typed for
 * an input of VS Code, or for the search that VS Code's own key brings up, come while it is still on its way: in the text each letter would be a verb.
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
/** Milliseconds after which the key for the search surely means something else to this VS Code, and there was nothing to undo. */
const patience = 1_000;
const isSave = ({ key }: KeyboardEvent) => /^s$/i.test(key);

export function holdKeys(reader: Pick<Reader, 'skeleton' | 'model' | 'ui' | 'setUi'>): HeldKeys {
  const { column } = reader.skeleton;
  const held: KeyboardEvent[] = [];
  let awaited: 'input' | 'search' | undefined;
  let typed = '';
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** The revision at which VS Code was given an undo or redo that has not come back. */
  let turnedAt: number | undefined;
  let turning: ReturnType<typeof setTimeout> | undefined;
  const isTurning = () => turnedAt !== undefined && reader.model?.revision === turnedAt;
  const isPending = () => (reader.model?.pending.length ?? 0) > 0;
  const isWaiting = () => isPending() || isTurning();

  const turned = () => {
    clearTimeout(turning);
    turnedAt = undefined;
  };
  const press = () => {
    while (held.length > 0 && !isWaiting()) {
      const event = held.shift() as KeyboardEvent;
      column.dispatchEvent(new KeyboardEvent(event.type, event));
    }
  };
  /** What is still to be undone is not any more, when there was nothing to be, or a person goes on with something else. */
  const giveUp = () => {
    held.splice(0, held.length, ...held.filter(isSave));
    turned();
    press();
  };

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
    if (!chord && isTurning() && [...event.key].length === 1) giveUp();
    if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
    if (event[withSearch] && event.key.toLowerCase() === 'f' && !event.shiftKey) wait('search');
    if (!/^[zys]$/i.test(event.key)) return;
    // Those that are pressed again have waited.
    if (event.isTrusted && (isSave(event) ? isPending() || held.length > 0 : isWaiting())) {
      event.preventDefault();
      event.stopPropagation();
      // A key that is held down goes on as fast as VS Code follows, and not after it was let go.
      if (!event.repeat) held.push(event);
    } else if (!isSave(event)) {
      turned();
      turnedAt = reader.model?.revision;
      turning = setTimeout(giveUp, patience);
    }
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
      turned();
      press();
    },
    asked: (what) => {
      if (opensInput.has(what)) wait('input');
    },
    answered: () => {
      if (awaited === 'input') wait(undefined);
    },
  };
}
