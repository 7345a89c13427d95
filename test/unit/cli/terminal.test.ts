import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Stream, terminalOn } from '../../../src/cli/terminal';

/** A stream that keeps what is written to it. */
function kept(isTTY: boolean) {
  const written: string[] = [];
  const listeners: ((error: Error) => void)[] = [];
  const stream: Stream = {
    ...{ isTTY, columns: 30 },
    write: (text) => written.push(text),
    on: (_, listener) => listeners.push(listener),
  };
  return { stream, text: () => written.join(''), fail: (error: Error) => listeners.forEach((one) => void one(error)) };
}

const broken = Object.assign(new Error('write EPIPE'), { code: 'EPIPE' });

test('colour is for terminals, and not where it is not wanted', () => {
  const lineOn = (isTTY: boolean, env: Record<string, string>) => {
    const out = kept(isTTY);
    terminalOn(out.stream, kept(isTTY).stream, env).line('a ', { text: 'b', style: 'red' });
    return out.text();
  };
  assert.equal(lineOn(true, {}), 'a \u001b[31mb\u001b[0m\n');
  assert.equal(lineOn(true, { NO_COLOR: '1' }), 'a b\n');
  assert.equal(lineOn(true, { NO_COLOR: '' }), 'a \u001b[31mb\u001b[0m\n', 'an empty NO_COLOR says nothing');
  assert.equal(lineOn(true, { TERM: 'dumb' }), 'a b\n');
  assert.equal(lineOn(false, {}), 'a b\n');
});

test('what stands in a file cannot steer the terminal', () => {
  const [out, err] = [kept(true), kept(true)];
  const terminal = terminalOn(out.stream, err.stream, {});
  terminal.line('a\u001b[2Jb\u0007\u009bc\u007f\td', { text: '\n\r', style: 'bold' });
  assert.equal(out.text(), 'a␛[2Jb␇\ufffdc␡\td\u001b[1m␊␍\u001b[0m\n');
  terminal.complain('a\u001b[2J\nb');
  assert.equal(err.text(), 'argmark: a␛[2J␊b\n');
});

test('progress is shown to a person who waits, and goes before anything else is said', () => {
  const [out, err] = [kept(true), kept(true)];
  let now = 0;
  const terminal = terminalOn(out.stream, err.stream, {}, () => now);
  terminal.progress(0, 9, 'a.txt');
  assert.equal(err.text(), '', 'short work needs none');
  now = 400;
  terminal.progress(1, 9, 'b.txt');
  now = 450;
  terminal.progress(2, 9, 'c.txt');
  now = 600;
  terminal.progress(3, 9, 'a-name-that-is-longer-than-the-line.txt');
  terminal.line('found');
  terminal.line('more');
  assert.equal(err.text(), '\r\u001b[K1 of 9: b.txt\r\u001b[K3 of 9: a-name-that-is-longer\r\u001b[K');
  assert.equal(out.text(), 'found\nmore\n');
  const unmeasured = kept(true);
  terminalOn(out.stream, { ...unmeasured.stream, columns: 0 }, {}, () => (now += 1000)).progress(1, 9, 'b.txt');
  assert.equal(unmeasured.text(), '\r\u001b[K1 of 9: b.txt');
  const piped = kept(false);
  terminalOn(out.stream, piped.stream, {}, () => (now += 1000)).progress(1, 9, 'b.txt');
  assert.equal(piped.text(), '');
});

test('an output that nobody reads any more is no error, and any other error is one', () => {
  const [out, err] = [kept(false), kept(false)];
  const terminal = terminalOn(out.stream, err.stream, {});
  terminal.line('one');
  assert.equal(terminal.isClosed(), false);
  out.fail(broken);
  err.fail(broken);
  terminal.line('two');
  terminal.json({ three: 3 });
  assert.equal(out.text(), 'one\n');
  assert.equal(terminal.isClosed(), true);
  assert.throws(() => out.fail(Object.assign(new Error('no space'), { code: 'ENOSPC' })), /no space/);
});
