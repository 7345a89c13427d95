import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Tag } from '../../../../src/core/annotation/codebook';
import { offeredTags } from '../../../../src/host/commands/tagOrder';

const tag = (name: string, key?: string): Tag => ({
  ...{ name, label: name, colour: 'blue', line: 'solid', attributes: [] },
  ...(key !== undefined && { key }),
});
const tags = [tag('claim', 'c'), tag('theme'), tag('premise', 'p'), tag('quote'), tag('evidence', 'e')];
const names = (recent: string[]) => offeredTags(tags, recent).map(({ name }) => name);

test('tags with a key come before those without, each as the codebook has them', () => {
  assert.deepEqual(names([]), ['claim', 'premise', 'evidence', 'theme', 'quote']);
});

test('what was used last is on top; names that the codebook lacks do not count', () => {
  assert.deepEqual(names(['quote', 'gone', 'premise']), ['quote', 'premise', 'claim', 'evidence', 'theme']);
});
