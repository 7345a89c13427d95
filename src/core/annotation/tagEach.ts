/* The verb on many places at once, such as all that were found: an annotation on each of them, in one edit. */
import * as l10n from '../l10n';
import { defaultsOf, tagOf } from './codebook';
import type { Change } from './edit';
import type { Gesture } from './gesture';
import { nextInTextOf } from './order';
import { tidySpans } from './spans';
import { unknownTag } from './tagVerbs';
import { placeKey, twinPlaces } from './twin';
import { done, freshFor, labelOf, type Outcome, refused, signature, type VerbContext } from './verbContext';
import { inSentence, titleCase } from './words';

/** Places that have this tag of this annotator already are passed over, and so is a place that is named twice. */
export function tagEach(gesture: Extract<Gesture, { verb: 'tagEach' }>, context: VerbContext): Outcome {
  const unknown = unknownTag(gesture.tag, context);
  if (unknown) return unknown;
  const label = labelOf(context, gesture.tag);
  const attributes = defaultsOf(tagOf(context.codebook, gesture.tag));
  const { set, placements, annotator } = context;
  const standing = set.annotations.map(({ id, tag, by }) => ({ tag, by, spans: placements.get(id)?.spans ?? [] }));
  const tagged = twinPlaces(gesture.tag, annotator, standing);
  const ids = new Set<string>();
  const nextOf = nextInTextOf(set, placements);
  const places = gesture.spans
    .flatMap((span, i) => tidySpans([span], context.text).map((place) => ({ place, id: gesture.ids?.[i] })))
    .sort((a, b) => a.place.start - b.place.start || b.place.end - a.place.end);
  if (places.length === 0) return refused(l10n.t('There are no words here to tag. Look for some first.'));
  const changes = places.flatMap(({ place, id: proposed }): Change[] => {
    const key = placeKey(place);
    if (tagged.has(key)) return [];
    tagged.add(key);
    let id = freshFor(context, proposed);
    while (ids.has(id)) id = context.newId();
    ids.add(id);
    const annotation = {
      id,
      tag: gesture.tag,
      spans: [context.selector(place)],
      ...(attributes && { attributes }),
      ...signature(context),
    };
    const nextId = nextOf(place);
    return [{ kind: 'annotation', id, after: annotation, ...(nextId !== undefined && { nextId }) }];
  });
  if (changes.length === 0) {
    return refused(
      l10n.t('All these places are tagged {0} already. Choose others, or another tag.', inSentence(label)),
    );
  }
  return done(l10n.plural(changes.length, 'Tag {1}', 'Tag {0} Places as {1}', titleCase(label)), changes, [...ids]);
}
