/*
 * The reading view as a whole: takes the host's messages, holds the model and what is open, and has everything drawn that follows from a change.
 * A person's gesture is painted here at once and sent with a number; the host's answer confirms it or takes it back.
 */
import type { Gesture } from '../../core/annotation/gesture';
import type { Span } from '../../core/article/article';
import type { FromReader, ReaderAction, ToReader } from '../../messages';
import { createActions } from './actions';
import { type Caret, createCaret } from './caret';
import { carried } from './carry';
import { drawChrome } from './chrome';
import { installKeyboard } from './keyboard';
import { type KeyMeaning, keyTable } from './keys';
import { installPointer } from './pointer';
import { neighbours } from './relations';
import { spansBetween } from './runs';
import type { Skeleton } from './skeleton';
import { type Model, modelOf, withChanges, withGesture, withoutGesture } from './store';
import { initialUi, type Ui } from './ui';
import { type ArticleView, createView, type TopPlace } from './view';
import { type Draft, viewStateOf } from './viewState';
import type { Host } from './vscodeApi';

export interface Reader {
  readonly skeleton: Skeleton;
  readonly host: Host;
  readonly view: ArticleView;
  readonly caret: Caret;
  readonly ui: Ui;
  readonly keys: ReadonlyMap<string, KeyMeaning>;
  /** Undefined until the host's first state has come. */
  readonly model: Model | undefined;
  /** The annotation that speaks up at the caret. */
  readonly current: string | undefined;
  /** The annotation that was last made, changed or picked: what `r` and `f` act on. */
  readonly last: string | undefined;
  /** What is selected, as it would be tagged. */
  readonly spans: readonly Span[];
  readonly draft: Draft | undefined;
  setUi(patch: Partial<Ui>): void;
  setDraft(draft: Draft | undefined): void;
  say(message: string): void;
  /** Leaves something to VS Code's own inputs, which act on what is selected at this moment. */
  ask(what: Extract<FromReader, { type: 'ask' }>['what']): void;
  /** Paints, sends and numbers a gesture; false (and said why) where nothing may be changed. */
  perform(gesture: Gesture): boolean;
  /** Makes an annotation the current one: shown, the caret in it, flashing softly when it was far away. */
  pick(id: string, options?: { readonly focus?: boolean; readonly flash?: boolean }): void;
  /** Makes an annotation under the caret the current one, without moving anything. */
  settleOn(id: string): void;
  /** The annotations under the pointer speak up instead of the caret's. */
  point(ids: readonly string[]): void;
  act(meaning: KeyMeaning): void;
}

type SentGesture = Extract<FromReader, { type: 'gesture' }>['gesture'];

export interface RunningReader extends Reader {
  receive(message: ToReader): void;
}

export function startReader(skeleton: Skeleton, host: Host): RunningReader {
  const before = viewStateOf(host.remembered());
  const view = createView(skeleton);
  let model: Model | undefined;
  let ui: Ui = { ...initialUi, details: before?.details ?? false };
  let keys = new Map<string, KeyMeaning>();
  let chosen: string | undefined;
  let last: string | undefined;
  let pointed: readonly string[] = [];
  let spans: readonly Span[] = [];
  let draft = before?.draft;
  let gestures = 0;
  /** How often the caret has moved, now and when each unanswered gesture was made. */
  let moves = 0;
  const movesAt = new Map<number, number>();
  let restTimer: ReturnType<typeof setTimeout> | undefined;
  let flashTimer: ReturnType<typeof setTimeout> | undefined;
  const early: ToReader[] = [];

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

  const tellSelection = (): void => {
    clearTimeout(restTimer);
    if (!model) return;
    const top = view.top();
    const current = currentOf();
    host.send({
      type: 'selection',
      revision: model.revision,
      spans: [...spans],
      caret: caret.focus,
      ...(current !== undefined && { annotation: current }),
      top: top.offset,
    });
    remember(top);
  };

  /** Told to the host, and remembered, when nothing has moved for a moment. */
  const rest = (): void => {
    clearTimeout(restTimer);
    restTimer = setTimeout(() => {
      tellSelection();
      if (spans.length > 0 && caret.hasFocus && !ui.bar && !ui.target) reader.setUi({ bar: true });
    }, 120);
  };

  const remember = (top: TopPlace = view.top()): void => {
    host.remember({
      top: top.offset,
      below: top.below,
      folds: view.openFolds(),
      details: ui.details,
      anchor: caret.anchor,
      focus: caret.focus,
      ...(draft && { draft }),
    });
  };

  /** An answer that comes late must not take a person back who has gone on to other words meanwhile. */
  const stayedSince = (gesture: number | undefined): boolean => {
    if (gesture === undefined) return true;
    const then = movesAt.get(gesture);
    movesAt.delete(gesture);
    return then === moves;
  };

  const caretMoved = (): void => {
    if (!model) return;
    moves++;
    spans = caret.anchor === caret.focus ? [] : spansBetween(model.article, view.page.runs, caret.anchor, caret.focus);
    if (chosen !== undefined && currentOf() !== chosen) chosen = undefined;
    emphasise();
    reader.setUi({ bar: false, ...(ui.hover?.focused ? {} : { hover: undefined }) });
    rest();
  };

  const caret = createCaret(skeleton, view, caretMoved);
  const draw = drawChrome(() => reader);

  /** Draws what differs, and keeps what a person is looking at. */
  const replace = (next: Model): void => {
    const previous = model;
    model = next;
    if (!previous) {
      applySettings();
      const begin =
        next.article.blocks.find((block) => block.kind !== 'furniture' && block.runs.length > 0)?.runs[0]?.start ?? 0;
      view.show(next, new Set(before?.folds), before && { offset: before.top, below: before.below });
      caret.set(
        Math.min(before?.anchor ?? begin, next.article.text.length),
        Math.min(before?.focus ?? begin, next.article.text.length),
      );
      if (document.hasFocus()) caret.takeFocus();
    } else if (previous.article !== next.article) {
      const carry = (offset: number) => carried(offset, previous.article.text, next.article.text);
      const top = view.top();
      view.show(next, new Set(view.openFolds().map(carry)), { offset: carry(top.offset), below: top.below });
      caret.set(carry(caret.anchor), carry(caret.focus));
    } else view.update(previous, next);
    if (chosen !== undefined && previous?.annotations.has(chosen) && !next.annotations.has(chosen)) chosen = undefined;
    if (previous && previous.settings !== next.settings) applySettings();
    if (previous?.settings !== next.settings || previous.codebook !== next.codebook) {
      keys = keyTable(next.settings.keys, next.codebook.tags);
    }
    pointed = pointed.filter((id) => next.annotations.has(id));
    emphasise();
    draw();
  };

  const applySettings = (): void => {
    if (!model) return;
    skeleton.root.dataset.font = model.settings.readingFont;
    skeleton.root.style.setProperty('--line-width', `${Math.min(200, Math.max(20, model.settings.lineWidth))}ch`);
    skeleton.column.setAttribute('aria-label', `Article ${model.name}`);
  };

  const reader: RunningReader = {
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
    get draft() {
      return draft;
    },
    setUi: (patch) => {
      const details = ui.details;
      ui = { ...ui, ...patch };
      draw();
      if (details !== ui.details && model) remember();
    },
    setDraft: (newDraft) => {
      draft = newDraft;
      remember();
    },
    say: (message) => reader.setUi({ message }),
    ask: (what) => {
      tellSelection();
      host.send({ type: 'ask', what });
    },
    perform: (gesture) => {
      if (!model) return false;
      if (model.readOnly) {
        const why = model.notices.find((notice) => notice.severity === 'error') ?? model.notices[0];
        reader.say(`Nothing can be changed here. ${why?.message ?? ''}`.trim());
        return false;
      }
      const number = ++gestures;
      if ('id' in gesture && gesture.verb !== 'argue' && gesture.id !== undefined) last = gesture.id;
      else if ('ids' in gesture && gesture.verb !== 'remove') last = gesture.ids[0];
      if (gesture.verb === 'tag') chosen = gesture.id;
      replace(withGesture(model, number, gesture));
      if (ui.message !== '') reader.setUi({ message: '' });
      host.send({ type: 'gesture', number, revision: model.revision, gesture: gesture as SentGesture });
      // Where the caret is put by the one who performs is part of the gesture.
      queueMicrotask(() => movesAt.set(number, moves));
      rest();
      return true;
    },
    pick: (id, options = {}) => {
      const annotation = model?.annotations.get(id);
      if (!model || !annotation) return;
      const span = annotation.spans[0];
      chosen = id;
      last = id;
      if (span) {
        view.bringIntoView(span);
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
      draw();
      rest();
    },
    settleOn: (id) => {
      chosen = id;
      last = id;
      emphasise();
      draw();
    },
    point: (ids) => {
      if (ids.length === pointed.length && ids.every((id, i) => id === pointed[i])) return;
      pointed = ids;
      emphasise();
    },
    act: (meaning) => {
      caret.sync();
      actions(meaning);
    },
    receive: (message) => {
      if (message.type === 'state') {
        replace(modelOf(message, model));
        for (const waiting of early.splice(0)) reader.receive(waiting);
        return;
      }
      if (!model) {
        early.push(message);
        return;
      }
      switch (message.type) {
        case 'changes': {
          const next = withChanges(model, message);
          if (!next) {
            if (message.gesture !== undefined) model = withoutGesture(model, message.gesture);
            host.send({ type: 'ready', revision: model.revision });
            break;
          }
          replace(next);
          if (message.select !== undefined && message.select !== chosen && stayedSince(message.gesture)) {
            reader.pick(message.select);
          }
          break;
        }
        case 'status':
          replace({ ...model, dirty: message.dirty, notices: message.notices, readOnly: message.readOnly });
          break;
        case 'settings':
          replace({ ...model, settings: message.settings });
          break;
        case 'refused':
          keepWords(model.pending.find(({ number }) => number === message.gesture)?.gesture);
          if (message.gesture !== undefined) replace(withoutGesture(model, message.gesture));
          reader.say(message.message);
          break;
        case 'say':
          reader.say(message.message);
          break;
        case 'reveal':
          reveal(message);
          break;
        case 'do':
          reader.act({ action: message.action satisfies ReaderAction });
          break;
      }
    },
  };

  /** Words that were written and could not be saved go back into their field. */
  const keepWords = (gesture: Gesture | undefined): void => {
    const id = gesture?.verb === 'write' ? gesture.ids[0] : undefined;
    if (gesture?.verb === 'write' && id !== undefined)
      reader.setDraft({ id, field: gesture.field, value: gesture.value });
  };

  const reveal = (message: Extract<ToReader, { type: 'reveal' }>): void => {
    if (message.id !== undefined) reader.pick(message.id, { focus: message.focus, flash: true });
    else if (message.span) {
      view.bringIntoView(message.span);
      caret.set(message.span.start, message.span.end);
      if (message.focus) caret.takeFocus();
    }
  };

  const actions = createActions(reader);
  installKeyboard(reader);
  installPointer(reader);
  skeleton.scroller.addEventListener('scroll', rest, { passive: true });
  return reader;
}
