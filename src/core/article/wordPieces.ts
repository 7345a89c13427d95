/*
 * A text in pieces, words and what stands between them, in any script. It is segmented stretch by stretch: `Intl.Segmenter` takes time with the
 * square of a text's length.
 */
import { segmenter } from './segmenters';

/** A word or what stands beside words; UTF-16 units. */
export interface WordPiece {
  readonly text: string;
  readonly start: number;
  readonly isWord: boolean;
}

/** White space, or what stands between it; a long stretch without any is cut, at worst through a word. */
const stretches = /\s+|\S{1,400}/gu;

/** All of the text, in order. */
export function wordPieces(text: string): WordPiece[] {
  const words = segmenter('word');
  const pieces: WordPiece[] = [];
  for (const { 0: stretch, index: at } of text.matchAll(stretches)) {
    for (const { segment, index, isWordLike } of words.segment(stretch))
      pieces.push({ text: segment, start: at + index, isWord: isWordLike === true });
  }
  return pieces;
}
