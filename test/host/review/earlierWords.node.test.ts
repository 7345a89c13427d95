/** The words that arguments were made on, told by the history of a sidecar in a real repository, when nothing else knows them any more. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import * as vscode from 'vscode';
import { onOtherWords } from '../../../src/core/annotation/wordsThen';
import { sidecarOf } from '../../../src/host/editor/uris';
import { earlierWords } from '../../../src/host/review/earlierWords';
import { closeAll, freshArticle, openReader, quotes, read, rooms, sampleText, tag, until } from '../editor/support';
import { type TestContext, test } from '../harness';
import { reviewOf } from './support';

const claim = 'Those who gain from depth should carry its cost.';
const premise = 'Rents rose by a third in two years.';
const other = 'Deep ports gain 🚢 from trade.';
const now = premise.replace('third', 'quarter');

type Commit = (what: string) => void;

/** A commit of all that is there; `none`: there is no repository. */
function repository(article: vscode.Uri, isThere: boolean): Commit {
  const git = (...args: readonly string[]) => {
    const who = ['-c', 'user.name=ana', '-c', 'user.email=ana@example.org', '-c', 'commit.gpgsign=false'];
    execFileSync('git', [...who, ...args], { cwd: vscode.Uri.joinPath(article, '..').fsPath, stdio: 'pipe' });
  };
  if (!isThere) return () => {};
  git('init', '-q', '-b', 'main');
  return (what) => {
    git('add', '-A');
    git('commit', '-q', '-m', what);
  };
}

/** Edits words of the article in a text editor and saves it, so that they become the recorded ones. */
async function edit(uri: vscode.Uri, words: string, by: string): Promise<void> {
  const editor = await vscode.window.showTextDocument(uri, { preview: false });
  const at = editor.document.getText().indexOf(words);
  const range = new vscode.Range(editor.document.positionAt(at), editor.document.positionAt(at + words.length));
  assert.ok(await editor.edit((one) => one.replace(range, by)));
  await editor.document.save();
}

/** An article with an argument from `premise` to `claim`, whose premise was edited, saved and committed since; no window remembers that. */
async function argued(t: TestContext, { inGit = true } = {}) {
  const { articles } = await rooms();
  const uri = await freshArticle(t);
  const commit = repository(uri, inGit);
  await openReader(uri);
  const ids = { on: await tag(uri, claim), from: await tag(uri, premise, 'premise'), other: await tag(uri, other) };
  await articles.perform(uri, { verb: 'argue', premises: [ids.from], relation: 'supports', target: ids.on });
  await vscode.workspace.save(uri);
  await until('it is saved', async () => (await read(sidecarOf(uri)))?.includes('supports'));
  commit('Argue');
  await edit(uri, premise, now);
  await until('the new words are recorded', async () => (await read(sidecarOf(uri)))?.includes(now));
  commit('Change the words');
  await closeAll();
  // What was known before the last save may linger for a moment.
  await until('the new words are known', async () => {
    const state = await articles.at(uri);
    return state && quotes(state.sidecar).includes(now);
  });
  return { uri, ids, commit };
}

/** A review as after a reload of the window, with a page that is only listened to. */
async function review(t: TestContext, uri: vscode.Uri) {
  const { articles } = await rooms();
  const document = await openReader(uri);
  const text = await read(uri);
  await until('the text is that on disk', () => document.annotated.article.text === text);
  const { page, drift } = reviewOf(t, document, articles);
  await drift.start(await articles.at(uri), 'article');
  return { document, page };
}

test('words that were edited and saved since an argument was made on them are told, with the old ones', async (t) => {
  const { uri, ids } = await argued(t);
  const { document, page } = await review(t, uri);
  const { end, item } = page.last('review') ?? {};
  assert.equal(item, undefined);
  assert.equal(
    end?.sentence,
    'No words have drifted, but one annotation reads otherwise than when an argument was made on it.',
  );
  const [touched, more] = end?.touched ?? [];
  assert.equal(more, undefined);
  assert.deepEqual([touched?.id, touched?.words], [ids.from, now]);
  assert.deepEqual(
    touched?.changes?.filter(({ kind }) => kind !== 'same'),
    [
      { kind: 'gone', text: 'third' },
      { kind: 'new', text: 'quarter' },
    ],
  );
  assert.equal(touched?.sentence, 'The premise of one argument changed.');
  assert.equal(touched?.arguments.length, 1);
  assert.equal(document.annotated.dirty, false);
  page.say({ type: 'review', answer: 'end' });
  await until('it is closed', () => page.last('review')?.end === undefined);
});

test('at the end of a review they stand beside the words that the review was about', async (t) => {
  const { uri, ids, commit } = await argued(t);
  const text = sampleText.replace(premise, now).replace(other, 'Deep ports win 🚢 from trade, some say.');
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  commit('Change the article elsewhere');
  const { page } = await review(t, uri);
  assert.equal(page.last('review')?.item?.id, ids.other);
  page.say({ type: 'review', id: ids.other, answer: 'keep' });
  await until('the review is at its end', () => page.last('review')?.end);
  const { sentence, touched } = page.last('review')?.end ?? assert.fail();
  assert.equal(sentence, 'Review done: 1 kept as it is.');
  assert.deepEqual(
    touched.map(({ id }) => id),
    [ids.from],
  );
});

test('without a repository, and once the argument was looked at again, nothing is told', async (t) => {
  const alone = await argued(t, { inGit: false });
  const { page } = await review(t, alone.uri);
  assert.equal(page.last('review'), undefined);

  const { uri, commit } = await argued(t);
  const { articles } = await rooms();
  await openReader(uri);
  const argument = (await articles.at(uri))?.sidecar.set.arguments[0]?.id ?? '';
  await articles.perform(uri, { verb: 'write', ids: [argument], field: 'note', value: 'Holds all the same.' });
  await vscode.workspace.save(uri);
  commit('Look at it again');
  const again = await review(t, uri);
  assert.equal(again.page.last('review'), undefined);
});

test('a history that takes too long is not waited for, and that is known', async (t) => {
  const { uri } = await argued(t);
  const { articles } = await rooms();
  const state = (await articles.at(uri)) ?? assert.fail();
  const { byArticle, left } = await earlierWords([uri], articles);
  const then = byArticle.get(uri.toString());
  assert.equal(left, 0);
  assert.equal(onOtherWords(state.sidecar.set, state.article.text, then ?? new Map())[0]?.was, premise);
  const hurried = await earlierWords([uri, uri, uri], articles, 0);
  assert.equal(hurried.left, 3);
  assert.equal(hurried.byArticle.size, 0);
});
