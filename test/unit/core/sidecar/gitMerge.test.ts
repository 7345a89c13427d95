/*
 * Real git: two clones that tag different words at once and merge without any driver. Every entry survives; hardly any history has a conflict, and
 * those are put together by id from the marks that git leaves.
 */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { promisify } from 'node:util';
import type { Change } from '../../../../src/core/annotation/edit';
import { freshId } from '../../../../src/core/annotation/ids';
import { type AnnotationSet, type Entry, listOf } from '../../../../src/core/annotation/model';
import { nextInText } from '../../../../src/core/annotation/order';
import type { Placements } from '../../../../src/core/annotation/placement';
import { indexCodePoints } from '../../../../src/core/sidecar/codePoints';
import { hasConflictMarkers, resolveConflictMarkers } from '../../../../src/core/sidecar/conflictMarkers';
import { applyToSidecar } from '../../../../src/core/sidecar/patch';
import { newSidecar, readSidecar, sidecarText } from '../../../../src/core/sidecar/read';
import { selectorOf } from '../../../../src/core/sidecar/selector';
import type { Sidecar } from '../../../../src/core/sidecar/sidecar';
import { randomOf } from './arbitraries';
import { mergeSidecars } from './mergeTexts';

const histories = 100;
const article = Array.from(
  { length: 600 },
  (_, i) => `Sentence number ${i} says something about harbours and tides.`,
).join(' ');
const index = indexCodePoints(article);

let folder = '';
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'argmark-merge-'));
});
after(() => rm(folder, { recursive: true, force: true }));

const run = promisify(execFile);
const git = async (clone: string, ...args: string[]): Promise<string> => {
  const who = [
    '-c',
    'user.name=t',
    '-c',
    'user.email=t@example.org',
    '-c',
    'commit.gpgsign=false',
    '-c',
    'core.autocrlf=false',
  ];
  const env = { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_SYSTEM: '/dev/null' };
  return (await run('git', [...who, ...args], { cwd: join(folder, clone), env, maxBuffer: 2 ** 28 })).stdout;
};
const fileOf = (i: number): string => `article${i}.txt.annotations.yaml`;
const write = (clone: string, i: number, sidecar: Sidecar): Promise<void> =>
  writeFile(join(folder, clone, fileOf(i)), sidecarText(sidecar));

type Random = (below: number) => number;
const below = (seed: number): Random => {
  const random = randomOf(seed);
  for (let i = 0; i < 8; i++) random();
  return (most) => Math.floor(random() * most);
};

function placementsOf(set: AnnotationSet): Placements {
  return new Map(
    set.annotations.map(({ id, spans }) => [
      id,
      {
        status: 'exact',
        score: 1,
        spans: spans.map(({ start = 0, end = 0 }) => ({ start: index.toUnits(start), end: index.toUnits(end) })),
      },
    ]),
  );
}

/** A tag on a random sentence, put in where the editor puts it. */
function tagged(sidecar: Sidecar, random: Random, by: string): Sidecar {
  const start = article.indexOf(`number ${random(600)} `);
  const span = { start, end: start + 30 + random(60) };
  const id = freshId(sidecar.set, () => random(2 ** 30) / 2 ** 30);
  const nextId = nextInText(sidecar.set, placementsOf(sidecar.set), [span]);
  const after = {
    id,
    tag: ['claim', 'premise', 'evidence'][random(3)] ?? '',
    spans: [selectorOf(article, span, index)],
    by,
  };
  return applied(sidecar, { kind: 'annotation', id, after, ...(nextId !== undefined && { nextId }) });
}

function argued(sidecar: Sidecar, random: Random, by: string): Sidecar {
  const { annotations } = sidecar.set;
  const [premise, target] = [annotations[random(annotations.length)], annotations[random(annotations.length)]];
  if (!premise || !target || premise === target) return sidecar;
  const id = freshId(sidecar.set, () => random(2 ** 30) / 2 ** 30);
  return applied(sidecar, { kind: 'argument', id, after: { id, premises: [premise.id], supports: target.id, by } });
}

function noted(sidecar: Sidecar, random: Random, by: string): Sidecar {
  const before = sidecar.set.annotations[random(sidecar.set.annotations.length)];
  if (!before) return sidecar;
  return applied(sidecar, {
    kind: 'annotation',
    id: before.id,
    before,
    after: { ...before, note: `${by} ${random(1000)}` },
  });
}

function applied(sidecar: Sidecar, change: Change): Sidecar {
  const result = applyToSidecar(sidecar, { label: 'Step', changes: [change] });
  assert.equal(result.refusal, undefined);
  return result.sidecar;
}

/** One to three gestures of somebody who works on an article that has been worked on before: half of them tags, the rest notes and arguments. */
function worked(sidecar: Sidecar, random: Random, by: string): Sidecar {
  let result = sidecar;
  for (let gestures = 1 + random(3); gestures > 0; gestures--) {
    const dice = random(10);
    result = dice < 5 ? tagged(result, random, by) : dice < 8 ? noted(result, random, by) : argued(result, random, by);
  }
  return result;
}

function started(random: Random): Sidecar {
  let sidecar = newSidecar({ title: 'Harbours' });
  for (let i = 40 + random(160); i > 0; i--) sidecar = tagged(sidecar, random, 'start');
  for (let i = 10 + random(40); i > 0; i--) sidecar = argued(sidecar, random, 'start');
  return sidecar;
}

const idsOf = ({ set }: Sidecar): string[] =>
  Object.values(listOf).flatMap((list) => (set[list] as readonly Entry[]).map(({ id }) => id));

test('a hundred histories of two clones: nothing is lost, and at least 95 merge without a conflict', async () => {
  const bases = Array.from({ length: histories }, (_, i) => started(below(i + 1)));
  const ours = bases.map((base, i) => worked(base, below(1000 + i), 'ana'));
  const theirs = bases.map((base, i) => worked(base, below(2000 + i), 'ben'));

  await run('git', ['init', '-q', '-b', 'main', join(folder, 'origin')]);
  await Promise.all(bases.map((base, i) => write('origin', i, base)));
  await git('origin', 'add', '.');
  await git('origin', 'commit', '-q', '-m', 'base');
  for (const [clone, sides] of [
    ['ana', ours],
    ['ben', theirs],
  ] as const) {
    await run('git', ['clone', '-q', join(folder, 'origin'), join(folder, clone)]);
    await Promise.all(sides.map((side, i) => write(clone, i, side)));
    await git(clone, 'commit', '-q', '-a', '-m', clone);
  }
  await git('ana', 'fetch', '-q', '../ben', 'main');
  await git('ana', 'merge', '-q', '--no-edit', 'FETCH_HEAD').catch(() => 'conflicts are looked for below');

  const conflicts: number[] = [];
  for (let i = 0; i < histories; i++) {
    let text = await readFile(join(folder, 'ana', fileOf(i)), 'utf8');
    if (hasConflictMarkers(text)) {
      conflicts.push(i);
      assert.equal(readSidecar(text).readOnly, true);
      const sides = resolveConflictMarkers(text);
      assert.ok(sides);
      const base = await git('ana', 'show', `:1:${fileOf(i)}`);
      const merged = mergeSidecars(base, sides.ours, sides.theirs);
      assert.equal(merged.failure, undefined);
      text = merged.text;
    }
    const result = readSidecar(text);
    assert.equal(result.readOnly, false);
    assert.deepEqual(result.problems, []);
    const expected = new Set([ours[i], theirs[i]].flatMap((side) => idsOf(side as Sidecar)));
    assert.deepEqual(new Set(idsOf(result)), expected, `history ${i}`);
  }
  assert.ok(conflicts.length <= histories - 95, `${conflicts.length} conflicts`);
  console.log(`  ${histories - conflicts.length} of ${histories} histories merged without a conflict`);
});

test('tags of both in one gap are a conflict for git, and none by id', async () => {
  const base = ['number 10 ', 'number 90 '].reduce((sidecar, words, i) => {
    const start = article.indexOf(words);
    const id = ['aaaaaa', 'zzzzzz'][i] ?? '';
    return applied(sidecar, {
      kind: 'annotation',
      id,
      after: { id, tag: 'claim', spans: [selectorOf(article, { start, end: start + 40 }, index)] },
    });
  }, newSidecar({}));
  const between = (id: string, words: string): Sidecar => {
    const start = article.indexOf(words);
    const after = { id, tag: 'claim', spans: [selectorOf(article, { start, end: start + 40 }, index)] };
    return applied(base, { kind: 'annotation', id, after, nextId: 'zzzzzz' });
  };
  const [ours, theirs] = [between('nnnnnn', 'number 50 '), between('mmmmmm', 'number 30 ')];
  for (const style of ['merge', 'diff3', 'zdiff3']) {
    const names = ['ours', 'base', 'theirs'].map((name) => `${style}.${name}`);
    await Promise.all(
      [ours, base, theirs].map((sidecar, i) => writeFile(join(folder, names[i] ?? ''), sidecarText(sidecar))),
    );
    const flags = style === 'merge' ? [] : [`--${style}`];
    const merged = await git('.', 'merge-file', '-p', ...flags, ...names).catch(
      (error: { stdout: string }) => error.stdout,
    );
    const sides = resolveConflictMarkers(merged);
    assert.ok(sides, merged);
    assert.equal(sides.base === undefined, style === 'merge');
    const { text, clashes } = mergeSidecars(sides.base, sides.ours, sides.theirs);
    assert.deepEqual(clashes, []);
    assert.deepEqual(
      readSidecar(text).set.annotations.map(({ id }) => id),
      ['aaaaaa', 'mmmmmm', 'nnnnnn', 'zzzzzz'],
    );
  }
});
