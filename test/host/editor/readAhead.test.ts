/* Which articles are understood before anybody opens them as such, and when: seen on one that tells when its blocks are asked for. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { ActiveArticle, AnnotatedArticle, Articles } from '../../../src/host/articles';
import { readAhead } from '../../../src/host/editor/readAhead';
import { type TestContext, test } from '../harness';
import { until } from './support';

const uriOf = (name: string) => vscode.Uri.from({ scheme: 'memory', path: `/${name}` });

/** Articles of which those whose names begin with “annotated” are; `active` is what a person looks at. */
function scene(t: TestContext, name: string, via: ActiveArticle['via'] = 'text') {
  const changed = new vscode.EventEmitter<ActiveArticle | undefined>();
  const asked: string[] = [];
  const parsed: string[] = [];
  const articles = {
    active: { uri: uriOf(name), via },
    onDidChangeActive: changed.event,
    async at({ path }: vscode.Uri) {
      asked.push(path);
      const article = {
        get blocks() {
          parsed.push(path);
          return [];
        },
      };
      const annotations = path.startsWith('/annotated') ? [{}] : [];
      return { article, sidecar: { set: { annotations } } } as unknown as AnnotatedArticle;
    },
  };
  const go = (next: string) => {
    articles.active = { uri: uriOf(next), via: 'text' };
    changed.fire(articles.active);
  };
  const ahead = readAhead(articles as unknown as Articles);
  t.after(() => ahead.dispose());
  return { asked, parsed, go, ahead };
}

test('an annotated article that is there as text when the extension starts is understood', async (t) => {
  const { parsed } = scene(t, 'annotated');
  await until('it is understood', () => parsed.length === 1);
});

test('text that nobody has annotated is not: it may be long, and be no article', async (t) => {
  const { asked, parsed, go } = scene(t, 'bare');
  await until('it was looked at', () => asked.length === 1);
  go('annotated');
  await until('the next one is understood', () => parsed.length > 0);
  assert.deepEqual(parsed, ['/annotated']);
});

test('of many that a person goes through it is the one where they stay', async (t) => {
  const inReader = scene(t, 'annotated', 'reader');
  const over = scene(t, 'annotated');
  over.ahead.dispose();
  over.go('annotated');
  const { asked, parsed, go } = scene(t, 'annotated 1');
  go('annotated 2');
  go('annotated 3');
  await until('it is understood', () => parsed.length > 0);
  assert.deepEqual([asked, parsed], [['/annotated 3'], ['/annotated 3']]);
  assert.deepEqual([...inReader.asked, ...over.asked], [], 'not in a reading view, and not when all is over');
});
