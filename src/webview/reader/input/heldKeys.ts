/*
 * Undo, redo and save would overtake a gesture that the host has not answered yet: they wait for the answer, and are pressed again then; and each
 * waits for the undo before it, since VS Code refuses one that comes meanwhile.
 */
import type { Reader } from '../reader';

export interface HeldKeys {
  /** To be called when a message of the host has been taken over: presses what waited for it, in order. */
  release(): void;
}

/** Milliseconds after which there surely was nothing to undo. */
const patience = 1_000;
const isSave = ({ key }: KeyboardEvent) => /^s$/i.test(key);

export function holdKeys(reader: Pick<Reader, 'skeleton' | 'model'>): HeldKeys {
  const { column } = reader.skeleton;
  const held: KeyboardEvent[] = [];
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

  column.addEventListener('keydown', (event) => {
    const chord = event.ctrlKey || event.metaKey || event.altKey;
    if (!chord && isTurning() && [...event.key].length === 1) giveUp();
    if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
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
  return {
    release: () => {
      if (isWaiting()) return;
      turned();
      press();
    },
  };
}
