/*
 * The reading view as a whole: takes the host's messages, holds the model and what is open, and has everything drawn that follows from a change.
 * A person's gesture is painted here at once and sent with a number; the host's answer confirms it or takes it back.
 */
import type { Span } from '../../core/article/article';
import * as l10n from '../../core/l10n';
import type { FromReader, ToReader } from '../../messages';
import { createCaret } from './caret/caret';
import { createHistory } from './caret/history';
import { createResting } from './caret/resting';
import { changeInWords } from './caret/speech';
import { createActions } from './input/actions';
import { arm, disarm, installArmed } from './input/armed';
import { installDrops } from './input/drops';
import { installKeyboard } from './input/keyboard';
import { type KeyMeaning, keyTable } from './input/keys';
import { keepOrder } from './input/order';
import { installPointer } from './input/pointer';
import { catchTypedAhead } from './input/typedAhead';
import { announce } from './live';
import { createRuler } from './margin/ruler';
import { stillUnsaid, withDraft } from './model/drafts';
import { neighbours } from './model/relations';
import { type Model, withGesture } from './model/store';
import { drawChrome } from './panels/chrome';
import type { Reader } from './reader';
import { createReceiver } from './receive';
import type { Skeleton } from './skeleton';
import { carried } from './text/carry';
import { spansBetween } from './text/runs';
import { initialUi, type Ui } from './ui';
import { createView } from './view';
import { viewStateOf } from './viewState';
import type { Host } from './vscodeApi';

type SentGesture = Extract<FromReader, { type: 'gesture' }>['gesture'];

export interface RunningReader {
  readonly reader: Reader;
  receive(message: ToReader): void;
}

export function startReader(skeleton: Skeleton, door: Host): RunningReader {
  const host: Host = { ...door, send: (message) => order.send(message) };
  const before = viewStateOf(host.remembered());
  const view = createView(skeleton, () => ruler.touch());
  let model: Model | undefined;
  let ui: Ui = {
    ...initialUi,
    ...(before && { details: before.details, search: before.search, lastTag: before.lastTag }),
  };
  let keys = new Map<string, KeyMeaning>();
  let chosen = before?.chosen;
  let last = before?.last;
  let pointed: readonly string[] = [];
  let spans: readonly Span[] = [];
  const history = createHistory();
  let drafts = before?.drafts ?? [];
  let gestures = 0;
  let flashTimer: ReturnType<typeof setTimeout> | undefined;

  /** It has no words in the text, so nothing but a pick leads to it, and any move of the caret away. */
  const isUnplaced = (id: string | undefined) => id !== undefined && model?.annotations.get(id)?.spans.length === 0;

  const currentOf = (): string | undefined => {
    if (!model) return undefined;
    const { focus } = caret;
    const annotation = chosen === undefined ? undefined : model.annotations.get(chosen);
    if (
      annotation &&
      (annotation.spans.length === 0 || annotation.spans.some((span) => span.start <= focus && focus <= span.end))
    ) {
      return chosen;
    }
    return view.intervals.at(focus)[0]?.id;
  };

  const emphasise = (): void => {
    if (!model) return;
    const current = currentOf();
    const ids = (pointed.length > 0 ? pointed.slice(0, 1) : current === undefined ? [] : [current]).filter((id) =>
      model?.annotations.has(id),
    );
    const related = new Map(ids.flatMap((id) => [...neighbours(model as Model, id)]));
    view.emphasise(ids, related);
  };

  const caretMoved = (): void => {
    if (!model) return;
    history.visit(caret.focus);
    spans = caret.anchor === caret.focus ? [] : spansBetween(model.article, view.page.runs, caret.anchor, caret.focus);
    if (isUnplaced(chosen) || currentOf() !== chosen) chosen = undefined;
    emphasise();
    reader.setUi({ bar: false });
    resting.later();
  };

  const caret = createCaret(skeleton, view, caretMoved);
  const chrome = drawChrome(() => reader);

  const restoreCaret = (anchor: number, focus: number, takeFocus: boolean): void => {
    const picked = chosen;
    caret.restore(anchor, focus, { takeFocus });
    if (isUnplaced(picked)) chosen = picked;
  };

  /** Draws what differs, and keeps what a person is looking at. */
  const replace = (next: Model, isNews = true): void => {
    const previous = model;
    // Where a person has just clicked, on the words as they were, whose event is still to come.
    if (previous && previous.article !== next.article) caret.sync();
    model = next;
    // Also with what was left out of the first state: it says what is saved, and what the caret is on.
    if (!previous || !isNews) drafts = stillUnsaid(drafts, next.annotations);
    if (!isNews) resting.later();
    if (!previous) {
      applySettings();
      // They take room of the text, whose lines are to stand where they stood.
      skeleton.details.hidden = !ui.details;
      const first =
        next.article.blocks.find((block) => block.kind !== 'furniture' && block.runs.length > 0)?.runs[0]?.start ?? 0;
      const top = before ?? (next.begin && { ...next.begin, below: 0 });
      view.show(next, new Set(before?.folds), top && { offset: top.top, below: top.below });
      const within = (offset: number) => Math.min(offset, next.article.text.length);
      const begin = next.begin?.caret ?? first;
      restoreCaret(within(before?.anchor ?? begin), within(before?.focus ?? begin), document.hasFocus());
      if (before?.armed !== undefined && !next.readOnly) arm(reader, before.armed);
    } else if (previous.article !== next.article) {
      const carry = (offset: number) => carried(offset, previous.article.text, next.article.text);
      history.carry(carry);
      const top = view.top();
      view.show(next, new Set(view.openFolds().map(carry)), { offset: carry(top.offset), below: top.below });
      restoreCaret(carry(caret.anchor), carry(caret.focus), false);
    } else view.update(previous, next);
    const changed = previous && isNews && next.settings.announce ? changeInWords(previous, next) : undefined;
    if (changed !== undefined) announce(skeleton.live, changed);
    if (chosen !== undefined && previous?.annotations.has(chosen) && !next.annotations.has(chosen)) chosen = undefined;
    if (previous && previous.settings !== next.settings) applySettings();
    if (previous?.settings !== next.settings || previous.codebook !== next.codebook) {
      keys = keyTable(next.settings.keys, next.codebook.tags);
    }
    pointed = pointed.filter((id) => next.annotations.has(id));
    const { armed, target } = ui;
    if (target && !target.premises.every((id) => next.annotations.has(id))) {
      // Somebody has deleted what was to support or attack something.
      const hadFocus = skeleton.prompt.contains(document.activeElement);
      reader.setUi({ target: undefined });
      if (hadFocus) caret.takeFocus();
    }
    if (armed !== undefined && !next.codebook.tags.some(({ name }) => name === armed)) disarm(reader);
    emphasise();
    chrome.soon();
    if (previous && previous.pending.length > next.pending.length) resting.remember();
  };

  const applySettings = (): void => {
    if (!model) return;
    skeleton.root.dataset.font = model.settings.readingFont;
    skeleton.root.style.setProperty('--line-width', `${Math.min(200, Math.max(20, model.settings.lineWidth))}ch`);
    skeleton.root.style.setProperty('--zoom', String(model.settings.zoom / 100));
    skeleton.column.setAttribute('aria-label', l10n.t('Article {0}', model.name));
  };

  const reader: Reader = {
    skeleton,
    host,
    view,
    caret,
    get ui() {
      return ui;
    },
    get keys() {
      return keys;
    },
    get model() {
      return model;
    },
    get current() {
      return currentOf();
    },
    get last() {
      return last !== undefined && model?.annotations.has(last) ? last : undefined;
    },
    get spans() {
      return spans;
    },
    history,
    get drafts() {
      return drafts;
    },
    setUi: (patch) => {
      const earlier = ui;
      ui = { ...ui, ...patch };
      // What goes is drawn before the next key, too: a prompt that comes in the same frame is another one, and takes the focus anew.
      const hasField = ['find', 'tagHits', 'target', 'pick'] as const;
      if (patch.focusDetails || patch.find || hasField.some((part) => ui[part] !== earlier[part])) chrome.now();
      else chrome.soon();
      if (earlier.details !== ui.details || earlier.armed !== ui.armed) resting.remember();
    },
    setDraft: (id, field, value) => {
      drafts = withDraft(drafts, id, field, value);
      resting.remember();
      chrome.soon();
    },
    say: (message) => {
      if (message !== ui.message) reader.setUi({ message });
    },
    ask: (what) => {
      resting.tell();
      host.send({ type: 'ask', what });
      typedAhead.asked(what);
    },
    perform: (gesture) => {
      if (!model) return false;
      if (model.readOnly) {
        const why = model.notices.find((notice) => notice.severity === 'error') ?? model.notices[0];
        reader.say([l10n.t('Nothing can be changed here.'), why?.message ?? ''].join(' ').trim());
        return false;
      }
      const number = ++gestures;
      if ('id' in gesture && gesture.verb !== 'argue' && gesture.id !== undefined) last = gesture.id;
      else if ('ids' in gesture && gesture.verb !== 'remove') last = gesture.ids?.[0];
      if (gesture.verb === 'tag') chosen = gesture.id;
      replace(withGesture(model, number, gesture));
      reader.say('');
      host.send({ type: 'gesture', number, revision: model.revision, gesture: gesture as SentGesture });
      if (gesture.verb === 'write') resting.remember();
      resting.later();
      return true;
    },
    pick: (id, options = {}) => {
      const annotation = model?.annotations.get(id);
      if (!model || !annotation) return;
      const span = annotation.spans[0];
      chosen = id;
      last = id;
      // What is gone to speaks up, and not what the pointer was left on.
      pointed = [];
      if (span) {
        view.bringIntoView(span);
        if (options.flash) history.leap();
        caret.set(span.start);
        chosen = id;
        if (options.flash) {
          view.mark('flash', annotation.spans);
          clearTimeout(flashTimer);
          flashTimer = setTimeout(() => view.mark('flash', []), 900);
        }
      }
      emphasise();
      if (options.focus) caret.takeFocus();
      chrome.soon();
      resting.later();
    },
    settleOn: (id) => {
      chosen = id;
      last = id ?? last;
      pointed = [];
      emphasise();
      chrome.soon();
      resting.later();
    },
    point: (ids) => {
      if (ids.length === pointed.length && ids.every((id, i) => id === pointed[i])) return;
      pointed = ids;
      emphasise();
    },
    act: (meaning) =>
      order.inOrder(() => {
        caret.sync();
        if (ui.anew === undefined) reader.say('');
        actions(meaning);
      }),
    inOrder: (deed) => order.inOrder(deed),
  };

  const ruler = createRuler(reader);
  const resting = createResting(reader);
  const actions = createActions(reader);
  installKeyboard(reader);
  installPointer(reader);
  installDrops(reader);
  installArmed(reader);
  skeleton.scroller.addEventListener('scroll', resting.later, { passive: true });
  const typedAhead = catchTypedAhead(reader);
  const order = keepOrder(reader, door.send);
  return { reader, receive: createReceiver(reader, { replace, order, typedAhead }) };
}
