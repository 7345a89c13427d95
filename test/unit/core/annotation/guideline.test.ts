import assert from 'node:assert/strict';
import { test } from 'node:test';
import { guidelineParts, guidelineStart, guidelineText } from '../../../../src/core/annotation/guideline';

test('a guideline is read line by line, then examples, then what is none', () => {
  const tag = {
    guideline: '\n  First line.\n\nSecond.\n',
    examples: ['One\n  over two lines.', ' '],
    counterExamples: ['Two.'],
  };
  assert.deepEqual(
    guidelineParts(tag).map(({ kind, words }) => `${kind} ${words}`),
    ['guideline First line.', 'guideline Second.', 'example One over two lines.', 'counter-example Two.'],
  );
  assert.equal(guidelineStart(tag), 'First line.');
  assert.equal(guidelineText(tag), 'First line.\nSecond.\nExample: One over two lines.\nNot: Two.');
});

test('where a codebook says nothing there is nothing, and no first line where there are only examples', () => {
  assert.equal(guidelineText({}), undefined);
  assert.equal(guidelineText({ guideline: ' \n ' }), undefined);
  assert.equal(guidelineStart({ examples: ['One.'] }), undefined);
});
