/** What `check` finds: what the reader of sidecars, the codebook and the graph say, with places that editors understand. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { truncateSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { builtProgram, jsonLines, put, putAnnotated, runner, sidecarOn, temporaryFolder } from './program';

const program = builtProgram();
const text = 'Harbours grow. Depth costs money, and somebody has to pay for it. The state should not.\n';
const words = ['Depth costs money', 'The state should not'];

function workspace() {
  const folder = temporaryFolder();
  const argmark = runner(program, folder);
  return {
    folder,
    argmark,
    check: async (...args: string[]) => jsonLines((await argmark('check', '--json', ...args)).stdout),
  };
}

const codesOf = ({ problems }: { problems: readonly { code: string }[] }) => problems.map(({ code }) => code);

test('a fine article is fine', async () => {
  const { folder, argmark, check } = workspace();
  putAnnotated(folder, 'a.txt', text, words);
  put(folder, 'b.txt', text);
  const { status, stdout, stderr } = await argmark('check', 'a.txt', 'b.txt');
  assert.deepEqual([status, stdout, stderr], [0, '1 annotated article checked, no problems.\n', '']);
  assert.deepEqual(await check('a.txt', 'b.txt'), [
    { article: 'a.txt', sidecar: 'a.txt.annotations.yaml', problems: [] },
  ]);
});

test('orphans, references that lead nowhere and unknown tags are told at their place', async () => {
  const { folder, argmark, check } = workspace();
  putAnnotated(folder, 'a.txt', text, words, 'arguments:\n  - id: b1\n    premises:\n      - a2\n    supports: gone\n');
  put(folder, 'a.txt', text.replace('The state should not.', 'Nothing else is said here.'));
  put(folder, 'argmark.codebook.yaml', 'argmark-codebook: 1\ntags:\n  claim:\n    colour: mauve\n');
  const { status, stdout } = await argmark('check', '.');
  assert.equal(status, 1);
  const lines = stdout.trimEnd().split('\n');
  const sidecar = sidecarOn(text, words).split('\n');
  const at = (line: number, key: string) =>
    `a.txt.annotations.yaml:${line}:${(sidecar[line - 1] ?? '').indexOf(key) + 1}`;
  const quoteLine = sidecar.findIndex((line) => line.includes('The state')) + 1;
  assert.deepEqual(
    lines
      .slice(0, -1)
      .map((line) => line.replace(/: .*\((.+)\)$/, ' $1'))
      .sort(),
    [
      'argmark.codebook.yaml:4:13 unknown-value',
      `${at(4, 'assumption')} unknown-tag`,
      `${at(quoteLine, '"The')} orphan`,
      `${at(quoteLine - 2, 'assumption')} unknown-tag`,
      `a.txt.annotations.yaml:${sidecar.length + 4}:15 unknown-reference`,
    ].sort(),
  );
  assert.match(stdout, /: information: These words are not in a\.txt any more/);
  assert.equal(lines.at(-1), '1 annotated article checked, 5 problems.');
  const [codebook, article] = await check('.');
  assert.deepEqual([codebook.codebook, codesOf(codebook)], ['argmark.codebook.yaml', ['unknown-value']]);
  assert.deepEqual(codesOf(article).sort(), ['orphan', 'unknown-reference', 'unknown-tag', 'unknown-tag']);
  const orphan = article.problems.find((one: { code: string }) => one.code === 'orphan');
  assert.deepEqual(
    { ...orphan, message: '' },
    {
      ...{ file: 'a.txt.annotations.yaml', line: quoteLine, column: 16, severity: 'information' },
      ...{ code: 'orphan', message: '', id: 'a2' },
    },
  );
});

test('the codebook above the article counts, and its problems are told once', async () => {
  const { folder, check } = workspace();
  put(folder, 'argmark.codebook.yaml', 'argmark-codebook: 1\ntags:\n  assumption: {}\n  x: { colour: mauve }\n');
  for (const name of ['a.txt', 'deep/b.txt']) putAnnotated(folder, name, text, words);
  const found = await check('.');
  assert.deepEqual(found.map(codesOf), [['unknown-value'], [], []]);
  assert.deepEqual(await check('deep/b.txt').then((lines) => lines.map(codesOf)), [['unknown-value'], []]);
});

test('a codebook is checked where nothing is annotated yet, in the folder named, below it and above it', async () => {
  const { folder, argmark, check } = workspace();
  const wrong = 'argmark-codebook: 1\ntags:\n  x: { colour: mauve }\n';
  put(folder, 'argmark.codebook.yaml', wrong);
  put(folder, 'deep/argmark.codebook.yaml', wrong);
  put(folder, 'deep/plain.txt', text);
  put(folder, 'other/plain.txt', text);
  const files = async (...args: string[]) =>
    (await check(...args)).map((one) => {
      assert.deepEqual(codesOf(one), ['unknown-value']);
      return one.codebook;
    });
  const [top, deep] = ['argmark.codebook.yaml', join('deep', 'argmark.codebook.yaml')];
  assert.deepEqual(await files('.'), [top, deep]);
  assert.deepEqual(await files('deep', folder), [deep, top]);
  assert.deepEqual(await files('other'), [top]);
  assert.deepEqual(await files(join('deep', 'plain.txt')), [deep]);
  assert.deepEqual(await files(top), [top]);
  assert.deepEqual(await files('**/*.yaml'), [top, deep]);
  const { status, stdout, stderr } = await argmark('check', 'deep');
  const [line, ...rest] = stdout.trimEnd().split('\n');
  assert.match(line ?? '', /^deep.argmark\.codebook\.yaml:3:16: error: .+ \(unknown-value\)$/);
  assert.deepEqual([status, rest, stderr], [1, ['0 annotated articles checked, 1 problem.'], '']);
  for (const command of ['show', 'reanchor'])
    assert.equal((await argmark(command, '--json', '.')).stdout, '', `${command} has nothing to do with codebooks`);
});

test('a codebook that is not UTF-8 is told where it is not, and read with a byte order mark', async () => {
  const { folder, check } = workspace();
  putAnnotated(folder, 'a.txt', text, words);
  put(folder, 'argmark.codebook.yaml', Buffer.from('argmark-codebook: 1\ntags:\n  a: { label: "\xe9" }\n', 'latin1'));
  const [first] = await check('.');
  const [{ code, line, column, message }] = first.problems;
  assert.deepEqual([code, line, column], ['unreadable', 3, 16]);
  assert.match(message, /not valid UTF-8; save it as UTF-8\)\. The built-in one is used instead\.$/);
  put(folder, 'argmark.codebook.yaml', '\ufeffargmark-codebook: 1\ntags:\n  x: { colour: mauve }\n');
  const [marked] = await check('.');
  assert.deepEqual(
    marked.problems.map((one: { line: number; column: number }) => [one.line, one.column]),
    [[3, 16]],
  );
});

test('a sidecar without article, or with one that cannot be read, is found', async () => {
  const { folder, check, argmark } = workspace();
  put(folder, 'gone.txt.annotations.yaml', sidecarOn(text, words));
  put(folder, 'bytes.txt', Uint8Array.of(0x41, 0xff, 0x42));
  put(folder, 'bytes.txt.annotations.yaml', sidecarOn(text, words));
  put(folder, 'folder.txt/a', '');
  put(folder, 'folder.txt.annotations.yaml', sidecarOn(text, words));
  const found = await check('.');
  assert.deepEqual(
    found.map((one) => [one.article, ...codesOf(one)]),
    [
      ['bytes.txt', 'not-decodable'],
      ['folder.txt', 'not-a-file'],
      ['gone.txt', 'no-article'],
    ],
  );
  assert.equal(found[0].problems[0].file, 'bytes.txt');
  assert.deepEqual([found[0].problems[0].line, found[0].problems[0].column], [1, 2]);
  assert.deepEqual(
    (await check('gone.txt')).map(codesOf),
    [['no-article']],
    'also by the name of the one that is gone',
  );
  assert.equal((await argmark('check', 'gone.txt')).status, 1);
});

test('the encoding that the sidecar names is used where the bytes do not say', async () => {
  const { folder, check } = workspace();
  const french = 'La d\u00e9pense est tr\u00e8s \u00e9lev\u00e9e. Il faut payer.\n';
  const sidecar = sidecarOn(french, ['tr\u00e8s \u00e9lev\u00e9e']);
  put(folder, 'a.txt', Buffer.from(french, 'latin1'));
  put(
    folder,
    'a.txt.annotations.yaml',
    sidecar.replace('annotations:', 'article:\n  encoding: "windows-1252"\nannotations:'),
  );
  put(folder, 'b.txt', Buffer.from(`\ufeff${french}`, 'utf16le'));
  put(folder, 'b.txt.annotations.yaml', sidecar);
  put(folder, 'c.txt', Buffer.from(french, 'latin1'));
  put(
    folder,
    'c.txt.annotations.yaml',
    sidecar.replace('annotations:', 'article:\n  encoding: "windoof"\nannotations:'),
  );
  assert.deepEqual((await check('.')).map(codesOf), [[], [], ['unknown-encoding']]);
});

test('sidecars that cannot be read are found with line and column, and the rest is checked', async () => {
  const { folder, argmark, check } = workspace();
  const names: [name: string, content: string | Uint8Array, code: string][] = [
    ['binary', Uint8Array.of(0xff, 0xfe, 0x00), 'not-utf-8'],
    ['conflict', '<<<<<<< HEAD\nargmark: 1\n=======\nargmark: 1\n>>>>>>> b\n', 'conflict-markers'],
    ['newer', 'argmark: 2\nannotations: []\n', 'newer-format'],
    ['syntax', 'argmark: 1\nannotations: [\n', 'syntax'],
    ['bomb', `a: &a [x]\nb: &b [${'*a,'.repeat(9)}*a]\nc: [${'*b,'.repeat(999)}*b]\n`, ''],
    ['escape', 'argmark: 1\nannotations:\n  - id: "\\e[2J"\n    tag: claim\n', ''],
    ['empty', '', ''],
  ];
  for (const [name, content] of names) {
    put(folder, `${name}.txt`, text);
    put(folder, `${name}.txt.annotations.yaml`, content);
  }
  const found = new Map((await check('.')).map((one) => [one.article, one.problems]));
  assert.equal(found.size, names.length);
  for (const [name, , code] of names) {
    const problems = found.get(`${name}.txt`);
    if (code) assert.equal(problems[0]?.code, code, name);
    for (const one of problems) assert.ok(one.line >= 1 && one.column >= 1, name);
  }
  assert.deepEqual(found.get('empty.txt'), []);
  const { status, stdout } = await argmark('check', '.');
  assert.equal(status, 1);
  assert.doesNotMatch(stdout, /(?!\n)\p{Cc}/u);
});

test('an article of 50 MB is refused with a clear message, at once and unread', async () => {
  const { folder, check } = workspace();
  putAnnotated(folder, 'huge.txt', text, words);
  truncateSync(join(folder, 'huge.txt'), 50 * 1024 * 1024);
  const begin = performance.now();
  const [{ problems }] = await check('.');
  assert.ok(performance.now() - begin < 5000);
  assert.equal(problems[0].code, 'too-large');
  assert.match(problems[0].message, /^The article has 50 MB; up to 16 MB are read\./);
});

test('a pipe in the place of a file is not waited for', { skip: process.platform === 'win32' }, async () => {
  const { folder, check } = workspace();
  execFileSync('mkfifo', [join(folder, 'a.txt')]);
  put(folder, 'a.txt.annotations.yaml', sidecarOn(text, words));
  put(folder, 'b.txt', text);
  execFileSync('mkfifo', [join(folder, 'b.txt.annotations.yaml')]);
  assert.deepEqual((await check('a.txt', 'b.txt')).map(codesOf), [['not-a-file'], ['not-a-file']]);
});
