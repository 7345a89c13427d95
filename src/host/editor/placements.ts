/* Where a set's annotations stand, kept up to date at the price of what changed. */
import type { Carried } from '../../core/anchor/history';
import { placeAll } from '../../core/anchor/place';
import { placeThrough } from '../../core/anchor/placeThrough';
import { sameValue } from '../../core/annotation/edit';
import { type AnnotationSet, indexOf } from '../../core/annotation/model';
import type { Placement, Placements } from '../../core/annotation/placement';
import { sameSpans } from '../../core/annotation/spans';
import type { Article } from '../../core/article/article';
import { unitsIn } from './selectors';

const learned = new WeakMap<Article, Carried>();

/** From now on the words of this text are placed by what its history tells of them, too. */
export function learn(article: Article, carried: Carried): void {
  learned.set(article, carried);
}

export const hasLearned = (article: Article): boolean => learned.has(article);

/** Whether some words do not stand as they were recorded, so that history may tell more of them. */
export function anyAstray(placements: Placements): boolean {
  for (const { status, why } of placements.values())
    if (status !== 'unstated' && (status !== 'exact' || why !== undefined)) return true;
  return false;
}

/** All of a set's placements. Those that are as they were before stay the same objects, so that views can compare by identity. */
export function placementsOf(set: AnnotationSet, article: Article, before?: Placements): Placements {
  const { annotations } = set;
  const carried = learned.get(article);
  const placements = carried
    ? placeThrough(annotations, article.text, unitsIn(article), carried)
    : placeAll(annotations, article.text, unitsIn(article));
  return before
    ? new Map([...placements].map(([id, placement]) => [id, sameOr(before.get(id), placement)]))
    : placements;
}

/** The placements after some entries changed on the same text: only those are placed anew, where their words stand as recorded. */
export function placementsAfter(
  set: AnnotationSet,
  article: Article,
  before: AnnotationSet,
  placements: Placements,
): Placements {
  const known = indexOf(before).annotations;
  const changed = set.annotations.filter((annotation) => known.get(annotation.id)?.spans !== annotation.spans);
  const anew = placeAll(changed, article.text, unitsIn(article));
  // What has moved is found by its neighbours too.
  const surely = ({ status }: Placement) => status === 'exact' || status === 'unstated';
  if (![...anew.values()].every(surely)) return placementsOf(set, article, placements);
  return new Map(
    set.annotations.flatMap(({ id }) => {
      const old = placements.get(id);
      const now = anew.get(id);
      const placement = now ? sameOr(old, now) : old;
      return placement ? [[id, placement]] : [];
    }),
  );
}

function sameOr(old: Placement | undefined, placement: Placement): Placement {
  const same =
    old?.status === placement.status &&
    old.score === placement.score &&
    old.why === placement.why &&
    old.foundBy === placement.foundBy &&
    sameValue(old.runnersUp, placement.runnersUp) &&
    sameValue(old.lost, placement.lost) &&
    sameSpans(old.spans, placement.spans);
  return same ? old : placement;
}
