/** The history of an article in the desktop host, with the built-in git extension and a real repository. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import * as vscode from 'vscode';
import type { Placement } from '../../../src/core/annotation/placement';
import { indexCodePoints } from '../../../src/core/sidecar/codePoints';
import { selectorOf } from '../../../src/core/sidecar/selector';
import { carriedIn } from '../../../src/host/editor/history';
import { sidecarOf } from '../../../src/host/editor/uris';
import { type TestContext, test } from '../harness';
import { freshArticle, openReader, read, rooms, tag, until, write } from './support';

const claim = 'Those who gain from depth should carry its cost.';
const around = ['Ships have doubled in draught since then.', 'Nobody pays for the ground that is moved.'] as const;
const paragraphs = (...all: readonly string[]) => `${all.join('\n\n')}\n`;

const old = paragraphs('One.', around[0], claim, around[1], 'Two.');
/** What stood around the claim went elsewhere, together with a copy of it; the words alone would be found there. */
const now = paragraphs('One.', 'Other words stand here now.', claim, 'And here.', 'Two.', around[0], claim, around[1]);

function sidecarOn(text: string): string {
  const start = text.indexOf(claim);
  const selector = selectorOf(text, { start, end: start + claim.length }, indexCodePoints(text));
  const fields = Object.entries(selector).map(([key, value]) => `        ${key}: ${JSON.stringify(value)}\n`);
  return `argmark: 1\n\nannotations:\n  - id: abc234\n    tag: claim\n    spans:\n      -${fields.join('').slice(7)}`;
}

/** An article in a repository of its own: tagged in its first version, and changed in two more under another name. */
async function withHistory(t: TestContext): Promise<vscode.Uri> {
  const first = await freshArticle(t, 'old.txt', old);
  const git = (...args: readonly string[]) =>
    execFileSync(
      'git',
      ['-c', 'user.name=ana', '-c', 'user.email=ana@example.org', '-c', 'commit.gpgsign=false', ...args],
      {
        cwd: vscode.Uri.joinPath(first, '..').fsPath,
        stdio: 'pipe',
      },
    );
  const commit = () => {
    git('add', '-A');
    git('commit', '-q', '-m', 'Change it');
  };
  git('init', '-q', '-b', 'main');
  commit();
  git('mv', 'old.txt', 'new.txt');
  commit();
  const uri = vscode.Uri.joinPath(first, '..', 'new.txt');
  await write(uri, paragraphs('One.', 'Other words stand here now.', claim, 'And here.', 'Two.'));
  commit();
  await write(sidecarOf(uri), sidecarOn(old));
  await write(uri, now);
  return uri;
}

const original = { start: now.indexOf(claim), end: now.indexOf(claim) + claim.length };

const isOriginal = (placement: Placement | undefined) =>
  placement?.foundBy === 'history' && placement.spans[0]?.start === original.start;

test('the git extension is part of this host', async () => {
  assert.ok(vscode.extensions.getExtension('vscode.git'));
});

test('an article that is opened in the reading view is followed through its history, also after it changed on disk', async (t) => {
  const uri = await withHistory(t);
  const document = await openReader(uri);
  const placement = () => document.annotated.placements.get('abc234');
  await until('the claim is followed', () => isOriginal(placement()));
  assert.deepEqual(placement()?.spans, [original]);
  assert.equal(document.annotated.dirty, false);
  const text = paragraphs('Zero.', now.trimEnd());
  await write(uri, text);
  await until('the text is read again, and the claim followed', () => {
    const { article, placements } = document.annotated;
    const place = placements.get('abc234');
    return article.text === text && place?.foundBy === 'history' && place.spans[0]?.start === text.indexOf(claim);
  });
  assert.equal(await read(sidecarOf(uri)), sidecarOn(old), 'nothing is written by that');
});

test('what was followed stays through tagging, and through edits of the text', async (t) => {
  const uri = await withHistory(t);
  const document = await openReader(uri);
  const placement = () => document.annotated.placements.get('abc234');
  await until('the claim is followed', () => isOriginal(placement()));
  await tag(uri, 'Other words stand here now.');
  assert.ok(isOriginal(placement()));
  const edit = new vscode.WorkspaceEdit();
  edit.insert(uri, new vscode.Position(0, 0), 'Zero. ');
  await vscode.workspace.applyEdit(edit);
  await until('the edit has arrived', () => document.annotated.article.text.startsWith('Zero.'));
  assert.deepEqual(placement()?.spans, [{ start: original.start + 6, end: original.end + 6 }]);
});

test('an article that is not open is followed too, and whoever shows it is told', async (t) => {
  const uri = await withHistory(t);
  const { articles } = await rooms();
  await until('the claim is followed', async () => isOriginal((await articles.at(uri))?.placements.get('abc234')));
});

test('without a history, words are looked for as before', async (t) => {
  const uri = await freshArticle(t, 'new.txt', now);
  await write(sidecarOf(uri), sidecarOn(old));
  const document = await openReader(uri);
  assert.equal((await carriedIn(document.annotated))?.size, 0);
  assert.equal(document.annotated.placements.get('abc234')?.foundBy, undefined);
});
