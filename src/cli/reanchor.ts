/*
 * `argmark reanchor`: where every annotation stands now, and the sidecars of those that have moved written anew, by the verb that the editor's
 * "Update Positions" is. What has drifted and orphans stay as they are recorded: they are a matter for a person.
 */
import { readFile } from 'node:fs/promises';
import { defaultCodebook } from '../core/annotation/defaultCodebook';
import type { Edit } from '../core/annotation/edit';
import { freshId } from '../core/annotation/ids';
import { indexOf } from '../core/annotation/model';
import { quoteOf } from '../core/annotation/quote';
import { editFor } from '../core/annotation/verbs';
import { countOf, shorten } from '../core/annotation/words';
import { sameBytes } from '../core/bytes';
import { applyToSidecar } from '../core/sidecar/patch';
import { positionOf } from '../core/sidecar/positions';
import { selectorOf } from '../core/sidecar/selector';
import type { Sidecar } from '../core/sidecar/sidecar';
import { sidecarBytes } from '../core/sidecar/sidecarFile';
import { isReadOnly, replaceFile } from '../node/replaceFile';
import type { Job } from './job';
import { type Loaded, placeOf, whyUnreadable } from './load';
import { type PlacementLine, placementLines } from './placementLines';
import type { Style, Terminal } from './terminal';

/** An article that could be read. */
type Readable = Loaded & { readonly now: NonNullable<Loaded['now']> };

export function reanchorJob(terminal: Terminal, json: boolean, dryRun: boolean): Job {
  const sums = { articles: 0, moved: 0, drifted: 0, orphan: 0 };
  return {
    each: async (loaded) => {
      const { article, sidecar } = loaded;
      const why = whyUnreadable(loaded);
      for (const sentence of why) terminal.complain(sentence);
      if (why.length > 0) return 2;
      if (!isReadable(loaded)) {
        // Nothing is said about it, so it was not even read.
        if (json) terminal.json({ article, sidecar, annotations: [] });
        return 0;
      }
      const lines = placementLines(loaded.sidecarState.set, loaded.now);
      if (json) terminal.json({ article, sidecar, annotations: lines });
      const edit = positionEdit(loaded);
      const { written, refusals, onDisk } = edit
        ? await apply(loaded, edit, dryRun)
        : { written: 0, refusals: [], onDisk: loaded.sidecarState };
      for (const sentence of refusals) terminal.complain(sentence);
      const left = lines.filter(({ status }) => status === 'drifted' || status === 'orphan');
      if (!json) print(terminal, { ...loaded, sidecarState: onDisk }, written, left, dryRun);
      sums.articles++;
      sums.moved += written;
      for (const { status } of left) sums[status as 'drifted' | 'orphan']++;
      if (refusals.length > 0) return 2;
      return left.length > 0 ? 1 : 0;
    },
    end: () => {
      if (json) return;
      const { articles, moved, drifted, orphan } = sums;
      const done = `${countOf(moved, 'position')} ${dryRun ? 'to be updated' : 'updated'}`;
      terminal.line(
        `${countOf(articles, 'annotated article')}: ${done}, ${drifted} drifted, ${countOf(orphan, 'orphan')}.`,
      );
    },
  };
}

const isReadable = (loaded: Loaded): loaded is Readable => loaded.now !== undefined;

/** Undefined where all that is surely found stands as it is recorded. */
function positionEdit({ sidecarState: { set }, now }: Readable): Edit | undefined {
  const outcome = editFor(
    { verb: 'updatePositions' },
    {
      ...{ set, text: now.text, placements: now.placements },
      // Where words stand is no matter of tags, and nobody signs for it.
      ...{ codebook: defaultCodebook, annotator: '', now: '', newId: () => freshId(set) },
      selector: (span) => selectorOf(now.text, span, now.index),
    },
  );
  return 'edit' in outcome ? outcome.edit : undefined;
}

/** What came of an edit: how many of its entries were changed, and why others were not, in whole sentences. */
interface Written {
  readonly written: number;
  readonly refusals: readonly string[];
  /** What is in the file now. */
  readonly onDisk: Sidecar;
}

/** Writes the sidecar. An entry whose lines cannot be changed (its id is there twice) does not keep the others from being written. */
async function apply({ sidecar, sidecarState, bytes }: Readable, edit: Edit, dryRun: boolean): Promise<Written> {
  const refusals: string[] = [];
  let rest = edit;
  let applied = applyToSidecar(sidecarState, rest);
  for (let refusal = applied.refusal; refusal; refusal = applied.refusal) {
    refusals.push(`${sidecar}: ${refusal.message}`);
    const changes = rest.changes.filter(({ id }) => id !== refusal.id);
    if (changes.length === rest.changes.length || changes.length === 0)
      return { written: 0, refusals, onDisk: sidecarState };
    rest = { ...rest, changes };
    applied = applyToSidecar(sidecarState, rest);
  }
  const why = dryRun ? undefined : await replace(sidecar, sidecarBytes(applied.sidecar), bytes);
  if (why !== undefined) return { written: 0, refusals: [...refusals, why], onDisk: sidecarState };
  return { written: applied.edit.changes.length, refusals, onDisk: dryRun ? sidecarState : applied.sidecar };
}

/** Puts the new file in the place of the old one, or says in a sentence why it could not. */
async function replace(path: string, bytes: Uint8Array, asRead: Uint8Array | undefined): Promise<string | undefined> {
  try {
    if (await isReadOnly(path)) return `${path} may not be written, so it was left as it is.`;
    const stillAsRead = async () => sameBytes(await readFile(path).catch(() => undefined), asRead);
    if (await replaceFile(path, bytes, stillAsRead)) return undefined;
    return `${path} was changed by another program meanwhile, so it was left as it is. Run this again.`;
  } catch (error) {
    return `${path} cannot be written (${(error as Error).message}). It was left as it is.`;
  }
}

const styles: Readonly<Record<string, Style>> = { drifted: 'yellow', orphan: 'red' };

function print(terminal: Terminal, loaded: Readable, moved: number, left: PlacementLine[], dryRun: boolean): void {
  const { sidecarState, sidecar, article } = loaded;
  if (moved > 0) {
    const done = dryRun ? 'to be updated' : 'updated';
    terminal.line({ text: article, style: 'bold' }, `: ${countOf(moved, 'position')} ${done}.`);
  }
  const { annotations } = indexOf(sidecarState.set);
  for (const { id, status, why } of left) {
    const { line, column } = positionOf(sidecarState, id, ['spans', 0, 'quote']) ?? { line: 1, column: 1 };
    const annotation = annotations.get(id);
    const words = annotation ? `“${shorten(quoteOf(annotation), 60)}”` : '';
    const place = { text: placeOf({ file: sidecar, line, column }), style: 'bold' } as const;
    terminal.line(place, ': ', { text: status, style: styles[status] ?? 'red' }, `: ${id} ${words} ${why}`);
  }
}
