/* What a page is told of its article as it comes and goes: by a panel whose page only listens. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { sidecarBytes } from '../../../src/core/sidecar/sidecarFile';
import { messagesArrived } from '../../../src/host/editor/openingArticle';
import { sidecarOf } from '../../../src/host/editor/uris';
import { type TestContext, test } from '../harness';
import { Page, pages } from './page';
import { first, sidecarWith, third, until, write } from './support';

test('a page is sent the whole state before it says that it is ready, and not again then', async (t) => {
  const {
    document,
    pages: [page],
    span,
  } = await pages(t, 1);
  document.perform({ verb: 'tag', tag: 'claim', spans: [span(first)] }, 'ana');
  page.reader.send({ type: 'reveal', span: span(first), focus: true });
  page.say({ type: 'ready' });
  assert.deepEqual(
    page.heard.map(({ type }) => type),
    ['state', 'changes', 'status', 'reveal'],
  );
  assert.equal(page.last('changes')?.from, page.last('state')?.revision);
});

test('a page that the first state did not reach asks once more, and gets all that there is', async (t) => {
  const {
    document,
    pages: [page],
    span,
  } = await pages(t, 1);
  page.say({ type: 'ready' });
  document.perform({ verb: 'tag', tag: 'claim', spans: [span(first)] }, 'ana');
  const heard = page.heard.length;
  page.say({ type: 'ready' });
  assert.equal(page.heard.length, heard + 1);
  const state = page.last('state');
  assert.equal(state?.annotations.length, 1);
  assert.equal(state?.dirty, true);
});

/** A page of an article with more annotations than are sent with the text: all but `first1` come with the others. */
async function pageOfMany(t: TestContext) {
  const made = await pages(t, 1);
  const [page] = made.pages;
  const many = Array.from({ length: 600 }, (_, i) => ({ id: `n${String(i).padStart(5, '0')}`, quote: third }));
  await write(sidecarOf(made.uri), sidecarWith({ id: 'first1', quote: first }, ...many));
  await until('they are read', () => made.document.annotated.sidecar.set.annotations.length === 601);
  const heard = page.heard.length;
  const built = () => {
    page.show(false);
    page.show(true);
    page.say({ type: 'ready' });
  };
  return { ...made, page, built, since: () => page.heard.slice(heard) };
}

/** A new page of such an article, which does not change while a test looks at it. */
async function quietPage(t: TestContext): Promise<Page> {
  const { document } = await pageOfMany(t);
  const page = new Page(Object.create(document, { onDidChange: { value: () => new vscode.Disposable(() => {}) } }));
  t.after(() => page.reader.dispose());
  return page;
}

test('of very many annotations the first come with the text, and all others before anything is told of them', async (t) => {
  const { built, since, document } = await pageOfMany(t);
  built();
  const state = since().find((message) => message.type === 'state');
  assert.deepEqual(
    state?.annotations.map(({ id }) => id),
    ['first1'],
    'those that stand first',
  );
  document.perform({ verb: 'retag', ids: ['n00599'], tag: 'premise' }, 'ana');
  const told = since().filter((message) => message.type === 'changes');
  assert.deepEqual(
    told.map(({ rest, annotations }) => [rest, annotations.length]),
    [
      [true, 600],
      [undefined, 1],
    ],
  );
});

test('the others follow once the page is there, and are not in the way of its being built', async (t) => {
  const page = await quietPage(t);
  await messagesArrived();
  await messagesArrived();
  assert.deepEqual(
    page.heard.map(({ type }) => type),
    ['state'],
  );
  page.say({ type: 'ready' });
  await until('they have come', () => page.last('changes'));
  assert.deepEqual([page.last('changes')?.rest, page.last('changes')?.annotations.length], [true, 600]);
  assert.equal(page.heard.length, 2);
});

test('a page that goes while the others are on their way gets them once, with the state of the one that is built anew', async (t) => {
  const page = await quietPage(t);
  page.say({ type: 'ready' });
  page.show(false);
  await messagesArrived();
  page.show(true);
  page.say({ type: 'ready' });
  await until('they have come', () => page.last('changes'));
  await messagesArrived();
  assert.deepEqual(
    page.heard.map(({ type }) => type),
    ['state', 'state', 'changes'],
  );
});

test('an annotation that a hidden page is to show is there when the page is told to', async (t) => {
  const { page, since } = await pageOfMany(t);
  page.show(false);
  page.reader.reveal({ id: 'n00599' }, true);
  page.show(true);
  page.say({ type: 'ready' });
  assert.deepEqual(
    since().map(({ type }) => type),
    ['state', 'changes', 'reveal'],
  );
});

test('what a page shows already is not taken from it for a moment: it gets a whole state in one', async (t) => {
  const { page, built, since, document, uri } = await pageOfMany(t);
  built();
  page.say({ type: 'ready', revision: 0 });
  // It asks again before it has any, and has it by the time the answer comes.
  page.say({ type: 'ready' });
  assert.deepEqual(
    since().flatMap((message) => (message.type === 'state' ? message.annotations.length : [])),
    [1, 601, 601],
  );
  await write(uri, `Another first line\n${document.annotated.article.text}`);
  await until('the text is followed', () => page.last('changes')?.article !== undefined);
  const { article, annotations } = page.last('changes') ?? assert.fail();
  assert.equal(article?.text, document.annotated.article.text);
  assert.equal(annotations.length, 601, 'all have moved');
});

test('of annotations that were read again a page is told what is otherwise', async (t) => {
  const { page, document, uri, since } = await pageOfMany(t);
  const text = new TextDecoder().decode(sidecarBytes(document.sidecar));
  await write(sidecarOf(uri), text.replace('id: n00007\n    tag: claim', 'id: n00007\n    tag: premise'));
  await until('the one is told', () =>
    since().some((message) => 'annotations' in message && message.annotations.length > 0),
  );
  assert.deepEqual(
    page.last('changes')?.annotations.map(({ id, tag }) => [id, tag]),
    [['n00007', 'premise']],
  );
});

test('that an article was saved while its page was built is not taken back by what was prepared before', async (t) => {
  const { page, since, document } = await pageOfMany(t);
  page.show(false);
  document.perform({ verb: 'retag', ids: ['first1'], tag: 'premise' }, 'ana');
  page.show(true);
  document.wrote(document.sidecar, sidecarBytes(document.sidecar));
  page.say({ type: 'ready' });
  assert.deepEqual(
    since().map((message) => [message.type, 'dirty' in message && message.dirty]),
    [
      ['state', true],
      ['changes', true],
      ['status', false],
    ],
  );
});

test('a second view of an article begins where the first one is, as long as that was said of the same text', async (t) => {
  const {
    document,
    pages: [page],
    uri,
  } = await pages(t, 1);
  page.say({ type: 'ready' });
  const second = () => {
    const made = new Page(document, undefined, page.reader);
    t.after(() => made.reader.dispose());
    return made.last('state')?.begin;
  };
  assert.equal(second(), undefined, 'nothing is known of it yet');
  page.say({ type: 'selection', revision: document.annotated.revision, spans: [], caret: 30, top: 20 });
  assert.deepEqual(second(), { top: 20, caret: 30 });
  await write(uri, `Another first line\n${document.annotated.article.text}`);
  await until('the text is followed', () => document.annotated.article.text.startsWith('Another'));
  assert.equal(second(), undefined);
});
