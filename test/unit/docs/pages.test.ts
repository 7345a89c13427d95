/* The pages of `docs/` and the README: what they show as a file is one, and what they link to is there. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { readCodebook } from '../../../src/core/annotation/codebookFile';
import { readSidecar } from '../../../src/core/sidecar/read';

const pages = ['README.md', ...readdirSync('docs').map((name) => `docs/${name}`)];

for (const page of pages) {
  const text = readFileSync(page, 'utf8');

  test(`${page}: every example of a file is read without a problem`, () => {
    for (const [, example = ''] of text.matchAll(/```yaml\n([\s\S]*?)```/g)) {
      const { problems } = /^argmark-codebook:/m.test(example) ? readCodebook(example) : readSidecar(example);
      assert.deepEqual(problems, []);
    }
  });

  test(`${page}: every link and picture of the repository is there`, () => {
    const targets = [...text.matchAll(/\]\(([^)#:]+)(#[^)]*)?\)/g)].map(([, target = '']) => target);
    assert.deepEqual(
      targets.filter((target) => !existsSync(join(page, '..', target))),
      [],
    );
  });

  test(`${page}: every anchor that it links to inside of itself is a heading`, () => {
    const headings = [...text.matchAll(/^#+ (.+)$/gm)].map(([, words = '']) =>
      words.toLowerCase().replaceAll(' ', '-'),
    );
    const anchors = [...text.matchAll(/\]\(#([^)]+)\)/g)].map(([, anchor = '']) => anchor);
    assert.deepEqual(
      anchors.filter((anchor) => !headings.includes(anchor)),
      [],
    );
  });
}
