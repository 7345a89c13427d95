/*
 * The annotations at the caret as a list, the smallest first: where several overlap, the one that is meant is chosen by arrows and Enter or by
 * its number. Each speaks up in the text while it is the active one; Esc goes back and changes nothing.
 */
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { tagOf } from '../../../core/annotation/codebook';
import { shorten } from '../../../core/annotation/words';
import * as l10n from '../../../core/l10n';
import { quoteIn } from '../model/quoteIn';
import type { Model } from '../model/store';
import type { Reader } from '../reader';
import type { PickState } from '../ui';
import { useFloating } from './floating';
import { TagLabel } from './tagLabel';

const wordsLength = 90;

interface Props {
  readonly reader: Pick<Reader, 'skeleton' | 'view' | 'caret' | 'setUi' | 'settleOn' | 'point'>;
  readonly model: Model;
  readonly pick: PickState;
}

export function PickList({ reader, model, pick }: Props) {
  const element = useRef<HTMLDivElement>(null);
  const [choice, setChoice] = useState(0);
  const entries = pick.ids.flatMap((id) => model.annotations.get(id) ?? []);
  const at = Math.min(choice, entries.length - 1);
  const active = entries[at]?.id;
  useFloating(element, reader, pick.at, 'bottom-start', model);
  // Before the next key can come.
  useLayoutEffect(() => {
    element.current?.focus({ preventScroll: true });
    return () => reader.point([]);
  }, []);
  useEffect(() => {
    reader.point(active === undefined ? [] : [active]);
    element.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
  }, [active]);

  const leave = () => {
    reader.setUi({ pick: undefined });
    reader.caret.takeFocus();
  };
  const choose = (id: string | undefined) => {
    if (id === undefined) return;
    leave();
    reader.settleOn(id);
  };
  const onKey = (event: KeyboardEvent) => {
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: entries.length - 1 }[event.key];
    const digit = /^[1-9]$/.test(event.key) ? Number(event.key) : undefined;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (to !== undefined) setChoice((to + entries.length) % entries.length);
    else if (digit !== undefined) choose(entries[digit - 1]?.id);
    else if (event.key === 'Enter' || event.key === ' ') choose(active);
    else if (event.key === 'Escape' || event.key === 'Tab') leave();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  if (entries.length === 0) return null;
  return (
    <div
      ref={element}
      class="pick-list"
      role="listbox"
      aria-label={l10n.plural(entries.length, '{0} annotation here', '{0} annotations here, the smallest first')}
      aria-activedescendant={active === undefined ? undefined : `pick-${active}`}
      tabIndex={0}
      onKeyDown={onKey}
      onBlur={() => reader.setUi({ pick: undefined })}
    >
      {entries.map(({ id, tag, note, wording, ...entry }, i) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the list has the keys.
        <div
          key={id}
          id={`pick-${id}`}
          class="item"
          role="option"
          tabIndex={-1}
          aria-selected={i === at}
          onMouseDown={(event) => event.preventDefault()}
          onMouseMove={() => setChoice(i)}
          onClick={() => choose(id)}
        >
          <span class="digit" aria-hidden="true">
            {i < 9 ? i + 1 : ''}
          </span>
          <TagLabel tag={tagOf(model.codebook, tag)} />
          <span class="words" dir="auto">
            {shorten(quoteIn(model.article, entry), wordsLength)}
          </span>
          {(note ?? wording) !== undefined && (
            <span class="dim note" dir="auto">
              {shorten(note ?? wording ?? '', wordsLength)}
            </span>
          )}
        </div>
      ))}
    </div>
  );
}
