/**
 * The host's side of a reading view that is shown in a plain browser: the same functions of the core do the gestures, and the same ones
 * of the host say what has changed; only files and VS Code are missing.
 */

import type { Codebook } from '../../src/core/annotation/codebook';
import { builtInCodebook } from '../../src/core/annotation/defaultCodebook';
import type { Edit } from '../../src/core/annotation/edit';
import type { Gesture } from '../../src/core/annotation/gesture';
import { freshId } from '../../src/core/annotation/ids';
import { type AnnotationSet, emptySet } from '../../src/core/annotation/model';
import { editFor } from '../../src/core/annotation/verbs';
import type { Span } from '../../src/core/article/article';
import { parseArticle } from '../../src/core/article/parse';
import { applyToSidecar } from '../../src/core/sidecar/patch';
import { newSidecar, readSidecar, sidecarText } from '../../src/core/sidecar/read';
import type { Sidecar } from '../../src/core/sidecar/sidecar';
import type { AnnotatedArticle } from '../../src/host/articles';
import { takenBack } from '../../src/host/editor/documentParts';
import { placementsAfter, placementsOf } from '../../src/host/editor/placements';
import { changesBetween, inParts, type View, wholeState } from '../../src/host/editor/readerState';
import { selectorIn } from '../../src/host/editor/selectors';
import type { FromReader, ReaderChanges, ReaderSettings, ReaderState, ToReader } from '../../src/messages';
import { Random } from '../random';

/** What an article is opened with. */
export interface HostOptions {
  readonly text: string;
  readonly set?: AnnotationSet;
  /** The text of the sidecar, in place of a set. */
  readonly sidecar?: string;
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
  /** What was said of gestures that were not done. */
  readonly refusals: string[] = [];
  /** Keys that VS Code was left, and of those the ones for undo and redo that it refused, since another one was under way. */
  readonly pressed: string[] = [];
  readonly refusedKeys: string[] = [];
  /** Gestures, undo and what is asked for wait here until they are let go, where that is wanted. */
  holdGestures = false;
  #held: (() => void)[] = [];
  /** VS Code's undo stack, and how many of its steps are done. */
  readonly #steps: (() => void)[] = [];
  #done = 0;
  #isTurning = false;
  /** Arguments stand by their ids, which are to be the same whenever the same is done. */
  readonly #random = new Random(1);
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
      sidecar,
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
      annotated: this.#annotated(text, sidecar === undefined ? sidecarWith(set) : readSidecar(sidecar), 1),
    };
  }

  /** Where messages to the page go. */
  connect(send: (message: ToReader) => void): void {
    this.#send = send;
  }

  get set(): AnnotationSet {
    return this.#view.annotated.sidecar.set;
  }

  /** How many steps VS Code could undo. */
  get undoable(): number {
    return this.#done;
  }

  /** The text of the sidecar, as a save would write it. */
  get saved(): string {
    return sidecarText(this.#view.annotated.sidecar);
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
    if (message.type === 'gesture') this.#inTurn(() => this.#answer(message.number, message.gesture));
    if (message.type === 'ask') this.#inTurn(() => this.#send({ type: 'asked' }));
    if (message.type === 'turning') this.#inTurn(() => this.#send({ type: 'turned' }));
  }

  /** What VS Code does with a key that reaches it: on undo and redo it calls the step's closure in the extension's host, one at a time. */
  press(key: string): void {
    this.pressed.push(key);
    if (key === 's') return;
    if (this.#isTurning) {
      this.refusedKeys.push(key);
      return;
    }
    const step = this.#steps[key === 'z' ? --this.#done : this.#done++];
    this.#done = Math.min(Math.max(0, this.#done), this.#steps.length);
    this.#isTurning = step !== undefined;
    this.#inTurn(() => {
      this.#isTurning = false;
      step?.();
    });
  }

  #inTurn(answer: () => void): void {
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

  /** Answers what was held, and all that comes after. */
  release(): void {
    this.holdGestures = false;
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
    const { sidecar, revision } = this.#view.annotated;
    this.#send(this.#become(this.#annotated(text, sidecar, revision + 1)));
  }

  /** The annotations as another program has left them in the file. */
  setAnnotations(set: AnnotationSet): void {
    this.#send(this.#becomeWith(sidecarWith(set)));
  }

  #answer(number: number, gesture: Gesture): void {
    const { article, placements, codebook } = this.#view.annotated;
    const outcome = editFor(gesture, {
      set: this.set,
      text: article.text,
      placements,
      codebook,
      annotator: this.#settings.annotator,
      now: '2026-11-24T12:00:00Z',
      newId: () => freshId(this.set, () => this.#random.next()),
      selector: (span) => selectorIn(article, span),
    });
    if ('refused' in outcome) {
      this.refusals.push(outcome.refused);
      this.#send({ type: 'refused', gesture: number, message: outcome.refused });
      return;
    }
    const changes = this.#becomeWith(this.#edited(outcome.edit));
    this.#send({ ...changes, gesture: number });
    if (outcome.also) this.#send({ type: 'say', message: outcome.also });
  }

  /** The sidecar with an edit made, which is then a step on VS Code's stack. One that changes nothing is none. */
  #edited(wanted: Edit): Sidecar {
    const { sidecar, edit: made } = applyToSidecar(this.#view.annotated.sidecar, wanted);
    this.edits.push(wanted);
    if (made.changes.length === 0) return sidecar;
    let last = made;
    this.#steps.splice(this.#done++, Number.POSITIVE_INFINITY, () => {
      const back = takenBack(last, this.#view.annotated.sidecar);
      last = back.edit;
      this.#send(this.#becomeWith(back.sidecar));
      if (back.said !== undefined) this.#send({ type: 'say', message: back.said });
    });
    return sidecar;
  }

  #becomeWith(sidecar: Sidecar): ReaderChanges {
    const { annotated } = this.#view;
    const { article, placements, revision, sidecar: before } = annotated;
    const changed = sidecar !== before;
    return this.#become({
      ...annotated,
      sidecar,
      placements: placementsAfter(sidecar.set, article, before.set, placements),
      revision: revision + (changed ? 1 : 0),
      dirty: annotated.dirty || changed,
    });
  }

  /** Takes over the next state; what has changed with it. */
  #become(annotated: AnnotatedArticle): ReaderChanges {
    const before = this.#view;
    this.#view = { ...before, annotated };
    return changesBetween(before, this.#view);
  }

  #annotated(text: string, sidecar: Sidecar, revision: number): AnnotatedArticle {
    const article = parseArticle(text);
    const placements = placementsOf(sidecar.set, article);
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

/** A sidecar that says this. */
function sidecarWith({ annotations, arguments: args, links, attributes }: AnnotationSet): Sidecar {
  return applyToSidecar(newSidecar({}), {
    label: 'All',
    changes: [
      ...annotations.map((after) => ({ kind: 'annotation', id: after.id, after }) as const),
      ...args.map((after) => ({ kind: 'argument', id: after.id, after }) as const),
      ...links.map((after) => ({ kind: 'link', id: after.id, after }) as const),
      ...(attributes ? [{ kind: 'article', id: 'all', before: {}, after: attributes } as const] : []),
    ],
  }).sidecar;
}
