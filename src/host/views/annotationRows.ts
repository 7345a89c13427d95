/*
 * What the rows of the "Annotations" tree say: words, what they support or attack, an icon of the tag's colour whose shape follows the
 * tag's line, so that colour is never alone, and the same as one sentence for a screen reader. Words come from `core/annotation`.
 */
import { asShown } from '../../core/annotation/asShown';
import { notInCodebook, tagOf } from '../../core/annotation/codebook';
import { timeText } from '../../core/annotation/describe';
import { linePartsOf } from '../../core/annotation/lines';
import { type Annotation, type Argument, conclusionOf, indexOf } from '../../core/annotation/model';
import { statusNote } from '../../core/annotation/placement';
import { quoteOf } from '../../core/annotation/quote';
import { argumentInWords, relationText } from '../../core/annotation/relations';
import { premisesNote } from '../../core/annotation/touched';
import { inSentence, oneLine, shorten } from '../../core/annotation/words';
import * as l10n from '../../core/l10n';
import type { AnnotationTree } from './annotationNodes';
import { shownStatus, statusIcon } from './shownStatus';
import { tagIcon } from './tagIcon';
import type { AnnotationNode, ArgumentNode, GroupNode, TreeNode } from './treeNodes';

export interface Row {
  readonly label: string;
  readonly description: string;
  /** A codicon, and the theme colour it is drawn in. */
  readonly icon: { readonly name: string; readonly colour?: string } | undefined;
  readonly fold: 'none' | 'closed' | 'open';
  /** Words that menus go by: `annotation orphan premise`, `argument`, `group`. */
  readonly context: string;
  /** What a screen reader says. */
  readonly spoken: string;
}

const wordsLength = 120;
/** Up to this many annotations a tree of arguments starts unfolded. */
const unfoldedUpTo = 60;

export function rowOf(node: TreeNode, tree: AnnotationTree): Row {
  switch (node.kind) {
    case 'group':
      return groupRow(node, tree);
    case 'argument':
      return argumentRow(node, tree);
    case 'annotation':
      return annotationRow(node, tree);
  }
}

function groupRow(node: GroupNode, tree: AnnotationTree): Row {
  const { gives } = node;
  const tag = gives?.of === 'tag' ? tagOf(tree.source.codebook, gives.tag) : undefined;
  const status = node.of === 'orphans' ? 'orphan' : gives?.of === 'status' ? gives.status : undefined;
  // Among rows with icons one without would stand further out than they do.
  const icon =
    node.of === 'loose' ? { name: 'list-flat' } : tag ? tagIcon(tag.line, tag.colour) : status && statusIcon(status);
  const isLong = node.of === 'chunk' || (gives?.of === 'heading' && tree.shown > unfoldedUpTo);
  return {
    label: node.label,
    description: l10n.commas([l10n.number(node.count), ...(tag?.unknown ? [notInCodebook()] : [])]),
    icon,
    fold: isLong && !tree.filtered ? 'closed' : 'open',
    context: `group ${node.of}`,
    spoken: l10n.commas([node.label, l10n.plural(node.count, '{0} annotation', '{0} annotations')]),
  };
}

function annotationRow(node: AnnotationNode, tree: AnnotationTree): Row {
  const { placements, codebook } = tree.source;
  const entries = indexOf(asShown(tree.source));
  const annotation = entries.annotations.get(node.id);
  if (!annotation)
    return { label: node.id, description: '', icon: undefined, fold: 'none', context: '', spoken: node.id };
  const tag = tagOf(codebook, annotation.tag);
  const status = shownStatus(placements.get(node.id));
  const words = shorten(quoteOf(annotation), wordsLength);
  const { relation } = linePartsOf(annotation, entries, wordsLength);
  const notes = [
    tree.grouping === 'tag' && status !== 'orphan' ? '' : inSentence(tag.label),
    tree.grouping === 'status' ? '' : statusNote(placements.get(node.id)?.status),
    tree.sort === 'newest' && annotation.at ? timeText(annotation.at) : '',
    node.again ? l10n.t('also above') : '',
    status !== 'unstated' && annotation.wording ? `= ${shorten(oneLine(annotation.wording), 60)}` : '',
    tree.grouping === 'argument' && node.premiseOf !== undefined ? '' : relation,
  ];
  return {
    label: words,
    description: notes.filter(Boolean).join(' · '),
    icon: statusIcon(status) ?? tagIcon(tag.line, tag.colour),
    fold: foldOf(node, tree),
    context: ['annotation', status === 'placed' ? '' : status, node.premiseOf === undefined ? '' : 'premise']
      .filter(Boolean)
      .join(' '),
    spoken: spokenAnnotation(annotation, node, tree, relation),
  };
}

function spokenAnnotation(
  annotation: Annotation,
  node: AnnotationNode,
  tree: AnnotationTree,
  relation: string,
): string {
  const { set, placements, codebook } = tree.source;
  const status = shownStatus(placements.get(annotation.id));
  const parts = [tagOf(codebook, annotation.tag).label];
  const note = statusNote(placements.get(annotation.id)?.status);
  if (note) parts.push(note);
  parts.push(shorten(quoteOf(annotation), wordsLength));
  if (status !== 'unstated' && annotation.wording) parts.push(l10n.t('paraphrase: {0}', oneLine(annotation.wording)));
  if (relation) parts.push(relation.replace(/^→\s*/u, ''));
  const onto = (indexOf(set).onto.get(annotation.id) ?? []).map((argument) => conclusionOf(argument)?.relation);
  const supports = onto.filter((one) => one === 'supports').length;
  const attacks = onto.length - supports;
  if (supports > 0) parts.push(l10n.plural(supports, 'supported by {0} argument', 'supported by {0} arguments'));
  if (attacks > 0) parts.push(l10n.plural(attacks, 'attacked by {0} argument', 'attacked by {0} arguments'));
  if (annotation.note) parts.push(l10n.t('has a note'));
  if (node.again) parts.push(l10n.t('stands above in the tree too'));
  return l10n.commas(parts);
}

function argumentRow(node: ArgumentNode, tree: AnnotationTree): Row {
  const index = indexOf(tree.source.set);
  const argument = index.arguments.get(node.id);
  if (!argument)
    return { label: node.id, description: '', icon: undefined, fold: 'none', context: '', spoken: node.id };
  const word = relationWord(argument, tree);
  const target = conclusionOf(argument)?.target;
  const missing = target !== undefined && !index.annotations.has(target) && !index.arguments.has(target);
  const undercuts = index.onto.get(argument.id)?.length ?? 0;
  const lost = argument.premises.filter((id) => !index.annotations.has(id));
  const notes = [
    argument.premises.length > 1 ? l10n.plural(argument.premises.length, '{0} premise', '{0} premises together') : '',
    premisesNote(argument, tree.source.placements),
    argument.scheme ?? '',
    undercuts > 0 ? l10n.t({ message: 'undercut', comment: 'participle' }) : '',
    node.again ? l10n.t('also above') : '',
    missing ? l10n.t('target {0} is not there', shorten(target, 40)) : '',
    lost.length > 0 ? l10n.t('premise {0} is not there', shorten(l10n.commas(lost), 40)) : '',
    shorten(oneLine(argument.note ?? ''), 60),
  ];
  return {
    label: relationText(word),
    description: notes.filter(Boolean).join(' · '),
    icon:
      word === 'supports'
        ? { name: 'add', colour: 'charts.green' }
        : { name: word === 'undercuts' ? 'circle-slash' : 'remove', colour: 'charts.red' },
    fold: foldOf(node, tree),
    context: 'argument',
    spoken: l10n.t('Argument: {0}', argumentInWords(argument, indexOf(asShown(tree.source)), 80)),
  };
}

function relationWord(argument: Argument, tree: AnnotationTree): 'supports' | 'attacks' | 'undercuts' {
  const conclusion = conclusionOf(argument);
  if (!conclusion || conclusion.relation === 'supports') return 'supports';
  const index = indexOf(tree.source.set);
  return !index.annotations.has(conclusion.target) && index.arguments.has(conclusion.target) ? 'undercuts' : 'attacks';
}

function foldOf(node: AnnotationNode | ArgumentNode, tree: AnnotationTree): Row['fold'] {
  if (!tree.hasChildren(node.key)) return 'none';
  if (node.again) return 'closed';
  return node.kind === 'argument' || tree.filtered || tree.shown <= unfoldedUpTo ? 'open' : 'closed';
}
