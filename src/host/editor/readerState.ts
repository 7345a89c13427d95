/*
 * What a reading view is told: the whole state, or what has changed since the state that it shows. Pure. Comparing is quick, since entries and
 * placements that an edit did not touch are the same objects as before.
 */

import { sameValue } from '../../core/annotation/edit';
import { type Annotation, type AnnotationSet, indexOf } from '../../core/annotation/model';
import { isSure, type Placement } from '../../core/annotation/placement';
import { quoteOf } from '../../core/annotation/quote';
import type { ReaderChanges, ReaderSettings, ReaderState } from '../../messages';
import type { PlacedAnnotation } from '../../messages/content';
import type { AnnotatedArticle } from '../articles';
import type { Notice } from './notices';

/** What a panel shows or should show. */
export interface View {
  readonly annotated: AnnotatedArticle;
  readonly name: string;
  readonly notices: readonly Notice[];
  readonly readOnly: boolean;
}

export function wholeState(view: View, settings: ReaderSettings): ReaderState {
  const { article, placements, codebook, revision, dirty, sidecar } = view.annotated;
  const { set } = sidecar;
  return {
    type: 'state',
    revision,
    name: view.name,
    article: article as ReaderState['article'],
    annotations: set.annotations.map((annotation) => placed(annotation, placements.get(annotation.id))),
    arguments: set.arguments as ReaderState['arguments'],
    links: [...set.links],
    attributes: attributesOf(set),
    codebook: codebook as ReaderState['codebook'],
    settings,
    readOnly: view.readOnly,
    dirty,
    notices: [...view.notices],
  };
}

/** Annotations that are more than what is painted first: a page of text seldom has as many. */
const firstPart = 500;

/**
 * A whole state as it is sent: of very many annotations the first ones with the text, so that it is read and marked soon, and then all others,
 * with what refers to them. The second part is made when it is asked for.
 */
export function inParts(view: View, settings: ReaderSettings): readonly [ReaderState, (() => ReaderChanges)?] {
  const { sidecar, placements } = view.annotated;
  const { annotations } = sidecar.set;
  if (annotations.length <= firstPart) return [wholeState(view, settings)];
  const startOf = ({ id }: Annotation) => placements.get(id)?.spans[0]?.start ?? Number.POSITIVE_INFINITY;
  const last = Float64Array.from(annotations, startOf).sort()[firstPart] as number;
  const isFirst = (annotation: Annotation) => startOf(annotation) < last;
  const set = { ...sidecar.set, annotations: annotations.filter(isFirst), arguments: [], links: [] };
  const first = { ...view, annotated: { ...view.annotated, sidecar: { ...sidecar, set } } };
  return [wholeState(first, settings), () => ({ ...changesBetween(first, view), rest: true })];
}

/** What differs. Entries that were read anew and say the same as before do not. */
export function changesBetween(before: View, after: View): ReaderChanges {
  const old = before.annotated;
  const { article, sidecar, placements, codebook, revision, dirty } = after.annotated;
  const was = indexOf(old.sidecar.set);
  const is = indexOf(sidecar.set);
  return {
    type: 'changes',
    from: old.revision,
    revision,
    ...(before.name !== after.name && { name: after.name }),
    ...(old.article !== article && { article: article as ReaderState['article'] }),
    ...(old.codebook !== codebook && { codebook: codebook as ReaderState['codebook'] }),
    annotations: [...is.annotations.values()]
      .filter(
        (annotation) =>
          old.placements.get(annotation.id) !== placements.get(annotation.id) ||
          !sameValue(was.annotations.get(annotation.id), annotation),
      )
      .map((annotation) => placed(annotation, placements.get(annotation.id))),
    removedAnnotations: removed(was.annotations, is.annotations),
    arguments: changed(was.arguments, is.arguments) as ReaderChanges['arguments'],
    removedArguments: removed(was.arguments, is.arguments),
    links: changed(was.links, is.links),
    removedLinks: removed(was.links, is.links),
    ...(!sameValue(old.sidecar.set.attributes, sidecar.set.attributes) && { attributes: attributesOf(sidecar.set) }),
    dirty,
  };
}

const attributesOf = ({ attributes }: AnnotationSet) => ({ ...attributes }) as ReaderState['attributes'];

function changed<E>(before: ReadonlyMap<string, E>, after: ReadonlyMap<string, E>): E[] {
  return [...after].flatMap(([id, entry]) => (sameValue(before.get(id), entry) ? [] : entry));
}

function removed(before: ReadonlyMap<string, unknown>, after: ReadonlyMap<string, unknown>): string[] {
  return [...before.keys()].filter((id) => !after.has(id));
}

function placed(annotation: Annotation, placement: Placement | undefined): PlacedAnnotation {
  const { spans, ...rest } = annotation;
  return {
    ...rest,
    status: placement?.status ?? (spans.length === 0 ? 'unstated' : 'orphan'),
    spans: placement ? [...placement.spans] : [],
    score: placement?.score ?? 0,
    ...(placement?.why !== undefined && { why: placement.why }),
    ...(!isSure(placement) && { quote: quoteOf(annotation) }),
  } as PlacedAnnotation;
}
