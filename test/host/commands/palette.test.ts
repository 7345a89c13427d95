/** What the Command Palette offers: each verb where it can be done, and only there. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { ContextKeys } from '../../../src/host/commands/contextKeys';
import { sidecarOf } from '../../../src/host/editor/uris';
import { freshArticle, openReader, rooms, tag, until, write } from '../editor/support';
import { type TestContext, test } from '../harness';

const claim = 'Those who gain from depth should carry its cost.';
const premise = 'Rents rose by a third in two years.';

const reading = [
  ...['copyQuote', 'goBack', 'goForward', 'goToHeading', 'resetZoom', 'zoomIn', 'zoomOut'],
  'attachAnnotations',
  'createCodebook',
  'findAnnotationsOfTag',
  'findInArticle',
  'growSelection',
  'openAsText',
  'printArticle',
  'reviewDrift',
  'showKeys',
  'shrinkSelection',
  'toggleAnnouncements',
];
const tagging = ['Claim', 'Premise', 'Evidence', 'MajorClaim', 'Assumption']
  .map((name) => `tagSelectionAs${name}`)
  .concat('tagSelection', 'repeatTag', 'armTag', 'tagAllHits', 'addUnstatedPremise', 'setArticleAttribute');
const fields = ['editNote', 'editParaphrase', 'setSpeaker', 'setAttribute'];
const annotated = [
  ...[...fields, 'retag', 'deleteAnnotation', 'updatePositions', 'reattach', 'goToAnnotation', 'nextAnnotation'],
  ...['previousAnnotation', 'nextOfTag', 'previousOfTag', 'revealInArticle', 'showHover', 'showDetails', 'pickHere'],
  ...['filterAnnotations', 'groupAnnotations', 'sortAnnotations', 'openSidecar'],
];
const selected = ['changeSpan', 'addFragment'];
const arguing = ['addArgument', 'support', 'attack'];
const argued = ['goToConclusion', 'goToPremise', 'deleteArgument', 'setScheme', 'removePremise'];

/** What the palette lists in the state that the context keys say, in a reading view. */
async function palette(t: TestContext) {
  const { articles } = await rooms();
  const values = new Map<string, unknown>([
    ['activeCustomEditorId', 'argmark.article'],
    ['resourceFilename', 'depth.txt'],
  ]);
  const keys = new ContextKeys(articles, (key, value) => values.set(key, value));
  t.after(() => keys.dispose());
  const { packageJSON } = vscode.extensions.getExtension('argmark.argmark') ?? assert.fail();
  const entries: readonly { readonly command: string; readonly when: string }[] =
    packageJSON.contributes.menus.commandPalette;
  return async (what: string, ...listed: readonly (readonly string[])[]) => {
    const wanted = listed.flat().sort().join(' ');
    const now = () =>
      entries
        .filter(({ when }) => holds(when, values))
        .map(({ command }) => command.replace('argmark.', ''))
        .sort()
        .join(' ');
    await until(what, () => now() === wanted).catch(() => assert.equal(now(), wanted, what));
  };
}

/** The part of VS Code's `when` clauses that the manifest uses. */
function holds(when: string, values: ReadonlyMap<string, unknown>): boolean {
  return when.split(' || ').some((part) =>
    part.split(' && ').every((condition) => {
      const [, not, key = '', operator, operand = ''] = /^(!?)([\w.]+)(?: (==|!=|=~) (.+))?$/.exec(condition) ?? [];
      const value = values.get(key);
      if (operator === '=~') return new RegExp(operand.slice(1, operand.lastIndexOf('/'))).test(String(value));
      if (operator) return (value === operand.replaceAll("'", '')) === (operator === '==');
      return key === 'false' ? false : Boolean(value) !== (not === '!');
    }),
  );
}

test('a first look at the samples is always offered, and nothing else is', () => {
  const { packageJSON } = vscode.extensions.getExtension('argmark.argmark') ?? assert.fail();
  const { commands, menus } = packageJSON.contributes;
  const ids = (entries: readonly { readonly command: string }[]) => entries.map(({ command }) => command);
  const restricted = new Set(ids(menus.commandPalette));
  assert.deepEqual(
    ids(commands).filter((id) => !restricted.has(id)),
    ['argmark.openSampleWorkspace'],
  );
});

test('the palette offers each verb where it can be done, and only there', async (t) => {
  const offers = await palette(t);
  const { articles } = await rooms();
  const uri = await freshArticle(t);
  await openReader(uri);
  await offers('an article without annotations', reading, tagging);
  const first = await tag(uri, claim);
  await offers('one annotation', reading, tagging, annotated);
  const second = await tag(uri, premise, 'premise');
  await offers('two annotations', reading, tagging, annotated, arguing);
  await articles.perform(uri, { verb: 'argue', premises: [second], relation: 'supports', target: first });
  await offers('an argument', reading, tagging, annotated, arguing, argued);
  await articles.reveal(uri, { id: second }, { focus: true });
  await vscode.commands.executeCommand('argmark.growSelection');
  await offers('a selection', reading, tagging, annotated, arguing, argued, selected);
});

test('where nothing can be written, nothing that writes is offered', async (t) => {
  const offers = await palette(t);
  const uri = await freshArticle(t);
  await write(sidecarOf(uri), 'argmark: 2\n');
  await openReader(uri);
  await offers('a newer format', reading, ['openSidecar']);
  await write(sidecarOf(uri), 'argmark: 1\n<<<<<<< a\nlinks: []\n=======\narguments: []\n>>>>>>> b\n');
  await offers('a conflict', reading, ['openSidecar', 'resolveById']);
});

test('the steps of the walkthrough are done by what is added here, not by what an article has already', async (t) => {
  const { articles } = await rooms();
  const uri = await freshArticle(t);
  await openReader(uri);
  const first = await tag(uri, claim);
  const told = new Map<string, boolean>();
  const keys = new ContextKeys(articles, (key, value) => told.set(key, value));
  t.after(() => keys.dispose());
  await until('the annotation is known', () => told.get('argmark.hasAnnotations'));
  assert.equal(told.get('argmark.hasTagged'), undefined);
  const second = await tag(uri, premise, 'premise');
  await until('something was tagged', () => told.get('argmark.hasTagged'));
  assert.equal(told.get('argmark.hasArgued'), undefined);
  await articles.perform(uri, { verb: 'argue', premises: [second], relation: 'supports', target: first });
  await until('something was argued', () => told.get('argmark.hasArgued'));
  await articles.perform(uri, { verb: 'remove', ids: [first, second] });
  await until('all is gone', () => told.get('argmark.hasAnnotations') === false);
  assert.equal(told.get('argmark.hasTagged'), true);
});
