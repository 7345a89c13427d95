/*
 * Undo, redo and save, pressed while the host has not answered a gesture yet: VS Code would do them before it, on what came earlier. They
 * wait for the answer, and are pressed again then.
 */
import type { Reader } from './reader';

export interface HeldKeys {
  /** To be called when the host has answered: presses what waits, in order. */
  release(): void;
}

export function holdKeys(reader: Pick<Reader, 'skeleton' | 'model'>): HeldKeys {
  const { column } = reader.skeleton;
  const held: KeyboardEvent[] = [];
  const isWaiting = () => (reader.model?.pending.length ?? 0) > 0;
  column.addEventListener('keydown', (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || !/^[zys]$/i.test(event.key) || !isWaiting()) return;
    event.preventDefault();
    event.stopPropagation();
    held.push(event);
  });
  return {
    release: () => {
      if (isWaiting()) return;
      for (const event of held.splice(0)) column.dispatchEvent(new KeyboardEvent(event.type, event));
    },
  };
}
