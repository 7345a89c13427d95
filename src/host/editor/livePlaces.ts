/*
 * Where an article's annotations stand while its text is being edited: they move along with each change at once, words that an edit
 * destroyed are searched for when it rests, and words that were edited are told to whoever saves. Nothing is kept before the first edit.
 */

import { rewording } from '../../core/anchor/rewording';
import {
  hasUnsettled,
  reworded,
  settled,
  type Tracking,
  track,
  tracked,
  withAnnotations,
} from '../../core/anchor/track';
import { placementsNow } from '../../core/anchor/trackPlacements';
import type { Edit } from '../../core/annotation/edit';
import type { AnnotationSet } from '../../core/annotation/model';
import type { Placements } from '../../core/annotation/placement';
import type { Article } from '../../core/article/article';
import { placementsAfter, placementsOf } from './placements';
import { selectorIn } from './selectors';
import { type EditorChange, editsOf } from './textEdits';

/** What is said about a text, and where it stands. */
export interface Standing {
  readonly article: Article;
  readonly set: AnnotationSet;
  readonly placements: Placements;
}

/** An edit, as a text editor tells it, and the canonical text that it made. */
export interface TextChange {
  readonly text: string;
  readonly changes: readonly EditorChange[];
  readonly isUndo: boolean;
}

export class LivePlaces {
  private tracking: Tracking | undefined;

  /** The text that edits have led to; undefined while there are none. */
  get text(): string | undefined {
    return this.tracking?.text;
  }

  /** Takes a change of the text; `now` is what stood before the first one since the text was read. */
  follow({ text, changes, isUndo }: TextChange, now: Standing): void {
    const before = this.text ?? now.article.text;
    if (before === text) return;
    const tracking = this.tracking ?? track(before, now.set.annotations, now.placements);
    this.tracking = tracked(tracking, editsOf(changes, before, text), text, { isUndo });
  }

  /** The text was read anew: annotations stand where what is recorded says. */
  forget(): void {
    this.tracking = undefined;
  }

  /** The placements in a text that came of edits; undefined in any other, where they are to be searched. */
  placementsIn(text: string, before: Placements): Placements | undefined {
    if (this.tracking?.text === text) return placementsNow(this.tracking, before);
    this.tracking = undefined;
    return undefined;
  }

  /** Searches for what edits have destroyed, and for what was not surely found before. */
  settle({ article, set, placements }: Standing): Placements {
    const { tracking } = this;
    if (tracking?.text !== article.text || !hasUnsettled(tracking)) return placements;
    const found = placementsOf(set, article, placements);
    this.tracking = settled(tracking, found);
    return placementsNow(this.tracking, placements, found);
  }

  /**
   * The placements once `set` is said of the same text: what is about the same words as before stays where it is. `renewed`: ids of
   * annotations whose words were recorded anew as they stand.
   */
  placementsFor(set: AnnotationSet, now: Standing, renewed?: ReadonlySet<string>): Placements {
    const { article, placements } = now;
    const anew = placementsAfter(set, article, now.set, placements);
    if (this.tracking?.text !== article.text) return anew;
    this.tracking = withAnnotations(this.tracking, set.annotations, anew, renewed);
    return placementsNow(this.tracking, placements, anew);
  }

  /** The same for a set that has just been read; undefined where the text is not the one that was followed. */
  resume(set: AnnotationSet, article: Article): Placements | undefined {
    if (this.tracking?.text !== article.text) return undefined;
    const anew = placementsOf(set, article);
    this.tracking = withAnnotations(this.tracking, set.annotations, anew);
    return placementsNow(this.tracking, anew, anew);
  }

  /** The edit that records words as they are now of annotations in which they were edited; undefined where there are none. */
  rewording({ article, set }: Standing): Edit | undefined {
    const words = this.tracking?.text === article.text ? reworded(this.tracking) : [];
    return words.length > 0 ? rewording(set, article.text, words, (span) => selectorIn(article, span)) : undefined;
  }
}
