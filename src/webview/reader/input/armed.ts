/*
 * An armed tag: each new selection gets it at once, until Esc. A selection by mouse is done when the button is let go, one by key when Shift
 * is; one that was grown step by step waits for Enter, since nobody knows which step is the last.
 */
import { tagOf } from '../../../core/annotation/codebook';
import { inSentence } from '../../../core/annotation/words';
import * as l10n from '../../../core/l10n';
import { movingKeys } from '../caret/moves';
import type { Reader } from '../reader';

/** A double click may become a triple one. In milliseconds; browsers count clicks as one for about as long. */
const nextClick = 350;

/** Arms a tag, or disarms it where it is armed already. */
export function arm(reader: Pick<Reader, 'skeleton' | 'model' | 'ui' | 'setUi' | 'say'>, tag: string): void {
  const { model, ui } = reader;
  if (!model) return;
  if (ui.armed === tag) {
    disarm(reader);
    return;
  }
  if (model.readOnly) {
    reader.say(l10n.t('Nothing can be changed here, so no tag can be armed.'));
    return;
  }
  if (!model.codebook.tags.some(({ name }) => name === tag)) {
    reader.say(l10n.t('The codebook has no tag “{0}”.', tag));
    return;
  }
  reader.skeleton.column.dataset.armed = '';
  const label = inSentence(tagOf(model.codebook, tag).label);
  reader.setUi({ armed: tag, bar: false, message: l10n.t('Each new selection is tagged {0}, until Esc.', label) });
}

export function disarm(reader: Pick<Reader, 'skeleton' | 'setUi'>): void {
  delete reader.skeleton.column.dataset.armed;
  reader.setUi({ armed: undefined, message: '' });
}

export function installArmed(reader: Pick<Reader, 'skeleton' | 'caret' | 'ui' | 'spans' | 'act' | 'inOrder'>): void {
  const { column } = reader.skeleton;
  let pressed = false;
  let shifted = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const settle = () => {
    timer = undefined;
    reader.inOrder(() => {
      const { armed, target } = reader.ui;
      if (armed === undefined || target) return;
      reader.caret.sync();
      if (reader.spans.length > 0) reader.act({ tag: armed });
    });
  };

  column.addEventListener('mousedown', (event) => {
    clearTimeout(timer);
    timer = undefined;
    // A click on a fold leaves the selection as it is.
    pressed = event.button === 0 && !(event.target as Element).closest('.fold');
  });
  window.addEventListener('mouseup', (event) => {
    if (!pressed || event.button !== 0) return;
    pressed = false;
    if (reader.ui.armed === undefined) return;
    // The browser takes a click's selection away only after this.
    timer = setTimeout(settle, event.detail > 1 ? nextClick : 0);
  });
  window.addEventListener(
    'keydown',
    (event) => {
      // As they are pressed, and not when it is their turn: Shift is let go before that.
      if (event.isTrusted && event.shiftKey && movingKeys.has(event.key) && event.target === column) shifted = true;
      if (timer === undefined) return;
      // A key comes sooner than a timer on a busy machine; what was selected before it is not to be mistaken for what it selects.
      clearTimeout(timer);
      settle();
    },
    { capture: true },
  );
  column.addEventListener('keyup', (event) => {
    if (event.key !== 'Shift' || !shifted) return;
    shifted = false;
    settle();
  });
}
