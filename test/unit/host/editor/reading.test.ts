import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseArticle } from '../../../../src/core/article/parse';
import { lazyArticle } from '../../../../src/host/editor/reading';

test('an article that is parsed late is the same as one that is parsed at once', () => {
  const text = '# Depth\n\nDeep ports gain.\n';
  const { format, facts, blocks } = lazyArticle(text);
  assert.deepEqual({ text, format, facts, blocks }, parseArticle(text));
});
