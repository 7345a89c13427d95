/* Old and new words with their differences marked: by line and sign as well as by colour, and in words for screen readers. */
import * as l10n from '../../../core/l10n';
import type { ReviewItem } from '../../../messages/review';

type Changes = ReviewItem['places'][number]['changes'];

/** The words as they were recorded, with what stood around them; all of them are gone where there is no place. */
export function WordsBefore({
  old,
  changes,
}: {
  readonly old: ReviewItem['old'];
  readonly changes: Changes | undefined;
}) {
  return (
    <div>
      <h3>{l10n.t('Tagged')}</h3>
      <p dir="auto">
        {old.before !== '' && <span class="dim">…{old.before}</span>}
        {changes ? <Words changes={changes} without="new" /> : <span>{old.words}</span>}
        {old.after !== '' && <span class="dim">{old.after}…</span>}
      </p>
    </div>
  );
}

/** The words of the place that is marked in the text. */
export function WordsNow({ changes }: { readonly changes: Changes }) {
  return (
    <div>
      <h3>{l10n.t({ message: 'Now', comment: 'the words as they stand in the text' })}</h3>
      <p dir="auto">
        <Words changes={changes} without="gone" />
      </p>
    </div>
  );
}

/** The words that arguments were made on, beside words that are read already. */
export function WordsThen({ changes }: { readonly changes: Changes }) {
  return (
    <p class="then" dir="auto">
      <span class="dim">
        {l10n.t({ message: 'Then:', comment: 'the words as they were when an argument was made' })}{' '}
      </span>
      <Words changes={changes} without="new" />
    </p>
  );
}

function Words({ changes, without }: { readonly changes: Changes; readonly without: 'gone' | 'new' }) {
  return (
    <>
      {changes
        .filter(({ kind }) => kind !== without)
        .map(({ kind, text }, i) =>
          kind === 'same' ? (
            <span key={i}>{text}</span>
          ) : kind === 'gone' ? (
            <del key={i}>
              <span class="sr-only">{l10n.t('[gone:')} </span>
              {text}
              <span class="sr-only">]</span>
            </del>
          ) : (
            <ins key={i}>
              <span class="sr-only">{l10n.t('[new:')} </span>
              {text}
              <span class="sr-only">]</span>
            </ins>
          ),
        )}
    </>
  );
}
