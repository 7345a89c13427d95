/* All keys of the reading view, as they are in the table now: the codebook's tags, the grammar, and the browser's own moves. */

import { useEffect, useRef } from 'preact/hooks';
import { tagOf } from '../../../core/annotation/codebook';
import * as l10n from '../../../core/l10n';
import type { KeyMeaning } from '../input/keys';
import { actionWords, moveWords } from '../input/keyWords';
import type { Model } from '../model/store';
import type { Reader } from '../reader';

export function KeysOverlay({
  reader,
  model,
}: {
  readonly reader: Pick<Reader, 'keys' | 'caret' | 'setUi'>;
  readonly model: Model;
}) {
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    element.current?.focus();
  }, []);
  const actions = actionWords();
  const close = () => {
    reader.setUi({ keys: false });
    reader.caret.takeFocus();
  };
  /** Nothing where no key does any of it: a codebook may have no keys. */
  const group = (title: string, wanted: (meaning: KeyMeaning) => string | undefined) => {
    const rows = [...reader.keys].flatMap(([key, meaning]) => {
      const text = wanted(meaning);
      return text === undefined ? [] : [<Row key={key} keys={key} text={text} />];
    });
    return (
      rows.length > 0 && (
        <>
          <h2>{title}</h2>
          <dl>{rows}</dl>
        </>
      )
    );
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions lint/a11y/useKeyWithClickEvents: what lies around a dialog; its keys are Esc and `?`.
    <div class="overlay" onClick={close}>
      <div
        ref={element}
        class="keys"
        role="dialog"
        aria-modal="true"
        aria-label={l10n.t('Keys of the reading view')}
        tabIndex={-1}
        onClick={(event) => event.stopPropagation()}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' && event.key !== '?') return;
          event.stopPropagation();
          close();
        }}
      >
        <button
          type="button"
          class="icon close"
          title={l10n.t('Close the keys')}
          aria-label={l10n.t('Close the keys')}
          onClick={close}
        >
          <span aria-hidden="true">×</span>
        </button>
        {group(l10n.t('Tag the selection, or the sentence at the caret; retag an annotation'), (meaning) =>
          'tag' in meaning ? tagOf(model.codebook, meaning.tag).label : undefined,
        )}
        {group(l10n.t('Arm a tag: each new selection gets it, until Esc'), (meaning) =>
          'arm' in meaning ? tagOf(model.codebook, meaning.arm).label : undefined,
        )}
        {group(l10n.t('Annotations and arguments'), (meaning) =>
          'action' in meaning ? actions[meaning.action] : undefined,
        )}
        <h2>{l10n.t('Moving')}</h2>
        <dl>
          {moveWords().map(([keys, text]) => (
            <Row key={keys} keys={keys} text={text} />
          ))}
        </dl>
      </div>
    </div>
  );
}

function Row({ keys, text }: { readonly keys: string; readonly text: string }) {
  return (
    <div>
      <dt>
        <kbd>{keys}</kbd>
      </dt>
      <dd>{text}</dd>
    </div>
  );
}
