/**
 * What measures a page from inside, the same for every party: times from the beginning of a change until the frame after it was painted,
 * frames that came late while scrolling, and how long a move of caret or pointer keeps the page busy.
 */
import type { Party } from './pageParties';

/** A place in the shown text of a block, in UTF-16 units. */
export type Place = readonly [block: number, offset: number];

export interface Scrolled {
  readonly frames: number;
  /** Over 25 ms after the one before. */
  readonly late: number;
  /** Over 50 ms. */
  readonly veryLate: number;
}

export interface PageProbe {
  /** Keeps messages for later, so that handing them over costs no time. */
  keep(messages: readonly string[]): void;
  /** Sends what is to be shown, in so many messages: milliseconds until text and marks are painted, and until all of it is taken over. */
  first(parts: number): Promise<{ readonly first: number; readonly all: number }>;
  /** Sends so many of the next messages, one after the other; milliseconds until each is painted. */
  next(count: number): Promise<number[]>;
  /** Moves the pointer from place to place: milliseconds until what it is on is painted anew. */
  point(places: readonly Place[]): Promise<number[]>;
  /** Changes a letter so many times, as any script may. */
  write(times: number): Promise<number[]>;
  /** As many frames as `times` changes take, and nothing done. */
  rest(times: number): Promise<void>;
  /** From the top, 120 px a frame. */
  scroll(frames: number): Promise<Scrolled>;
  quiet(): Promise<void>;
  /** Microseconds for a move of the caret by a word, and all that the page does then. */
  caret(moves: number): Promise<number>;
  /** Microseconds for a move of the pointer over the same annotation. */
  hover(places: readonly Place[], moves: number): Promise<number>;
  nodes(): number;
}

/** Runs in the page. */
export function installPageProbe(): void {
  const { party } = globalThis as unknown as { readonly party: Party };
  const patience = 60_000;
  const framesAfter = 3;
  /** Milliseconds, at 60 frames a second. */
  const frameTime = 1000 / 60;
  let messages: ArrayBuffer[] = [];
  const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
  const frames = async (count: number) => {
    for (let passed = 0; passed < count; passed++) await frame();
  };
  /** Out of the frame, as events come: at any time until the next one, of which `part` has passed. */
  const task = (part = 0) => new Promise((resolve) => setTimeout(resolve, part * frameTime));

  const painted = async (act: () => void, isDone: () => boolean, part?: number): Promise<number> => {
    await task(part);
    const begin = performance.now();
    act();
    do {
      if (performance.now() - begin > patience) throw new Error('What was to change in the page has not changed.');
      await frame();
    } while (!isDone());
    await frame();
    return performance.now() - begin;
  };

  /** Each time at another part of a frame. */
  const changed = async (acts: readonly (() => void)[]): Promise<number[]> => {
    const times: number[] = [];
    for (const [turn, act] of acts.entries()) {
      const before = party.marks;
      times.push(await painted(act, () => party.marks !== before, (turn + 0.5) / acts.length));
      await frames(framesAfter);
    }
    return times;
  };

  const place = ([block, offset]: Place): { text: Text; at: number } | undefined => {
    const element = party.block(block);
    if (!element) return undefined;
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    let before = 0;
    for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
      if (offset < before + node.data.length) return { text: node, at: offset - before };
      before += node.data.length;
    }
    return undefined;
  };

  /** The middle of a letter, and what lies there; nothing where it is out of view. */
  const pointAt = (where: Place) => {
    const found = place(where);
    if (!found) return undefined;
    const range = document.createRange();
    range.setStart(found.text, found.at);
    range.setEnd(found.text, found.at + 1);
    const { left, top, width, height } = range.getBoundingClientRect();
    const x = left + width / 2;
    const y = top + height / 2;
    const over = document.elementFromPoint(x, y);
    return over && party.column.contains(over) && width > 0 ? { over, x, y } : undefined;
  };
  const inView = (places: readonly Place[]) => places.flatMap((where) => pointAt(where) ?? []);
  const move = ({ over, x, y }: { over: Element; x: number; y: number }) => {
    const options = { bubbles: true, clientX: x, clientY: y };
    over.dispatchEvent(new PointerEvent('pointermove', options));
    over.dispatchEvent(new MouseEvent('mousemove', options));
  };

  const probe: PageProbe = {
    keep: (texts) => {
      messages = texts.map((text) => new TextEncoder().encode(text).buffer as ArrayBuffer);
    },
    first: async (parts) => {
      const send = () => party.send(messages.shift() as ArrayBuffer);
      const first = await painted(send, () => party.isShown);
      let all = first;
      for (let part = 1; part < parts; part++) all += await painted(send, () => true);
      return { first, all };
    },
    next: (count) => changed(messages.splice(0, count).map((message) => () => party.send(message))),
    point: (places) => changed(inView(places).map((point) => () => move(point))),
    write: async (times) => {
      const { text } = place([0, 0]) as { text: Text };
      const taken: number[] = [];
      for (let turn = 0; turn < times; turn++) {
        const act = () => text.replaceData(0, 1, turn % 2 === 0 ? 'A' : 'B');
        taken.push(await painted(act, () => true));
        await frames(framesAfter);
      }
      return taken;
    },
    rest: async (times) => {
      for (let turn = 0; turn < times; turn++) {
        await task();
        await frames(2 + framesAfter);
      }
    },
    scroll: async (count) => {
      const { scroller } = party;
      const gaps: number[] = [];
      let last = await frame();
      while (gaps.length < count && scroller.scrollTop + scroller.clientHeight < scroller.scrollHeight - 1) {
        scroller.scrollTop += 120;
        const now = await frame();
        gaps.push(now - last);
        last = now;
      }
      scroller.scrollTop = 0;
      await frames(framesAfter);
      const over = (limit: number) => gaps.filter((gap) => gap > limit).length;
      return { frames: gaps.length, late: over(25), veryLate: over(50) };
    },
    quiet: async () => {
      await painted(
        () => undefined,
        () => party.isQuiet,
      );
      await frames(10);
    },
    caret: async (moves) => {
      const selection = document.getSelection() as Selection;
      const { text } = place([1, 0]) as { text: Text };
      party.column.focus({ preventScroll: true });
      selection.collapse(text, 0);
      await frames(framesAfter);
      const begin = performance.now();
      for (let turn = 0; turn < moves; turn++) {
        selection.modify('move', 'forward', 'word');
        // The browser's own comes a task later, and then finds nothing new.
        document.dispatchEvent(new Event('selectionchange'));
      }
      return ((performance.now() - begin) * 1000) / moves;
    },
    hover: async (places, moves) => {
      const own = requestAnimationFrame;
      const points = inView(places);
      let taken = 0;
      for (const point of points) {
        move(point);
        await frames(framesAfter + 2);
        // What a party puts off to the next frame is done at once, to be counted.
        globalThis.requestAnimationFrame = (act) => {
          act(performance.now());
          return 0;
        };
        const begin = performance.now();
        for (let turn = 0; turn < moves; turn++) move(point);
        taken += performance.now() - begin;
        globalThis.requestAnimationFrame = own;
      }
      return (taken * 1000) / (moves * points.length);
    },
    nodes: () => {
      const walker = document.createTreeWalker(document);
      let count = 1;
      while (walker.nextNode()) count++;
      return count;
    },
  };
  Object.assign(globalThis, { probe });
}
