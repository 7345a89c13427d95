import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { afterEach, test } from 'node:test';
import { parseArticle } from '../../../src/core/article/parse';
import { speak } from '../../../src/core/l10n';
import { furnitureWords } from '../../../src/webview/reader/text/furnitureWords';

afterEach(() => speak(undefined, 'en'));

const folder = 'test/fixtures/articles';

/** The labels of all that is folded in the sample articles, each once. */
function labels(): string[] {
  const names = readdirSync(folder).filter((name) => /\.(txt|md)$/.test(name));
  const blocks = names.flatMap((name) => parseArticle(readFileSync(`${folder}/${name}`, 'utf8')).blocks);
  return [...new Set(blocks.flatMap(({ furniture }) => furniture?.label ?? []))].filter((label) => label !== '');
}

test('in English the parts of a page are called as the parser names them', () => {
  for (const label of labels()) assert.equal(furnitureWords(label), label);
});

test('every part of a page that the parser folds has a word in other languages, several as a list', () => {
  assert.ok(labels().some((label) => label.includes(', ')));
  speak(JSON.parse(readFileSync('l10n/bundle.l10n.ar.json', 'utf8')), 'ar');
  for (const label of labels()) {
    const words = furnitureWords(label);
    assert.doesNotMatch(words, /[a-z]/i, label);
    assert.equal(words.split('، ').length, label.split(', ').length);
  }
});
