/*
 * What a person does is done in that order, though undo is VS Code's and gestures are the host's. Undo, redo and save would overtake a gesture
 * that the host has not answered, and VS Code refuses an undo while another is under way: they wait, and are pressed again then. What is done
 * behind one waits with it, and means what it would have meant if nothing had: keys are looked at when it is their turn, on what the undo has left.
 * A pointer goes to words as they are seen: what waits is looked at before it, and only what comes of that is told the host in its turn.
 */
import * as l10n from '../../../core/l10n';
import type { FromReader } from '../../../messages';
import { moveBy, movingKeys } from '../caret/moves';
import type { Reader } from '../reader';
import { isModifier, withControl } from './keys';

export interface Order {
  /** Does something once all that was done before it is done; at once where that is so already. */
  inOrder(deed: () => void): void;
  /** Sends the host a message; one that changes something goes behind the undo that was pressed before it. */
  send(message: FromReader): void;
  /** What VS Code was given is undone or redone, or there was nothing to be. */
  turned(): void;
  /** To be called when a message of the host has been taken over, which may be the answer that something waits for. */
  goOn(): void;
}

interface Waiting {
  readonly run: () => void;
  /** A key that VS Code acts on: it needs an answer to all that the host was told. */
  readonly chord?: KeyboardEvent;
  readonly message?: FromReader;
}

export function keepOrder(
  reader: Pick<Reader, 'skeleton' | 'model' | 'say'>,
  send: (message: FromReader) => void,
): Order {
  const { column, scroller } = reader.skeleton;
  let waiting: Waiting[] = [];
  /** VS Code was given an undo or redo, and the host has not said yet that it is over. */
  let isTurning = false;
  /** What has waited is looked at: in its turn, or before that. */
  let doing: 'nothing' | 'next' | 'early' = 'nothing';
  /** What was typed into a field is being drawn: a key that follows is about what that brings up. */
  let isDrawing = false;

  const isFree = () => waiting.length === 0 && !isTurning && !isDrawing;
  const isUntold = (number: number) =>
    waiting.some(({ message }) => message?.type === 'gesture' && message.number === number);
  const isUnanswered = () => reader.model?.pending.some(({ number }) => !isUntold(number)) ?? false;

  const run = (one: Waiting, as: typeof doing) => {
    doing = as;
    try {
      one.run();
    } finally {
      doing = 'nothing';
    }
  };

  const goOn = () => {
    for (let next = waiting[0]; next && !isDrawing; next = waiting[0]) {
      if (next.message === undefined && (isTurning || (next.chord && isUnanswered()))) return;
      waiting.shift();
      run(next, 'next');
    }
  };

  /** What waits is looked at here and now; undo, redo and save stay before what comes of it. */
  const lookNow = () => {
    const before = waiting;
    waiting = [];
    for (const one of before) {
      if (one.chord || one.message) waiting.push(one);
      else run(one, 'early');
    }
    goOn();
  };

  /** Pressed when somebody else has the keyboard, they would undo and save there. */
  const giveUp = () => {
    const chords = waiting.flatMap(({ chord }) => chord ?? []);
    waiting = waiting.filter(({ chord }) => !chord);
    lookNow();
    if (chords.length === 0) return;
    const names = chords.map(({ key }) => l10n.t('Ctrl+{0}', key.toUpperCase()));
    reader.say(l10n.t('Not done, since the keyboard went elsewhere first: {0}.', l10n.commas(names)));
  };

  const press = (event: KeyboardEvent) => {
    const { activeElement } = document;
    const again = new KeyboardEvent(event.type, event);
    if (!(activeElement instanceof HTMLInputElement || activeElement instanceof HTMLTextAreaElement)) {
      column.dispatchEvent(again);
      if (movingKeys.has(event.key) && !again.defaultPrevented) moveBy(event, scroller);
    }
    // A key before this one has opened the field for it.
    else if ([...event.key].length === 1) document.execCommand('insertText', false, event.key);
    else if (doing === 'next') {
      isDrawing = true;
      setTimeout(() => {
        isDrawing = false;
        run({ run: () => activeElement.dispatchEvent(again) }, 'next');
        goOn();
      });
    }
  };

  const onChord = (event: KeyboardEvent) => {
    // Those that are pressed again have waited.
    if (event.isTrusted && (!isFree() || isUnanswered())) {
      event.preventDefault();
      event.stopImmediatePropagation();
      // A key that is held down goes on as fast as VS Code follows, and not after it was let go.
      if (!event.repeat)
        waiting.push({ chord: event, run: () => column.dispatchEvent(new KeyboardEvent(event.type, event)) });
    } else if (!/^s$/i.test(event.key)) {
      const { revision } = reader.model ?? {};
      if (revision === undefined) return;
      isTurning = true;
      // VS Code hears of the key first.
      setTimeout(() => send({ type: 'turning', revision }));
    }
  };

  column.addEventListener(
    'keydown',
    (event) => {
      if (withControl(event) && /^[zys]$/i.test(event.key)) onChord(event);
      else if (event.isTrusted && !isFree() && !isModifier(event)) {
        const isMove = movingKeys.has(event.key);
        const isVerb = (!withControl(event) && !event.altKey && !/^F\d/.test(event.key)) || event.key === 'Enter';
        if (event.key === 'Tab') lookNow();
        // An undo leaves the caret alone; what else waits goes by it.
        else if (isMove ? waiting.some(({ chord, message }) => !chord && !message) : isVerb) {
          event.preventDefault();
          event.stopImmediatePropagation();
          waiting.push({ run: () => press(event) });
        }
      }
    },
    { capture: true },
  );
  window.addEventListener('mousedown', lookNow, { capture: true });
  window.addEventListener('blur', giveUp);

  return {
    inOrder: (deed) => {
      if (doing !== 'nothing' || isFree()) deed();
      else waiting.push({ run: deed });
    },
    send: (message) => {
      const changes = message.type === 'gesture' || message.type === 'review';
      const isBehind = doing !== 'next' && waiting.some((one) => one.chord ?? one.message);
      if (changes && isBehind) waiting.push({ message, run: () => send(message) });
      else send(message);
    },
    turned: () => {
      isTurning = false;
    },
    goOn,
  };
}
