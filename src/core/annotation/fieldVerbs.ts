/* The verbs that write into entries that are there: note, wording, speaker, scheme, and the codebook's attributes. */

import * as l10n from '../l10n';
import { attributeValue, withValue } from './attributeValue';
import { type Attribute, attributeLabel, tagOf } from './codebook';
import { type EntryChange, sameValue } from './edit';
import type { Gesture } from './gesture';
import { type Annotation, type AttributeValue, type Entry, type EntryKind, indexOf } from './model';
import { noAnnotation } from './tagVerbs';
import { done, gone, type Outcome, present, refused, replacements, type VerbContext, withField } from './verbContext';
import { titleCase } from './words';

type Write = Extract<Gesture, { verb: 'write' }>;
type Field = Write['field'];

/** The kinds of entry that have the field. */
const owners: Readonly<Record<Field, readonly EntryKind[]>> = {
  note: ['annotation', 'argument', 'link'],
  wording: ['annotation'],
  speaker: ['annotation'],
  scheme: ['argument'],
};

/** What people call the field, inside a sentence. */
function nameOf(field: Field): string {
  switch (field) {
    case 'note':
      return l10n.t('note');
    case 'wording':
      return l10n.t('paraphrase');
    case 'speaker':
      return l10n.t('speaker');
    case 'scheme':
      return l10n.t('scheme');
  }
}

/** "Note", "3 Notes", for the name of a step. */
function titleOf(field: Field, count: number): string {
  switch (field) {
    case 'note':
      return l10n.plural(count, 'Note', '{0} Notes');
    case 'wording':
      return l10n.plural(count, 'Paraphrase', '{0} Paraphrases');
    case 'speaker':
      return l10n.plural(count, 'Speaker', '{0} Speakers');
    case 'scheme':
      return l10n.plural(count, 'Scheme', '{0} Schemes');
  }
}

export function write(gesture: Write, context: VerbContext): Outcome {
  const value = gesture.value.replace(/\r\n?/g, '\n').trim();
  const entries = entriesOf(gesture.ids, context);
  if (entries.length === 0)
    return gesture.ids[0] === undefined ? refused(l10n.t('Nothing is selected.')) : gone(gesture.ids[0]);
  const fitting = entries.filter(({ kind }) => owners[gesture.field].includes(kind));
  if (fitting.length === 0) {
    return refused(
      gesture.field === 'scheme'
        ? l10n.t('Only an argument has a scheme. Select an argument instead.')
        : l10n.t('Only an annotation has a {0}. Select an annotation instead.', nameOf(gesture.field)),
    );
  }
  if (gesture.field === 'wording' && value === '' && fitting.some(({ entry }) => isUnstated(entry))) {
    return refused(l10n.t('An unstated premise is nothing but its wording. Write another one, or delete the premise.'));
  }
  const changes = fitting.flatMap(({ kind, entry }) => {
    const before = entry as Annotation & { readonly scheme?: string };
    if ((before[gesture.field] ?? '') === value) return [];
    const after = withField(before, gesture.field, value === '' ? undefined : value);
    return [{ kind, id: entry.id, before, after } as EntryChange];
  });
  if (changes.length === 0) {
    return refused(
      value === ''
        ? l10n.t('The {0} is empty already. Nothing was changed.', nameOf(gesture.field))
        : l10n.t('The {0} is the same already. Nothing was changed.', nameOf(gesture.field)),
    );
  }
  const what = titleOf(gesture.field, changes.length);
  return done(
    value === ''
      ? l10n.t('Delete {0}', what)
      : changes.some(({ before }) => hasField(before, gesture.field))
        ? l10n.t('Change {0}', what)
        : l10n.t('Add {0}', what),
    changes,
    changes.map((change) => change.id),
  );
}

/**
 * Sets an attribute of the codebook on the annotations whose tag has it, or takes it away from all that carry it
 * (one that the codebook does not know can be taken away, not set).
 */
export function setAttribute(gesture: Extract<Gesture, { verb: 'setAttribute' }>, context: VerbContext): Outcome {
  const annotations = present(gesture.ids, indexOf(context.set).annotations);
  if (annotations.length === 0) return noAnnotation(gesture.ids, context);
  let known: Attribute | undefined;
  let wrong: string | undefined;
  const changes = replacements(annotations, (annotation) => {
    const attribute = tagOf(context.codebook, annotation.tag).attributes.find((one) => one.name === gesture.name);
    known ??= attribute;
    if (gesture.value === undefined) return withAttribute(annotation, gesture.name, undefined);
    if (!attribute) return annotation;
    const read = attributeValue(attribute, gesture.value, annotation.attributes?.[gesture.name]);
    if ('problem' in read) {
      wrong ??= read.problem;
      return annotation;
    }
    return withAttribute(annotation, gesture.name, read.value);
  });
  const label = attributeLabel(known ?? { name: gesture.name });
  if (wrong !== undefined) return refused(wrong);
  if (gesture.value !== undefined && !known) {
    const tag = tagOf(context.codebook, annotations[0]?.tag ?? '').label;
    return refused(
      l10n.t('The codebook has no attribute “{0}” for the tag “{1}”. Add it to the codebook first.', gesture.name, tag),
    );
  }
  if (changes.length === 0) {
    return refused(
      gesture.value === undefined
        ? l10n.t('“{0}” is not set. Nothing was changed.', label)
        : l10n.t('“{0}” is the same already. Nothing was changed.', label),
    );
  }
  const cleared = changes.every(({ after }) => !Object.hasOwn((after as Annotation).attributes ?? {}, gesture.name));
  return done(
    cleared ? l10n.t('Clear {0}', titleCase(label)) : l10n.t('Set {0}', titleCase(label)),
    changes,
    changes.map((change) => change.id),
  );
}

function withAttribute(annotation: Annotation, name: string, value: AttributeValue | undefined): Annotation {
  const before = annotation.attributes ?? {};
  const after = withValue(before, name, value);
  if (sameValue(before, after)) return annotation;
  return withField(annotation, 'attributes', Object.keys(after).length === 0 ? undefined : after);
}

function entriesOf(
  ids: readonly string[],
  context: VerbContext,
): { readonly kind: EntryKind; readonly entry: Entry }[] {
  const index = indexOf(context.set);
  const found = <E extends Entry>(kind: EntryKind, map: ReadonlyMap<string, E>) =>
    present(ids, map).map((entry) => ({ kind, entry }));
  return [
    ...found('annotation', index.annotations),
    ...found('argument', index.arguments),
    ...found('link', index.links),
  ];
}

const isUnstated = (entry: Entry): boolean => 'spans' in entry && entry.spans.length === 0;

const hasField = (entry: Entry | undefined, field: Field): boolean =>
  entry !== undefined && (entry as Partial<Record<Field, string>>)[field] !== undefined;
