/* The verbs that write into entries that are there: note, wording, speaker, scheme, and the codebook's attributes. */

import { attributeValue } from './attributeValue';
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

/** What people call the field. */
const names: Readonly<Record<Field, string>> = {
  note: 'note',
  wording: 'paraphrase',
  speaker: 'speaker',
  scheme: 'scheme',
};

export function write(gesture: Write, context: VerbContext): Outcome {
  const value = gesture.value.replace(/\r\n?/g, '\n').trim();
  const entries = entriesOf(gesture.ids, context);
  if (entries.length === 0)
    return gesture.ids[0] === undefined ? refused('Nothing is selected.') : gone(gesture.ids[0]);
  const fitting = entries.filter(({ kind }) => owners[gesture.field].includes(kind));
  if (fitting.length === 0) {
    return refused(
      gesture.field === 'scheme'
        ? 'Only an argument has a scheme. Select an argument instead.'
        : `Only an annotation has a ${names[gesture.field]}. Select an annotation instead.`,
    );
  }
  if (gesture.field === 'wording' && value === '' && fitting.some(({ entry }) => isUnstated(entry))) {
    return refused('An unstated premise is nothing but its wording. Write another one, or delete the premise.');
  }
  const changes = fitting.flatMap(({ kind, entry }) => {
    const before = entry as Annotation & { readonly scheme?: string };
    if ((before[gesture.field] ?? '') === value) return [];
    const after = withField(before, gesture.field, value === '' ? undefined : value);
    return [{ kind, id: entry.id, before, after } as EntryChange];
  });
  if (changes.length === 0) {
    return refused(
      `The ${names[gesture.field]} is ${value === '' ? 'empty' : 'the same'} already. Nothing was changed.`,
    );
  }
  const verb =
    value === '' ? 'Delete' : changes.some(({ before }) => hasField(before, gesture.field)) ? 'Change' : 'Add';
  const what = titleCase(names[gesture.field]);
  const count = changes.length === 1 ? what : `${changes.length} ${what}s`;
  return done(
    `${verb} ${count}`,
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
      `The codebook has no attribute “${gesture.name}” for the tag “${tag}”. Add it to the codebook first.`,
    );
  }
  if (changes.length === 0) {
    return refused(
      `“${label}” is ${gesture.value === undefined ? 'not set' : 'the same already'}. Nothing was changed.`,
    );
  }
  const cleared = changes.every(({ after }) => !Object.hasOwn((after as Annotation).attributes ?? {}, gesture.name));
  return done(
    `${cleared ? 'Clear' : 'Set'} ${titleCase(label)}`,
    changes,
    changes.map((change) => change.id),
  );
}

function withAttribute(annotation: Annotation, name: string, value: AttributeValue | undefined): Annotation {
  const attributes = annotation.attributes ?? {};
  const has = Object.hasOwn(attributes, name);
  if (value === undefined ? !has : has && sameValue(attributes[name], value)) return annotation;
  // Built from entries: a name such as `__proto__` from a hostile file stays an ordinary key.
  const others = Object.entries(attributes);
  const next = has
    ? others.flatMap(([key, old]) =>
        key !== name ? [[key, old] as const] : value === undefined ? [] : [[key, value] as const],
      )
    : [...others, [name, value as AttributeValue] as const];
  return withField(annotation, 'attributes', next.length === 0 ? undefined : Object.fromEntries(next));
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
