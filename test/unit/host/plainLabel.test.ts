import assert from 'node:assert/strict';
import { test } from 'node:test';
import { plainLabel } from '../../../src/host/plainLabel';

test('what looks like an icon is none, and all its signs are still there', () => {
  const label = plainLabel('It cost $(trash) and $$(x), or $ (5)');
  assert.doesNotMatch(label, /\$\(/);
  assert.equal(label.replaceAll('\u2060', ''), 'It cost $(trash) and $$(x), or $ (5)');
});
