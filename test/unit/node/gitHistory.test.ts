/** The versions of a file in real repositories of every shape, newest first, and what becomes of git where it cannot help. */
import assert from 'node:assert/strict';
import { chmodSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { versionsInGit } from '../../../src/node/gitHistory';
import { folder, repository } from './repository';

async function versions(path: string, git?: string): Promise<string[]> {
  const found: string[] = [];
  for await (const bytes of versionsInGit(path, git)) found.push(Buffer.from(bytes).toString());
  return found;
}

/** A repository with three versions of a file. */
function withThree(name = 'a.txt') {
  const made = repository();
  for (const text of ['one\n', 'two\n', 'three\n']) made.commit(name, text);
  return made;
}
const three = ['three\n', 'two\n', 'one\n'];

test('each version comes once, newest first, whatever the name', async () => {
  for (const name of ['a.txt', 'deep/er/b.txt', 'ü *[x]?.txt', ':(top)a.txt', '-p.txt']) {
    const { at } = withThree(name);
    assert.deepEqual(await versions(at(name)), three, name);
  }
  const { at, commit } = withThree();
  commit('a.txt', 'one\n');
  assert.deepEqual(await versions(at('a.txt')), ['one\n', 'three\n', 'two\n'], 'one that came back is its newest self');
});

test('bytes are given as they are, and those of other files are not', async () => {
  const { at, git, commit } = repository();
  const bytes = Buffer.from([0, 255, 10, 13, 10, 0xe9]);
  writeFileSync(at('a.txt'), bytes);
  commit('b.txt', 'other\n');
  git('rm', '-q', 'b.txt');
  commit('a.txt', '');
  const found: Uint8Array[] = [];
  for await (const one of versionsInGit(at('a.txt'))) found.push(one);
  assert.deepEqual(
    found.map((one) => Buffer.from(one)),
    [Buffer.alloc(0), bytes],
  );
});

test('renames are followed, into folders and out of them, and with changes', async () => {
  const { at, git, commit } = repository();
  const text = 'A line that is long enough to be known again.\n'.repeat(5);
  commit('old.txt', text);
  git('mv', 'old.txt', 'new.txt');
  commit('new.txt', `${text}more\n`);
  git('mv', 'new.txt', 'newest.txt');
  git('commit', '-q', '-m', 'Rename it');
  assert.deepEqual(await versions(at('newest.txt')), [`${text}more\n`, text]);
  commit('deep/x', '');
  git('mv', 'newest.txt', 'deep/newest.txt');
  commit('deep/newest.txt', `${text}most\n`);
  assert.deepEqual(await versions(at('deep/newest.txt')), [`${text}most\n`, `${text}more\n`, text]);
});

test('both sides of a merge are there, and what the merge made of them', async () => {
  const { at, git, commit } = repository();
  const text = (first: string, last: string) => `${first}\n${'between\n'.repeat(9)}${last}\n`;
  commit('a.txt', text('a', 'b'));
  git('checkout', '-q', '-b', 'side');
  commit('a.txt', text('A', 'b'));
  git('checkout', '-q', 'main');
  commit('a.txt', text('a', 'B'));
  git('merge', '-q', '--no-edit', 'side');
  const found = await versions(at('a.txt'));
  assert.equal(found[0], text('A', 'B'));
  assert.deepEqual(found.slice(1, 3).sort(), [text('A', 'b'), text('a', 'B')].sort());
  assert.equal(found[3], text('a', 'b'));
});

test('rebased, detached, shallow, in a worktree, in a submodule, by a link: the history is found', async () => {
  const rebased = withThree();
  rebased.git('checkout', '-q', '-b', 'side', 'HEAD~2');
  rebased.commit('b.txt', 'other\n');
  rebased.git('rebase', '-q', 'main');
  assert.deepEqual(await versions(rebased.at('a.txt')), three);

  const detached = withThree();
  detached.git('checkout', '-q', '--detach', 'HEAD~1');
  assert.deepEqual(await versions(detached.at('a.txt')), three.slice(1));

  const source = withThree();
  const shallow = repository(join(folder(), 'clone'), false);
  source.git('clone', '-q', '--depth', '2', `file://${source.folder}`, shallow.folder);
  assert.deepEqual(await versions(shallow.at('a.txt')), three.slice(0, 2));

  const tree = join(folder(), 'tree');
  source.git('worktree', 'add', '-q', tree, 'HEAD~1');
  assert.deepEqual(await versions(join(tree, 'a.txt')), three.slice(1));

  const above = repository();
  above.git('submodule', 'add', '-q', `file://${source.folder}`, 'inside');
  above.git('commit', '-q', '-m', 'Add it');
  assert.deepEqual(await versions(above.at('inside/a.txt')), three);

  symlinkSync(source.at('a.txt'), above.at('link.txt'));
  assert.deepEqual(await versions(above.at('link.txt')), three);
});

test('without a history there are no versions, and no error', async () => {
  const plain = folder();
  writeFileSync(join(plain, 'a.txt'), 'one\n');
  assert.deepEqual(await versions(join(plain, 'a.txt')), [], 'no repository');
  assert.deepEqual(await versions(join(plain, 'none', 'a.txt')), [], 'no such folder');
  const unborn = repository();
  unborn.write('a.txt', 'one\n');
  assert.deepEqual(await versions(unborn.at('a.txt')), [], 'no commit yet');
  const { at, write } = withThree();
  write('b.txt', 'one\n');
  assert.deepEqual(await versions(at('b.txt')), [], 'not in the history');
  assert.deepEqual(await versions(at('a.txt'), join(plain, 'no-git')), [], 'no git');
  const bare = folder();
  writeFileSync(join(bare, '.git'), 'gitdir: /nowhere\n');
  writeFileSync(join(bare, 'a.txt'), 'one\n');
  assert.deepEqual(await versions(join(bare, 'a.txt')), [], 'a repository that is broken');
});

test('a version that a clone lacks is passed over', async () => {
  const { at, git } = withThree();
  const id = git('rev-parse', 'HEAD~1:a.txt').trim();
  rmSync(at(`.git/objects/${id.slice(0, 2)}/${id.slice(2)}`), { force: true });
  assert.deepEqual(await versions(at('a.txt')), ['three\n', 'one\n']);
});

test('nothing that a repository names is run, and a hook around it does not mislead', {
  skip: process.platform === 'win32',
}, async () => {
  const { at, git } = withThree();
  const notes = join(mkdtempSync(join(tmpdir(), 'argmark-notes-')), 'notes');
  const program = at('program');
  writeFileSync(program, `#!/bin/sh\necho "$0 $@" >> '${notes}'\ncat\n`);
  chmodSync(program, 0o755);
  const settings = {
    ...{ 'log.showSignature': 'true', 'gpg.program': program, 'core.pager': program, 'pager.log': program },
    ...{ 'core.fsmonitor': program, 'diff.external': program, 'diff.x.textconv': program, 'core.sshCommand': program },
    'log.showRoot': 'false',
  };
  // A commit with a signature, which git would have checked.
  const signed = git('cat-file', 'commit', 'HEAD').replace(
    '\n\n',
    '\ngpgsig -----BEGIN PGP SIGNATURE-----\n x\n -----END PGP SIGNATURE-----\n\n',
  );
  writeFileSync(at('commit'), signed);
  git('update-ref', 'HEAD', git('hash-object', '-t', 'commit', '-w', 'commit').trim());
  for (const [name, value] of Object.entries(settings)) git('config', name, value);
  writeFileSync(at('.gitattributes'), '* diff=x\n');
  rmSync(notes, { force: true });
  const other = withThree();
  const before = { ...process.env };
  Object.assign(process.env, { GIT_DIR: join(other.folder, '.git'), GIT_WORK_TREE: other.folder, GIT_INDEX_FILE: 'x' });
  try {
    assert.deepEqual(await versions(at('a.txt')), three);
  } finally {
    for (const name of ['GIT_DIR', 'GIT_WORK_TREE', 'GIT_INDEX_FILE']) delete process.env[name];
    Object.assign(process.env, before);
  }
  assert.throws(() => readFileSync(notes), /ENOENT/);
});

test('who has seen enough leaves, and git ends', async () => {
  const { at } = withThree();
  const active = () => process.getActiveResourcesInfo().filter((name) => name === 'ProcessWrap').length;
  const ended = async () => {
    const begin = performance.now();
    while (active() > 0) {
      assert.ok(performance.now() - begin < 5000, 'git goes on');
      await new Promise((resolve) => setImmediate(resolve));
    }
  };
  await ended();
  for await (const bytes of versionsInGit(at('a.txt'))) {
    assert.equal(Buffer.from(bytes).toString(), 'three\n');
    assert.ok(active() > 0);
    break;
  }
  await ended();
});
