import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { platform } from '../../../src/host/platform.node';

const settings = ['-c', 'user.name=ana', '-c', 'user.email=ana@example.org', '-c', 'commit.gpgsign=false'];

test('the sides of a merge come out of the index, and git never starts in the folder', {
  skip: process.platform === 'win32',
}, async (t) => {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'argmark-stages-')));
  const tools = mkdtempSync(join(tmpdir(), 'argmark-tools-'));
  t.after(() => {
    rmSync(folder, { recursive: true });
    rmSync(tools, { recursive: true });
  });
  const git = (...args: string[]) => execFileSync('git', [...settings, ...args], { cwd: folder, stdio: 'pipe' });
  const file = join(folder, 'a b.yaml');
  const commit = (text: string) => {
    writeFileSync(file, text);
    git('add', '.');
    git('commit', '-q', '-m', 'Change it');
  };
  git('init', '-q', '-b', 'main');
  commit('base\n');
  git('checkout', '-q', '-b', 'theirs');
  commit('theirs\n');
  git('checkout', '-q', 'main');
  commit('ours\n');
  assert.throws(() => git('merge', 'theirs'));

  // The real git, with a note of where it was started and with what.
  const real = execFileSync('sh', ['-c', 'command -v git'], { encoding: 'utf8' }).trim();
  const notes = join(tools, 'notes');
  writeFileSync(
    join(tools, 'git'),
    `#!/bin/sh\necho "$PWD $NoDefaultCurrentDirectoryInExePath" >> '${notes}'\nexec '${real}' "$@"\n`,
  );
  chmodSync(join(tools, 'git'), 0o755);
  const before = process.env.PATH;
  process.env.PATH = `${tools}:${before}`;
  t.after(() => {
    process.env.PATH = before;
  });
  const stages = await platform.mergeStages({ scheme: 'file', fsPath: file });
  assert.deepEqual(stages, { base: 'base\n', ours: 'ours\n', theirs: 'theirs\n' });
  const started = new Set(readFileSync(notes, 'utf8').trim().split('\n'));
  assert.deepEqual([...started], [`${realpathSync(homedir())} 1`]);
});
