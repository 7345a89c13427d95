/*
 * What the parts around the text may ask of the reading view as a whole, and do with it: they import this file and never the reader that runs
 * (`startReader.ts`), which imports them. A part that needs little says so by a `Pick`.
 */
import type { Gesture } from '../../core/annotation/gesture';
import type { Span } from '../../core/article/article';
import type { AskedAction } from '../../messages/readerActions';
import type { Caret } from './caret/caret';
import type { History } from './caret/history';
import type { KeyMeaning } from './input/keys';
import type { Draft } from './model/drafts';
import type { Model } from './model/store';
import type { Skeleton } from './skeleton';
import type { Ui } from './ui';
import type { ArticleView } from './view';
import type { Host } from './vscodeApi';

export interface Reader {
  readonly skeleton: Skeleton;
  readonly host: Host;
  readonly view: ArticleView;
  readonly caret: Caret;
  readonly ui: Ui;
  readonly keys: ReadonlyMap<string, KeyMeaning>;
  /** Undefined until the host's first state has come. */
  readonly model: Model | undefined;
  /** The annotation that speaks up at the caret. */
  readonly current: string | undefined;
  /** The annotation that was last made, changed or picked: what `r` and `f` act on. */
  readonly last: string | undefined;
  /** What is selected, as it would be tagged. */
  readonly spans: readonly Span[];
  readonly history: History;
  readonly drafts: readonly Draft[];
  setUi(patch: Partial<Ui>): void;
  /** Keeps what is typed into a field of an annotation; undefined once it is saved. */
  setDraft(id: string, field: string, value: string | undefined): void;
  say(message: string): void;
  /** Leaves something to VS Code's own inputs, which act on what is selected at this moment. */
  ask(what: AskedAction): void;
  /** Paints, sends and numbers a gesture; false (and said why) where nothing may be changed. */
  perform(gesture: Gesture): boolean;
  /** Makes an annotation the current one: shown, the caret in it, flashing softly when it was far away. */
  pick(id: string, options?: { readonly focus?: boolean; readonly flash?: boolean }): void;
  /** Makes an annotation under the caret the current one, or none in particular, without moving anything. */
  settleOn(id: string | undefined): void;
  /** The annotations under the pointer speak up instead of the caret's. */
  point(ids: readonly string[]): void;
  /** Once all that was done before it is done; at once where that is so already. */
  act(meaning: KeyMeaning): void;
  inOrder(deed: () => void): void;
}
