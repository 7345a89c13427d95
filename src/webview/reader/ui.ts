/* What is open on the page beside the text: plain data, changed in one place (`startReader.ts`) and drawn by the components. */
import type { Relation } from '../../core/annotation/model';
import type { Span } from '../../core/article/article';
import type { ReviewMessage } from '../../messages/review';
import type { Search } from './text/findPlaces';

export interface HoverState {
  /** The annotations at the place, smallest first. */
  readonly ids: readonly string[];
  /** The words that the card stands at. */
  readonly at: Span;
  /** An openable link at the place. */
  readonly href?: string;
  /** Opened by key: it has the focus, and stays until Esc or until it loses it. */
  readonly focused: boolean;
}

export interface PickState {
  /** The annotations at the caret, smallest first. */
  readonly ids: readonly string[];
  readonly at: Span;
}

export interface TargetState {
  readonly premises: readonly string[];
  readonly relation: Relation;
}

export interface Ui {
  readonly details: boolean;
  /** The note of the details should take the focus once it is there. */
  readonly focusDetails: boolean;
  readonly hover?: HoverState | undefined;
  /** The list of the annotations at the caret. */
  readonly pick?: PickState | undefined;
  readonly target?: TargetState | undefined;
  readonly find: boolean;
  /** What was last looked for. */
  readonly search: Search;
  /** The found places are listed, to be tagged all at once. */
  readonly tagHits: boolean;
  readonly keys: boolean;
  readonly bar: boolean;
  /** The tag that each new selection gets, until Esc. */
  readonly armed?: string | undefined;
  /** What is to be looked at, or the sum of a review. */
  readonly review?: ReviewMessage | undefined;
  /** The tag that was last given, for the key that gives it again. */
  readonly lastTag?: string | undefined;
  /** The annotation that the words selected next are for, instead of the last one. */
  readonly anew?: string | undefined;
  readonly message: string;
}

export const initialUi: Ui = {
  details: false,
  focusDetails: false,
  find: false,
  search: { words: '', matchCase: false, wholeWord: false },
  tagHits: false,
  keys: false,
  bar: false,
  message: '',
};
