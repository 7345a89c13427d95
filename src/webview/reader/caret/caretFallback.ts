/* A caret for browsers without EditContext: keys move the selection by `moves.ts`, and a thin line is drawn where it stands. */
import type { Skeleton } from '../skeleton';
import { caretRect, moveBy } from './moves';

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
    if (!moveBy(event, scroller)) return;
    event.preventDefault();
    draw();
  });
  document.addEventListener('selectionchange', draw);
  column.addEventListener('focus', draw);
  column.addEventListener('blur', draw);
  new ResizeObserver(draw).observe(column);
}
