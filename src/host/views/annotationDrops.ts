/*
 * Arguments by drag and drop in the tree: annotations dropped onto an annotation support or attack it, onto an argument they join its
 * premises or undercut it; premises can be carried to another argument or out of theirs, and in the order by tag a drop retags.
 */
import * as vscode from 'vscode';
import type { Gesture } from '../../core/annotation/gesture';
import { indexOf } from '../../core/annotation/model';
import { quoteOf } from '../../core/annotation/quote';
import { argumentInWords } from '../../core/annotation/relations';
import { shorten } from '../../core/annotation/words';
import * as l10n from '../../core/l10n';
import type { AnnotatedArticle, Articles } from '../articles';
import { plainLabel } from '../commands/quickPickLabel';
import { askOne } from '../commands/steps';
import type { AnnotationNode, TreeNode } from './treeNodes';

const mime = 'application/vnd.code.tree.argmark.annotations';

/** The part of the tree that a drop needs. */
interface DropTree {
  readonly article: AnnotatedArticle | undefined;
  nodesOf(keys: readonly string[]): readonly TreeNode[];
}

interface Offer {
  readonly label: string;
  readonly detail: string;
  readonly gesture: Gesture;
}

export class AnnotationDrops implements vscode.TreeDragAndDropController<string> {
  readonly dragMimeTypes = [mime];
  readonly dropMimeTypes = [mime];

  private readonly articles: Articles;
  private readonly tree: DropTree;

  constructor(articles: Articles, tree: DropTree) {
    this.articles = articles;
    this.tree = tree;
  }

  handleDrag(keys: readonly string[], transfer: vscode.DataTransfer): void {
    const nodes = this.tree.nodesOf(keys);
    if (nodes.every((node) => node.kind === 'annotation')) transfer.set(mime, new vscode.DataTransferItem(keys));
  }

  async handleDrop(key: string | undefined, transfer: vscode.DataTransfer): Promise<void> {
    const state = this.tree.article;
    const keys: unknown = transfer.get(mime)?.value;
    if (!state || !Array.isArray(keys)) return;
    const dragged = this.tree.nodesOf(keys).filter((node) => node.kind === 'annotation');
    const target = key === undefined ? undefined : this.tree.nodesOf([key])[0];
    const title = l10n.t('Argmark: Add Argument');
    const offers = offersOf(dragged, target, state);
    const chosen =
      offers.length > 1
        ? await askOne({ title, placeholder: l10n.t('What does it do?'), items: offers.map(shown), stays: true })
        : offers[0];
    if (chosen) await this.articles.perform(state.uri, chosen.gesture);
  }
}

/** What a drop can mean; the first is the likeliest. Empty where it means nothing. */
export function offersOf(
  dragged: readonly AnnotationNode[],
  target: TreeNode | undefined,
  state: Pick<AnnotatedArticle, 'sidecar'>,
): readonly Offer[] {
  const { set } = state.sidecar;
  const index = indexOf(set);
  if (!target || dragged.length === 0) return [];
  if (target.kind === 'group') return groupOffers(dragged, target);
  const premises = [...new Set(dragged.map((node) => node.id))].filter((id) => id !== target.id);
  if (premises.length === 0) return [];
  const first = index.annotations.get(premises[0] ?? '');
  const what =
    premises.length === 1 && first
      ? `“${shorten(quoteOf(first), 50)}”`
      : l10n.plural(premises.length, '{0} premise', '{0} premises');
  const argue = (relation: 'supports' | 'attacks'): Gesture => ({
    verb: 'argue',
    premises,
    relation,
    target: target.id,
  });
  if (target.kind === 'annotation') {
    const annotation = index.annotations.get(target.id);
    const onto = annotation ? `“${shorten(quoteOf(annotation), 50)}”` : target.id;
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
    ];
  }
  const argument = index.arguments.get(target.id);
  if (!argument || premises.every((id) => argument.premises.includes(id))) return [];
  const words = argumentInWords(argument, set);
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

function groupOffers(
  dragged: readonly AnnotationNode[],
  target: Extract<TreeNode, { kind: 'group' }>,
): readonly Offer[] {
  if (target.tag !== undefined) {
    const ids = dragged.map((node) => node.id);
    return [{ label: l10n.t('Retag'), detail: target.label, gesture: { verb: 'retag', ids, tag: target.tag } }];
  }
  if (target.of !== 'loose') return [];
  const from = premisesIn(dragged);
  return from.length === 0
    ? []
    : [{ label: l10n.t('Remove Premise'), detail: '', gesture: { verb: 'movePremises', from } }];
}

/** The rows that were dragged out of an argument. */
const premisesIn = (dragged: readonly AnnotationNode[]) =>
  dragged.flatMap(({ id, premiseOf }) => (premiseOf === undefined ? [] : [{ argument: premiseOf, premise: id }]));

/** What is said in an offer's detail are words of the article. */
const shown = (offer: Offer): Offer => ({ ...offer, detail: plainLabel(offer.detail) });
