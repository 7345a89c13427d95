/*
 * Tags all found places as one step, after a look at each: every one is listed with the words around it and can be left out. What has the tag
 * already, and what stands in folded page furniture, is left out from the beginning.
 */
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { tagOf } from '../../../core/annotation/codebook';
import { placeKey, twinPlaces } from '../../../core/annotation/twin';
import { inSentence } from '../../../core/annotation/words';
import type { Span } from '../../../core/article/article';
import { blockAt } from '../../../core/article/shownText';
import * as l10n from '../../../core/l10n';
import { keepOwnKeys } from '../input/keyboard';
import type { Model } from '../model/store';
import { unusedIds } from '../model/unusedIds';
import type { Reader } from '../reader';
import { around } from '../text/findPlaces';
import { colourClass } from './tagLabel';

/** Rows that are drawn at once; more when one comes near the last one. */
const portion = 300;
/** More annotations at once are surely not meant. */
const mostHits = 5000;
const contextLength = 60;

interface Props {
  readonly reader: Pick<Reader, 'caret' | 'ui' | 'last' | 'setUi' | 'perform' | 'say'>;
  readonly model: Model;
  readonly found: readonly Span[];
  readonly at: number;
  readonly setAt: (at: number) => void;
}

export function TagHits({ reader, model, found, at, setAt }: Props) {
  const { article, codebook, annotations, settings } = model;
  const list = useRef<HTMLDivElement>(null);
  const [tag, setTag] = useState(() => firstTag(reader, model));
  const [turned, setTurned] = useState<ReadonlySet<number>>(new Set());
  const [drawn, setDrawn] = useState(portion);
  const tagged = useMemo(
    () => twinPlaces(tag, settings.annotator, annotations.values()),
    [annotations, tag, settings.annotator],
  );
  const isTagged = (span: Span) => tagged.has(placeKey(span));
  const why = (span: Span): string | undefined => {
    if (isTagged(span)) return l10n.t('{0} already', inSentence(tagOf(codebook, tag).label));
    return blockAt(article, span.start)?.kind === 'furniture' ? l10n.t('page furniture') : undefined;
  };
  const isTaken = (span: Span) => !isTagged(span) && (why(span) === undefined) !== turned.has(span.start);
  const taken = found.filter(isTaken);
  const shown = Math.max(drawn, at + 50);

  useEffect(() => setTurned(new Set()), [found]);
  useLayoutEffect(() => list.current?.focus({ preventScroll: true }), []);
  useEffect(() => {
    list.current?.querySelector('.here')?.scrollIntoView({ block: 'nearest' });
  }, [at]);

  const turn = (spans: readonly Span[]) => {
    const next = new Set(turned);
    for (const { start } of spans) if (!next.delete(start)) next.add(start);
    setTurned(next);
  };
  const back = () => reader.setUi({ tagHits: false });
  const tagAll = () => {
    if (taken.length === 0 || taken.length > mostHits) return;
    const done = reader.perform({ verb: 'tagEach', tag, spans: taken, ids: unusedIds(model, taken.length) });
    reader.setUi({ tagHits: false, ...(done && { find: false }) });
    if (!done) return;
    reader.caret.takeFocus();
    const label = inSentence(tagOf(codebook, tag).label);
    reader.say(
      l10n.plural(
        taken.length,
        '{0} place tagged {1}. Undo takes all of them back at once.',
        '{0} places tagged {1}. Undo takes all of them back at once.',
        label,
      ),
    );
  };
  const onKey = (event: KeyboardEvent) => {
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, PageDown: at + 8, PageUp: at - 8, Home: 0, End: found.length - 1 };
    const next = to[event.key as keyof typeof to];
    const here = found[at];
    if (next !== undefined) setAt(Math.max(0, Math.min(found.length - 1, next)));
    else if (event.key === ' ' && here) turn([here]);
    else if (event.key === 'Enter') tagAll();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const some = taken.length > 0;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Esc goes back from wherever one is in it.
    <div
      class="hits"
      onKeyDown={(event) => {
        keepOwnKeys(event);
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        back();
      }}
    >
      <div class="line">
        <label>
          <span class="said">{l10n.t('Tag')}</span>
          <select value={tag} onChange={(event) => setTag(event.currentTarget.value)}>
            {codebook.tags.map(({ name, label }) => (
              <option key={name} value={name}>
                {label}
              </option>
            ))}
          </select>
        </label>
        <button type="button" class="act first" disabled={!some || taken.length > mostHits} onClick={tagAll}>
          {l10n.plural(taken.length, 'Tag {0} Hit', 'Tag {0} Hits')}
        </button>
        <button type="button" class="act" onClick={() => turn(some ? taken : found.filter((one) => !isTaken(one)))}>
          {some
            ? l10n.t({ message: 'None', comment: 'choose none' })
            : l10n.t({ message: 'All', comment: 'choose all' })}
        </button>
        <button type="button" class="act" onClick={back}>
          {l10n.t('Back')}
        </button>
        <span class="dim">
          {taken.length > mostHits
            ? l10n.t('At most {0} at once: leave some out, or look for more words.', l10n.number(mostHits))
            : l10n.t('Space leaves one out, Enter tags the others as one step')}
        </span>
      </div>
      <div
        ref={list}
        class={`candidates ${colourClass(tagOf(codebook, tag))}`}
        role="listbox"
        aria-label={l10n.t('Hits to be tagged')}
        aria-multiselectable="true"
        tabIndex={0}
        aria-activedescendant={at < 0 ? undefined : `hit-${at}`}
        onKeyDown={onKey}
      >
        {found.slice(0, shown).map((span, i) => {
          const { before, words, after } = around(article, span, contextLength);
          return (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the list has the keys.
            <div
              key={span.start}
              id={`hit-${i}`}
              class={`item hit${i === at ? ' here' : ''}`}
              role="option"
              tabIndex={-1}
              aria-selected={isTaken(span)}
              aria-disabled={isTagged(span)}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => {
                setAt(i);
                turn([span]);
              }}
            >
              <i class="check" aria-hidden="true" />
              <span dir="auto">
                {before}
                <mark>{words}</mark>
                {after}
              </span>
              {why(span) !== undefined && <span class="dim why">{why(span)}</span>}
            </div>
          );
        })}
        {found.length > shown && (
          <button type="button" class="item more" onClick={() => setDrawn(shown + portion)}>
            {l10n.plural(found.length - shown, '{0} more hit', '{0} more hits')}
          </button>
        )}
      </div>
    </div>
  );
}

/** The armed one, else that of the annotation last made, else the first of the codebook. */
function firstTag({ ui, last }: Pick<Reader, 'ui' | 'last'>, { annotations, codebook }: Model): string {
  const used = ui.armed ?? annotations.get(last ?? '')?.tag;
  return codebook.tags.find(({ name }) => name === used)?.name ?? codebook.tags[0]?.name ?? '';
}
