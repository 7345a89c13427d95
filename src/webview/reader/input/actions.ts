/*
 * What each key, button and command does in the reading view: from an action's name and where the person stands to a gesture, a move,
 * or a sentence that says what is missing.
 */

import { tagOf } from '../../../core/annotation/codebook';
import type { Relation } from '../../../core/annotation/model';
import { alreadyTagged, isTwin } from '../../../core/annotation/twin';
import type { Span } from '../../../core/article/article';
import { sentenceSpan } from '../../../core/article/sentences';
import * as l10n from '../../../core/l10n';
import type { ReaderAction } from '../../../messages/readerActions';
import { follow, goThrough } from '../caret/follow';
import { inOrder } from '../model/relations';
import type { Model } from '../model/store';
import { unusedId } from '../model/unusedIds';
import type { Reader } from '../reader';
import { grown } from '../text/grow';
import { arm, disarm } from './armed';
import type { KeyMeaning } from './keys';
import { openFind, openPickList } from './prompts';

export function createActions(reader: Reader): (meaning: KeyMeaning) => void {
  /** Selections that were grown, from small to large, for the way back. */
  let smaller: Span[] = [];

  const tag = (model: Model, name: string): void => {
    const { current, spans, caret } = reader;
    if (spans.length === 0 && current !== undefined) {
      reader.setUi({ lastTag: name });
      if (model.annotations.get(current)?.tag !== name) reader.perform({ verb: 'retag', ids: [current], tag: name });
      return;
    }
    const sentence = spans.length > 0 ? undefined : sentenceSpan(model.article, caret.focus);
    const tagged = sentence ? [sentence] : [...spans];
    if (tagged.length === 0) {
      reader.say(l10n.t('There are no words here to tag. Select some, or put the caret into a sentence.'));
      return;
    }
    // The host would refuse to say the same again, and what is pressed next would be about an annotation that is only painted.
    const said = saidAlready(model, name, tagged);
    if (!said && !reader.perform({ verb: 'tag', tag: name, spans: tagged, id: unusedId(model) })) return;
    reader.setUi({ lastTag: name });
    // The caret stays in the words just tagged: the next key retags them.
    if (!sentence) caret.set(Math.max(...tagged.map((span) => span.end)));
    if (!said) return;
    reader.settleOn(said.id);
    reader.say(alreadyTagged(tagOf(model.codebook, name).label));
  };

  const step = (model: Model, direction: 1 | -1, sameTag: boolean): void => {
    const order = inOrder(model.annotations);
    const current = reader.current;
    const here = current === undefined ? undefined : model.annotations.get(current);
    const wanted = sameTag ? here?.tag : undefined;
    if (sameTag && !here) {
      reader.say(l10n.t('Put the caret on an annotation first, then go to the next one of its tag.'));
      return;
    }
    const at = here ? order.indexOf(here) : -1;
    const { focus } = reader.caret;
    const after = order.findIndex((annotation) => (annotation.spans[0]?.start ?? 0) > focus);
    // Between two, the caret stands before the one that comes next.
    const next = after < 0 ? order.length : after;
    const start = at >= 0 ? at + direction : direction > 0 ? next : next - 1;
    for (let i = start; i >= 0 && i < order.length; i += direction) {
      const annotation = order[i];
      if (annotation && (wanted === undefined || annotation.tag === wanted)) {
        reader.pick(annotation.id, { flash: false });
        return;
      }
    }
    reader.say(direction > 0 ? l10n.t('No annotation follows.') : l10n.t('No annotation precedes.'));
  };

  const grow = (model: Model, direction: 1 | -1): void => {
    const { caret } = reader;
    const { selected } = caret;
    if (direction < 0) {
      const back = smaller.pop();
      if (back) caret.set(back.start, back.end);
      return;
    }
    const next = grown(model.article, reader.view.page.runs, selected);
    if (!next) return;
    if (smaller.length > 0 && !smaller.some((span) => span.start >= selected.start && span.end <= selected.end))
      smaller = [];
    const last = smaller.at(-1);
    if (last?.start !== selected.start || last.end !== selected.end) smaller.push(selected);
    caret.set(next.start, next.end);
  };

  const details = (model: Model): void => {
    const { current, spans } = reader;
    const { armed } = reader.ui;
    if (spans.length > 0 && armed !== undefined) {
      // Enter ends a selection that was grown by key; a note would break the row of them.
      tag(model, armed);
      return;
    }
    if (spans.length > 0) {
      const name = reader.ui.lastTag ?? model.codebook.tags[0]?.name;
      if (name === undefined) return;
      tag(model, name);
    } else if (current === undefined) {
      const href = linkAt(reader);
      if (href !== undefined) reader.host.send({ type: 'openLink', href });
      else reader.say(l10n.t('No annotation here. Select words and press Enter to tag them and write a note.'));
      return;
    }
    reader.setUi({ details: true, focusDetails: true, hover: undefined, bar: false });
  };

  const argue = (relation: Relation): void => {
    const { current } = reader;
    if (current === undefined) {
      reader.say(
        relation === 'supports'
          ? l10n.t('Put the caret on the annotation that supports something, then press the key again.')
          : l10n.t('Put the caret on the annotation that attacks something, then press the key again.'),
      );
      return;
    }
    if (reader.model?.readOnly) reader.perform({ verb: 'argue', premises: [current], relation, target: '' });
    else reader.setUi({ target: { premises: [current], relation }, bar: false, hover: undefined });
  };

  const respan = (verb: 'respan' | 'addFragment'): void => {
    const { spans, caret, ui } = reader;
    const last = (verb === 'respan' ? ui.anew : undefined) ?? reader.last;
    if (spans.length === 0) reader.say(l10n.t('Select the words first.'));
    else if (last === undefined)
      reader.say(l10n.t('Pick an annotation first (click it, or press n), then select its words.'));
    else if (reader.perform({ verb, id: last, spans: [...spans] })) {
      reader.setUi({ anew: undefined });
      caret.set(Math.max(...spans.map((span) => span.end)));
      reader.pick(last, { flash: false });
    }
  };

  const perform: Readonly<Record<ReaderAction, (model: Model) => void>> = {
    growSelection: (model) => grow(model, 1),
    shrinkSelection: (model) => grow(model, -1),
    nextAnnotation: (model) => step(model, 1, false),
    previousAnnotation: (model) => step(model, -1, false),
    nextOfTag: (model) => step(model, 1, true),
    previousOfTag: (model) => step(model, -1, true),
    details,
    hover: () => {
      const ids = reader.view.intervals.at(reader.caret.focus).map((interval) => interval.id);
      const all = [...new Set(ids.length > 0 || reader.current === undefined ? ids : [reader.current])];
      const href = linkAt(reader);
      if (all.length === 0 && href === undefined) {
        reader.say(l10n.t('No annotation here.'));
        return;
      }
      const { focus } = reader.caret;
      reader.setUi({
        hover: { ids: all, at: { start: focus, end: focus }, focused: true, ...(href !== undefined && { href }) },
      });
    },
    pickHere: (model) => openPickList(reader, model),
    support: () => argue('supports'),
    attack: () => argue('attacks'),
    tagByList: () => reader.ask('tagByList'),
    addUnstated: () => reader.ask('addUnstated'),
    respan: () => respan('respan'),
    addFragment: () => respan('addFragment'),
    repeat: (model) => {
      const { lastTag } = reader.ui;
      if (lastTag === undefined) reader.say(l10n.t('Nothing has been tagged yet.'));
      else tag(model, lastTag);
    },
    remove: () => {
      const { current } = reader;
      if (current === undefined) reader.say(l10n.t('Put the caret on the annotation that is to be deleted.'));
      else reader.perform({ verb: 'remove', ids: [current] });
    },
    armTag: () => {
      if (reader.ui.armed !== undefined) disarm(reader);
      else reader.ask('armTag');
    },
    find: () => openFind(reader),
    tagAllHits: (model) => {
      if (model.readOnly) reader.perform({ verb: 'tagEach', tag: '', spans: [] });
      else openFind(reader, { tagHits: reader.ui.search.words !== '' || reader.spans.length === 1 });
    },
    goTo: () => reader.ask('goTo'),
    goToHeading: () => reader.ask('goToHeading'),
    goToConclusion: (model) => follow(reader, model, 'conclusion'),
    goToPremise: (model) => follow(reader, model, 'premise'),
    goBack: () => goThrough(reader, -1),
    goForward: () => goThrough(reader, 1),
    copyQuote: () => reader.ask('copyQuote'),
    toggleAnnouncements: () => reader.ask('toggleAnnouncements'),
    keys: () => reader.setUi({ keys: !reader.ui.keys }),
  };

  return (meaning) => {
    const { model } = reader;
    if (!model) return;
    if ('tag' in meaning) tag(model, meaning.tag);
    else if ('arm' in meaning) arm(reader, meaning.arm);
    else perform[meaning.action](model);
  };
}

/** The annotation by which the annotator has said the same of the same words. */
const saidAlready = ({ annotations, settings }: Model, tag: string, spans: readonly Span[]) =>
  [...annotations.values()].find((one) => isTwin(one, { tag, by: settings.annotator, spans }));

/** The openable link that the caret stands in. */
function linkAt(reader: Pick<Reader, 'view' | 'caret'>): string | undefined {
  const place = reader.view.places.place(reader.caret.focus, 'back');
  return place?.node.parentElement?.closest<HTMLElement>('.link')?.dataset.href;
}
