/* Places cards and bars at words: in the paper, so that they scroll along with the text. */
import { computePosition, flip, offset, type Placement, shift, size } from '@floating-ui/dom';
import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';
import type { Span } from '../../../core/article/article';
import type { Reader } from '../reader';

/** Keeps an element beside the words of a span; placed before the frame is painted, and again when `at` or the content changes. */
export function useFloating(
  element: RefObject<HTMLElement | null>,
  reader: Pick<Reader, 'skeleton' | 'view'>,
  at: Span,
  placement: Placement,
  content: unknown,
): void {
  const { paper, scroller } = reader.skeleton;
  useLayoutEffect(() => {
    const floating = element.current;
    if (!floating) return;
    const words = { getBoundingClientRect: () => rectAt(reader, at), contextElement: paper };
    const room = { boundary: scroller, padding: 6 };
    computePosition(words, floating, {
      strategy: 'absolute',
      placement,
      middleware: [
        offset(7),
        flip(room),
        shift({ ...room, crossAxis: false }),
        // What is taller than the room on the better side scrolls inside.
        size({
          ...room,
          apply: ({ availableHeight }) => floating.style.setProperty('--room', `${Math.max(90, availableHeight)}px`),
        }),
      ],
    }).then(({ x, y }) => {
      floating.style.left = `${x}px`;
      floating.style.top = `${y}px`;
      floating.classList.add('placed');
    });
  }, [at.start, at.end, placement, content]);
}

/** The first line of a span; for a place between characters, the line that it is on. */
function rectAt(reader: Pick<Reader, 'view'>, { start, end }: Span): DOMRect {
  const { places } = reader.view;
  const wide =
    end > start
      ? places.range({ start, end })
      : (places.range({ start, end: start + 1 }) ?? places.range({ start: start - 1, end: start }));
  const rects = wide ? [...wide.getClientRects()].filter((rect) => rect.width > 0) : [];
  const first = rects[0] ?? wide?.getBoundingClientRect() ?? new DOMRect();
  return end > start ? first : new DOMRect(first.left, first.top, 1, first.height);
}
