/*
 * The verbs on arguments. What is refused is only what cannot mean anything: a statement that is its own reason, an argument that
 * is its own objection, the same argument twice. Reasoning in a circle over several steps and mutual attacks are recorded as they
 * stand, since authors do argue so (Walton, "Begging the Question", 1991; attack cycles: Dung 1995); `core/argument` points circles out.
 */
import * as l10n from '../l10n';
import { defaultsOf, tagOf } from './codebook';
import type { Change } from './edit';
import type { Gesture } from './gesture';
import { type Annotation, type Argument, conclusionOf, indexOf, type Relation } from './model';
import { nextInText } from './order';
import { unknownTag } from './tagVerbs';
import {
  addedArgument,
  done,
  freshFor,
  gone,
  named,
  type Outcome,
  present,
  refused,
  signature,
  type VerbContext,
} from './verbContext';

export function argue(gesture: Extract<Gesture, { verb: 'argue' }>, context: VerbContext): Outcome {
  const index = indexOf(context.set);
  const onto = index.arguments.get(gesture.target);
  const inference = gesture.premises.find((id) => index.arguments.has(id) && !index.annotations.has(id));
  if (inference !== undefined) {
    return refused(
      onto && gesture.relation === 'supports'
        ? // Rule 9 of the sidecar.
          l10n.t(
            'An argument cannot be supported in this format. Add an unstated premise that says why the inference holds, and support that.',
          )
        : l10n.t('An argument cannot be a premise. Choose its conclusion instead.'),
    );
  }
  const missing = gesture.premises.find((id) => !index.annotations.has(id));
  if (missing !== undefined) return gone(missing);
  const premises = present(gesture.premises, index.annotations);
  if (premises.length === 0)
    return refused(l10n.t('No premise is selected. Select the annotation that is the reason first.'));
  const target = index.annotations.get(gesture.target);
  if (target) return ontoAnnotation(premises, gesture.relation, target, gesture.id, context);
  if (onto)
    return gesture.relation === 'supports'
      ? join(premises, onto, context)
      : undercut(premises, onto, gesture.id, context);
  if (index.links.has(gesture.target)) {
    return refused(l10n.t('That is a link. Choose an annotation or an argument as the target.'));
  }
  return gone(gesture.target);
}

function ontoAnnotation(
  premises: readonly Annotation[],
  relation: Relation,
  target: Annotation,
  proposed: string | undefined,
  context: VerbContext,
): Outcome {
  if (premises.some((premise) => premise.id === target.id)) {
    return refused(
      relation === 'supports'
        ? l10n.t('{0} cannot support itself. Choose another target.', named(target))
        : l10n.t('{0} cannot attack itself. Choose another target.', named(target)),
    );
  }
  const twin = sameArgument(premises, relation, target.id, context);
  if (twin) return refused(l10n.t('That argument is there already: {0} has it. Choose another target.', named(target)));
  return added(
    premises,
    relation,
    target.id,
    proposed,
    relation === 'supports' ? l10n.t('Add Support') : l10n.t('Add Attack'),
    context,
  );
}

function undercut(
  premises: readonly Annotation[],
  argument: Argument,
  proposed: string | undefined,
  context: VerbContext,
): Outcome {
  const own = premises.find((premise) => argument.premises.includes(premise.id));
  if (own) {
    return refused(
      l10n.t('{0} is a premise of that very argument and cannot undercut it. Choose another premise.', named(own)),
    );
  }
  if (sameArgument(premises, 'attacks', argument.id, context)) {
    return refused(l10n.t('That argument is undercut by this already. Choose another premise.'));
  }
  return added(premises, 'attacks', argument.id, proposed, l10n.t('Add Undercut'), context);
}

function added(
  premises: readonly Annotation[],
  relation: Relation,
  target: string,
  proposed: string | undefined,
  label: string,
  context: VerbContext,
): Outcome {
  const id = freshFor(context, proposed);
  const ids = premises.map((premise) => premise.id);
  const argument: Argument = { id, premises: ids, [relation]: target, ...signature(context) };
  return done(label, [addedArgument(context, argument)], [id]);
}

function join(premises: readonly Annotation[], argument: Argument, context: VerbContext): Outcome {
  const change = joined(premises, argument, context);
  if (typeof change === 'string') return refused(change);
  return done(l10n.plural(premises.length, 'Join Premise', 'Join Premises'), [change], [argument.id]);
}

/** The change that adds premises to an argument, or a sentence saying why they cannot be. */
export function joined(premises: readonly Annotation[], argument: Argument, context: VerbContext): Change | string {
  const target = conclusionOf(argument)?.target;
  const circular = premises.find((premise) => premise.id === target);
  if (circular)
    return l10n.t('{0} is what that argument is about and cannot be its premise. Choose another one.', named(circular));
  const undercutters = indexOf(context.set).onto.get(argument.id) ?? [];
  const against = premises.find((premise) => undercutters.some((one) => one.premises.includes(premise.id)));
  if (against)
    return l10n.t('{0} undercuts that very argument and cannot be its premise. Choose another one.', named(against));
  const undercutTarget = target === undefined ? undefined : indexOf(context.set).arguments.get(target);
  const own = premises.find((premise) => undercutTarget?.premises.includes(premise.id));
  if (own) return l10n.t('{0} is a premise of the argument that is undercut. Choose another one.', named(own));
  const fresh = premises.map((premise) => premise.id).filter((id) => !argument.premises.includes(id));
  if (fresh.length === 0) return l10n.t('It is a premise of that argument already. Choose another premise.');
  const after = { ...argument, premises: [...argument.premises, ...fresh] };
  return { kind: 'argument', id: argument.id, before: argument, after };
}

export function addUnstated(gesture: Extract<Gesture, { verb: 'addUnstated' }>, context: VerbContext): Outcome {
  const wording = gesture.wording.replace(/\r\n?/g, '\n').trim();
  if (wording === '')
    return refused(l10n.t('An unstated premise is nothing but its wording. Write it in your own words.'));
  const unknown = unknownTag(gesture.tag, context);
  if (unknown) return unknown;
  const argument = gesture.argument === undefined ? undefined : indexOf(context.set).arguments.get(gesture.argument);
  if (gesture.argument !== undefined && !argument) return gone(gesture.argument);
  const { supports } = gesture;
  if (supports !== undefined && !indexOf(context.set).annotations.has(supports)) return gone(supports);
  const twin = context.set.annotations.find(
    (one) => one.spans.length === 0 && one.tag === gesture.tag && one.wording === wording,
  );
  if (twin && supports !== undefined) {
    return argue({ verb: 'argue', premises: [twin.id], relation: 'supports', target: supports }, context);
  }
  if (twin && !argument)
    return refused(l10n.t('There is an unstated premise with this wording already. Use that one.'));
  if (twin && argument) return join([twin], argument, context);
  const id = context.newId();
  const attributes = defaultsOf(tagOf(context.codebook, gesture.tag));
  const annotation: Annotation = {
    ...{ id, tag: gesture.tag, spans: [], wording },
    ...(attributes && { attributes }),
    ...signature(context),
  };
  const nextId = nextInText(context.set, context.placements, []);
  const changes: Change[] = [
    { kind: 'annotation', id, after: annotation, ...(nextId !== undefined && { nextId }) },
    ...(argument ? [premiseAdded(argument, id)] : []),
    ...(supports === undefined ? [] : [newReason(id, supports, context)]),
  ];
  return done(l10n.t('Add Unstated Premise'), changes, [id]);
}

function newReason(premise: string, supports: string, context: VerbContext): Change {
  let id = context.newId();
  // The premise is not in the set yet, so the same id may come twice.
  while (id === premise) id = context.newId();
  return addedArgument(context, { id, premises: [premise], supports, ...signature(context) });
}

function premiseAdded(argument: Argument, id: string): Change {
  return {
    kind: 'argument',
    id: argument.id,
    before: argument,
    after: { ...argument, premises: [...argument.premises, id] },
  };
}

function sameArgument(
  premises: readonly Annotation[],
  relation: Relation,
  target: string,
  context: VerbContext,
): Argument | undefined {
  const ids = new Set(premises.map((premise) => premise.id));
  return indexOf(context.set)
    .onto.get(target)
    ?.find((argument) => {
      const others = new Set(argument.premises);
      return (
        conclusionOf(argument)?.relation === relation &&
        others.size === ids.size &&
        [...ids].every((id) => others.has(id))
      );
    });
}
