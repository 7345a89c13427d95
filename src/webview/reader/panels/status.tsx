/* The status line: counts by tag, orphans, unsaved, who; and the last thing that was said. */
import { tagOf } from '../../../core/annotation/codebook';
import { inSentence, plural } from '../../../core/annotation/words';
import * as l10n from '../../../core/l10n';
import { disarm } from '../input/armed';
import { keyFor } from '../input/keys';
import { inOrder } from '../model/relations';
import type { Model } from '../model/store';
import { summaryOf } from '../model/summary';
import type { Reader } from '../reader';
import { colourClass } from './tagLabel';

export function Status({
  reader,
  model,
}: {
  readonly reader: Pick<Reader, 'skeleton' | 'caret' | 'ui' | 'keys' | 'pick' | 'act' | 'ask' | 'setUi' | 'say'>;
  readonly model: Model;
}) {
  const { byTag, orphans, drifted } = summaryOf(model.annotations);
  const order = [...model.codebook.tags.map((tag) => tag.name), ...byTag.keys()];
  const names = [...new Set(order)].filter((name) => (byTag.get(name) ?? 0) > 0);
  const key = keyFor(reader.keys, { action: 'keys' });
  return (
    <>
      <div class="counts">
        {names.map((name) => {
          const tag = tagOf(model.codebook, name);
          return (
            <button
              type="button"
              key={name}
              class={colourClass(tag)}
              title={l10n.t('Next {0}', inSentence(tag.label))}
              onClick={() => next(reader, model, name)}
            >
              <i class="dot" aria-hidden="true" />
              <Count count={byTag.get(name) ?? 0} noun={plural(byTag.get(name) ?? 0, inSentence(tag.label))} />
            </button>
          );
        })}
        {model.arguments.size > 0 && (
          <span class="arguments">{l10n.plural(model.arguments.size, '{0} argument', '{0} arguments')}</span>
        )}
        {orphans.length > 0 && (
          <button
            type="button"
            class="orphans"
            title={l10n.t('Show annotations whose words are not in the article any more')}
            onClick={() => reader.skeleton.unplaced.scrollIntoView({ block: 'nearest' })}
          >
            <i class="dot" aria-hidden="true" />
            <Count count={orphans.length} noun={l10n.plural(orphans.length, 'orphan', 'orphans')} />
          </button>
        )}
        {drifted > 0 && (
          <button
            type="button"
            class="drifted"
            title={l10n.t('Review what has drifted: words that have changed, or that may stand elsewhere')}
            onClick={() => reader.ask('reviewDrift')}
          >
            <i class="dot" aria-hidden="true" />
            <Count count={drifted} noun={l10n.t('to look at')} />
          </button>
        )}
      </div>
      {reader.ui.armed !== undefined && <Armed reader={reader} model={model} armed={reader.ui.armed} />}
      <div class="message" title={reader.ui.message}>
        {reader.ui.message}
      </div>
      <div class="right">
        {model.dirty && <span>{l10n.t('unsaved')}</span>}
        {model.settings.annotator !== '' && <span dir="auto">{model.settings.annotator}</span>}
        <button
          type="button"
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => reader.act({ action: 'keys' })}
        >
          {key && <kbd>{key}</kbd>} {l10n.t('keys')}
        </button>
      </div>
    </>
  );
}

/** The tag that each new selection gets, and how to end that. */
function Armed({
  reader,
  model,
  armed,
}: {
  readonly reader: Pick<Reader, 'skeleton' | 'setUi' | 'say'>;
  readonly model: Model;
  readonly armed: string;
}) {
  const tag = tagOf(model.codebook, armed);
  return (
    <button
      type="button"
      class={`armed ${colourClass(tag)}`}
      title={l10n.t(
        'Each new selection is tagged {0}; Enter does it for one that was grown by key. Esc or a click ends it.',
        inSentence(tag.label),
      )}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => disarm(reader)}
    >
      <i class="dot" aria-hidden="true" />
      <b dir="auto">{tag.label}</b>
      <span class="noun"> {l10n.t('armed')}</span> <kbd>{l10n.t('Esc')}</kbd>
    </button>
  );
}

/** Where there is little room only the number is seen, by the dot of its tag. `noun` has the form for the count. */
function Count({ count, noun }: { readonly count: number; readonly noun: string }) {
  return (
    <>
      {l10n.number(count)}
      <span class="noun"> {noun}</span>
    </>
  );
}

/** The next annotation of a tag after the caret, from the top again after the last one. */
function next(reader: Pick<Reader, 'caret' | 'pick'>, model: Model, tag: string): void {
  const all = inOrder(model.annotations).filter((annotation) => annotation.tag === tag);
  const after = all.find((annotation) => (annotation.spans[0]?.start ?? 0) > reader.caret.focus);
  const target = after ?? all[0];
  if (target) reader.pick(target.id, { focus: true });
}
