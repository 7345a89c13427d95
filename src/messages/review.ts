/* A review in a reading view, as schemas: what it shows of the annotation that is to be looked at, and what a person answers. */
import * as z from 'zod/mini';
import { id, integer, spans } from './values';

const change = z.object({ kind: z.enum(['same', 'gone', 'new']), text: z.string() });

const item = z.object({
  id,
  /** Which one it is, from 1, of how many. */
  at: integer,
  of: integer,
  /** The article's name, where there are several. */
  article: z.exactOptional(z.string()),
  /** Why it has to be looked at: a sentence. */
  why: z.string(),
  /** The words as they were recorded, with the text that was around them. */
  old: z.object({ before: z.string(), words: z.string(), after: z.string() }),
  /** Where it may stand, the most likely place first, each with what differs from the old words; none for an orphan. */
  places: z.array(z.object({ spans, changes: z.array(change) })),
  /** The words of fragments that are not found, and that no place has. */
  lost: z.array(z.string()),
  /** What the change means for arguments: a sentence, and the arguments in words. */
  touched: z.exactOptional(z.string()),
  arguments: z.array(z.string()),
  /** What to look for in the article, to find words to stand on. */
  search: z.string(),
});
export type ReviewItem = z.infer<typeof item>;

/** Neither item nor end: no review is shown any more. */
export const review = z.object({
  type: z.literal('review'),
  item: z.exactOptional(item),
  /** After the last one: the sum in a sentence, and the changed words that arguments were made on. */
  end: z.exactOptional(
    z.object({
      sentence: z.string(),
      touched: z.array(
        z.object({
          id,
          words: z.string(),
          /** What differs from the words that the arguments were made on, where those are known. */
          changes: z.exactOptional(z.array(change)),
          sentence: z.string(),
          arguments: z.array(z.string()),
          /** The article's name, where it is not the one that is shown. */
          article: z.exactOptional(z.string()),
        }),
      ),
    }),
  ),
});
export type ReviewMessage = z.infer<typeof review>;

/** Words are to be selected for an annotation; `search` is what to look for. */
export const anew = z.object({ type: z.literal('anew'), id, search: z.string() });

/** `keep` leaves it as it is recorded; `next` and `back` only turn the pages; `end` closes the review. */
export const reviewAnswer = z.object({
  type: z.literal('review'),
  id: z.exactOptional(id),
  answer: z.enum(['keep', 'next', 'back', 'end']),
});
export type ReviewAnswer = z.infer<typeof reviewAnswer>;
