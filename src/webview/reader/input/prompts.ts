/* What keys and commands bring up or give the focus to: the find prompt, the list of annotations at the caret, the review bar. */
import { tagOf } from '../../../core/annotation/codebook';
import * as l10n from '../../../core/l10n';
import type { Model } from '../model/store';
import type { Reader } from '../reader';

/** Brings up the find prompt with the selected words in it, or with those of the last time. */
export function openFind(
  reader: Pick<Reader, 'ui' | 'model' | 'spans' | 'setUi'>,
  patch: { tagHits?: boolean } = {},
): void {
  const { ui, model, spans } = reader;
  const [span] = spans;
  const selected = span && spans.length === 1 ? (model?.article.text.slice(span.start, span.end) ?? '') : '';
  const words =
    !ui.find && selected !== '' && selected.length <= 200 && !selected.includes('\n\n') ? selected : undefined;
  reader.setUi({
    find: true,
    target: undefined,
    ...patch,
    ...(words !== undefined && { search: { ...ui.search, words } }),
  });
  // The list of hits has taken the focus itself.
  if (ui.find && !patch.tagHits) focusField(document.querySelector<HTMLInputElement>('.prompt.find input'));
}

/** Words typed next replace those in it. */
export function focusField(field: HTMLInputElement | null): void {
  field?.focus({ preventScroll: true });
  field?.select();
}

/** Shows the list where several annotations are; where there is one, it is the current one. */
export function openPickList(
  reader: Pick<Reader, 'view' | 'caret' | 'settleOn' | 'setUi' | 'say'>,
  model: Model,
): void {
  const { focus } = reader.caret;
  const ids = [...new Set(reader.view.intervals.at(focus).map(({ id }) => id))];
  const [only] = ids;
  if (only === undefined) reader.say(l10n.t('No annotation here.'));
  else if (ids.length === 1) {
    reader.settleOn(only);
    const { label } = tagOf(model.codebook, model.annotations.get(only)?.tag ?? '');
    reader.say(l10n.t('Only one annotation is here: {0}.', label));
  } else reader.setUi({ pick: { ids, at: { start: focus, end: focus } }, hover: undefined, bar: false });
}

/** Puts the focus back onto what is to be answered. */
export function focusReview(): void {
  document.querySelector<HTMLElement>('.review')?.focus();
}
