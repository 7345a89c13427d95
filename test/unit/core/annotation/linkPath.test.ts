import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { linkedArticle, linkTo, relinked } from '../../../../src/core/annotation/linkPath';
import { emptySet, type Link } from '../../../../src/core/annotation/model';

const link = (id: string, rephrases: string): Link => ({ id, from: 'a', rephrases });

test('a link leads to the article that its path names', () => {
  assert.equal(linkedArticle('/w/2009/nato.txt', '../2010/missile%20defence.md#c4r8js'), '/w/2010/missile defence.md');
  assert.equal(linkedArticle('/w/nato.txt', './b%23c.txt#x'), '/w/b#c.txt');
  assert.equal(linkedArticle('/w/nato.txt', 'sub/./x/../b.txt#x'), '/w/sub/b.txt');
  assert.equal(linkedArticle('/w/nato.txt', 'c4r8js'), undefined, 'an annotation of the article itself');
  assert.equal(linkedArticle('/w/nato.txt', '#c4r8js'), undefined);
  assert.equal(linkedArticle('/w/nato.txt', 'bad%zz.txt#x'), undefined);
  assert.equal(linkedArticle('/w/nato.txt', 'no%2Fname.txt#x'), undefined);
});

const name = fc.string({
  unit: fc.constantFrom('a', 'b', ' ', '#', '%', 'é', '口', ':', '?', '&'),
  minLength: 1,
  maxLength: 5,
});
const path = fc.array(name, { minLength: 1, maxLength: 5 }).map((parts) => `/${parts.join('/')}`);

test('what is linked is found again, wherever both articles lie', () => {
  fc.assert(
    fc.property(path, path, (from, to) => {
      assert.equal(linkedArticle(from, linkTo(from, to, 'c4r8js')), to);
      assert.match(linkTo(from, to, 'c4r8js'), /^[\x21-\x7e]+#c4r8js$/);
    }),
  );
});

test('links follow a target that moves, and an article that moves keeps its own', () => {
  const set = {
    ...emptySet,
    links: [
      link('m1', '../b/two.txt#x'),
      link('m2', './b%2Fodd.txt#y'),
      link('m3', 'here'),
      link('m4', '../c/three.txt#z'),
    ],
  };
  const moved = (one: string) => (one.startsWith('/w/b/') ? one.replace('/w/b/', '/w/new b/') : one);
  const followed = relinked(set, '/w/a/one.txt', '/w/a/one.txt', moved);
  assert.deepEqual(
    followed?.changes.map((change) => [change.id, (change.after as Link).rephrases]),
    [['m1', '../new%20b/two.txt#x']],
  );
  const deeper = relinked(set, '/w/a/one.txt', '/w/a/deep/one.txt', (one) => one);
  assert.deepEqual(
    deeper?.changes.map((change) => [change.id, (change.after as Link).rephrases]),
    [
      ['m1', '../../b/two.txt#x'],
      ['m4', '../../c/three.txt#z'],
    ],
  );
  assert.equal(
    relinked(set, '/w/a/one.txt', '/w/a/one.txt', (one) => one),
    undefined,
  );
  assert.equal(
    relinked(set, '/w/a/one.txt', '/w/a/other.txt', (one) => one),
    undefined,
    'written as it is',
  );
});
