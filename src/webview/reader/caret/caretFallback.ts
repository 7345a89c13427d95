/*
 * A caret for browsers without EditContext: keys move the selection by `Selection.modify`, and a thin line is drawn where it stands.
 * Moves by page go as many lines as fit into the view.
 */
import type { Skeleton } from '../skeleton';

export function installCaretFallback({ column, paper, scroller }: Skeleton): void {
  const line = document.createElement('div');
  line.className = 'drawn-caret';
  line.hidden = true;
  paper.append(line);

  const draw = (): void => {
    const selection = document.getSelection();
    const shown = document.activeElement === column && selection?.isCollapsed && column.contains(selection.focusNode);
    const rect = shown ? caretRect(selection) : undefined;
    line.hidden = !rect;
    if (!rect) return;
    const base = paper.getBoundingClientRect();
    line.style.left = `${rect.left - base.left}px`;
    line.style.top = `${rect.top - base.top}px`;
    line.style.height = `${rect.height}px`;
  };

  column.addEventListener('keydown', (event) => {
    const selection = document.getSelection();
    const move = selection && moveOf(event);
    if (!selection || !move) return;
    event.preventDefault();
    const { alter, direction, granularity } = move;
    const times = granularity === 'page' ? Math.max(1, Math.floor(scroller.clientHeight / 30) - 1) : 1;
    for (let i = 0; i < times; i++) selection.modify(alter, direction, granularity === 'page' ? 'line' : granularity);
    const rect = caretRect(selection);
    const view = scroller.getBoundingClientRect();
    if (rect && rect.bottom > view.bottom - 24) scroller.scrollTop += rect.bottom - view.bottom + 24;
    if (rect && rect.top < view.top + 24) scroller.scrollTop -= view.top + 24 - rect.top;
    draw();
  });
  document.addEventListener('selectionchange', draw);
  column.addEventListener('focus', draw);
  column.addEventListener('blur', draw);
  new ResizeObserver(draw).observe(column);
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

function caretRect(selection: Selection): DOMRect | undefined {
  if (!selection.focusNode) return undefined;
  const range = document.createRange();
  range.setStart(selection.focusNode, selection.focusOffset);
  return range.getClientRects()[0];
}
