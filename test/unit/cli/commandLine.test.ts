/** What holds for every command: help, exit codes, paths and patterns, and an output that people and other programs read. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { commands } from '../../../src/cli/commands';
import { commandHelp, programHelp } from '../../../src/cli/help';
import { builtProgram, cleanEnv, jsonLines, put, putAnnotated, runner, temporaryFolder } from './program';

const program = builtProgram();
const folder = temporaryFolder();
const argmark = runner(program, folder);

const text = 'Harbours grow. Depth costs money, and somebody has to pay for it. The state should not.\n';
for (const name of ['one.txt', 'two.md', 'deep/three.txt', 'deep/er/four [old].txt', 'node_modules/x/five.txt'])
  putAnnotated(folder, name, text, ['Depth costs money']);
put(folder, 'plain.txt', text);

const articlesOf = async (...args: string[]) => {
  const { stdout } = await argmark('reanchor', '--dry-run', '--json', ...args);
  return jsonLines(stdout).map(({ article }) => article);
};

test('help is on every level, fits a terminal, and is no error', async () => {
  const asked = commands.flatMap((command) =>
    [
      [command.name, '--help'],
      [command.name, '.', '-h'],
      ['help', command.name],
    ].map((args) => ({
      args,
      help: commandHelp(command),
    })),
  );
  for (const args of [['--help'], ['-h'], ['help']]) asked.push({ args, help: programHelp() });
  await Promise.all(
    asked.map(async ({ args, help }) =>
      assert.deepEqual(await argmark(...args), { status: 0, stdout: `${help}\n`, stderr: '' }),
    ),
  );
  for (const command of commands) {
    for (const line of commandHelp(command).split('\n')) assert.ok(line.length <= 100, line);
    for (const { name } of command.options) assert.ok(commandHelp(command).includes(`--${name}`));
    for (const code of ['0', '2']) assert.match(commandHelp(command), new RegExp(`^ {2}${code} {2}\\w`, 'm'));
  }
});

test('the version is that of the package', async () => {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
  assert.equal((await argmark('--version')).stdout, `${version}\n`);
});

test('what cannot be understood is told, with where to read on, and is exit code 2', async () => {
  const wrong: [args: string[], expected: RegExp][] = [
    [[], /^argmark: No command is given\. See argmark --help\.\n$/],
    [['frob'], /There is no command “frob”/],
    [['help', 'frob'], /There is no command “frob”/],
    [['--json', 'check', '.'], /The option “--json” must follow the command/],
    [['check'], /check needs an article or a folder\. See argmark check --help/],
    [['check', '--frob', '.'], /'--frob'.*argmark check --help/],
    [['check', '--dry-run', '.'], /'--dry-run'/],
    [['check', '--json=yes', '.'], /'--json'/],
    [['check', ''], /One of the paths is empty/],
    [['check', 'none.txt'], /There is no file or folder none\.txt\.\n$/],
    [['check', 'none/*.txt'], /No file matches none\/\*\.txt/],
    [['check', 'one.txt/two'], /There is no file or folder one\.txt\/two/],
  ];
  await Promise.all(
    wrong.map(async ([args, expected]) => {
      const { status, stdout, stderr } = await argmark(...args);
      assert.deepEqual([status, stdout], [2, ''], args.join(' '));
      assert.match(stderr, expected);
      assert.equal(stderr.split('\n').length, 2, 'in one line');
    }),
  );
});

test('of several paths the good ones are done, and the bad one makes the exit code', async () => {
  const { status, stdout, stderr } = await argmark('reanchor', '--json', 'one.txt', 'none.txt');
  assert.equal(status, 2);
  assert.equal(jsonLines(stdout).length, 1);
  assert.match(stderr, /none\.txt/);
});

test('an article is named by its file, its sidecar, a folder or a pattern, and done once', async () => {
  const all = ['deep/er/four [old].txt', 'deep/three.txt', 'one.txt', 'two.md'];
  const asked: [args: string[], articles: string[]][] = [
    [['one.txt'], ['one.txt']],
    [['./one.txt.annotations.yaml'], ['one.txt']],
    [['.'], all],
    [
      ['two.md', '.', '*.annotations.yaml', join(folder, 'one.txt')],
      ['two.md', ...all.slice(0, 3)],
    ],
    [['deep/'], all.slice(0, 2)],
    [['**/*.md'], ['two.md']],
    [['{one,two}.*'], ['one.txt', 'two.md']],
    [['**/*.txt'], [...all.slice(0, 3), 'plain.txt']],
    // A name is no pattern where there is such a file.
    [['deep/er/four [old].txt'], all.slice(0, 1)],
    [[join(folder, 'deep')], all.slice(0, 2).map((name) => join(folder, name))],
  ];
  await Promise.all(
    asked.map(async ([args, articles]) => assert.deepEqual(await articlesOf(...args), articles, args.join(' '))),
  );
});

test('a folder without annotations is fine, and one that leads back to itself is walked once', async () => {
  mkdirSync(join(folder, 'empty'));
  assert.equal((await argmark('check', 'empty')).status, 0);
  putAnnotated(folder, 'loop/six.txt', text, ['Harbours grow']);
  symlinkSync(join(folder, 'loop'), join(folder, 'loop', 'again'));
  assert.deepEqual(await articlesOf('loop'), ['loop/six.txt']);
  assert.deepEqual(await articlesOf('loop/again'), ['loop/again/six.txt']);
});

test('no colour and no progress where the output is not a terminal', async () => {
  putAnnotated(folder, 'faulty.txt', text, [], 'arguments:\n  - id: b\n    premises: [none]\n    supports: none\n');
  for (const command of ['check', 'reanchor', 'show']) {
    const { stdout, stderr } = await argmark(command, '.');
    assert.ok(stdout.length > 0);
    assert.doesNotMatch(stdout + stderr, /(?!\n)\p{Cc}/u);
  }
});

test('a reader that has seen enough ends it quietly', () => {
  const words = Array.from({ length: 3000 }, (_, i) => `Sentence ${i} says something.`);
  putAnnotated(folder, 'long/long.txt', words.join(' '), words);
  const { stdout, stderr, status } = spawnSync(
    'bash',
    ['-c', `'${process.execPath}' '${program}' show long | head -1; exit \${PIPESTATUS[0]}`],
    { cwd: folder, encoding: 'utf8', env: cleanEnv() },
  );
  assert.match(stdout, /^long\/long\.txt[^\n]*\n$/);
  assert.deepEqual([stderr, status], ['', 0]);
});
