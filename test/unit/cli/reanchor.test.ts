/** What `reanchor` places, writes and leaves: real files, and after each run what is in them. */
import assert from 'node:assert/strict';
import { chmodSync, lstatSync, readdirSync, readFileSync, renameSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { placeAll } from '../../../src/core/anchor/place';
import { indexCodePoints } from '../../../src/core/sidecar/codePoints';
import { readSidecar } from '../../../src/core/sidecar/read';
import { builtProgram, jsonLines, put, putAnnotated, runner, sidecarOn, temporaryFolder } from './program';

const program = builtProgram();
const text =
  'Harbours grow 🚢. Depth costs money, and somebody has to pay for it.\n\nThe state should not, since two lines gain most of it. A levy on draught would be fair to all who never see the sea.\n';
const words = ['Harbours grow', 'Depth costs money', 'The state should not', 'A levy on draught would be fair'];
const added = 'A new first paragraph 🌊.\n\n';

function workspace() {
  const folder = temporaryFolder();
  const argmark = runner(program, folder);
  const read = (name: string) => readFileSync(join(folder, name), 'utf8');
  return { folder, argmark, read };
}

/** Start and end of words in code points, counted in another way than the program does. */
function codePointsOf(inText: string, quote: string) {
  const start = [...inText.slice(0, inText.indexOf(quote))].length;
  return { start, end: start + [...quote].length };
}

test('one line of JSON for each article, with places in code points', async () => {
  const { folder, argmark } = workspace();
  const more = '\n  - id: u1\n    tag: assumption\n    spans: []\n    wording: "Ships will grow."\n';
  putAnnotated(folder, 'a.txt', text, words, more);
  const changed = `${added}${text.replace(/The state should not.*most of it\./, 'Nothing of that sort was ever said here.')}`;
  put(folder, 'a.txt', `\ufeff${changed.replaceAll('\n', '\r\n')}`);
  const { status, stdout, stderr } = await argmark('reanchor', '--dry-run', '--json', '.');
  assert.deepEqual([status, stderr], [1, '']);
  const lines = jsonLines(stdout);
  assert.equal(lines.length, 1);
  const [{ annotations, ...files }] = lines;
  assert.deepEqual(files, { article: 'a.txt', sidecar: 'a.txt.annotations.yaml' });
  assert.deepEqual(
    annotations.map(({ id }: { id: string }) => id),
    ['a1', 'a2', 'a3', 'a4'],
    'unstated ones are left out',
  );
  for (const { id, status, by, score, why, spans, ...others } of annotations) {
    assert.deepEqual(others, {});
    assert.equal(status === 'orphan', id === 'a3');
    assert.ok(['exact', 'moved', 'orphan'].includes(status));
    assert.equal(by, 'words');
    assert.ok(score >= 0 && score <= 1);
    assert.match(why, /^[A-Z].*\.$/);
    assert.deepEqual(spans, id === 'a3' ? [] : [codePointsOf(changed, words[Number(id[1]) - 1] ?? '')]);
  }
});

test('what stands at its place is found by it, and an article without annotations has none', async () => {
  const { folder, argmark } = workspace();
  putAnnotated(folder, 'a.txt', text, words);
  put(folder, 'b.txt', text);
  const { status, stdout } = await argmark('reanchor', '--json', 'a.txt', 'b.txt');
  assert.equal(status, 0);
  const [a, b] = jsonLines(stdout);
  assert.deepEqual(b, { article: 'b.txt', sidecar: 'b.txt.annotations.yaml', annotations: [] });
  for (const { status, by, score } of a.annotations) assert.deepEqual([status, by, score], ['exact', 'place', 1]);
});

test('a dry run says the same as a run, and writes nothing', async () => {
  const { folder, argmark, read } = workspace();
  putAnnotated(folder, 'a.txt', text, words);
  put(folder, 'a.txt', added + text);
  const before = read('a.txt.annotations.yaml');
  const { mtimeMs } = statSync(join(folder, 'a.txt.annotations.yaml'));
  const dry = await argmark('reanchor', '--dry-run', '.');
  assert.equal(
    dry.stdout,
    'a.txt: 4 positions to be updated.\n1 annotated article: 4 positions to be updated, 0 drifted, 0 orphans.\n',
  );
  const dryJson = await argmark('reanchor', '--dry-run', '--json', '.');
  assert.equal(read('a.txt.annotations.yaml'), before);
  assert.equal(statSync(join(folder, 'a.txt.annotations.yaml')).mtimeMs, mtimeMs);
  const wet = await argmark('reanchor', '--json', '.');
  assert.equal(wet.stdout, dryJson.stdout);
  assert.notEqual(read('a.txt.annotations.yaml'), before);
  assert.deepEqual(readdirSync(folder), ['a.txt', 'a.txt.annotations.yaml'], 'nothing is left beside it');
});

test('what was written is what recording anew would write, and the next run has nothing to do', async () => {
  const { folder, argmark, read } = workspace();
  putAnnotated(folder, 'a.txt', text, words);
  put(folder, 'a.txt', added + text);
  const first = await argmark('reanchor', '.');
  assert.deepEqual([first.status, first.stderr], [0, '']);
  assert.match(first.stdout, /^a\.txt: 4 positions updated\.\n/);
  assert.equal(read('a.txt.annotations.yaml'), sidecarOn(added + text, words));
  const again = await argmark('reanchor', '.');
  assert.equal(again.stdout, '1 annotated article: 0 positions updated, 0 drifted, 0 orphans.\n');
});

test('orphans are listed with their place in the sidecar and stay byte for byte; the article is never written', async () => {
  const { folder, argmark, read } = workspace();
  putAnnotated(folder, 'a.txt', text, words);
  const changed =
    added + text.replace(/The state should not.*most of it\./, 'Nothing of that sort was ever said here.');
  put(folder, 'a.txt', changed);
  const before = read('a.txt.annotations.yaml').split('\n\n');
  const { status, stdout } = await argmark('reanchor', '.');
  assert.equal(status, 1);
  const after = read('a.txt.annotations.yaml').split('\n\n');
  assert.deepEqual(
    after.map((entry, i) => entry === before[i]),
    [false, false, true, false],
  );
  const line =
    read('a.txt.annotations.yaml')
      .split('\n')
      .findIndex((one) => one.includes('quote: "The state')) + 1;
  const [, told = ''] = stdout.split('\n');
  assert.equal(
    told.slice(0, told.indexOf('” ') + 1),
    `a.txt.annotations.yaml:${line}:16: orphan: a3 “The state should not”`,
  );
  assert.match(stdout, /3 positions updated, 0 drifted, 1 orphan\.\n$/);
  assert.equal(read('a.txt'), changed);
});

test('comments, line ends, byte order mark, rights and links stay', async () => {
  const { folder, argmark, read } = workspace();
  const sidecar = `\ufeff${sidecarOn(text, words).replace('argmark: 1', 'argmark: 1 # mine\n# more\nextra: {a: 1}')}`;
  put(folder, 'real/a.yaml', sidecar.replaceAll('\n', '\r\n'));
  chmodSync(join(folder, 'real/a.yaml'), 0o640);
  put(folder, 'a.txt', added + text);
  symlinkSync(join(folder, 'real/a.yaml'), join(folder, 'a.txt.annotations.yaml'));
  assert.equal((await argmark('reanchor', 'a.txt')).status, 0);
  const wanted = `\ufeff${sidecarOn(added + text, words).replace('argmark: 1', 'argmark: 1 # mine\n# more\nextra: {a: 1}')}`;
  assert.equal(read('real/a.yaml'), wanted.replaceAll('\n', '\r\n'));
  assert.equal(statSync(join(folder, 'real/a.yaml')).mode & 0o777, 0o640);
  assert.ok(lstatSync(join(folder, 'a.txt.annotations.yaml')).isSymbolicLink());
});

test('what cannot be read or written is left as it is and told on the standard error, and the others are done', async () => {
  const { folder, argmark, read } = workspace();
  const sidecar = sidecarOn(text, words);
  const bad: [name: string, content: string, expected: RegExp][] = [
    [
      'conflict',
      `<<<<<<< a\n${sidecar}=======\n${sidecar}>>>>>>> b\n`,
      /conflict\.txt\.annotations\.yaml:1:1: Two versions/,
    ],
    ['newer', sidecar.replace('argmark: 1', 'argmark: 2'), /newer\.txt\.annotations\.yaml:1:\d+: /],
    ['syntax', `${sidecar}  - [\n`, /syntax\.txt\.annotations\.yaml:\d+:\d+: /],
    ['locked', sidecar, /locked\.txt\.annotations\.yaml may not be written/],
  ];
  for (const [name, content] of bad) {
    put(folder, `${name}.txt`, added + text);
    put(folder, `${name}.txt.annotations.yaml`, content);
  }
  chmodSync(join(folder, 'locked.txt.annotations.yaml'), 0o444);
  put(folder, 'gone.txt.annotations.yaml', sidecar);
  putAnnotated(folder, 'zz.txt', text, words);
  put(folder, 'zz.txt', added + text);
  const { status, stdout, stderr } = await argmark('reanchor', '.');
  assert.equal(status, 2);
  for (const [name, content, expected] of bad) {
    assert.match(stderr, expected);
    assert.equal(read(`${name}.txt.annotations.yaml`), content);
  }
  assert.match(stderr, /gone\.txt\.annotations\.yaml:1:1: There is no gone\.txt beside it\./);
  assert.match(stdout, /zz\.txt: 4 positions updated\./);
  assert.equal(read('zz.txt.annotations.yaml'), sidecarOn(added + text, words));
});

test('an id that is there twice keeps its own entry from being written, and no other', async () => {
  const { folder, argmark, read } = workspace();
  put(folder, 'a.txt', added + text);
  put(folder, 'a.txt.annotations.yaml', sidecarOn(text, words).replace('id: a3', 'id: a1'));
  const { status, stdout, stderr } = await argmark('reanchor', '.');
  assert.equal(status, 2);
  assert.match(stderr, /Two entries are called a1/);
  assert.match(stdout, /a\.txt: 3 positions updated/);
  const entries = read('a.txt.annotations.yaml').split('\n\n');
  const wanted = sidecarOn(added + text, words).split('\n\n');
  const old = sidecarOn(text, words).replace('id: a3', 'id: a1').split('\n\n');
  assert.deepEqual(entries, [wanted[0], wanted[1], old[2], wanted[3]]);
});

test('hostile offsets and quotes are placed or left, and end no run', async () => {
  const { folder, argmark } = workspace();
  const long = 'word '.repeat(40_000);
  const entries = [
    '{id: b1, tag: claim, spans: [{quote: "Harbours grow", start: -5, end: -1}]}',
    '{id: b2, tag: claim, spans: [{quote: "Harbours grow", start: 99999999999, end: 3}]}',
    '{id: b3, tag: claim, spans: [{quote: "", start: 0, end: 0}]}',
    `{id: b4, tag: claim, spans: [{quote: "${long}", start: 0, end: 200000}]}`,
    '{id: b5, tag: claim, spans: [{quote: "🚢", start: 14, end: 15}]}',
    '{id: b6, tag: claim, spans: [{quote: "\\ud83d", start: 14, end: 15}]}',
  ];
  put(folder, 'a.txt', text);
  put(folder, 'a.txt.annotations.yaml', `argmark: 1\nannotations:\n${entries.map((one) => `  - ${one}\n`).join('')}`);
  const { status, stdout, stderr } = await argmark('reanchor', '--dry-run', '--json', '.');
  assert.deepEqual([status, stderr], [1, '']);
  const places = new Map(jsonLines(stdout)[0].annotations.map((one: { id: string }) => [one.id, one]));
  const spansOf = (id: string) => (places.get(id) as { spans: unknown } | undefined)?.spans;
  assert.deepEqual(spansOf('b5'), [{ start: 14, end: 15 }]);
  assert.deepEqual(spansOf('b4'), []);
});

test('a sidecar that another program changes while it is placed is not written over', async () => {
  const { folder, argmark, read } = workspace();
  // So many that placing and writing them takes a while; the other program swaps the file again and again.
  const many = Array.from({ length: 3000 }, (_, i) => `Sentence ${i} says something.`);
  putAnnotated(folder, 'a.txt', many.join(' '), many);
  put(folder, 'a.txt', added + many.join(' '));
  const mine = read('a.txt.annotations.yaml');
  let swaps = 0;
  const timer = setInterval(() => {
    put(folder, 'other', `${mine}# ${++swaps}\n`);
    renameSync(join(folder, 'other'), join(folder, 'a.txt.annotations.yaml'));
  }, 2);
  const { status, stderr } = await argmark('reanchor', '.');
  clearInterval(timer);
  assert.ok(swaps > 0);
  assert.equal(status, 2);
  assert.match(stderr, /a\.txt\.annotations\.yaml was changed by another program meanwhile/);
  assert.equal(read('a.txt.annotations.yaml'), `${mine}# ${swaps}\n`);
});

test('what is printed is what core places, whatever was done to the text', async () => {
  const { folder, argmark, read } = workspace();
  const pieces = fc.array(fc.constantFrom(...words.map((one) => `${one}. `), 'Filler 🌊 it is. ', 'x', '\n\n'), {
    maxLength: 12,
  });
  const texts = fc.sample(pieces, { numRuns: 40, seed: 7 }).map((parts) => parts.join(''));
  for (const [i, changed] of texts.entries()) {
    putAnnotated(folder, `${i}.txt`, text, words);
    put(folder, `${i}.txt`, changed);
  }
  const { stdout } = await argmark('reanchor', '--dry-run', '--json', '.');
  const lines = jsonLines(stdout);
  assert.equal(lines.length, texts.length);
  for (const { article, annotations } of lines) {
    const changed = read(article);
    const index = indexCodePoints(changed);
    const { set } = readSidecar(read(`${article}.annotations.yaml`));
    const placements = placeAll(set.annotations, changed, index);
    for (const { id, status, spans } of annotations) {
      const placement = placements.get(id);
      assert.equal(status, placement?.status);
      const slices = spans.map(({ start, end }: { start: number; end: number }) =>
        [...changed].slice(start, end).join(''),
      );
      assert.deepEqual(
        slices,
        placement?.spans.map(({ start, end }) => changed.slice(start, end)),
      );
    }
  }
});
