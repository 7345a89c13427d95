/*
 * One review on its way: which annotations are to be looked at, in which reading view the present one is shown, and what comes after each answer.
 * Accepting a place, other words and undo are edits of the article like any other; the review follows what they change.
 */
import * as vscode from 'vscode';
import { indexOf } from '../../core/annotation/model';
import {
  type Decision,
  decisionBetween,
  needsReview,
  reviewInWords,
  type Standing,
  toReview,
} from '../../core/annotation/review';
import * as l10n from '../../core/l10n';
import type { ReviewAnswer, ReviewMessage } from '../../messages/review';
import type { AnnotatedArticle, Articles } from '../articles';
import type { EditorSwitch } from '../editor/editorSwitch';
import type { Registry } from '../editor/registry';
import { nameOf, sameUri } from '../editor/uris';
import { messageOf } from '../messageOf';
import type { EarlierWords } from './earlierWords';
import { changedIn, nothingDrifted, notLookedUp, type Reviewed } from './reviewEnd';
import { reviewItem } from './reviewItem';

type Touched = NonNullable<ReviewMessage['end']>['touched'][number];

/** What a review needs of the rest of the host. */
export interface ReviewParts {
  readonly articles: Articles;
  readonly registry: Pick<Registry, 'panel'>;
  readonly editors: Pick<EditorSwitch, 'showAsArticle'>;
}

/** An annotation that is, or was when the review began, to be looked at. */
export interface Entry extends Reviewed {
  readonly uri: vscode.Uri;
  before: Standing;
  decision?: Decision | undefined;
}

/** What is not asked again while the window is open, by annotation and state. */
export type Kept = Set<string>;

export const keptKey = ({ uri, id, before }: Pick<Entry, 'uri' | 'id' | 'before'>): string =>
  JSON.stringify([uri.toString(), id, before.placement?.status]);

export class ReviewSession implements vscode.Disposable {
  private at = -1;
  private shownIn: vscode.Uri | undefined;
  private isOver = false;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly subscriptions: vscode.Disposable[];
  private closing: vscode.Disposable | undefined;

  private readonly parts: ReviewParts;
  private readonly entries: Entry[];
  private readonly earlier: Promise<EarlierWords>;
  private readonly kept: Kept;
  private readonly over: () => void;

  /** `earlier` is waited for at its end only; `over` is called once when it ends. */
  constructor(
    parts: ReviewParts,
    entries: readonly Entry[],
    earlier: Promise<EarlierWords>,
    kept: Kept,
    over: () => void,
  ) {
    this.parts = parts;
    this.entries = [...entries];
    this.earlier = earlier;
    this.kept = kept;
    this.over = over;
    this.subscriptions = [
      parts.articles.onDidChange((uri) => {
        if (!this.entries.some((entry) => sameUri(entry.uri, uri))) return;
        // After the one who made the change has told the page, which goes on from there.
        clearTimeout(this.timer);
        this.timer = setTimeout(() => {
          this.follow().catch((error) => this.fail(error));
        }, 0);
      }),
    ];
  }

  /** What is shown at this moment, if anything is. */
  get current(): Entry | undefined {
    return this.entries[this.at];
  }

  /** Says whether there is anything to show. */
  async begin(): Promise<boolean> {
    await this.show(this.nextOpen(-1));
    return !this.isOver;
  }

  dispose(): void {
    if (this.isOver) return;
    this.isOver = true;
    clearTimeout(this.timer);
    this.leavePanel();
    for (const subscription of this.subscriptions) subscription.dispose();
    this.over();
  }

  private async answered({ answer, id }: ReviewAnswer): Promise<void> {
    if (answer === 'end') {
      this.end();
      return;
    }
    const { current } = this;
    // An answer to what is not shown any more.
    if (!current || current.id !== id) return;
    if (answer === 'keep') {
      current.decision = 'kept';
      this.kept.add(keptKey(current));
      await this.show(this.nextOpen(this.at));
    } else if (answer === 'next') {
      const next = this.nextOpen(this.at);
      await this.show(next < 0 ? this.at : next);
    } else {
      const before = this.entries.findLastIndex(
        ({ decision }, i) => i < this.at && (decision === undefined || decision === 'kept'),
      );
      await this.show(before < 0 ? this.at : before);
    }
  }

  /** Reads off what has been decided, by whatever hand, and what has been taken back. */
  private async follow(): Promise<void> {
    const present = this.current;
    let taken: Entry | undefined;
    for (const uri of this.uris()) {
      const state = await this.parts.articles.at(uri);
      if (this.isOver) return;
      if (!state) continue;
      for (const entry of this.entries.filter((one) => sameUri(one.uri, uri))) {
        const now = standingIn(state, entry.id);
        if (needsReview(now.placement)) {
          entry.before = now;
          if (entry.decision === undefined || entry.decision === 'kept') continue;
          entry.decision = undefined;
          taken ??= entry;
        } else if (entry.decision === undefined || entry.decision === 'kept') {
          const decision = decisionBetween(entry.before, now);
          if (decision) entry.decision = decision;
          else this.drop(entry);
        }
      }
      this.addNew(state);
    }
    if (taken) await this.show(this.entries.indexOf(taken));
    else if (!present || !this.entries.includes(present)) await this.show(this.nextOpen(this.at));
    else {
      this.at = this.entries.indexOf(present);
      const isDecided = present.decision !== undefined && present.decision !== 'kept';
      await this.show(isDecided ? this.nextOpen(this.at) : this.at);
    }
  }

  /** It is found again by itself, since the text has changed: nobody has to look at it. */
  private drop(entry: Entry): void {
    const i = this.entries.indexOf(entry);
    this.entries.splice(i, 1);
    if (i <= this.at) this.at--;
  }

  /** What has drifted since the review began. */
  private addNew(state: AnnotatedArticle): void {
    const known = new Set(this.entries.flatMap(({ uri, id }) => (sameUri(uri, state.uri) ? [id] : [])));
    const added = entriesOf(state).filter((entry) => !known.has(entry.id) && !this.kept.has(keptKey(entry)));
    const last = this.entries.findLastIndex(({ uri }) => sameUri(uri, state.uri));
    this.entries.splice(last + 1, 0, ...added);
    if (last < this.at) this.at += added.length;
  }

  /** The next one that nobody has decided on, from the beginning after the last; -1 where there is none. */
  private nextOpen(after: number): number {
    const open = (i: number) => this.entries[i]?.decision === undefined;
    const all = this.entries.map((_, i) => i).filter((i) => i !== after && open(i));
    return all.find((i) => i > after) ?? all[0] ?? -1;
  }

  private async show(at: number): Promise<void> {
    const entry = this.entries[at];
    if (!entry) {
      await this.showEnd();
      return;
    }
    this.at = at;
    entry.decision = undefined;
    this.kept.delete(keptKey(entry));
    const state = await this.parts.articles.at(entry.uri);
    if (this.isOver || this.current !== entry) return;
    const several = this.uris().length > 1;
    const item =
      state &&
      reviewItem(state, entry.id, {
        at: at + 1,
        of: this.entries.length,
        ...(several && { article: nameOf(entry.uri) }),
      });
    if (item) await this.put(entry.uri, { type: 'review', item });
    else await this.follow();
  }

  private async showEnd(): Promise<void> {
    const shown = this.current?.uri ?? this.shownIn;
    this.at = this.entries.length;
    const { byArticle, left } = await this.earlier;
    const keys = new Set([...this.entries.map(({ uri }) => uri.toString()), ...byArticle.keys()]);
    const changed: (Omit<Touched, 'article'> & { readonly uri: vscode.Uri })[] = [];
    for (const key of keys) {
      const uri = vscode.Uri.parse(key, true);
      const state = await this.parts.articles.at(uri);
      if (this.isOver) return;
      const reviewed = this.entries.filter((entry) => sameUri(entry.uri, uri));
      if (state) changed.push(...changedIn(state, reviewed, byArticle.get(key)).map((one) => ({ ...one, uri })));
    }
    const at = shown ?? changed[0]?.uri;
    if (this.isOver || this.current) return;
    if (!at) {
      this.end();
      return;
    }
    const touched = changed.map(({ uri, ...one }) => (sameUri(uri, at) ? one : { ...one, article: nameOf(uri) }));
    const said = this.entries.length > 0 ? this.sum() : nothingDrifted(touched.length);
    await this.put(at, {
      type: 'review',
      end: { sentence: [said, notLookedUp(left)].filter(Boolean).join(' '), touched },
    });
  }

  /** Shows it in the article's reading view, which is opened where it is not in front. */
  private async put(uri: vscode.Uri, message: ReviewMessage): Promise<void> {
    const { registry, editors } = this.parts;
    if (!this.shownIn || !sameUri(this.shownIn, uri)) {
      this.leavePanel();
      await editors.showAsArticle(uri);
      if (this.isOver) return;
    }
    const panel = registry.panel(uri);
    if (!panel) {
      this.dispose();
      return;
    }
    if (!this.closing) this.closing = panel.panel.onDidDispose(() => this.dispose());
    this.shownIn = uri;
    panel.showReview({
      message,
      answered: (answer) => {
        this.answered(answer).catch((error) => this.fail(error));
      },
    });
  }

  private leavePanel(): void {
    this.closing?.dispose();
    this.closing = undefined;
    if (this.shownIn) this.parts.registry.panel(this.shownIn)?.showReview(undefined);
  }

  private end(): void {
    const panel = this.shownIn && this.parts.registry.panel(this.shownIn);
    // The sum of one that was gone through to its end has been said.
    if (this.current) panel?.send({ type: 'say', message: this.sum() });
    this.dispose();
  }

  /** The article cannot be shown any more. */
  private fail(error: unknown): void {
    this.dispose();
    void vscode.window.showErrorMessage(l10n.t('The review could not go on: {0}', messageOf(error)));
  }

  private sum(): string {
    const decisions = this.entries.flatMap(({ decision }) => decision ?? []);
    return reviewInWords(decisions, this.entries.length - decisions.length);
  }

  private uris(): readonly vscode.Uri[] {
    return [...new Map(this.entries.map(({ uri }) => [uri.toString(), uri])).values()];
  }
}

/** What is to be looked at in an article, in the order of its list. */
export function entriesOf(state: AnnotatedArticle): Entry[] {
  const { uri, sidecar, placements } = state;
  return toReview(sidecar.set, placements).map((id) => ({ uri, id, before: standingIn(state, id) }));
}

const standingIn = ({ sidecar, placements }: AnnotatedArticle, id: string): Standing => ({
  annotation: indexOf(sidecar.set).annotations.get(id),
  placement: placements.get(id),
});
