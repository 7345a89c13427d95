/* When caret, selection and scroll have come to rest: the host is told, this page remembers where it is, and the bar comes up. */

import { announce } from '../live';
import { unsaid } from '../model/drafts';
import type { Reader } from '../reader';
import type { TopPlace } from '../view';
import type { ViewState } from '../viewState';
import { placeInWords } from './speech';

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
  'host' | 'skeleton' | 'view' | 'caret' | 'model' | 'current' | 'last' | 'spans' | 'ui' | 'drafts' | 'setUi'
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
    const now: ViewState = {
      top: top.offset,
      below: top.below,
      folds: view.openFolds(),
      details: reader.ui.details,
      chosen: reader.current,
      last: reader.last,
      armed: reader.ui.armed,
      lastTag: reader.ui.lastTag,
      search: reader.ui.search,
      anchor: caret.anchor,
      focus: caret.focus,
      drafts: unsaid(reader.drafts, reader.model),
    };
    host.remember(now);
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
          announce(reader.skeleton.live, words);
        }
        const { bar, target, armed } = reader.ui;
        if (reader.spans.length > 0 && caret.hasFocus && !bar && !target && armed === undefined)
          reader.setUi({ bar: true });
      }, moment);
    },
  };
}

/** What a screen reader is told of the place that the caret has come to. Undefined where none is used: it would only be noise. */
function announcement({ model, view, caret, current }: Pick<Reader, 'model' | 'view' | 'caret' | 'current'>) {
  if (!model?.settings.announce || !document.body.classList.contains('vscode-using-screen-reader')) return undefined;
  const here = view.intervals.at(caret.focus).map(({ id }) => id);
  return placeInWords(model, [...new Set(current === undefined ? here : [current, ...here])]);
}
