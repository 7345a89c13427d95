/*
 * An open article at this moment, as one state that all views are drawn from: its text, what is said about it, and where that stands. Each change
 * makes the next revision of it. What is on disk, and VS Code's undo, are the document's.
 */
import type { Edit } from '../../core/annotation/edit';
import type { AnnotationSet } from '../../core/annotation/model';
import type { Placements } from '../../core/annotation/placement';
import { unsavedPositions } from '../../core/annotation/positionVerbs';
import type { Span } from '../../core/article/article';
import { parseArticle } from '../../core/article/parse';
import * as l10n from '../../core/l10n';
import type { Sidecar } from '../../core/sidecar/sidecar';
import type { AnnotatedArticle } from '../articles';
import type { ArticleText } from './articleText';
import type { CodebookInUse } from './codebooks';
import { type DocumentParts, firstState } from './documentParts';
import { LivePlaces, type Standing, type TextChange } from './livePlaces';
import { placementsOf } from './placements';
import { selectorIn } from './selectors';

const recordLabel = (): string => l10n.t('Record Edited Words');

export class ArticleState {
  /** Where annotations stand in a text that is being edited; handed on to whoever follows the text next. */
  readonly live: LivePlaces;

  private current: AnnotatedArticle;
  private readonly text: ArticleText;
  private readonly changed: () => void;

  /** `changed` is called after each change, and where a change was told of that made none. */
  constructor(parts: DocumentParts, changed: () => void) {
    this.text = parts.text;
    this.changed = changed;
    this.live = parts.live ?? new LivePlaces();
    this.current = firstState(parts, this.live);
  }

  get now(): AnnotatedArticle {
    return this.current;
  }

  /** Whether there is something unsaved is no revision of its own. */
  markDirty(dirty: boolean): void {
    if (dirty !== this.current.dirty) this.current = { ...this.current, dirty };
  }

  /** Another sidecar for the present one; `renewed`: ids of annotations whose words were recorded anew as they stand. */
  takeSidecar(sidecar: Sidecar, renewed?: ReadonlySet<string>): void {
    if (sidecar === this.current.sidecar) {
      this.changed();
      return;
    }
    this.catchUp();
    this.next({ sidecar, placements: this.live.placementsFor(sidecar.set, this.standing, renewed) });
  }

  /** The edit that records words as they are now that were edited in the text; undefined where there are none. */
  rewording(): Edit | undefined {
    this.catchUp();
    return this.live.rewording(this.standing);
  }

  /**
   * The edit that brings what is in no file yet up to the text as it is now, together with the words that were edited in it: where `saved` does not
   * have an annotation's words, their offsets and context are recorded anew. Undefined where there is nothing to record.
   */
  recording(saved: AnnotationSet): Edit | undefined {
    const edited = this.rewording()?.changes ?? [];
    const ids = new Set(edited.map(({ id }) => id));
    const moved = this.repositioning(saved)?.changes ?? [];
    const changes = [...edited, ...moved.filter(({ id }) => !ids.has(id))];
    return changes.length > 0 ? { label: recordLabel(), changes } : undefined;
  }

  /** The same for offsets and context alone. */
  repositioning(saved: AnnotationSet): Edit | undefined {
    this.catchUp();
    const { article, sidecar, placements } = this.current;
    const selector = (span: Span) => selectorIn(article, span);
    const changes = unsavedPositions(sidecar.set, saved, { text: article.text, placements, selector });
    return changes.length > 0 ? { label: recordLabel(), changes } : undefined;
  }

  /** The article's text was edited: annotations move along at once. Where it was read anew, they are placed anew. */
  followText(change: TextChange | 'read'): void {
    if (change !== 'read') {
      this.live.follow(change, this.standing);
      return;
    }
    this.live.forget();
    const { article, placements, sidecar } = this.current;
    if (article.text === this.text.text) this.next({ placements: placementsOf(sidecar.set, article, placements) });
  }

  /** What is shown is the article's text as it is now. Nothing is written, and nothing becomes dirty. */
  takeText(): void {
    const { article: before, placements, sidecar } = this.current;
    const article = parseArticle(this.text.text);
    if (article.text === before.text) {
      this.changed();
      return;
    }
    const moved = this.live.placementsIn(article.text, placements);
    this.next({ article, placements: moved ?? placementsOf(sidecar.set, article, placements) });
  }

  /** Nobody has edited the text for a moment: words that went astray are searched. */
  settleText(): void {
    const placements = this.live.settle(this.standing);
    if (placements !== this.current.placements) this.next({ placements });
  }

  /** What history told of the words as they were in `seen`. */
  takeHistory(seen: AnnotatedArticle, placements: Placements): void {
    const { article, sidecar } = this.current;
    if (this.live.text !== undefined) return;
    if (article === seen.article && sidecar === seen.sidecar) this.next({ placements });
  }

  takeCodebook({ codebook, problems, uri }: CodebookInUse): void {
    const now = this.current;
    // Codebooks are looked for again more often than they change.
    if (codebook === now.codebook && problems === now.codebookProblems && `${uri}` === `${now.codebookUri}`) return;
    // Where the codebook is the built-in one now, the file of the last one must not stay.
    const { codebookUri: _, ...rest } = now;
    this.current = rest;
    this.next({ codebook, codebookProblems: problems, ...(uri && { codebookUri: uri }) });
  }

  /** Edits of the text are drawn with the next one at the latest; what is done to the article is done on its text as it is. */
  catchUp(): void {
    if (this.text.text !== this.current.article.text) this.takeText();
  }

  private get standing(): Standing {
    const { article, sidecar, placements } = this.current;
    return { article, set: sidecar.set, placements };
  }

  private next(changes: Partial<AnnotatedArticle>): void {
    this.current = { ...this.current, ...changes, revision: this.current.revision + 1 };
    this.changed();
  }
}
