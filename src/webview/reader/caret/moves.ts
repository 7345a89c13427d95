/*
 * Keys that move the caret, and the same moves by `Selection.modify`: where the browser does not make them, or where they come later than they were
 * pressed. Moves by page go as many lines as fit into the view.
 */

/** Keys that move the caret, and with Shift select. */
export const movingKeys: ReadonlySet<string> = new Set([
  'ArrowUp',
  'ArrowDown',
  'ArrowLeft',
  'ArrowRight',
  'Home',
  'End',
  'PageUp',
  'PageDown',
]);

/** Moves the caret as the key does, and scrolls to it; false where the key moves nothing. */
export function moveBy(event: KeyboardEvent, scroller: HTMLElement): boolean {
  const selection = document.getSelection();
  const move = selection && moveOf(event);
  if (!selection || !move) return false;
  const { alter, direction, granularity } = move;
  const times = granularity === 'page' ? Math.max(1, Math.floor(scroller.clientHeight / 30) - 1) : 1;
  for (let i = 0; i < times; i++) selection.modify(alter, direction, granularity === 'page' ? 'line' : granularity);
  const rect = caretRect(selection);
  const view = scroller.getBoundingClientRect();
  if (rect && rect.bottom > view.bottom - 24) scroller.scrollTop += rect.bottom - view.bottom + 24;
  if (rect && rect.top < view.top + 24) scroller.scrollTop -= view.top + 24 - rect.top;
  return true;
}

function moveOf(event: KeyboardEvent): { alter: string; direction: string; granularity: string } | undefined {
  const alter = event.shiftKey ? 'extend' : 'move';
  const wide = event.ctrlKey || event.altKey;
  switch (event.key) {
    case 'ArrowLeft':
      return { alter, direction: 'left', granularity: wide ? 'word' : 'character' };
    case 'ArrowRight':
      return { alter, direction: 'right', granularity: wide ? 'word' : 'character' };
    case 'ArrowUp':
      return { alter, direction: 'backward', granularity: wide ? 'paragraph' : 'line' };
    case 'ArrowDown':
      return { alter, direction: 'forward', granularity: wide ? 'paragraph' : 'line' };
    case 'Home':
      return { alter, direction: 'backward', granularity: wide ? 'documentboundary' : 'lineboundary' };
    case 'End':
      return { alter, direction: 'forward', granularity: wide ? 'documentboundary' : 'lineboundary' };
    case 'PageUp':
      return { alter, direction: 'backward', granularity: 'page' };
    case 'PageDown':
      return { alter, direction: 'forward', granularity: 'page' };
    default:
      return undefined;
  }
}

/** Where the caret stands in the window. */
export function caretRect(selection: Selection): DOMRect | undefined {
  if (!selection.focusNode) return undefined;
  const range = document.createRange();
  range.setStart(selection.focusNode, selection.focusOffset);
  return range.getClientRects()[0];
}
