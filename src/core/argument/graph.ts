/*
 * The arguments of a set as a graph, and what is doubtful in it: references to the wrong kind of entry, statements that are their own
 * reason, reasoning in a circle. What is wrong with an entry by itself, or leads nowhere, the reader of the file says already
 * (`core/sidecar/entryFaults.ts`). Plain data for every view alike; nothing is put right by itself.
 */
import { type AnnotationSet, type Argument, conclusionOf, indexOf, type SetIndex } from '../annotation/model';
import type { SetProblem } from '../annotation/setProblem';
import * as l10n from '../l10n';

/** Arguments first, then circles, then links. Linear in the set's size. */
export function graphProblems(set: AnnotationSet): SetProblem[] {
  const index = indexOf(set);
  return [
    ...set.arguments.flatMap((argument) => argumentProblems(argument, index)),
    ...ambivalentProblems(set),
    ...circleProblems(set, index),
    ...set.links.flatMap((link) => linkProblems(link, index)),
  ];
}

function argumentProblems(argument: Argument, index: SetIndex): SetProblem[] {
  const { id, premises } = argument;
  const problems: SetProblem[] = [];
  const add = (code: string, field: readonly string[], message: string): void => {
    problems.push({ code, severity: 'warning', id, field, message });
  };
  for (const premise of new Set(premises)) {
    if (index.annotations.has(premise) || !index.arguments.has(premise)) continue;
    add(
      'argument-as-premise',
      ['premises'],
      l10n.t('“{0}” is an argument. Only an annotation can be a premise.', premise),
    );
  }
  if (new Set(premises).size < premises.length) {
    add('premise-twice', ['premises'], l10n.t('A premise is named twice in this argument.'));
  }
  const conclusion = conclusionOf(argument);
  if (!conclusion) return problems;
  const { relation, target } = conclusion;
  if (premises.includes(target) || target === id) {
    add(
      'own-reason',
      [relation],
      target === id
        ? relation === 'supports'
          ? l10n.t('It supports itself, by way of its own id.')
          : l10n.t('It attacks itself, by way of its own id.')
        : relation === 'supports'
          ? l10n.t('It supports itself, by way of its own premise.')
          : l10n.t('It attacks itself, by way of its own premise.'),
    );
  }
  return problems;
}

/** The same single premise for and against the same thing: seldom meant. Linked premises may well serve both sides. */
function ambivalentProblems(set: AnnotationSet): SetProblem[] {
  const relations = new Map<string, Argument>();
  const problems: SetProblem[] = [];
  for (const argument of set.arguments) {
    const conclusion = conclusionOf(argument);
    if (!conclusion || argument.premises.length !== 1) continue;
    const key = JSON.stringify([argument.premises[0], conclusion.target]);
    const other = relations.get(key);
    if (!other) relations.set(key, argument);
    else if (conclusionOf(other)?.relation !== conclusion.relation) {
      const message = l10n.t('The same premise both supports and attacks this (see “{0}”).', other.id);
      problems.push({
        code: 'both-sides',
        severity: 'warning',
        id: argument.id,
        field: [conclusion.relation],
        message,
      });
    }
  }
  return problems;
}

function circleProblems(set: AnnotationSet, index: SetIndex): SetProblem[] {
  return supportCircles(set).map((circle) => {
    const others = circle.length - 1;
    const id = circle.find((one) => index.annotations.has(one)) ?? '';
    const message = l10n.plural(
      others,
      'The reasoning is circular: this supports itself by way of {0} other statement.',
      'The reasoning is circular: this supports itself by way of {0} other statements.',
    );
    return { code: 'circular-support', severity: 'warning', id, message };
  });
}

/**
 * The groups of annotations that support one another in a circle (strongly connected components of more than one member of the
 * graph "premise supports conclusion"; Tarjan 1972, without recursion, since chains may be long). A circle of attacks is no
 * problem: that is how opposed positions stand to each other (Dung 1995).
 */
export function supportCircles(set: AnnotationSet): string[][] {
  const { annotations, premiseIn } = indexOf(set);
  const order = new Map<string, number>();
  const low = new Map<string, number>();
  const stack: string[] = [];
  const onStack = new Set<string>();
  const circles: string[][] = [];
  const next = (id: string): string[] =>
    (premiseIn.get(id) ?? []).flatMap(({ supports }) =>
      supports !== undefined && supports !== id && annotations.has(supports) ? [supports] : [],
    );
  for (const { id: root } of set.annotations) {
    // What is no premise supports nothing, and is in no circle.
    if (order.has(root) || !premiseIn.has(root)) continue;
    const work: { readonly id: string; readonly targets: string[] }[] = [];
    const enter = (id: string): void => {
      order.set(id, order.size);
      low.set(id, order.get(id) ?? 0);
      stack.push(id);
      onStack.add(id);
      work.push({ id, targets: next(id) });
    };
    enter(root);
    for (let frame = work.at(-1); frame; frame = work.at(-1)) {
      const { id, targets } = frame;
      const target = targets.pop();
      if (target !== undefined) {
        if (!order.has(target)) enter(target);
        else if (onStack.has(target)) lower(low, id, order.get(target));
        continue;
      }
      work.pop();
      const above = work.at(-1);
      if (above) lower(low, above.id, low.get(id));
      if (low.get(id) !== order.get(id)) continue;
      const circle = stack.splice(stack.lastIndexOf(id));
      for (const member of circle) onStack.delete(member);
      if (circle.length > 1) circles.push(circle);
    }
  }
  return circles;
}

function lower(low: Map<string, number>, id: string, value: number | undefined): void {
  if (value !== undefined && value < (low.get(id) ?? 0)) low.set(id, value);
}

function linkProblems({ id, from, rephrases }: AnnotationSet['links'][number], index: SetIndex): SetProblem[] {
  const ends = [['from', from] as const, ['rephrases', rephrases] as const];
  return ends.flatMap(([field, end]): SetProblem[] => {
    if (index.annotations.has(end) || !index.arguments.has(end)) return [];
    const message = l10n.t('“{0}” is an argument. Only annotations can be linked.', end);
    return [{ code: 'argument-in-link', severity: 'warning', id, field: [field], message }];
  });
}
