/**
 * The host's side of a reading view that is shown in a plain browser: the same functions of the core do the gestures, and the same ones
 * of the host say what has changed; only files and VS Code are missing.
 */

import type { Codebook } from '../../src/core/annotation/codebook';
import { builtInCodebook } from '../../src/core/annotation/defaultCodebook';
import { applyEdit, type Edit } from '../../src/core/annotation/edit';
import type { Gesture } from '../../src/core/annotation/gesture';
import { freshId } from '../../src/core/annotation/ids';
import { type AnnotationSet, emptySet } from '../../src/core/annotation/model';
import { editFor } from '../../src/core/annotation/verbs';
import type { Span } from '../../src/core/article/article';
import { parseArticle } from '../../src/core/article/parse';
import type { AnnotatedArticle } from '../../src/host/articles';
import { placementsAfter, placementsOf } from '../../src/host/editor/placements';
import { changesBetween, inParts, type View, wholeState } from '../../src/host/editor/readerState';
import { selectorIn } from '../../src/host/editor/selectors';
import type { FromReader, ReaderChanges, ReaderSettings, ReaderState, ToReader } from '../../src/messages';

/** What an article is opened with. */
export interface HostOptions {
  readonly text: string;
  readonly set?: AnnotationSet;
  readonly codebook?: Codebook;
  readonly settings?: Partial<ReaderSettings>;
  readonly readOnly?: boolean;
  readonly notices?: ReaderState['notices'];
  /** Where another view of the article is. */
  readonly begin?: ReaderState['begin'];
  /** Very many annotations come in two parts, the second one when a test says so. */
  readonly inParts?: boolean;
}

export class ReaderHost {
  readonly received: FromReader[] = [];
  /** All that was done to the set, in order: what a save would write. */
  readonly edits: Edit[] = [];
  /** Gestures and what is asked for wait here until they are let go, where that is wanted. */
  holdGestures = false;
  #held: (() => void)[] = [];
  #rest: (() => ToReader) | undefined;
  readonly #inParts: boolean;
  readonly #begins: Pick<ReaderState, 'begin'>;
  #view: View;
  #settings: ReaderSettings;
  readonly #codebook: Codebook;
  #send: (message: ToReader) => void = () => {};

  constructor(options: HostOptions) {
    const {
      text,
      set = emptySet,
      settings = {},
      codebook = builtInCodebook(),
      readOnly = false,
      notices = [],
    } = options;
    this.#codebook = codebook;
    this.#inParts = options.inParts ?? false;
    this.#begins = options.begin ? { begin: options.begin } : {};
    this.#settings = {
      readingFont: 'serif',
      lineWidth: 66,
      zoom: 100,
      keys: {},
      annotator: 'ana',
      announce: true,
      ...settings,
    };
    this.#view = {
      name: 'article.txt',
      notices,
      readOnly,
      annotated: this.#annotated(text, set, 1),
    };
  }

  /** Where messages to the page go. */
  connect(send: (message: ToReader) => void): void {
    this.#send = send;
  }

  get set(): AnnotationSet {
    return this.#view.annotated.sidecar.set;
  }

  get article() {
    return this.#view.annotated.article;
  }

  /** Where an annotation stands in the text now. */
  spans(id: string): readonly Span[] {
    return this.#view.annotated.placements.get(id)?.spans ?? [];
  }

  get placements() {
    return this.#view.annotated.placements;
  }

  /** The words of an annotation as they stand in the text now, fragments apart. */
  words(id: string): string[] {
    return this.spans(id).map(({ start, end }) => this.article.text.slice(start, end));
  }

  send(message: ToReader): void {
    this.#send(message);
  }

  receive(message: FromReader): void {
    this.received.push(message);
    if (message.type === 'ready') this.#begin();
    if (message.type !== 'gesture' && message.type !== 'ask') return;
    const answer = () => {
      if (message.type === 'ask') this.#send({ type: 'asked' });
      else this.#answer(message.number, message.gesture);
    };
    if (this.holdGestures) this.#held.push(answer);
    else answer();
  }

  #begin(): void {
    const [state, rest] = this.#inParts
      ? inParts(this.#view, this.#settings)
      : [wholeState(this.#view, this.#settings)];
    this.#rest = rest;
    this.#send({ ...state, ...this.#begins });
  }

  /** What was left out of the state. */
  sendRest(): void {
    if (this.#rest) this.#send(this.#rest());
  }

  /** Answers what was held. */
  release(): void {
    for (const answer of this.#held.splice(0)) answer();
  }

  /** Refuses what was held. */
  refuse(message: string): void {
    const numbers = this.received.flatMap((one) => (one.type === 'gesture' ? one.number : []));
    this.#held.splice(0);
    this.#send({ type: 'refused', gesture: numbers.at(-1) as number, message });
  }

  /** Another text under the same annotations, as when the article is edited beside. */
  setText(text: string): void {
    this.#send(this.#become(this.#annotated(text, this.set, this.#view.annotated.revision + 1)));
  }

  /** The annotations as another program has left them in the file. */
  setAnnotations(set: AnnotationSet): void {
    const { annotated } = this.#view;
    const { article, placements, revision, sidecar } = annotated;
    const changes = this.#become({
      ...annotated,
      sidecar: { ...sidecar, set },
      placements: placementsAfter(set, article, sidecar.set, placements),
      revision: revision + 1,
    });
    this.#send(changes);
  }

  #answer(number: number, gesture: Gesture): void {
    const { annotated } = this.#view;
    const { article, placements, codebook, revision } = annotated;
    const outcome = editFor(gesture, {
      set: this.set,
      text: article.text,
      placements,
      codebook,
      annotator: this.#settings.annotator,
      now: '2026-11-24T12:00:00Z',
      newId: () => freshId(this.set),
      selector: (span) => selectorIn(article, span),
    });
    if ('refused' in outcome) {
      this.#send({ type: 'refused', gesture: number, message: outcome.refused });
      return;
    }
    const { set } = applyEdit(this.set, outcome.edit);
    this.edits.push(outcome.edit);
    const changes = this.#become({
      ...annotated,
      sidecar: { ...annotated.sidecar, set },
      placements: placementsOf(set, article, placements),
      revision: revision + 1,
      dirty: true,
    });
    const select = gesture.verb === 'tagEach' ? undefined : outcome.ids[0];
    this.#send({ ...changes, gesture: number, ...(select !== undefined && { select }) });
    if (outcome.also) this.#send({ type: 'say', message: outcome.also });
  }

  /** Takes over the next state; what has changed with it. */
  #become(annotated: AnnotatedArticle): ReaderChanges {
    const before = this.#view;
    this.#view = { ...before, annotated };
    return changesBetween(before, this.#view);
  }

  #annotated(text: string, set: AnnotationSet, revision: number): AnnotatedArticle {
    const article = parseArticle(text);
    const sidecar = { set, article: {}, problems: [], readOnly: false };
    const placements = placementsOf(set, article);
    const parts = {
      article,
      sidecar,
      placements,
      codebook: this.#codebook,
      codebookProblems: [],
      revision,
      dirty: false,
    };
    // The files' addresses are of no use to the page.
    return parts as unknown as AnnotatedArticle;
  }
}
