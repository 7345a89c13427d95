/* Old words beside new words, with the differences marked: what a review shows of an annotation whose words have changed. */
import { diffArrays } from 'diff';
import { wordPieces } from '../article/wordPieces';
import { oneLine } from './words';

export interface WordChange {
  /** In both, only in the old words, or only in the new ones. */
  readonly kind: 'same' | 'gone' | 'new';
  readonly text: string;
}

/** Beyond so many differences a comparison word by word says nothing to a person, and takes time with their square. */
const mostChanges = 1_000;

/**
 * What differs between two texts, word by word in any script, in the order of reading; runs of white space count as one space. What is the
 * same and what is gone make the old text, what is the same and what is new the new one. Changed words with but a space between them are
 * one change. The comparison is that of E. Myers, "An O(ND) Difference Algorithm and Its Variations", Algorithmica 1 (1986).
 */
export function wordChanges(before: string, after: string): readonly WordChange[] {
  const [old, now] = [oneLine(before), oneLine(after)];
  const found = diffArrays(piecesOf(old), piecesOf(now), { maxEditLength: mostChanges });
  const changes: WordChange[] = found
    ? found.map(({ added, removed, value }) => ({
        kind: added ? 'new' : removed ? 'gone' : 'same',
        text: value.join(''),
      }))
    : [
        { kind: 'gone', text: old },
        { kind: 'new', text: now },
      ];
  return joined(changes);
}

const piecesOf = (text: string): string[] => wordPieces(text).map((piece) => piece.text);

/** Spaces between two changes go to the changes, and those at the end of both to what follows. */
function joined(changes: readonly WordChange[]): WordChange[] {
  const result: WordChange[] = [];
  const add = (kind: WordChange['kind'], text: string) => {
    const last = result.at(-1);
    if (text === '') return;
    if (last?.kind === kind) result[result.length - 1] = { kind, text: last.text + text };
    else result.push({ kind, text });
  };
  let gone = '';
  let fresh = '';
  const close = () => {
    const shared = gone.endsWith(' ') && fresh.endsWith(' ') ? 1 : 0;
    add('gone', gone.slice(0, gone.length - shared));
    add('new', fresh.slice(0, fresh.length - shared));
    add('same', ' '.repeat(shared));
    gone = '';
    fresh = '';
  };
  changes.forEach(({ kind, text }, i) => {
    if (kind === 'gone') gone += text;
    else if (kind === 'new') fresh += text;
    else if (text === ' ' && gone + fresh !== '' && i < changes.length - 1) {
      gone += text;
      fresh += text;
    } else {
      close();
      add('same', text);
    }
  });
  close();
  return result;
}
