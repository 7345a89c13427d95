/* What a deletion takes along, said before it is done: asked only where something else goes, and in a list, since nothing is lost for good. */
import * as vscode from 'vscode';
import { indexOf } from '../../core/annotation/model';
import { argumentInWords } from '../../core/annotation/relations';
import { editFor } from '../../core/annotation/verbs';
import { countOf } from '../../core/annotation/words';
import type { AnnotatedArticle } from '../articles';
import { plainLabel } from './quickPickLabel';
import { askOne } from './steps';

/** What goes, or gets smaller, beside what was asked for: each in words. */
export interface Toll {
  readonly removed: readonly string[];
  readonly reduced: readonly string[];
}

export function whatElseGoes(state: AnnotatedArticle, ids: readonly string[]): Toll {
  const { sidecar, article, placements, codebook } = state;
  const { set } = sidecar;
  const nothing = () => {
    throw new Error('A deletion makes nothing new.');
  };
  const outcome = editFor(
    { verb: 'remove', ids },
    { set, text: article.text, placements, codebook, annotator: '', now: '', newId: nothing, selector: nothing },
  );
  const removed: string[] = [];
  const reduced: string[] = [];
  for (const { kind, id, after } of 'edit' in outcome ? outcome.edit.changes : []) {
    if (kind === 'annotation' || ids.includes(id)) continue;
    const argument = indexOf(set).arguments.get(id);
    const words = argument ? `argument: ${argumentInWords(argument, set, 60)}` : `link ${id}`;
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
    removed.length > 0 && `${countOf(removed.length, 'other entry')} ${removed.length === 1 ? 'goes' : 'go'} with it`,
    reduced.length > 0 && `${countOf(reduced.length, 'argument')} ${reduced.length === 1 ? 'loses' : 'lose'} a premise`,
  ];
  const summary = `${parts.filter(Boolean).join(', ')}.`;
  const deletes: vscode.QuickPickItem = { label: '$(trash) Delete', description: summary };
  const keeps: vscode.QuickPickItem = { label: '$(close) Cancel' };
  const list = (label: string, entries: readonly string[]): vscode.QuickPickItem[] =>
    entries.length === 0
      ? []
      : [
          { label, kind: vscode.QuickPickItemKind.Separator },
          ...entries.map((entry) => ({ label: plainLabel(entry) })),
        ];
  const items = [deletes, keeps, ...list('goes too', removed), ...list('loses a premise', reduced)];
  for (;;) {
    const placeholder = 'More than this goes; undo brings all of it back.';
    const answer = await askOne({ title: 'Argmark: Delete', placeholder, items, stays: true });
    // The entries below are there to be read.
    if (answer === undefined || answer === keeps || answer === deletes) return answer === deletes;
  }
}
