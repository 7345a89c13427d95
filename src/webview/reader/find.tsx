/* Finds words in the article: all places are marked, Enter goes to the next one, Esc leaves the found words selected. */
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { placesOf } from './findPlaces';
import { keepUndoInField } from './keyboard';
import type { Reader } from './reader';
import type { Model } from './store';

/** More are counted but not marked. */
const mostMarked = 1000;

export function FindPrompt({
  reader,
  model,
}: {
  readonly reader: Pick<Reader, 'view' | 'caret' | 'setUi'>;
  readonly model: Model;
}) {
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(-1);
  const input = useRef<HTMLInputElement>(null);
  const found = useMemo(() => placesOf(model.article.text, typed), [model.article.text, typed]);
  const from = useRef(Math.min(reader.caret.anchor, reader.caret.focus));

  useEffect(() => {
    input.current?.focus({ preventScroll: true });
    return () => {
      reader.view.mark('found', []);
      reader.view.mark('found-here', []);
    };
  }, []);
  useEffect(() => {
    reader.view.mark('found', found.slice(0, mostMarked));
    const next = found.findIndex((span) => span.start >= from.current);
    setAt(found.length === 0 ? -1 : Math.max(0, next));
  }, [found]);
  const here = found[at];
  useEffect(() => {
    reader.view.mark('found-here', here ? [here] : []);
    if (here) reader.view.bringIntoView(here);
  }, [here]);

  const leave = () => {
    reader.setUi({ find: false });
    if (here) reader.caret.set(here.start, here.end);
    reader.caret.takeFocus();
  };
  return (
    <div class="prompt find">
      <label>
        <span class="said">Find</span>
        <input
          ref={input}
          value={typed}
          onInput={(event) => setTyped(event.currentTarget.value)}
          onKeyDown={(event) => {
            keepUndoInField(event);
            const step = { Enter: event.shiftKey ? -1 : 1, ArrowDown: 1, ArrowUp: -1 }[event.key];
            if (step !== undefined && found.length > 0) setAt((at + step + found.length) % found.length);
            else if (event.key === 'Escape') leave();
            else return;
            event.preventDefault();
            event.stopPropagation();
          }}
        />
        <span class="dim" role="status">
          {typed === '' ? '' : found.length === 0 ? 'not found' : `${at + 1} of ${found.length}`}
        </span>
      </label>
    </div>
  );
}
