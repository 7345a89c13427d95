/* Sentences with elements in them: whole ones for translators, with the elements in the places that the language gives them. */
import { type ComponentChildren, Fragment } from 'preact';

/** A translated sentence in which `{0}`, `{1}` … are still to be filled, with `parts` in those places. */
export function withParts(sentence: string, ...parts: readonly ComponentChildren[]): ComponentChildren {
  return sentence
    .split(/\{(\d+)\}/)
    .map((piece, i) => <Fragment key={i}>{i % 2 === 0 ? piece : parts[Number(piece)]}</Fragment>);
}
