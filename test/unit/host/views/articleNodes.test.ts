import assert from 'node:assert/strict';
import { test } from 'node:test';
import { articleTree, type ListedArticle } from '../../../../src/host/views/articleNodes';

const listed = (path: string, annotated = false): ListedArticle => ({ key: `file:///w/${path}`, path, annotated });

test('annotated articles come first, each part by path with numbers as numbers', () => {
  const tree = articleTree([listed('b/10.txt'), listed('b/9.txt'), listed('c.md', true), listed('a.txt')]);
  const paths = tree.children().map((key) => tree.articles.get(key)?.path);
  assert.deepEqual(paths, ['c.md', 'a.txt', 'b/9.txt', 'b/10.txt']);
});

test('many articles are shown by folder, folders with annotated ones first', () => {
  const many = Array.from({ length: 300 }, (_, i) => listed(`${i < 150 ? 'old' : 'new'}/${i}.txt`, i === 299));
  const tree = articleTree([...many, listed('top.txt')]);
  assert.deepEqual(
    tree.children().map((key) => tree.folders.get(key)?.path),
    ['new', '', 'old'],
  );
  const [first] = tree.children(tree.children()[0]);
  assert.equal(tree.articles.get(first ?? '')?.path, 'new/299.txt');
  assert.equal(tree.parentOf(first ?? ''), tree.children()[0]);
});
