/*
 * Finds words in the article: all places are marked, Enter and F3 go to the next one, Esc leaves the found words selected. From here all
 * places can be tagged at once (`tagHits.tsx`).
 */
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Span } from '../../../core/article/article';
import * as l10n from '../../../core/l10n';
import { keepOwnKeys } from '../input/keyboard';
import { focusField } from '../input/prompts';
import type { Model } from '../model/store';
import type { Reader } from '../reader';
import { placesOf, type Search } from '../text/findPlaces';
import { TagHits } from './tagHits';

type Finding = Pick<Reader, 'view' | 'caret' | 'ui' | 'last' | 'setUi' | 'perform' | 'say'>;

interface Props {
  readonly reader: Finding;
  readonly model: Model;
  /** While something else is asked for in its place. */
  readonly hidden: boolean;
}

export function FindPrompt({ reader, model, hidden }: Props) {
  const { search, tagHits } = reader.ui;
  const [at, setAt] = useState(-1);
  const input = useRef<HTMLInputElement>(null);
  const { article } = model;
  const found = useMemo(() => placesOf(article, search), [article, search]);
  const caretNow = () => reader.caret.selected.start;
  const from = useRef(caretNow());
  const searched = useRef<Search | undefined>(undefined);
  const here = found[at];
  const step = (by: 1 | -1) => {
    if (found.length === 0) return;
    reader.caret.sync();
    const caret = caretNow();
    if (caret === from.current) setAt((now) => (now + by + found.length) % found.length);
    else {
      // Who has gone elsewhere in the text goes on from there.
      from.current = caret;
      const next =
        by > 0 ? found.findIndex(({ start }) => start >= caret) : found.findLastIndex(({ end }) => end <= caret);
      setAt(next >= 0 ? next : by > 0 ? 0 : found.length - 1);
    }
  };
  // Drawn at once: the next key may be Enter, and is about the words as they are now.
  const change = (patch: Partial<Search>) => reader.setUi({ find: true, search: { ...reader.ui.search, ...patch } });
  const toggle = (name: 'matchCase' | 'wholeWord') => change({ [name]: !reader.ui.search[name] });

  // Before the next key can come: what is typed at once belongs into the field.
  useLayoutEffect(() => {
    if (!tagHits) focusField(input.current);
  }, [tagHits]);
  useEffect(
    () => () => {
      reader.view.showFound([]);
      reader.view.mark('found-here', []);
    },
    [],
  );
  // Before the next key can come, which goes on from there.
  useLayoutEffect(() => {
    reader.view.showFound(found);
    if (searched.current === search) {
      // In another text a person stays where they are.
      setAt((now) => Math.min(Math.max(0, now), found.length - 1));
      from.current = caretNow();
      return;
    }
    searched.current = search;
    const next = found.findIndex((span) => span.start >= from.current);
    setAt(found.length === 0 ? -1 : Math.max(0, next));
  }, [found]);
  useEffect(() => {
    reader.view.mark('found-here', here ? [here] : []);
  }, [here]);
  useEffect(() => {
    if (here) reader.view.bringIntoView(here);
  }, [at, search]);
  useEffect(() => {
    // Also while the text has the focus.
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'F3' || event.ctrlKey || event.altKey || event.metaKey) return;
      event.preventDefault();
      event.stopPropagation();
      step(event.shiftKey ? -1 : 1);
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  });

  const leave = () => {
    reader.setUi({ find: false, tagHits: false });
    if (here) reader.caret.set(here.start, here.end);
    reader.caret.takeFocus();
  };
  const onKey = (event: KeyboardEvent) => {
    keepOwnKeys(event);
    const by = { Enter: event.shiftKey ? -1 : 1, ArrowDown: 1, ArrowUp: -1 }[event.key] as 1 | -1 | undefined;
    if (event.altKey && event.key === 'Enter') openHits();
    else if (event.altKey && event.code === 'KeyC') toggle('matchCase');
    else if (event.altKey && event.code === 'KeyW') toggle('wholeWord');
    else if (by !== undefined && !event.altKey) step(by);
    else if (event.key === 'Escape') leave();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const openHits = () => found.length > 0 && reader.setUi({ tagHits: true });
  return (
    <search class="prompt find" aria-label={l10n.t('Find')} hidden={hidden}>
      <div class="line">
        <label>
          <span class="said">{l10n.t('Find')}</span>
          <input
            ref={input}
            value={search.words}
            onInput={(event) => change({ words: event.currentTarget.value })}
            onKeyDown={onKey}
          />
        </label>
        <Option
          label="Aa"
          title={l10n.t('Match Case (Alt+C)')}
          on={search.matchCase}
          onClick={() => toggle('matchCase')}
        />
        <Option
          label="ab"
          title={l10n.t('Match Whole Word (Alt+W)')}
          on={search.wholeWord}
          onClick={() => toggle('wholeWord')}
        />
        <span class="dim count" role="status">
          {countOf(search.words, found, at)}
        </span>
        <Button
          label="↑"
          title={l10n.t('Previous Match (Shift+Enter, Shift+F3)')}
          off={found.length === 0}
          act={() => step(-1)}
        />
        <Button label="↓" title={l10n.t('Next Match (Enter, F3)')} off={found.length === 0} act={() => step(1)} />
        <Button
          label={l10n.t('Tag All Hits…')}
          title={l10n.t('Tag all these places as one step, after a look at each (Alt+Enter)')}
          off={found.length === 0 || model.readOnly || tagHits}
          act={openHits}
        />
        <Button label="✕" title={l10n.t('Close (Esc)')} off={false} act={leave} />
      </div>
      {tagHits && <TagHits reader={reader} model={model} found={found} at={at} setAt={setAt} />}
    </search>
  );
}

function countOf(words: string, found: readonly Span[], at: number): string {
  if (words.trim() === '') return '';
  return found.length === 0
    ? l10n.t('not found')
    : l10n.t('{0} of {1}', l10n.number(at + 1), l10n.number(found.length));
}

interface OptionProps {
  readonly label: string;
  readonly title: string;
  readonly on: boolean;
  readonly onClick: () => void;
}

function Option({ label, title, on, onClick }: OptionProps) {
  return (
    // The sign is the sheet's: as words of the button it would contradict its name.
    <button
      type="button"
      class="option"
      title={title}
      aria-label={title}
      aria-pressed={on}
      data-sign={label}
      onClick={onClick}
    />
  );
}

interface ButtonProps {
  readonly label: string;
  readonly title: string;
  readonly off: boolean;
  readonly act: () => void;
}

function Button({ label, title, off, act }: ButtonProps) {
  const sign = [...label].length === 1;
  return (
    <button type="button" class="act" title={title} aria-label={sign ? title : undefined} disabled={off} onClick={act}>
      {label}
    </button>
  );
}
