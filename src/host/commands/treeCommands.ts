/* How the "Annotations" tree is laid out: what it is grouped by, in what order, and what is left out. Loaded with the first of these commands. */
import * as vscode from 'vscode';
import { attributeLabel, attributeName, attributesOf } from '../../core/annotation/codebook';
import * as l10n from '../../core/l10n';
import { plainLabel } from '../plainLabel';
import { askOne } from '../steps';
import type { AnnotationsView } from '../views/annotationsView';
import { attributeOf, type Grouping, groupingFrom, type Sort, sortFrom } from '../views/treeShape';
import { askFilter } from './filterInput';
import type { Args } from './subjects';

interface Choice<T> extends vscode.QuickPickItem {
  readonly value: T;
}

export class TreeCommands {
  private readonly tree: AnnotationsView;
  private readonly memory: vscode.Memento | undefined;

  constructor(tree: AnnotationsView, memory: vscode.Memento | undefined) {
    this.tree = tree;
    this.memory = memory;
  }

  filter(): Promise<void> {
    return askFilter(this.tree, this.memory);
  }

  /** A keybinding may say which, as `tag` or `attribute:kind`; else the person is asked. */
  async group([named]: Args): Promise<void> {
    const { grouping } = this.tree.shape;
    const title = l10n.t('Argmark: Group Annotations By');
    const chosen =
      groupingFrom(named) ?? (await ask(title, l10n.t('Select what to group by'), this.groupings(grouping), grouping));
    if (chosen !== undefined) this.tree.setGrouping(chosen);
  }

  async sort([named]: Args): Promise<void> {
    const { sort } = this.tree.shape;
    const title = l10n.t('Argmark: Sort Annotations By');
    const chosen = sortFrom(named) ?? (await ask(title, l10n.t('Select an order'), sortings(), sort));
    if (chosen !== undefined) this.tree.setSort(chosen);
  }

  private groupings(present: Grouping): readonly Choice<Grouping>[] {
    const codebook = this.tree.article?.codebook;
    const attributes = codebook ? attributesOf(codebook) : [];
    const names = attributes.map((one) => ({ name: one.name, label: attributeLabel(one) }));
    // One that the codebook of this article lacks.
    const own = attributeOf(present);
    if (own !== undefined && !names.some(({ name }) => name === own))
      names.push({ name: own, label: codebook ? attributeName(codebook, own) : own });
    if (names.length === 0) return groupings();
    return [
      ...groupings(),
      { label: l10n.t('attributes'), kind: vscode.QuickPickItemKind.Separator, value: 'argument' },
      ...names.map(({ name, label }): Choice<Grouping> => ({ label: plainLabel(label), value: `attribute:${name}` })),
    ];
  }
}

const groupings = (): readonly Choice<Grouping>[] => [
  { label: l10n.t('Argument'), value: 'argument', description: l10n.t('what supports and attacks what') },
  { label: l10n.t('Heading'), value: 'heading', description: l10n.t('in the sections of the article') },
  { label: l10n.t({ message: 'Nothing', comment: 'to group by' }), value: 'order', description: l10n.t('in one list') },
  { label: l10n.t('Tag'), value: 'tag' },
  { label: l10n.t('Person'), value: 'person', description: l10n.t('who made them') },
  { label: l10n.t('Status'), value: 'status', description: l10n.t('placed, please look, orphan, unstated') },
];

const sortings = (): readonly Choice<Sort>[] => [
  { label: l10n.t('Position'), value: 'position', description: l10n.t('as they stand in the article') },
  { label: l10n.t('Tag'), value: 'tag', description: l10n.t('in the order of the codebook') },
  { label: l10n.t('Newest First'), value: 'newest' },
];

/** The present choice has a check mark. */
const marked = <T>(choices: readonly Choice<T>[], present: T): Choice<T>[] =>
  choices.map((one) =>
    one.kind === vscode.QuickPickItemKind.Separator
      ? one
      : { ...one, iconPath: new vscode.ThemeIcon(one.value === present ? 'check' : 'blank') },
  );

async function ask<T>(
  title: string,
  placeholder: string,
  choices: readonly Choice<T>[],
  present: T,
): Promise<T | undefined> {
  const items = marked(choices, present);
  const active = items.find((one) => one.value === present && one.kind !== vscode.QuickPickItemKind.Separator);
  return (await askOne({ title, placeholder, items, active }))?.value;
}
