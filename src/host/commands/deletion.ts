/* What a deletion takes along, said before it is done: asked only where something else goes, and in a list, since nothing is lost for good. */
import * as vscode from 'vscode';
import { indexOf } from '../../core/annotation/model';
import { argumentInWords } from '../../core/annotation/relations';
import { remove } from '../../core/annotation/removeVerbs';
import * as l10n from '../../core/l10n';
import type { AnnotatedArticle } from '../articles';
import { plainLabel } from '../plainLabel';
import { shownSet } from '../shownSet';
import { askOne } from '../steps';

/** What goes, or gets smaller, beside what was asked for: each in words. */
export interface Toll {
  readonly removed: readonly string[];
  readonly reduced: readonly string[];
}

export function whatElseGoes(state: AnnotatedArticle, ids: readonly string[]): Toll {
  const { sidecar, article, placements, codebook } = state;
  const { set } = sidecar;
  const nothing = () => {
    throw new TypeError('A deletion makes nothing new.');
  };
  const outcome = remove(
    { verb: 'remove', ids },
    { set, text: article.text, placements, codebook, annotator: '', now: '', newId: nothing, selector: nothing },
  );
  const removed: string[] = [];
  const reduced: string[] = [];
  for (const { kind, id, after } of 'edit' in outcome ? outcome.edit.changes : []) {
    if (kind === 'annotation' || ids.includes(id)) continue;
    const argument = indexOf(set).arguments.get(id);
    const words = argument
      ? l10n.t('argument: {0}', argumentInWords(argument, indexOf(shownSet(state)), 60))
      : l10n.t('link {0}', id);
    (after === undefined ? removed : reduced).push(words);
  }
  return { removed, reduced };
}

/** True at once where nothing else goes; else whether the person has seen what does and wants it. */
export function isWanted(toll: Toll): true | Promise<boolean> {
  return toll.removed.length + toll.reduced.length === 0 || ask(toll);
}

async function ask({ removed, reduced }: Toll): Promise<boolean> {
  const parts = [
    removed.length > 0 && l10n.plural(removed.length, '{0} other entry goes with it', '{0} other entries go with it'),
    reduced.length > 0 && l10n.plural(reduced.length, '{0} argument loses a premise', '{0} arguments lose a premise'),
  ];
  const summary = `${l10n.commas(parts.filter((part) => part !== false))}.`;
  const deletes: vscode.QuickPickItem = { label: `$(trash) ${l10n.t('Delete')}`, description: summary };
  const keeps: vscode.QuickPickItem = { label: `$(close) ${l10n.t('Cancel')}` };
  const list = (label: string, entries: readonly string[]): vscode.QuickPickItem[] =>
    entries.length === 0
      ? []
      : [
          { label, kind: vscode.QuickPickItemKind.Separator },
          ...entries.map((entry) => ({ label: plainLabel(entry) })),
        ];
  const items = [deletes, keeps, ...list(l10n.t('goes too'), removed), ...list(l10n.t('loses a premise'), reduced)];
  for (;;) {
    const placeholder = l10n.t('More than this goes; undo brings all of it back.');
    const answer = await askOne({ title: l10n.t('Argmark: Delete'), placeholder, items, stays: true });
    // The entries below are there to be read.
    if (answer === undefined || answer === keeps || answer === deletes) return answer === deletes;
  }
}
