import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { indexOf } from '../../../src/core/annotation/model';
import type { ArticleDocument } from '../../../src/host/editor/document';
import { ReviewDrift } from '../../../src/host/review/reviewDrift';
import type { ReviewAnswer } from '../../../src/messages/review';
import { changed, after as newText, before as oldText } from '../../driftedArticle';
import { closeAll, freshArticle, openReader, rooms, tag, until, write } from '../editor/support';
import { type TestContext, test } from '../harness';
import { reviewOf } from './support';

/** An article that was rewritten after it was tagged, open, and a review of it whose page is only listened to. */
async function reviewed(t: TestContext) {
  const { articles } = await rooms();
  const uri = await freshArticle(t, 'depth.txt', oldText);
  await openReader(uri);
  const ids = {
    other: await tag(uri, changed.other.was, 'claim'),
    twice: await tag(uri, changed.twice.was, 'premise'),
    anew: await tag(uri, changed.anew.was, 'premise'),
    gone: await tag(uri, changed.gone.was, 'premise'),
  };
  await articles.perform(uri, { verb: 'argue', premises: [ids.twice], relation: 'supports', target: ids.other });
  await vscode.workspace.save(uri);
  await closeAll();
  await write(uri, newText);
  const document = await openReader(uri);
  // The text of before may linger for a moment.
  const statuses = () => Object.values(ids).map((id) => document.annotated.placements.get(id)?.status);
  await until('the text is the new one', () => `${statuses()}` === 'drifted,drifted,drifted,orphan');
  const { page, drift } = reviewOf(t, document, articles);
  const start = async () => drift.start(await articles.at(uri), 'article');
  let number = 0;
  const gesture = (gesture: object) => {
    page.say({ type: 'gesture', number: ++number, revision: document.annotated.revision, gesture });
  };
  const answer = (given: ReviewAnswer['answer']) => {
    const id = page.last('review')?.item?.id;
    page.say({ type: 'review', answer: given, ...(id !== undefined && { id }) });
  };
  const shows = (id: string) => until(`${id} is shown`, () => page.last('review')?.item?.id === id);
  const span = (words: string) => ({ start: newText.indexOf(words), end: newText.indexOf(words) + words.length });
  const undo = async (what: string, isSo: () => boolean) => {
    await vscode.commands.executeCommand('undo');
    await until(what, isSo);
  };
  return { uri, ids, document, page, start, gesture, answer, shows, span, undo };
}

const quote = (document: ArticleDocument, id: string) =>
  indexOf(document.sidecar.set)
    .annotations.get(id)
    ?.spans.map((span) => span.quote);

test('each answer of a review is one edit, what it comes to is said, and undo leads back to the question', async (t) => {
  const { ids, document, page, start, gesture, answer, shows, span, undo } = await reviewed(t);
  const first = structuredClone(document.sidecar.set);
  await start();
  await shows(ids.other);
  const item = page.last('review')?.item;
  assert.deepEqual([item?.at, item?.of, item?.places.length], [1, 4, 1]);
  assert.equal(item?.touched, 'What one argument supports or attacks changed.');

  gesture({ verb: 'accept', id: ids.other, spans: item?.places[0]?.spans });
  await shows(ids.twice);
  assert.deepEqual(quote(document, ids.other), [changed.other.is]);
  const places = page.last('review')?.item?.places ?? [];
  assert.equal(places.length, 2);
  gesture({ verb: 'accept', id: ids.twice, spans: places[1]?.spans });
  await shows(ids.anew);
  assert.deepEqual(quote(document, ids.twice), [changed.twice.is]);

  gesture({ verb: 'respan', id: ids.anew, spans: [span(changed.anew.is)] });
  await shows(ids.gone);
  assert.deepEqual(quote(document, ids.anew), [changed.anew.is]);
  const kept = structuredClone(document.sidecar.set);
  answer('keep');
  await until('the sum is said', () => page.last('review')?.end);
  const end = page.last('review')?.end;
  assert.equal(end?.sentence, 'Review done: 1 accepted, 1 put on another place, 1 selected anew, 1 kept as it is.');
  assert.deepEqual(
    end?.touched.map(({ id, sentence }) => [id, sentence]),
    [
      [ids.other, 'What one argument supports or attacks changed.'],
      [ids.twice, 'The premise of one argument changed.'],
    ],
  );
  assert.deepEqual(document.sidecar.set, kept, 'to keep an orphan writes nothing');
  for (const { id, spans, ...rest } of first.annotations) {
    const { spans: _, ...now } = indexOf(document.sidecar.set).annotations.get(id) ?? assert.fail(id);
    assert.deepEqual(now, { id, ...rest }, 'all else of it stays');
  }

  await undo('the words are the old ones again', () => quote(document, ids.anew)?.[0] === changed.anew.was);
  await shows(ids.anew);
  await undo('the place is the old one again', () => quote(document, ids.twice)?.[0] === changed.twice.was);
  await shows(ids.twice);
  await undo('nothing is accepted any more', () => quote(document, ids.other)?.[0] === changed.other.was);
  await shows(ids.other);
  assert.deepEqual(document.sidecar.set, first);
});

test('what was kept is not asked again, what was passed over is, and a deleted one is a decision', async (t) => {
  const { ids, page, start, gesture, answer, shows } = await reviewed(t);
  await start();
  await shows(ids.other);
  answer('keep');
  await shows(ids.twice);
  answer('next');
  await shows(ids.anew);
  answer('back');
  await shows(ids.twice);
  answer('back');
  // Who goes back to it wants to decide anew.
  await shows(ids.other);
  answer('keep');
  await shows(ids.twice);
  gesture({ verb: 'remove', ids: [ids.twice] });
  await shows(ids.anew);
  answer('end');
  await until('it is over', () => page.last('review')?.item === undefined);
  assert.equal(page.last('say')?.message, 'Review ended: 1 deleted, 1 kept as it is, 2 not decided.');
  await start();
  await shows(ids.anew);
  assert.deepEqual([page.last('review')?.item?.at, page.last('review')?.item?.of], [1, 2]);
});

test('a page that is built anew shows the review again, and text that is put right takes the question away', async (t) => {
  const { uri, ids, page, start, answer, shows } = await reviewed(t);
  await start();
  await shows(ids.other);
  answer('next');
  await shows(ids.twice);
  const heard = page.heard.filter(({ type }) => type === 'review').length;
  page.say({ type: 'ready' });
  assert.equal(page.heard.filter(({ type }) => type === 'review').length, heard + 1);
  await write(uri, newText.replace(changed.twice.is, changed.twice.was));
  await shows(ids.anew);
  assert.equal(page.last('review')?.item?.of, 3);
});

test('an orphan is attached again to the words that are selected, and undo makes it one again', async (t) => {
  const { articles, registry } = await rooms();
  const { uri, ids, document, span, undo } = await reviewed(t);
  const before = indexOf(document.sidecar.set).annotations.get(ids.gone);
  const words = span('a secret of state');
  await until('the page has told where its caret is', () => articles.selection);
  // What it tells when words are selected in it.
  registry.panel(uri)?.receive({
    ...{ type: 'selection', revision: document.annotated.revision },
    ...{ spans: [words], caret: words.end, top: 0 },
  });
  await until('the selection is known', () => articles.selection?.spans.length === 1);
  await vscode.commands.executeCommand('argmark.reattach', { id: ids.gone });
  assert.deepEqual(quote(document, ids.gone), ['a secret of state']);
  const { spans: _, ...rest } = before ?? assert.fail();
  const { spans, ...now } = indexOf(document.sidecar.set).annotations.get(ids.gone) ?? assert.fail();
  assert.deepEqual(now, rest);
  assert.equal(spans.length, 1);
  await undo('it is an orphan again', () => document.annotated.placements.get(ids.gone)?.status === 'orphan');
});

test('a review of the workspace goes on to the next article, and says in which one it is', async (t) => {
  const { articles } = await rooms();
  const all = [await reviewed(t), await reviewed(t)].sort((a, b) => a.uri.path.localeCompare(b.uri.path));
  const shown: string[] = [];
  const drift = new ReviewDrift({
    articles,
    registry: { panel: (uri) => all.find((one) => one.uri.path === uri.path)?.page.reader },
    editors: { showAsArticle: async (uri) => void shown.push(uri.path) },
  });
  t.after(() => drift.dispose());
  await drift.start(undefined, 'workspace');
  const [first, second] = all;
  assert.ok(first && second);
  for (const id of Object.values(first.ids)) {
    await first.shows(id);
    assert.equal(first.page.last('review')?.item?.article, 'depth.txt');
    first.answer('keep');
  }
  await second.shows(second.ids.other);
  assert.deepEqual([second.page.last('review')?.item?.at, second.page.last('review')?.item?.of], [5, 8]);
  assert.deepEqual(first.page.last('review'), { type: 'review' }, 'it has left the first one');
  assert.deepEqual(shown, [first.uri.path, second.uri.path]);
  second.answer('end');
  await until('it is over', () => second.page.last('say'));
  assert.equal(second.page.last('say')?.message, 'Review ended: 4 kept as they are, 4 not decided.');
});
