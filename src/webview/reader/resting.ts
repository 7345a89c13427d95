/* When caret, selection and scroll have come to rest: the host is told, this page remembers where it is, and the bar comes up. */
import { tagOf } from '../../core/annotation/codebook';
import { shorten } from '../../core/annotation/words';
import * as l10n from '../../core/l10n';
import type { Reader } from './reader';
import type { TopPlace } from './view';

export interface Resting {
  /** After a moment without another call. */
  readonly later: () => void;
  /** At once: something that acts on the selection is about to follow. */
  tell(): void;
  remember(): void;
}

/** Everything that it looks at, and the bar that it brings up. */
type Observed = Pick<
  Reader,
  'host' | 'skeleton' | 'view' | 'caret' | 'model' | 'current' | 'spans' | 'ui' | 'drafts' | 'setUi'
>;

const moment = 120;

export function createResting(reader: Observed): Resting {
  const { host, view, caret } = reader;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let top: TopPlace | undefined;
  let announced = '';

  const remember = (): void => {
    if (!reader.model) return;
    top ??= view.top();
    host.remember({
      top: top.offset,
      below: top.below,
      folds: view.openFolds(),
      details: reader.ui.details,
      anchor: caret.anchor,
      focus: caret.focus,
      drafts: reader.drafts,
    });
  };

  const tell = (): void => {
    clearTimeout(timer);
    const { model, current, spans } = reader;
    if (!model) return;
    top = view.top();
    host.send({
      type: 'selection',
      revision: model.revision,
      spans: [...spans],
      caret: caret.focus,
      ...(current !== undefined && { annotation: current }),
      top: top.offset,
    });
    remember();
  };

  return {
    tell,
    remember,
    later: () => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        tell();
        const words = announcement(reader);
        if (words !== undefined && words !== announced) {
          announced = words;
          reader.skeleton.live.textContent = words;
        }
        const { bar, target, armed } = reader.ui;
        if (reader.spans.length > 0 && caret.hasFocus && !bar && !target && armed === undefined)
          reader.setUi({ bar: true });
      }, moment);
    },
  };
}

/**
 * What a screen reader says of the place that the caret has come to, since highlights are nothing to it. Undefined where none is used:
 * the region would only add noise to the page.
 */
function announcement({ model, view, caret }: Pick<Reader, 'model' | 'view' | 'caret'>): string | undefined {
  if (!model || !document.body.classList.contains('vscode-using-screen-reader')) return undefined;
  const ids = new Set(view.intervals.at(caret.focus).map(({ id }) => id));
  if (ids.size === 0) return l10n.t('no annotation');
  const labels = [...ids].map((id) => {
    const annotation = model.annotations.get(id);
    const note = annotation?.note ?? annotation?.wording;
    return tagOf(model.codebook, annotation?.tag ?? '').label + (note ? `: ${shorten(note, 120)}` : '');
  });
  return labels.reduce((before, next) => l10n.t('{0}; in {1}', before, next));
}
