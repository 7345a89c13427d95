/*
 * The verbs on words: tag them, change a tag, move or widen an annotation. What is recorded of a span is made anew only for the
 * annotation at hand, so that no other entry's lines change.
 */
import type { Span } from '../article/article';
import * as l10n from '../l10n';
import { defaultsOf, type Tag, tagOf } from './codebook';
import { sameValue } from './edit';
import type { Gesture, Verb } from './gesture';
import { type Annotation, type Attributes, indexOf, type Selector } from './model';
import { nextInText } from './order';
import { sameSpans, tidySpans } from './spans';
import { alreadyTagged, isTwin } from './twin';
import {
  done,
  freshFor,
  gone,
  labelOf,
  type Outcome,
  present,
  refused,
  replacements,
  signature,
  type VerbContext,
  withField,
} from './verbContext';
import { inSentence, titleCase } from './words';

type Of<V extends Verb> = Extract<Gesture, { verb: V }>;

const nothingSelected = (): string => l10n.t('Only white space is selected. Select some words first.');

export function tagWords(gesture: Of<'tag'>, context: VerbContext): Outcome {
  const unknown = unknownTag(gesture.tag, context);
  if (unknown) return unknown;
  const spans = tidySpans(gesture.spans, context.text);
  if (spans.length === 0) return refused(nothingSelected());
  const label = labelOf(context, gesture.tag);
  const twin = twinOf(gesture.tag, context.annotator, spans, context);
  if (twin) return refused(alreadyTagged(label));
  const id = freshFor(context, gesture.id);
  const attributes = defaultsOf(tagOf(context.codebook, gesture.tag));
  const annotation: Annotation = {
    id,
    tag: gesture.tag,
    spans: spans.map(context.selector),
    ...(attributes && { attributes }),
    ...signature(context),
  };
  const nextId = nextInText(context.set, context.placements, spans);
  return done(
    l10n.t('Tag {0}', titleCase(label)),
    [{ kind: 'annotation', id, after: annotation, ...(nextId !== undefined && { nextId }) }],
    [id],
  );
}

export function retag(gesture: Of<'retag'>, context: VerbContext): Outcome {
  const unknown = unknownTag(gesture.tag, context);
  if (unknown) return unknown;
  const annotations = present(gesture.ids, indexOf(context.set).annotations);
  if (annotations.length === 0) return noAnnotation(gesture.ids, context);
  const tag = tagOf(context.codebook, gesture.tag);
  const changes = replacements(annotations, (annotation) => {
    if (annotation.tag === gesture.tag) return annotation;
    const attributes = attributesUnder(tag, annotation, tagOf(context.codebook, annotation.tag));
    const retagged = { ...annotation, tag: gesture.tag };
    return sameValue(attributes, annotation.attributes ?? {})
      ? retagged
      : withField(retagged, 'attributes', Object.keys(attributes).length === 0 ? undefined : attributes);
  });
  const label = labelOf(context, gesture.tag);
  if (changes.length === 0) {
    return refused(
      annotations.length === 1
        ? l10n.t('It is tagged {0} already. Choose another tag.', inSentence(label))
        : l10n.t('They are all tagged {0} already. Choose another tag.', inSentence(label)),
    );
  }
  const said = l10n.plural(changes.length, 'Change Tag to {1}', 'Change {0} Tags to {1}', titleCase(label));
  return done(said, changes, idsOf(changes));
}

/**
 * What somebody has said stays, and what the tag gives unasked is filled in where it is lacking. What the old tag gave unasked, which nobody has
 * changed since, goes where the new one has no such attribute.
 */
function attributesUnder(tag: Tag, { attributes = {} }: Annotation, old: Tag): Attributes {
  const given = defaultsOf(old) ?? {};
  const known = new Set(tag.attributes.map(({ name }) => name));
  const said = Object.entries(attributes).filter(
    ([name, value]) => known.has(name) || !Object.hasOwn(given, name) || !sameValue(given[name], value),
  );
  return { ...defaultsOf(tag), ...Object.fromEntries(said) };
}

/** The annotation stands on these spans now and keeps all else; an unstated premise gets words this way. */
export function respan(gesture: Of<'respan'>, context: VerbContext): Outcome {
  const annotation = indexOf(context.set).annotations.get(gesture.id);
  if (!annotation) return noAnnotation([gesture.id], context);
  const spans = tidySpans(gesture.spans, context.text);
  if (spans.length === 0) return refused(nothingSelected());
  return placedOn(annotation, spans, l10n.t('Change Span'), context);
}

export function addFragment(gesture: Of<'addFragment'>, context: VerbContext): Outcome {
  const annotation = indexOf(context.set).annotations.get(gesture.id);
  if (!annotation) return noAnnotation([gesture.id], context);
  const placement = context.placements.get(annotation.id);
  const current = placement?.spans ?? [];
  if (annotation.spans.length > 0 && current.length === 0) {
    return refused(
      l10n.t('Its own words are not found in the text any more. Give it new ones with “Change Span” first.'),
    );
  }
  const added = tidySpans(gesture.spans, context.text);
  if (added.length === 0) return refused(nothingSelected());
  const spans = tidySpans([...current, ...added], context.text);
  if (added.every((span) => current.some((one) => one.start <= span.start && span.end <= one.end))) {
    return refused(l10n.t('These words belong to it already. Select others.'));
  }
  return placedOn(annotation, spans, l10n.t('Add Fragment'), context);
}

/** The annotation on these spans, as one edit; refused where it stands there already, or where another one says the same of them. */
export function placedOn(annotation: Annotation, spans: readonly Span[], label: string, context: VerbContext): Outcome {
  const placement = context.placements.get(annotation.id);
  const selectors = spans.map((span) => keptOr(annotation.spans, context.selector(span)));
  const stays = placement?.status === 'exact' && sameSpans(placement.spans, spans);
  if (stays || sameValue(selectors, annotation.spans)) {
    return refused(l10n.t('It stands on exactly these words already. Select others.'));
  }
  const twin = twinOf(annotation.tag, annotation.by ?? '', spans, context, annotation.id);
  if (twin) return refused(alreadyTagged(labelOf(context, annotation.tag)));
  return done(
    label,
    [{ kind: 'annotation', id: annotation.id, before: annotation, after: { ...annotation, spans: selectors } }],
    [annotation.id],
  );
}

/** The recorded selector where it says the same, so that the fragments that stay keep their lines. */
function keptOr(recorded: readonly Selector[], fresh: Selector): Selector {
  return recorded.find((selector) => sameValue(selector, fresh)) ?? fresh;
}

function twinOf(
  tag: string,
  by: string,
  spans: readonly Span[],
  context: VerbContext,
  except?: string,
): Annotation | undefined {
  const placed = (id: string) => context.placements.get(id)?.spans ?? [];
  return context.set.annotations.find(
    (one) => one.id !== except && isTwin({ tag: one.tag, by: one.by, spans: placed(one.id) }, { tag, by, spans }),
  );
}

/** A refusal when the codebook has no such tag: new work keeps to the codebook, while what a file holds is kept as it is. */
export function unknownTag(tag: string, context: VerbContext): Outcome | undefined {
  if (context.codebook.tags.some((one) => one.name === tag)) return undefined;
  const names = l10n.commas(context.codebook.tags.map((one) => one.name));
  return refused(
    names === ''
      ? l10n.t('The codebook has no tags. Add one to it first.')
      : l10n.t('The codebook has no tag “{0}”. Choose one of these: {1}.', tag, names),
  );
}

/** Why a verb on annotations found none among these ids. */
export function noAnnotation(ids: readonly string[], context: VerbContext): Outcome {
  const { arguments: inferences, links } = indexOf(context.set);
  const id = ids[0];
  if (id === undefined) return refused(l10n.t('No annotation is selected. Select one first.'));
  if (inferences.has(id)) return refused(l10n.t('That is an argument. Select an annotation instead.'));
  if (links.has(id)) return refused(l10n.t('That is a link. Select an annotation instead.'));
  return gone(id);
}

const idsOf = (changes: readonly { readonly id: string }[]): string[] => changes.map((change) => change.id);
