/** The keys of the reading view as a table: the grammar and the built-in codebook, in the words of the overlay that `?` shows. */
import { tagOf } from '../../src/core/annotation/codebook';
import { defaultCodebook } from '../../src/core/annotation/defaultCodebook';
import { type KeyMeaning, keyTable } from '../../src/webview/reader/input/keys';
import { actionWords, moveWords } from '../../src/webview/reader/input/keyWords';
import { commandTitle } from './docsOfManifest';
import { code, listed, table } from './docsTable';
import { type PointerGesture, pointerGestures } from './pointerGestures';

export function readingKeyTable(): string {
  const rows = [...keyTable({}, defaultCodebook.tags)].map(([key, meaning]) => [code(key), wordsOf(meaning)]);
  const moves = moveWords().map(([key, words]) => [code(key), words]);
  return table(['key', 'what it does'], [...moves, ...rows]);
}

function wordsOf(meaning: KeyMeaning): string {
  if ('action' in meaning) return `${actionWords()[meaning.action]} (${code(meaning.action)})`;
  if ('tag' in meaning)
    return `${labelOf(meaning.tag)}: tag the selection, or the sentence at the caret (${code(`tag:${meaning.tag}`)})`;
  return `${labelOf(meaning.arm)}: each new selection gets it, until Esc (${code(`arm:${meaning.arm}`)})`;
}

const labelOf = (name: string) => tagOf(defaultCodebook, name).label;

/** What the pointer does, and by which keys the same is done. */
export function pointerTable(): string {
  return table(
    ['with the pointer', 'with keys'],
    pointerGestures.map(({ does, keys }) => [does, listed([...new Set(keys.map(keyInWords))], 'or')]),
  );
}

function keyInWords(one: PointerGesture['keys'][number]): string {
  if ('command' in one) return `the command “${commandTitle(one.command)}”`;
  if ('key' in one) return code(one.key.replace(/^Arrow(Down|Up)$/, 'Arrows').replace('Escape', 'Esc'));
  const keys = [...keyTable({}, defaultCodebook.tags)].flatMap(([key, meaning]) =>
    'action' in meaning && meaning.action === one.action ? code(key) : [],
  );
  return listed(keys, 'or');
}
