/*
 * The pointer over the text: what it is on speaks up within the frame, and after a moment of rest a card says what it is.
 * Clicks pick annotations, toggle folds and, with Ctrl or Cmd held, follow links. Everything else is the browser's own selecting.
 */

import type { Reader } from '../reader';
import { isOpen, setFold } from '../text/page';
import { chooseTarget } from './targets';

const restBeforeCard = 300;
/** Long enough to get from the words into the card. */
const graceAfterLeaving = 250;

export function installPointer(reader: Reader): void {
  const { paper, column, margin, hover } = reader.skeleton;
  let frame = 0;
  let last: { readonly x: number; readonly y: number; readonly over: Element; readonly moved: boolean } | undefined;
  /** Where the pointer was, on the text or beside it. */
  let before = { x: -1, y: -1 };
  let shown = '';
  let opening: ReturnType<typeof setTimeout> | undefined;
  let closing: ReturnType<typeof setTimeout> | undefined;

  const cancel = () => {
    clearTimeout(opening);
    opening = undefined;
  };
  const close = () => {
    cancel();
    shown = '';
    if (!reader.ui.hover || reader.ui.hover.focused || closing !== undefined) return;
    closing = setTimeout(() => {
      closing = undefined;
      if (reader.ui.hover && !reader.ui.hover.focused) reader.setUi({ hover: undefined });
    }, graceAfterLeaving);
  };
  const keep = () => {
    clearTimeout(closing);
    closing = undefined;
  };

  const look = () => {
    frame = 0;
    if (!last || !reader.model || reader.ui.pick) return;
    const { x, y, over, moved } = last;
    if (hover.contains(over)) {
      keep();
      return;
    }
    const letter = over.closest<HTMLElement>('.letter')?.dataset.id;
    const ids = letter !== undefined ? [letter] : column.contains(over) ? reader.view.at(x, y) : [];
    const href = over.closest<HTMLElement>('.link')?.dataset.href;
    reader.point(ids);
    const key = ids.join(' ') + (href ?? '');
    // A card that was closed by key comes again when the pointer moves on over its words.
    if (key === shown && key !== '' && (reader.ui.hover || opening !== undefined)) {
      keep();
      return;
    }
    if (key === '') {
      close();
      return;
    }
    cancel();
    // A click, a key or a scroll brings the browser to tell of the pointer where it is: that is nobody's resting on words.
    if (!moved) {
      close();
      return;
    }
    shown = key;
    opening = setTimeout(() => {
      opening = undefined;
      const offset = reader.view.offsetAt(x, y);
      if (offset === undefined || reader.ui.hover?.focused || reader.ui.target) return;
      keep();
      const start = letter === undefined ? offset : (reader.model?.annotations.get(letter)?.spans[0]?.start ?? offset);
      reader.setUi({ hover: { ids, at: { start, end: start }, focused: false, ...(href !== undefined && { href }) } });
    }, restBeforeCard);
  };

  paper.addEventListener('mousemove', (event) => {
    if (event.buttons !== 0) {
      cancel();
      return;
    }
    const { clientX: x, clientY: y } = event;
    const moved = x !== before.x || y !== before.y || (frame !== 0 && last?.moved === true);
    last = { x, y, over: event.target as Element, moved };
    before = { x, y };
    if (frame === 0) frame = requestAnimationFrame(look);
  });
  paper.addEventListener('mouseleave', () => {
    last = undefined;
    reader.point([]);
    close();
  });

  paper.addEventListener('mousedown', (event) => {
    const over = event.target as Element;
    cancel();
    // A card that did not come because of a click comes when the pointer moves on over the same words.
    shown = '';
    if (last) last = { ...last, moved: false };
    // A click that misses the target leaves the keyboard where its words are typed.
    const isChoosing = reader.ui.target !== undefined && column.contains(over);
    if (over.closest('.fold') || margin.contains(over) || isChoosing) event.preventDefault();
    if (column.contains(over) && reader.ui.hover) reader.setUi({ hover: undefined });
  });

  column.addEventListener('contextmenu', (event) => {
    // The menu's commands act on where the pointer is, unless it is on the selection.
    const offset = reader.view.offsetAt(event.clientX, event.clientY);
    if (offset === undefined) return;
    const { start, end } = reader.caret.selected;
    if (start === end || offset < start || offset > end) reader.caret.set(offset);
    describeForMenu(reader);
  });

  paper.addEventListener('click', (event) => {
    const over = event.target as Element;
    const fold = over.closest<HTMLElement>('.fold');
    if (fold) {
      toggle(reader, Number(fold.parentElement?.dataset.block));
      return;
    }
    const link = over.closest<HTMLElement>('.link')?.dataset.href;
    if (link !== undefined && (event.ctrlKey || event.metaKey)) {
      reader.host.send({ type: 'openLink', href: link });
      return;
    }
    const argument = over.closest<HTMLElement>('.bracket')?.dataset.argument;
    const id =
      over.closest<HTMLElement>('.letter')?.dataset.id ??
      (column.contains(over) ? reader.view.at(event.clientX, event.clientY)[0] : undefined);
    if (reader.ui.target) {
      const target = argument ?? id;
      if (target !== undefined) chooseTarget(reader, target);
      return;
    }
    if (margin.contains(over)) {
      if (id !== undefined) reader.pick(id, { focus: true });
    } else if (column.contains(over) && reader.caret.anchor === reader.caret.focus) reader.settleOn(id);
  });

  column.addEventListener(
    'beforematch',
    (event) => {
      const block = (event.target as Element).closest<HTMLElement>('.furniture')?.dataset.block;
      const content = block === undefined ? undefined : reader.view.page.folds.get(Number(block));
      if (content) setFold(content, true);
    },
    { capture: true },
  );
}

function toggle(reader: Pick<Reader, 'view' | 'caret' | 'setUi'>, block: number): void {
  const { folds, runs, article } = reader.view.page;
  const fold = folds.get(block);
  if (!fold) return;
  setFold(fold, !isOpen(fold));
  reader.setUi({});
  const { start, end } = article.blocks[block] ?? { start: 0, end: 0 };
  const isInside = (offset: number) => start <= offset && offset <= end;
  if (isOpen(fold) || !(isInside(reader.caret.anchor) || isInside(reader.caret.focus))) return;
  // Keys would go on acting on words that nobody sees: the caret goes to the nearest ones that are shown, behind the fold or before it.
  const seen = runs.filter((run) => {
    const around = folds.get(run.block);
    return !around || isOpen(around);
  });
  const beside = seen.find((run) => run.block > block) ?? seen.at(-1);
  if (beside) reader.caret.set(beside.start);
}

/** What VS Code's own context menu may ask for in its `when` clauses. */
export function describeForMenu(reader: Pick<Reader, 'skeleton' | 'model' | 'current' | 'spans'>): void {
  const { current, spans, model } = reader;
  reader.skeleton.column.dataset.vscodeContext = JSON.stringify({
    webviewSection: 'text',
    // With a selection VS Code's own items stay: Copy is one of them.
    preventDefaultContextMenuItems: spans.length === 0,
    argmarkHasSelection: spans.length > 0,
    argmarkOnAnnotation: current !== undefined,
    argmarkAnnotation: current ?? '',
    argmarkReadOnly: model?.readOnly ?? true,
  });
}
