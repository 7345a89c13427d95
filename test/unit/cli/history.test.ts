/** `reanchor` in a repository: words are followed from the version that they were recorded on, and are looked for only where the differences destroyed them. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { repository } from '../node/repository';
import { builtProgram, jsonLines, runner, sidecarOn } from './program';

const program = builtProgram();

const filler = (n: number) => `Paragraph ${n} says that ${n * 7919} ships came to the harbour.`;
const paragraphs = (...all: readonly string[]) => `${all.join('\n\n')}\n`;
const claim = 'Those who gain from depth should carry its cost.';

interface Line {
  readonly id: string;
  readonly status: string;
  readonly by: string;
  readonly why: string;
  readonly spans: readonly { readonly start: number; readonly end: number }[];
}

/** What `reanchor` says of an article, with the words that stand at its spans. */
async function reanchored(folder: string, article: string) {
  const { stdout, status, stderr } = await runner(program, folder)('reanchor', '--dry-run', '--json', article);
  assert.equal(stderr, '');
  const text = [...readFileSync(`${folder}/${article}`, 'utf8')];
  const lines: readonly Line[] = jsonLines(stdout)[0].annotations;
  return {
    code: status,
    lines: lines.map(({ spans, ...line }) => ({
      ...line,
      words: spans.map(({ start, end }) => text.slice(start, end).join('')),
    })),
  };
}

test('words are followed through what was put in before them and changed beside them', async () => {
  const { folder, commit } = repository();
  const old = paragraphs(filler(1), claim, filler(2));
  commit('a.txt', old);
  commit('a.txt.annotations.yaml', sidecarOn(old, [claim, filler(2)]));
  const [a, b, c] = [filler(8), filler(9), filler(3)];
  for (const text of [
    paragraphs(a, claim, filler(2)),
    paragraphs(a, b, claim, filler(2)),
    paragraphs(a, b, claim, c, filler(2)),
  ])
    commit('a.txt', text);
  const { code, lines } = await reanchored(folder, 'a.txt');
  assert.equal(code, 0);
  assert.deepEqual(
    lines.map(({ status, by, words }) => [status, by, words]),
    [
      ['exact', 'history', [claim]],
      ['exact', 'history', [filler(2)]],
    ],
  );
});

test('what is not committed yet counts as the last change', async () => {
  const { folder, commit, write } = repository();
  const old = paragraphs(filler(1), claim);
  commit('a.txt', old);
  write('a.txt.annotations.yaml', sidecarOn(old, [claim]));
  write('a.txt', paragraphs('Something new 🚢.', claim));
  const { lines } = await reanchored(folder, 'a.txt');
  assert.deepEqual(
    lines.map(({ status, by, words }) => [status, by, words]),
    [['exact', 'history', [claim]]],
  );
});

test('of twins the one that was tagged keeps its annotation, though the other one stands in its old surroundings', async () => {
  const { folder, commit } = repository();
  const old = paragraphs(filler(1), claim, filler(2), filler(3), filler(4));
  commit('a.txt', old);
  commit('a.txt.annotations.yaml', sidecarOn(old, [claim]));
  // What stood around the claim goes elsewhere, together with a copy of it.
  commit('a.txt', paragraphs(filler(5), claim, filler(6), filler(3), filler(4)));
  commit('a.txt', paragraphs(filler(5), claim, filler(6), filler(3), filler(4), filler(1), claim, filler(2)));
  const { lines } = await reanchored(folder, 'a.txt');
  const text = readFileSync(`${folder}/a.txt`, 'utf8');
  assert.equal(lines.length, 1);
  assert.equal(lines[0]?.by, 'history');
  const { stdout } = await runner(program, folder)('reanchor', '--dry-run', '--json', 'a.txt');
  assert.deepEqual(jsonLines(stdout)[0].annotations[0].spans, [
    { start: text.indexOf(claim), end: text.indexOf(claim) + claim.length },
  ]);
});

test('words that have changed are found, and a person is to look; they are not written', async () => {
  const { folder, commit } = repository();
  const old = paragraphs(filler(1), claim, filler(2));
  commit('a.txt', old);
  const sidecar = sidecarOn(old, [claim]);
  commit('a.txt.annotations.yaml', sidecar);
  commit('a.txt', paragraphs(filler(1), claim.replace('carry', 'bear'), filler(2)));
  commit('a.txt', paragraphs(filler(1), claim.replace('carry', 'bear').replace('cost', 'price'), filler(2)));
  const { code, lines } = await reanchored(folder, 'a.txt');
  assert.equal(code, 1);
  assert.deepEqual(
    lines.map(({ status, by, words }) => [status, by, words]),
    [['drifted', 'history', ['Those who gain from depth should bear its price.']]],
  );
  await runner(program, folder)('reanchor', 'a.txt');
  assert.equal(readFileSync(`${folder}/a.txt.annotations.yaml`, 'utf8'), sidecar);
});

test('what was taken out is looked for by its words, and found where it was put back, or nowhere', async () => {
  const { folder, commit } = repository();
  const old = paragraphs(filler(1), claim, filler(2), filler(3), 'Ships are larger than they ever were.', filler(4));
  commit('a.txt', old);
  commit('a.txt.annotations.yaml', sidecarOn(old, [claim, 'Ships are larger than they ever were.']));
  commit('a.txt', paragraphs(filler(1), filler(2), filler(3), filler(4)));
  commit('a.txt', paragraphs(filler(1), filler(2), filler(3), claim, filler(4)));
  const { lines } = await reanchored(folder, 'a.txt');
  assert.deepEqual(
    lines.map(({ by }) => by),
    ['words', 'words'],
  );
  assert.ok(lines[0]?.status === 'orphan' || lines[0]?.words[0] === claim);
  assert.deepEqual([lines[1]?.status, lines[1]?.words], ['orphan', []]);
});

test('a history that no version of fits, and a folder without one, change nothing', async () => {
  const { folder, commit, write } = repository();
  const old = paragraphs(filler(1), claim, filler(2));
  write('a.txt.annotations.yaml', sidecarOn(old, [claim, filler(2)]));
  commit('a.txt', paragraphs(filler(7), filler(1), claim, filler(2)));
  const within = await reanchored(folder, 'a.txt');
  assert.deepEqual(
    within.lines.map(({ by }) => by),
    ['words', 'words'],
  );
  const plain = repository(undefined, false);
  plain.write('a.txt', readFileSync(`${folder}/a.txt`, 'utf8'));
  plain.write('a.txt.annotations.yaml', readFileSync(`${folder}/a.txt.annotations.yaml`, 'utf8'));
  assert.deepEqual(await reanchored(plain.folder, 'a.txt'), within);
});

test('a renamed article is followed, with the line ends and the encoding that its versions have', async () => {
  const { folder, commit, git } = repository();
  const old = paragraphs(filler(1), 'La dépense est très élevée.', filler(2), filler(3));
  commit('old.txt', `\ufeff${old.replaceAll('\n', '\r\n')}`);
  git('mv', 'old.txt', 'new.txt');
  commit('new.txt.annotations.yaml', sidecarOn(old, ['La dépense est très élevée.']));
  commit('new.txt', paragraphs(filler(4), 'La dépense est très élevée.', filler(2), filler(3)));
  const { lines } = await reanchored(folder, 'new.txt');
  assert.deepEqual(
    lines.map(({ by, words }) => [by, words]),
    [['history', ['La dépense est très élevée.']]],
  );
});
