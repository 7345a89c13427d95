import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { afterEach, test } from 'node:test';
import { type Codebook, reservedKeys, tagOf } from '../../../../src/core/annotation/codebook';
import { readCodebook } from '../../../../src/core/annotation/codebookFile';
import { codebookFileSchema } from '../../../../src/core/annotation/codebookSchema';
import { builtInCodebook, defaultCodebook } from '../../../../src/core/annotation/defaultCodebook';
import { defaultCodebookText } from '../../../../src/core/annotation/defaultCodebookText';
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

test('the file that a new codebook begins as gives the codebook that is built in', () => {
  assert.deepEqual(readCodebook(defaultCodebookText), { codebook: defaultCodebook, problems: [] });
});

test('what its comments offer is understood when their signs are taken away', () => {
  const { codebook, problems } = readCodebook(defaultCodebookText.replaceAll(/^( +)# (?=certainty| {2})/gm, '$1'));
  assert.deepEqual(problems, []);
  assert.deepEqual(tagOf(codebook, 'claim').attributes[1], {
    ...{ name: 'certainty', type: 'number', minimum: 0, maximum: 1, default: 0.5 },
  });
});
test('what people read of the taken keys names each of them', () => {
  const keys = [...reservedKeys].join(' ');
  assert.equal(/reading view; (.*) are taken/.exec(defaultCodebookText)?.[1], keys);
  const { description } = codebookFileSchema.shape.tags.valueType.shape.key.meta() ?? {};
  assert.equal(/`(.*)` are taken/.exec(description ?? '')?.[1], keys);
});
