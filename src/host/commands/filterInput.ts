/*
 * Filtering the tree while one types, in one box: below it what would be shown, then what could be added to the filter, or filters that were
 * used before. Enter leaves the filter as it is; Escape brings back what was shown before.
 */
import * as vscode from 'vscode';
import * as l10n from '../../core/l10n';
import { plainLabel } from '../plainLabel';
import type { AnnotationsView } from '../views/annotationsView';
import { type FilterOffer, filterOffers } from '../views/filterOffers';
import { finished } from '../views/filterTerms';

const historyKey = 'argmark.filters';
const mostRemembered = 10;

/** A row that replaces what was typed; the first row has none and takes it as it is. */
type FilterItem = vscode.QuickPickItem & { readonly typed?: string };

/** `memory` keeps the filters that were used. */
export function askFilter(tree: AnnotationsView, memory: vscode.Memento | undefined): Promise<void> {
  const before = tree.shape.typed;
  return new Promise((resolve) => {
    const pick = vscode.window.createQuickPick<FilterItem>();
    pick.title = l10n.t('Argmark: Filter Annotations');
    pick.placeholder = l10n.t('Words, tag:claim, by:name, status:orphan, or any attribute; several mean “and”');
    // Behind a space something can be added at once.
    pick.value = before && `${before} `;
    let accepted = false;
    const show = () => {
      tree.setFilter(pick.value);
      pick.items = itemsFor(pick.value, tree, recentFilters(memory));
    };
    pick.onDidChangeValue(show);
    pick.onDidAccept(() => {
      const typed = pick.activeItems[0]?.typed;
      if (typed === undefined) {
        accepted = true;
        tree.setFilter(finished(pick.value));
        remember(finished(pick.value), memory);
        pick.hide();
        return;
      }
      pick.value = typed;
      show();
    });
    pick.onDidHide(() => {
      if (!accepted) tree.setFilter(before);
      pick.dispose();
      resolve();
    });
    show();
    pick.show();
  });
}

/**
 * The first row always is the one that takes what was typed, so that Enter right after the last letter means no other. VS Code would put rows
 * whose labels hold all the letters of the box before it: offers behind `tag:` have no colon, and those for a new condition come when it is empty.
 */
function itemsFor(typed: string, tree: AnnotationsView, recent: readonly string[]): FilterItem[] {
  const { found, article } = tree;
  const all = typed.trim() === '';
  const [shown, total] = [l10n.number(found?.shown ?? 0), l10n.number(found?.total ?? 0)];
  const what = !found
    ? l10n.t('Show what matches')
    : all
      ? l10n.t('Show all {0}', total)
      : l10n.t('Show {0} of {1}', shown, total);
  const problem = found?.problem;
  const first: FilterItem = {
    label: `$(filter) ${what}`,
    alwaysShow: true,
    ...(problem && { detail: plainLabel(problem) }),
  };
  const offers = article ? filterOffers(typed, { ...article, set: article.sidecar.set }) : [];
  const before = all ? recent.map((one): FilterOffer => ({ label: one, description: '', typed: one })) : [];
  const part = (label: string, list: readonly FilterOffer[]): FilterItem[] =>
    list.length === 0
      ? []
      : [
          { label, kind: vscode.QuickPickItemKind.Separator },
          ...list.map((one) => ({
            ...one,
            label: plainLabel(one.label),
            description: plainLabel(one.description),
            alwaysShow: true,
          })),
        ];
  return [first, ...part(l10n.t('used before'), before), ...part(l10n.t('add a condition'), offers)];
}

function recentFilters(memory: vscode.Memento | undefined): readonly string[] {
  const remembered = memory?.get<unknown>(historyKey);
  return Array.isArray(remembered) ? remembered.filter((one) => typeof one === 'string') : [];
}

function remember(typed: string, memory: vscode.Memento | undefined): void {
  if (typed === '') return;
  const others = recentFilters(memory).filter((one) => one !== typed);
  void memory?.update(historyKey, [typed, ...others].slice(0, mostRemembered));
}
