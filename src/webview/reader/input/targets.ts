/*
 * Target mode: an annotation supports or attacks something, and what that is can be clicked, walked to by arrows, or named by typed words.
 * Candidates are annotations and arguments; what cannot be a target is not offered.
 */
import { conclusionOf } from '../../../core/annotation/model';
import { argumentInWords } from '../../../core/annotation/relations';
import { folded, oneLine } from '../../../core/annotation/words';
import * as l10n from '../../../core/l10n';
import { contextOf } from '../model/describing';
import { quoteIn } from '../model/quoteIn';
import { inOrder } from '../model/relations';
import type { Model } from '../model/store';
import { summaryOf } from '../model/summary';
import { unusedId } from '../model/unusedIds';
import type { Reader } from '../reader';
import type { TargetState } from '../ui';

export interface Candidate {
  readonly id: string;
  readonly words: string;
  /** None of an argument. */
  readonly tag?: string;
}

/** All that the premises could support or attack: what is nearest in the text first, then what is unstated, then arguments. */
export function candidatesFor(model: Model, { premises, relation }: TargetState): Candidate[] {
  const here = model.annotations.get(premises[0] ?? '')?.spans[0]?.start ?? 0;
  const distance = (start: number | undefined) =>
    start === undefined ? Number.POSITIVE_INFINITY : Math.abs(start - here);
  const standing = [...inOrder(model.annotations)].sort(
    (a, b) => distance(a.spans[0]?.start) - distance(b.spans[0]?.start),
  );
  const { orphans, unstated } = summaryOf(model.annotations);
  const annotations = [...standing, ...orphans, ...unstated].filter(({ id }) => !premises.includes(id));
  const { entries } = contextOf(model);
  const args = [...model.arguments.values()].filter((argument) => {
    const target = conclusionOf(argument)?.target;
    // Joining an argument for oneself makes no sense; nor does undercutting one that one is a premise of.
    return (
      target !== undefined &&
      !premises.includes(target) &&
      !argument.premises.some((premise) => premises.includes(premise))
    );
  });
  return [
    ...annotations.map(
      (annotation): Candidate => ({
        id: annotation.id,
        // Of thousands of candidates only those on the screen are read, until something is typed.
        get words() {
          return oneLine(quoteIn(model.article, annotation)) || (annotation.wording ?? annotation.id);
        },
        tag: annotation.tag,
      }),
    ),
    ...args.map(
      (argument): Candidate => ({
        id: argument.id,
        words:
          relation === 'supports'
            ? l10n.t('join: {0}', argumentInWords(argument, entries, 300))
            : l10n.t('undercut: {0}', argumentInWords(argument, entries, 300)),
      }),
    ),
  ];
}

/** Those that hold every typed word, whatever the case or the accents; all of them where nothing is typed. */
export function matching(candidates: readonly Candidate[], typed: string): Candidate[] {
  const words = folded(typed).split(/\s+/).filter(Boolean);
  if (words.length === 0) return [...candidates];
  return candidates.filter(({ words: text, tag }) => {
    const all = folded(`${tag ?? ''} ${text}`);
    return words.every((word) => all.includes(word));
  });
}

/** Makes the argument and leaves target mode; the text has the keyboard again. */
export function chooseTarget(
  reader: Pick<Reader, 'model' | 'ui' | 'view' | 'setUi' | 'say' | 'perform' | 'pick'>,
  target: string,
): void {
  const { model, ui } = reader;
  if (!model || !ui.target) return;
  const { premises, relation } = ui.target;
  if (premises.includes(target)) {
    reader.say(
      relation === 'supports'
        ? l10n.t('It cannot support itself. Choose another target, or press Esc.')
        : l10n.t('It cannot attack itself. Choose another target, or press Esc.'),
    );
    return;
  }
  reader.setUi({ target: undefined });
  reader.view.mark('target', []);
  reader.perform({ verb: 'argue', premises, relation, target, id: unusedId(model) });
  const back = premises[0];
  if (back !== undefined) reader.pick(back, { focus: true });
}
