/*
 * What it can mean to drop annotations in the tree, without VS Code: into a group they get what is the same in all of it, a tag or the value of
 * an attribute; onto an annotation they support or attack it, onto an argument they join its premises or undercut it; premises can be
 * carried to another argument or out of theirs. What it cannot mean is said in words.
 */
import { valueInWords } from '../../core/annotation/attributeValue';
import { attributeName, type Codebook, tagOf } from '../../core/annotation/codebook';
import type { Gesture } from '../../core/annotation/gesture';
import { indexOf, type Relation } from '../../core/annotation/model';
import { quoteOf } from '../../core/annotation/quote';
import { argumentInWords, premisesInWords } from '../../core/annotation/relations';
import { quoted, shorten } from '../../core/annotation/words';
import * as l10n from '../../core/l10n';
import { plainLabel } from '../plainLabel';
import type { AnnotationNode, Giving, GroupNode, TreeNode, TreeSource } from './treeNodes';

export interface Offer {
  readonly label: string;
  readonly detail: string;
  readonly gesture: Gesture;
}

/** The nodes of some keys. */
type NodesOf = (keys: readonly string[]) => readonly TreeNode[];

/** What a drop can mean, the likeliest first, or why it means nothing. Empty where a row was let go at its own place. */
export function offersOf(
  dragged: readonly AnnotationNode[],
  target: TreeNode | undefined,
  { set, codebook }: Pick<TreeSource, 'set' | 'codebook'>,
  nodesOf: NodesOf,
): readonly Offer[] | { readonly refused: string } {
  const index = indexOf(set);
  if (dragged.length === 0) return { refused: l10n.t('What was dragged is not in the tree any more. Try again.') };
  const group = groupAt(target, nodesOf);
  const isThere = group && dragged.every((node) => groupAt(node, nodesOf)?.key === group.key);
  // Let go where it was taken up, as below for a row on itself.
  if (target?.kind === 'group' && isThere) return [];
  if (!target || target.kind === 'group') return groupOffers(dragged, group, codebook);
  const into = group?.gives && !isThere ? giving(dragged, group.gives, codebook) : undefined;
  const premises = [...new Set(dragged.map((node) => node.id))].filter((id) => id !== target.id);
  if (premises.length === 0) return [];
  const what = premisesInWords(premises, index);
  const argue = (relation: Relation): Gesture => ({
    verb: 'argue',
    premises,
    relation,
    target: target.id,
  });
  if (target.kind === 'annotation') {
    const annotation = index.annotations.get(target.id);
    const onto = annotation ? quoted(shorten(quoteOf(annotation), 50)) : target.id;
    return [
      {
        label: `$(add) ${l10n.t('Support')}`,
        detail: l10n.t('{0} → supports {1}', what, onto),
        gesture: argue('supports'),
      },
      {
        label: `$(remove) ${l10n.t('Attack')}`,
        detail: l10n.t('{0} → attacks {1}', what, onto),
        gesture: argue('attacks'),
      },
      ...(into ? [into] : []),
    ];
  }
  const argument = index.arguments.get(target.id);
  if (!argument || premises.every((id) => argument.premises.includes(id)))
    return {
      refused: l10n.t('It is a premise of that argument already. Drop it onto another argument or annotation.'),
    };
  const words = argumentInWords(argument, index);
  const from = premisesIn(dragged).filter((one) => one.argument !== argument.id);
  // Rows that are in no argument have none to leave.
  const moves = new Set(from.map(({ premise }) => premise)).size === premises.length;
  const move: Gesture = { verb: 'movePremises', from, into: argument.id };
  return [
    ...(moves ? [{ label: `$(arrow-right) ${l10n.t('Move to This Argument')}`, detail: words, gesture: move }] : []),
    { label: `$(add) ${l10n.t('Join Its Premises')}`, detail: words, gesture: argue('supports') },
    {
      label: `$(circle-slash) ${l10n.t('Undercut')}`,
      detail: l10n.t('{0} → undercuts {1}', what, words),
      gesture: argue('attacks'),
    },
  ];
}

/** The group that a row stands in, or that it is: a part of a long list is as the whole. */
function groupAt(target: TreeNode | undefined, nodesOf: NodesOf): GroupNode | undefined {
  let node = target;
  while (node && (node.kind !== 'group' || node.of === 'chunk'))
    node = node.parent === undefined ? undefined : nodesOf([node.parent])[0];
  return node;
}

function groupOffers(
  dragged: readonly AnnotationNode[],
  group: GroupNode | undefined,
  codebook: Codebook,
): readonly Offer[] | { readonly refused: string } {
  const offer = group?.gives && giving(dragged, group.gives, codebook);
  if (offer) return [offer];
  const from = premisesIn(dragged);
  if (group?.of === 'loose' && from.length > 0)
    return [{ label: l10n.t('Remove Premise'), detail: '', gesture: { verb: 'movePremises', from } }];
  return { refused: refusal(group?.gives?.of ?? group?.of) };
}

/** Why a group cannot give anything. */
function refusal(of: Giving['of'] | GroupNode['of'] | undefined): string {
  switch (of) {
    case 'person':
      return l10n.t('Who made an annotation stays as it was recorded.');
    case 'status':
      return l10n.t(
        'Where an annotation stands is found in the article. Select its words there and use “Change Span to Selection”.',
      );
    case 'orphans':
      return l10n.t('An orphan is one whose words are not found. Nothing is made an orphan by hand.');
    case 'heading':
      return l10n.t('An annotation stands where its words are. Select other words and use “Change Span to Selection”.');
    case 'loose':
      return l10n.t('These annotations are premises of no argument.');
    default:
      return l10n.t('Drop annotations onto a tag or a value, onto another annotation, or onto an argument.');
  }
}

/** What annotations get that are dropped into a group; undefined where nothing can be given. */
function giving(dragged: readonly AnnotationNode[], gives: Giving, codebook: Codebook): Offer | undefined {
  const ids = [...new Set(dragged.map((node) => node.id))];
  if (gives.of === 'tag') {
    const { tag } = gives;
    return {
      label: `$(tag) ${l10n.t('Retag as {0}', plainLabel(tagOf(codebook, tag).label))}`,
      detail: '',
      gesture: { verb: 'retag', ids, tag },
    };
  }
  if (gives.of !== 'attribute') return undefined;
  const { name, value } = gives;
  const label = attributeName(codebook, name);
  const words =
    value === undefined ? l10n.t('Clear {0}', label) : l10n.t('Set {0}: {1}', label, shorten(valueInWords(value), 40));
  return {
    label: `$(edit) ${plainLabel(words)}`,
    detail: '',
    gesture: { verb: 'setAttribute', ids, name, ...(value !== undefined && { value }) },
  };
}

/** The rows that were dragged out of an argument. */
const premisesIn = (dragged: readonly AnnotationNode[]) =>
  dragged.flatMap(({ id, premiseOf }) => (premiseOf === undefined ? [] : [{ argument: premiseOf, premise: id }]));
