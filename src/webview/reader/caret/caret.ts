/*
 * The caret and the selection in the text. The column is given an EditContext: the browser then draws a caret and moves it by all its own keys,
 * while typing, pasting and input methods change nothing. Where there is none, `caretFallback.ts` moves and draws one.
 * Offsets are UTF-16 units of the canonical text; they outlive the browser's selection, which is lost whenever a field takes the focus.
 */

import type { Span } from '../../../core/article/article';
import type { Skeleton } from '../skeleton';
import type { ArticleView } from '../view';
import { installCaretFallback } from './caretFallback';
import { movingKeys } from './moves';

export interface Caret {
  /** Where the selection began and where it ends, which is where the caret is. */
  readonly anchor: number;
  readonly focus: number;
  /** What is selected, from its beginning to its end in the text; empty where only the caret stands. */
  readonly selected: Span;
  set(anchor: number, focus?: number): void;
  /** The same after the page was built: the browser's selection follows once the first screen stands, since it costs a layout. */
  restore(anchor: number, focus: number, options: { readonly takeFocus: boolean }): void;
  /** Takes over where the browser has the caret now: its events come late, and a key may follow a click at once. */
  sync(): void;
  /** Gives the keyboard back to the text, with the selection as it was. */
  takeFocus(): void;
  readonly hasFocus: boolean;
}

interface EditContextLike extends EventTarget {
  readonly text: string;
  updateText(start: number, end: number, text: string): void;
}
declare global {
  interface HTMLElement {
    editContext?: EditContextLike | null;
  }
}

export function createCaret(skeleton: Skeleton, view: ArticleView, moved: (caret: Caret) => void): Caret {
  const { column } = skeleton;
  let anchor = 0;
  let focus = 0;
  /** Before the first article is shown there is no place for a caret, whatever is pressed, clicked or focused. */
  let hasText = false;
  /** What is left to be done for the last `restore`. */
  let restoring: (() => void) | undefined;

  const restore = (): void => {
    const rest = restoring;
    restoring = undefined;
    rest?.();
  };

  function read(): void {
    if (restoring || !hasText) return;
    const selection = document.getSelection();
    if (!selection?.anchorNode || !selection.focusNode || !column.contains(selection.focusNode)) return;
    if (document.activeElement !== column && document.activeElement !== document.body) return;
    const newAnchor = view.places.offsetOf(selection.anchorNode, selection.anchorOffset) ?? 0;
    const newFocus = view.places.offsetOf(selection.focusNode, selection.focusOffset);
    if (newFocus === undefined || (newAnchor === anchor && newFocus === focus)) return;
    anchor = newAnchor;
    focus = newFocus;
    view.unfold(focus);
    moved(caret);
  }

  const write = (): void => {
    const collapsed = anchor === focus;
    const from = view.places.place(anchor, anchor <= focus && !collapsed ? 'forward' : 'back');
    const to = view.places.place(focus, focus < anchor ? 'forward' : 'back');
    if (from && to) document.getSelection()?.setBaseAndExtent(from.node, from.offset, to.node, to.offset);
  };

  const caret: Caret = {
    get anchor() {
      return anchor;
    },
    get focus() {
      return focus;
    },
    get selected() {
      return { start: Math.min(anchor, focus), end: Math.max(anchor, focus) };
    },
    set: (newAnchor, newFocus = newAnchor) => {
      restore();
      anchor = newAnchor;
      focus = newFocus;
      if (document.activeElement === column || document.activeElement === document.body) write();
      moved(caret);
    },
    restore: (newAnchor, newFocus, { takeFocus }) => {
      if (!hasText) follow();
      hasText = true;
      anchor = newAnchor;
      focus = newFocus;
      restoring = () => {
        if (takeFocus) caret.takeFocus();
        else if (document.activeElement === column || document.activeElement === document.body) write();
      };
      requestAnimationFrame(() => setTimeout(restore));
      moved(caret);
    },
    sync: () => {
      restore();
      read();
    },
    takeFocus: () => {
      column.focus({ preventScroll: true });
      write();
    },
    get hasFocus() {
      return document.activeElement === column;
    },
  };

  const Context = (window as { EditContext?: new () => EditContextLike }).EditContext;
  if (Context) {
    const context = new Context();
    // Typed words end up in the context alone; they are dropped, so that it never grows.
    context.addEventListener('textupdate', () => context.updateText(0, context.text.length, ''));
    column.editContext = context;
  } else installCaretFallback(skeleton);

  const follow = (): void => {
    document.addEventListener('selectionchange', read);
    // A field takes the browser's selection away; that of the text stays to be seen.
    column.addEventListener('blur', () => {
      const { selected } = caret;
      if (document.hasFocus()) view.mark('selected', selected.end > selected.start ? [selected] : []);
    });
    column.addEventListener('focus', () => view.mark('selected', []));
    column.addEventListener(
      'keydown',
      (event) => {
        if (!movingKeys.has(event.key)) return;
        // The browser's own moves stick at sections that are not laid out.
        view.prepare(focus);
        if ((event.ctrlKey || event.metaKey) && (event.key === 'End' || event.key === 'Home')) {
          view.prepare(event.key === 'End' ? view.page.article.text.length : 0);
          requestAnimationFrame(() => {
            caret.sync();
            view.showEdge(event.key === 'End' ? 'end' : 'start', focus);
          });
        }
      },
      { capture: true },
    );
    // Whoever clicks before that puts the caret elsewhere.
    column.addEventListener('mousedown', () => {
      restoring = undefined;
    });
    column.addEventListener('dragstart', (event) => event.preventDefault());
    // After the command palette is closed the window has the focus again, but no element of it.
    window.addEventListener('focus', () => {
      if (document.activeElement === document.body || document.activeElement === null) caret.takeFocus();
    });
  };
  return caret;
}
