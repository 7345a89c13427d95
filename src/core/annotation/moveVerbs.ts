/*
 * Premises taken out of their arguments, several at once, and carried into another one: one edit, so one undo. An argument without its
 * last premise goes, as after a deletion.
 */
import * as l10n from '../l10n';
import { joined } from './argueVerbs';
import type { Gesture } from './gesture';
import { type Argument, indexOf } from './model';
import { changesOf, consequences, said } from './removeVerbs';
import { done, gone, type Outcome, present, refused, type VerbContext } from './verbContext';

export function movePremises(gesture: Extract<Gesture, { verb: 'movePremises' }>, context: VerbContext): Outcome {
  const index = indexOf(context.set);
  const into = gesture.into === undefined ? undefined : index.arguments.get(gesture.into);
  if (gesture.into !== undefined && !into) return gone(gesture.into);
  const left = new Map<string, readonly string[]>();
  for (const { argument: id, premise } of gesture.from) {
    const argument = index.arguments.get(id);
    if (!argument) return gone(id);
    if (!argument.premises.includes(premise)) {
      return refused(l10n.t('It is not a premise of that argument. Choose one of its premises.'));
    }
    if (id !== gesture.into)
      left.set(
        id,
        (left.get(id) ?? argument.premises).filter((one) => one !== premise),
      );
  }
  if (left.size === 0) return refused(l10n.t('No premise is selected that could leave its argument.'));
  const empty = [...left].flatMap(([id, premises]) => (premises.length === 0 ? [id] : []));
  const reduced = new Map([...left].filter(([, premises]) => premises.length > 0));
  const removal = consequences(context.set, new Set(empty), reduced);
  const changes = changesOf(removal, context.set);
  const moved = new Set(gesture.from.map(({ premise }) => premise));
  const ids = [...reduced.keys()];
  const also = said([], { ...removal, reduced: new Map() }, context.set);
  if (!into) return done(l10n.plural(moved.size, 'Remove Premise', 'Remove Premises'), changes, ids, also);
  const label = l10n.plural(moved.size, 'Move Premise', 'Move Premises');
  return moveInto(into, [...moved], { changes, also, label }, removal.removed, context);
}

interface Leaving {
  readonly changes: Parameters<typeof done>[1];
  readonly also: string | undefined;
  readonly label: string;
}

function moveInto(
  into: Argument,
  moved: readonly string[],
  { changes, also, label }: Leaving,
  removed: ReadonlySet<string>,
  context: VerbContext,
): Outcome {
  if (removed.has(into.id)) {
    return refused(
      l10n.t('That argument is about the one that the premise would leave, and goes with it. Choose another one.'),
    );
  }
  const premises = present(moved, indexOf(context.set).annotations);
  const missing = moved.find((id) => !premises.some((premise) => premise.id === id));
  if (missing !== undefined) return gone(missing);
  const change = joined(premises, into, context);
  return typeof change === 'string' ? refused(change) : done(label, [change, ...changes], [into.id], also);
}
