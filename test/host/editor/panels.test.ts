import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { outsideUri } from '../../../src/host/editor/links';
import { pageHtml } from '../../../src/host/editor/page';
import { sidecarOf } from '../../../src/host/editor/uris';
import { keepsEarly } from '../../../src/messages/early';
import { test } from '../harness';
import { Page, pages } from './page';
import { first, freshArticle, openReader, quotes, sidecarWith, tabOf, tag, third, until, write } from './support';

test('a gesture is answered where it was made, and told everywhere', async (t) => {
  const {
    pages: [one, two],
    span,
    document,
  } = await pages(t, 2);
  assert.ok(two);
  one.say({ type: 'ready' });
  two.say({ type: 'ready' });
  const gesture = { verb: 'tag', tag: 'claim', spans: [span(first)], id: 'abc234' } as const;
  one.say({ type: 'gesture', number: 7, revision: document.annotated.revision, gesture });
  await until('it is answered', () => one.last('changes'));
  const answer = one.last('changes');
  assert.equal(answer?.gesture, 7);
  assert.equal(answer?.from, one.last('state')?.revision);
  const told = two.last('changes');
  assert.equal(told?.gesture, undefined);
  const { text } = document.annotated.article;
  assert.deepEqual(
    told?.annotations.map(({ id, spans }) => [id, ...spans.map(({ start, end }) => text.slice(start, end))]),
    [['abc234', first]],
  );
  assert.equal(one.heard.filter(({ type }) => type === 'changes').length, 1, 'told once');
  assert.deepEqual(one.performed, [gesture]);
});

test('that an undo is over is told after what it has changed', async (t) => {
  const uri = await freshArticle(t);
  const document = await openReader(uri);
  const page = new Page(document);
  t.after(() => page.reader.dispose());
  page.say({ type: 'ready' });
  const turned = () => page.heard.filter(({ type }) => type === 'turned').length;
  // VS Code may be busy for longer than a page waits for it: then once more.
  for (let turns = 1, isTold = false; !isTold; turns++) {
    assert.ok(turns <= 8, 'it is told before what it has changed');
    const id = await tag(uri, first);
    await until('VS Code knows of it', () => tabOf(uri)?.isDirty);
    const undone = vscode.commands.executeCommand('undo');
    page.say({ type: 'turning', revision: document.annotated.revision });
    await until('it is told', () => turned() === turns);
    isTold = page.heard.at(-1)?.type === 'turned' && page.last('changes')?.removedAnnotations[0] === id;
    await undone;
    await until('it is undone', () => document.annotated.sidecar.set.annotations.length === 0);
  }
  const before = turned();
  page.say({ type: 'turning', revision: document.annotated.revision });
  await until('it is told where there is nothing to undo', () => turned() === before + 1);
});

test('what cannot be done is refused with a reason, and changes nothing', async (t) => {
  const {
    pages: [page],
    document,
  } = await pages(t, 1);
  page.say({ type: 'ready' });
  page.say({
    type: 'gesture',
    number: 1,
    revision: document.annotated.revision,
    gesture: { verb: 'tag', tag: 'claim', spans: [] },
  });
  page.say({
    type: 'gesture',
    number: 2,
    revision: document.annotated.revision,
    gesture: { verb: 'retag', ids: ['nobody'], tag: 'claim' },
  });
  await until('both are answered', () => page.heard.filter(({ type }) => type === 'refused').length === 2);
  assert.equal(page.last('refused')?.gesture, 2);
  assert.deepEqual(page.performed, []);
  assert.equal(document.annotated.dirty, false);
});

test('why a gesture was refused is said by the next page where its own went away meanwhile', async (t) => {
  const {
    pages: [page],
    document,
  } = await pages(t, 1);
  page.say({ type: 'ready' });
  const { revision } = document.annotated;
  const gesture = { verb: 'retag', ids: ['nobody'], tag: 'claim' } as const;
  page.say({ type: 'gesture', number: 1, revision, gesture });
  page.show(false);
  page.show(true);
  page.say({ type: 'ready' });
  await until('it is said', () => page.last('say'));
  assert.match(page.last('say')?.message ?? '', /nobody/);
  assert.equal(page.last('refused'), undefined, 'the new page has made no such gesture');
});

test('a selection made on a text that has changed since is not put on other words', async (t) => {
  const {
    pages: [page],
    document,
    uri,
    span,
  } = await pages(t, 1);
  page.say({ type: 'ready' });
  const gesture = { verb: 'tag', tag: 'claim', spans: [span(first)] } as const;
  const { revision } = document.annotated;
  await write(uri, `Another first line\n${document.annotated.article.text}`);
  await until('the text is followed', () => document.annotated.article.text.startsWith('Another'));
  page.say({ type: 'gesture', number: 1, revision, gesture });
  await until('it is answered', () => page.last('refused'));
  assert.match(page.last('refused')?.message ?? '', /text has just changed/);
  assert.deepEqual(quotes(document.sidecar), []);
  // On the text as it is now it can be done.
  page.say({
    type: 'gesture',
    number: 2,
    revision: document.annotated.revision,
    gesture: { ...gesture, spans: [span(first)] },
  });
  await until('it is done', () => quotes(document.sidecar).length === 1);
  assert.deepEqual(quotes(document.sidecar), [first]);
});

test('a command of the page that fails is told', async (t) => {
  const {
    pages: [page],
  } = await pages(t, 1);
  page.say({ type: 'ready' });
  const { executeCommand } = vscode.commands;
  t.after(() => Object.assign(vscode.commands, { executeCommand }));
  Object.assign(vscode.commands, { executeCommand: () => Promise.reject(new Error('no such list')) });
  page.say({ type: 'ask', what: 'goTo' });
  await until('it is told', () => page.last('say'));
  assert.match(page.last('say')?.message ?? '', /could not be done: no such list/);
  assert.match(page.failures.join(), /no such list/);
});

test('messages that are none are passed over and logged', async (t) => {
  const {
    pages: [page],
    document,
  } = await pages(t, 1);
  page.say({ type: 'ready' });
  const before = page.heard.length;
  for (const odd of [
    { type: 'gesture', number: 1, revision: 1, gesture: { verb: 'explode' } },
    { type: 'run', command: 'workbench.action.quit' },
    {
      type: 'gesture',
      number: 1,
      revision: document.annotated.revision,
      gesture: { verb: 'tag', tag: 'claim', spans: [{ start: -1, end: 'x' }] },
    },
    {},
  ]) {
    page.say(odd);
  }
  page.say('text' as unknown as object);
  assert.equal(page.failures.length, 5);
  assert.equal(page.heard.length, before);
  assert.equal(document.annotated.dirty, false);
});

test('a gesture that comes after the article was closed is refused', async (t) => {
  const {
    pages: [page],
    document,
    span,
  } = await pages(t, 1);
  page.say({ type: 'ready' });
  document.dispose();
  const gesture = { verb: 'tag', tag: 'claim', spans: [span(first)] } as const;
  page.say({ type: 'gesture', number: 1, revision: document.annotated.revision, gesture });
  await until('it is refused', () => page.last('refused'));
  assert.match(page.last('refused')?.message ?? '', /was closed before this could be done/);
});

test('a foreign change is told as what it changed', async (t) => {
  const {
    pages: [page],
    uri,
    document,
  } = await pages(t, 1);
  page.say({ type: 'ready' });
  await write(sidecarOf(uri), sidecarWith({ id: 'abc234', quote: first }, { id: 'def567', quote: third }));
  await until('it is told', () => page.last('changes'));
  await write(sidecarOf(uri), sidecarWith({ id: 'abc234', quote: first, note: 'n' }));
  await until('it is told', () => page.last('changes')?.removedAnnotations.length === 1);
  const changes = page.last('changes');
  assert.deepEqual(
    changes?.annotations.map(({ id, note }) => [id, note]),
    [['abc234', 'n']],
  );
  assert.deepEqual(changes?.removedAnnotations, ['def567']);
  assert.equal(changes?.revision, document.annotated.revision);
});

test('the page lets nothing run but its own script, and holds no word of the article', () => {
  const webview = {
    cspSource: 'https://pages.example',
    asWebviewUri: (uri: vscode.Uri) => uri,
  } as unknown as vscode.Webview;
  const html = pageHtml(webview, vscode.Uri.file('/extension'));
  const policy = /content="([^"]*)"/.exec(html)?.[1] ?? '';
  assert.match(policy, /^default-src 'none'; /);
  assert.doesNotMatch(policy, /unsafe|\*|data:|https?:(?!\/\/pages\.example)/);
  const nonce = /script-src 'nonce-([0-9a-f]{32})'/.exec(policy)?.[1];
  const scripts = [...html.matchAll(/<script ([^>]*)>/g)].map(([, attributes]) => attributes);
  assert.equal(scripts.length, 3);
  assert.ok(scripts.includes('id="words" type="application/json"'), 'data, that is not run');
  assert.ok(scripts.some((attributes) => attributes?.startsWith(`nonce="${nonce}" src="`)));
  const first = html.indexOf(`<script nonce="${nonce}">${keepsEarly}</script>`);
  assert.ok(first > 0 && first < html.indexOf('<link'), 'what keeps messages waits for nothing');
  assert.notEqual(html, pageHtml(webview, vscode.Uri.file('/extension')), 'a new nonce for each page');
});

test('a page that was hidden gets all that it missed, and what was to be shown in it', async (t) => {
  const {
    document,
    pages: [page],
    span,
  } = await pages(t, 1);
  page.say({ type: 'ready' });
  page.show(false);
  const heard = page.heard.length;
  document.perform({ verb: 'tag', tag: 'claim', spans: [span(first)] }, 'ana');
  page.reader.reveal({ span: span(first) }, true);
  assert.equal(page.heard.length, heard, 'a page that is not there is told nothing');
  page.show(true);
  page.say({ type: 'ready' });
  assert.deepEqual(
    page.heard.slice(heard).map(({ type }) => type),
    ['state', 'reveal'],
  );
  assert.equal(page.last('state')?.annotations.length, 1);
});

test('links lead to the web and to mail only', () => {
  for (const href of ['https://example.org/a?b=c#d', 'http://example.org', ' mailto:a@example.org']) {
    assert.ok(outsideUri(href), href);
  }
  for (const href of [
    'javascript:alert(1)',
    'JAVASCRIPT:alert(1)',
    'command:workbench.action.quit',
    'file:///etc/passwd',
    'vscode://x',
    'data:text/html,x',
    '../other.md',
    '#top',
    '',
  ]) {
    assert.equal(outsideUri(href), undefined, href);
  }
});
