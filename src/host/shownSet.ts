/* The annotations of an article as everything in the host that names them in words gets them. */
import { asShown } from '../core/annotation/asShown';
import type { AnnotationSet } from '../core/annotation/model';
import type { AnnotatedArticle } from './articles';

/** Its set, with the words as a reader sees them. Never to be written anywhere. */
export const shownSet = ({ sidecar: { set }, placements, article }: AnnotatedArticle): AnnotationSet =>
  asShown({ set, placements, article });
