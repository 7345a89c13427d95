import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createHistory } from '../../../src/webview/reader/caret/history';

test('what is far or was jumped to is kept; what is near is the same place', () => {
  const history = createHistory();
  for (const offset of [0, 40, 90, 5000, 5100]) history.visit(offset);
  history.leap();
  history.visit(5200);
  const back = [history.go(-1), history.go(-1), history.go(-1)];
  assert.deepEqual(back, [5100, 90, undefined]);
  assert.deepEqual([history.go(1), history.go(1), history.go(1)], [5100, 5200, undefined]);
});

test('a new way begins where one went back to, and places follow a change of the text', () => {
  const history = createHistory();
  for (const offset of [0, 2000, 4000]) history.visit(offset);
  history.visit(history.go(-1) as number);
  history.visit(9000);
  history.carry((offset) => offset + 7);
  assert.deepEqual([history.go(1), history.go(-1), history.go(-1), history.go(-1)], [undefined, 2007, 7, undefined]);
});
