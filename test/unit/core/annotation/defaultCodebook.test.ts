import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { afterEach, test } from 'node:test';
import type { Codebook } from '../../../../src/core/annotation/codebook';
import { builtInCodebook, defaultCodebook } from '../../../../src/core/annotation/defaultCodebook';
import { speak } from '../../../../src/core/l10n';

afterEach(() => speak(undefined, 'en'));

/** What files hold: everything but the words for people. */
const names = ({ tags, article }: Codebook) => ({
  tags: tags.map(({ label: _, guideline: __, examples: ___, counterExamples: ____, attributes, ...tag }) => ({
    ...tag,
    attributes: attributes.map(({ label: _, ...attribute }) => attribute),
  })),
  article: article.map(({ label: _, ...attribute }) => attribute),
});

test('the built-in codebook has the same names in every language, and labels of its own', () => {
  assert.equal(builtInCodebook(), defaultCodebook);
  for (const language of ['de', 'fr', 'ar']) {
    speak(JSON.parse(readFileSync(`l10n/bundle.l10n.${language}.json`, 'utf8')), language);
    const codebook = builtInCodebook();
    assert.deepEqual(names(codebook), names(defaultCodebook));
    for (const [i, tag] of codebook.tags.entries()) {
      assert.notEqual(tag.guideline, defaultCodebook.tags[i]?.guideline, `${tag.name} in ${language}`);
    }
    assert.equal(builtInCodebook(), codebook, 'the same each time, as views compare');
  }
});
