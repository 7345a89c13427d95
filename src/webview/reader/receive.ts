/* The host's messages, one by one. What comes before the first state waits for it. */
import type { Gesture } from '../../core/annotation/gesture';
import type { ToReader } from '../../messages';
import { selectAnew } from './input/anew';
import type { Order } from './input/order';
import type { TypedAhead } from './input/typedAhead';
import { type Model, modelOf, withChanges, withoutGesture } from './model/store';
import type { Reader } from './reader';
import { afterSigns } from './text/runs';

/** What a message can bring about besides a new model. */
type Told = Pick<
  Reader,
  'host' | 'view' | 'caret' | 'keys' | 'ui' | 'model' | 'current' | 'setUi' | 'say' | 'pick' | 'act' | 'setDraft'
>;

interface Inside {
  /** Takes over a model and draws what differs; `isNews` is false where nothing has changed but what this page was told so far. */
  readonly replace: (next: Model, isNews?: boolean) => void;
  /** Told of each message, which may be what something waits for. */
  readonly order: Pick<Order, 'turned' | 'goOn'>;
  readonly typedAhead: Pick<TypedAhead, 'answered' | 'handOver'>;
}

export function createReceiver(reader: Told, { replace, order, typedAhead }: Inside): (message: ToReader) => void {
  const early: ToReader[] = [];

  const receive = (message: ToReader): void => {
    const { model } = reader;
    if (message.type === 'state') {
      replace(modelOf(message, model));
      for (const waiting of early.splice(0)) receive(waiting);
    } else if (model) act(message, model);
    else early.push(message);
    typedAhead.handOver();
    order.goOn();
  };

  const act = (message: Exclude<ToReader, { type: 'state' }>, model: Model): void => {
    switch (message.type) {
      case 'changes': {
        const next = withChanges(model, message);
        if (next) replace(next, !message.rest);
        else {
          // One was missed; the answer to a gesture in it counts all the same.
          if (message.gesture !== undefined) replace(withoutGesture(model, message.gesture));
          reader.host.send({ type: 'ready', revision: model.revision });
        }
        break;
      }
      case 'status':
        replace({ ...model, dirty: message.dirty, notices: message.notices, readOnly: message.readOnly });
        // What was said of why nothing can be changed is not so any more.
        if (model.readOnly && !message.readOnly) reader.say('');
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
      case 'asked':
        typedAhead.answered();
        break;
      case 'turned':
        order.turned();
        break;
      case 'reveal':
        reveal(message, model);
        break;
      case 'review':
        reader.setUi({ review: message.item || message.end ? message : undefined, anew: undefined });
        break;
      case 'anew':
        reader.pick(message.id);
        selectAnew(reader, message.id, message.search);
        break;
      case 'do':
        reader.act(message.tag === undefined ? { action: message.action } : { arm: message.tag });
        break;
    }
  };

  /** Words that were written and could not be saved go back into their field. */
  const keepWords = (gesture: Gesture | undefined): void => {
    if (gesture?.verb !== 'write') return;
    for (const id of gesture.ids) reader.setDraft(id, gesture.field, gesture.value);
  };

  const reveal = ({ id, span, focus }: Extract<ToReader, { type: 'reveal' }>, { article }: Model): void => {
    if (id !== undefined) reader.pick(id, { focus, flash: true });
    else if (span) {
      reader.view.bringIntoView(span);
      reader.caret.set(afterSigns(article, span.start), afterSigns(article, span.end));
      if (focus) reader.caret.takeFocus();
    }
  };

  return receive;
}
