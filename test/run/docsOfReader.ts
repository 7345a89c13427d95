/** The keys of the reading view as a table: the grammar and the built-in codebook, in the words of the overlay that `?` shows. */
import { tagOf } from '../../src/core/annotation/codebook';
import { defaultCodebook } from '../../src/core/annotation/defaultCodebook';
import { type KeyMeaning, keyTable } from '../../src/webview/reader/keys';
import { actionWords, moveWords } from '../../src/webview/reader/keyWords';
import { code, table } from './docsTable';

export function readingKeyTable(): string {
  const rows = [...keyTable({}, defaultCodebook.tags)].map(([key, meaning]) => [code(key), wordsOf(meaning)]);
  const moves = moveWords().map(([key, words]) => [code(key), words]);
  return table(['key', 'does'], [...moves, ...rows]);
}

function wordsOf(meaning: KeyMeaning): string {
  if ('action' in meaning) return `${actionWords()[meaning.action]} (${code(meaning.action)})`;
  if ('tag' in meaning)
    return `${labelOf(meaning.tag)}: tag the selection, or the sentence at the caret (${code(`tag:${meaning.tag}`)})`;
  return `${labelOf(meaning.arm)}: each new selection gets it, until Esc (${code(`arm:${meaning.arm}`)})`;
}

const labelOf = (name: string) => tagOf(defaultCodebook, name).label;
