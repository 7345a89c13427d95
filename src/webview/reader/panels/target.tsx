/* The visible line of target mode: what is being said, what was typed, and the candidates that fit; the one that Enter takes is marked in the text. */

import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { tagOf } from '../../../core/annotation/codebook';
import { shorten } from '../../../core/annotation/words';
import * as l10n from '../../../core/l10n';
import { keepOwnKeys } from '../input/keyboard';
import { type Candidate, candidatesFor, chooseTarget, matching } from '../input/targets';
import { quoteIn } from '../model/quoteIn';
import type { Model } from '../model/store';
import type { Reader } from '../reader';
import type { TargetState } from '../ui';
import { TagLabel } from './tagLabel';
import { withParts } from './withParts';

const mostShown = 40;

interface Props {
  readonly reader: Pick<Reader, 'model' | 'ui' | 'view' | 'setUi' | 'say' | 'perform' | 'pick'>;
  readonly model: Model;
  readonly target: TargetState;
}

export function TargetPrompt({ reader, model, target }: Props) {
  const [typed, setTyped] = useState('');
  const [choice, setChoice] = useState(0);
  const input = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const all = useMemo(() => candidatesFor(model, target), [model, target]);
  const shown = matching(all, typed).slice(0, mostShown);
  const at = Math.min(choice, shown.length - 1);
  const candidate = shown[at];

  useLayoutEffect(() => {
    input.current?.focus({ preventScroll: true });
    // The list takes room of the text: what is argued from stays in view.
    const source = model.annotations.get(target.premises[0] ?? '')?.spans[0];
    if (source) reader.view.bringIntoView(source);
    return () => reader.view.mark('target', []);
  }, []);
  useEffect(() => {
    reader.view.mark('target', candidate ? spansOf(model, candidate) : []);
    // Before anything was typed or chosen the text stays where it is.
    if (candidate && (typed !== '' || choice > 0)) {
      const span = spansOf(model, candidate)[0];
      if (span) reader.view.bringIntoView(span);
    }
    list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
  }, [candidate?.id]);

  const cancel = () => {
    reader.setUi({ target: undefined });
    const source = target.premises[0];
    if (source !== undefined) reader.pick(source, { focus: true });
  };
  const premise = model.annotations.get(target.premises[0] ?? '');
  return (
    <section class="prompt target" aria-label={l10n.t('Choose a target')}>
      <label>
        <span class="said">
          <span class={`sign ${target.relation}`} aria-hidden="true">
            {target.relation === 'supports' ? '+' : '−'}
          </span>{' '}
          {withParts(
            target.relation === 'supports' ? l10n.t('“{0}” supports …') : l10n.t('“{0}” attacks …'),
            <bdi>{shorten((premise && quoteIn(model.article, premise)) || premise?.wording || '', 50)}</bdi>,
          )}
        </span>
        <input
          ref={input}
          value={typed}
          placeholder={l10n.t('Click the target, or type some of its words')}
          role="combobox"
          aria-expanded="true"
          aria-controls="target-list"
          aria-activedescendant={candidate && `target-${candidate.id}`}
          onInput={(event) => {
            setTyped(event.currentTarget.value);
            setChoice(0);
          }}
          onKeyDown={(event) => {
            keepOwnKeys(event);
            const to = { ArrowDown: at + 1, ArrowUp: at - 1, PageDown: at + 8, PageUp: at - 8 }[event.key];
            if (to !== undefined) setChoice(Math.max(0, Math.min(shown.length - 1, to)));
            else if (event.key === 'Enter' && candidate) chooseTarget(reader, candidate.id);
            else if (event.key === 'Escape') cancel();
            else return;
            event.preventDefault();
            event.stopPropagation();
          }}
        />
      </label>
      <div id="target-list" class="candidates" ref={list} role="listbox" aria-label={l10n.t('Targets')}>
        {shown.map((one, i) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field above has the keys, as a combobox has.
          <div
            key={one.id}
            id={`target-${one.id}`}
            class="item"
            role="option"
            tabIndex={-1}
            aria-selected={i === at}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => chooseTarget(reader, one.id)}
          >
            {one.tag === undefined ? (
              <b class="dim">{l10n.t('argument')}</b>
            ) : (
              <TagLabel tag={tagOf(model.codebook, one.tag)} />
            )}
            <span dir="auto">{shorten(one.words, 160)}</span>
          </div>
        ))}
        {shown.length === 0 && (
          <div class="item dim">
            {all.length === 0
              ? l10n.t('There is nothing else to choose yet.')
              : l10n.t('No annotation has these words.')}
          </div>
        )}
      </div>
    </section>
  );
}

function spansOf(model: Model, candidate: Candidate) {
  const argument = model.arguments.get(candidate.id);
  const ids = argument ? [...argument.premises, argument.supports ?? argument.attacks ?? ''] : [candidate.id];
  return ids.flatMap((id) => model.annotations.get(id)?.spans ?? []);
}
