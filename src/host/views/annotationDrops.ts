/*
 * Annotations that were dropped in the tree or on a tag of the codebook: whatever was dragged is changed as one step, once the person has
 * said which of several things is meant. What a drop cannot mean is said. Loaded with the first drop.
 */
import * as vscode from 'vscode';
import * as l10n from '../../core/l10n';
import type { AnnotatedArticle, Articles } from '../articles';
import { plainLabel } from '../plainLabel';
import { setAttribute } from '../setAttribute';
import { shownSet } from '../shownSet';
import { askOne } from '../steps';
import { type Offer, offersOf } from './dropOffers';
import type { TreeNode } from './treeNodes';

/** The part of the tree that a drop needs. */
export interface DropTree {
  readonly article: AnnotatedArticle | undefined;
  nodesOf(keys: readonly string[]): readonly TreeNode[];
}

/** Does what a drop means, once the person has said which of several things; `key` is the row below the pointer. */
export async function drop(
  dragged: readonly string[],
  key: string | undefined,
  tree: DropTree,
  articles: Pick<Articles, 'perform'>,
): Promise<void> {
  const state = tree.article;
  if (!state) return;
  const rows = tree.nodesOf(dragged).filter((node) => node.kind === 'annotation');
  const target = key === undefined ? undefined : tree.nodesOf([key])[0];
  const source = { set: shownSet(state), codebook: state.codebook };
  const offers = offersOf(rows, target, source, (keys) => tree.nodesOf(keys));
  if ('refused' in offers) {
    void vscode.window.showInformationMessage(offers.refused);
    return;
  }
  const title = l10n.t('Argmark: Drop Annotations');
  const chosen =
    offers.length > 1
      ? await askOne({ title, placeholder: l10n.t('What is meant?'), items: offers.map(shown), stays: true })
      : offers[0];
  if (chosen?.gesture.verb === 'setAttribute') await setAttribute(chosen.gesture, state, articles);
  else if (chosen) await articles.perform(state.uri, chosen.gesture);
}

/** Annotations dropped on a row of the "Codebook" tree get its tag. */
export async function dropOnTag(
  dragged: readonly string[],
  tag: string | undefined,
  tree: DropTree,
  articles: Pick<Articles, 'perform'>,
): Promise<void> {
  const state = tree.article;
  const ids = tree.nodesOf(dragged).flatMap((node) => (node.kind === 'annotation' ? [node.id] : []));
  if (!state || ids.length === 0) return;
  if (tag === undefined)
    void vscode.window.showInformationMessage(l10n.t('Drop annotations onto a tag to retag them.'));
  else await articles.perform(state.uri, { verb: 'retag', ids: [...new Set(ids)], tag });
}

/** What is said in an offer's detail are words of the article. */
const shown = ({ label, detail, gesture }: Offer): Offer => ({ label, detail: plainLabel(detail), gesture });
