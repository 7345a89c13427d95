/*
 * Signing what was made before its maker's name was known. A person without a name is asked for it when the first entry stands already:
 * a question may stay open for long, and nothing that was done meanwhile may wait for it, painted and not saved.
 */
import type { Edit } from '../../core/annotation/edit';
import { editBetween } from '../../core/annotation/editBetween';
import type { AnnotationSet, Entry } from '../../core/annotation/model';
import * as l10n from '../../core/l10n';
import type { Annotator } from './annotator';
import type { ArticleDocument } from './document';

/** What was made while the question is open. */
const unsigned = new WeakMap<ArticleDocument, Set<string>>();

/** Asks for the name if need be, and puts it under all that was made until the answer came. Never rejects. */
export async function signLater(document: ArticleDocument, { changes }: Edit, annotator: Annotator): Promise<void> {
  const made = changes.flatMap(({ id, before }) => (before ? [] : [id]));
  const asked = unsigned.get(document);
  for (const id of made) asked?.add(id);
  if (asked || made.length === 0) return;
  const ids = new Set(made);
  unsigned.set(document, ids);
  const by = await annotator.settled();
  unsigned.delete(document);
  await document.turns.ready;
  if (by !== '' && !document.readOnly) document.edit(signing(document.sidecar.set, ids, by));
}

function signing(set: AnnotationSet, ids: ReadonlySet<string>, by: string): Edit {
  const sign = <T extends Entry>(entries: readonly T[]): readonly T[] =>
    entries.map((entry) => (ids.has(entry.id) && entry.by === undefined ? { ...entry, by } : entry));
  const { annotations, arguments: inferences, links } = set;
  const after = { ...set, annotations: sign(annotations), arguments: sign(inferences), links: sign(links) };
  return editBetween(set, after, l10n.t('Sign Annotations'));
}
