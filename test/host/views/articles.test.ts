import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { freshArticle, openReader, rooms, tag, until } from '../editor/support';
import { test } from '../harness';
import { labelOf } from './support';

test('an article is listed, and comes first with its counts once it is annotated', async (t) => {
  const { views } = await rooms();
  const { list } = views;
  const uri = await freshArticle(t, 'zz.txt');
  await vscode.commands.executeCommand('argmark.articles.focus');
  await until('it is listed', async () => (await list.getChildren()).includes(uri.toString()));
  assert.equal(list.getTreeItem(uri.toString()).contextValue, 'article');
  await openReader(uri);
  await tag(uri, 'Deep ports gain 🚢 from trade.');
  await vscode.commands.executeCommand('workbench.action.files.save');
  await until('it is annotated', async () => {
    const keys = await list.getChildren();
    return keys.includes(uri.toString()) && list.getTreeItem(uri.toString()).contextValue === 'article annotated';
  });
  const keys = await list.getChildren();
  const first = keys.findIndex((key) => list.getTreeItem(key).contextValue === 'article');
  assert.ok(keys.indexOf(uri.toString()) < (first < 0 ? keys.length : first), 'annotated ones first');
  const item = list.getTreeItem(uri.toString());
  assert.equal(labelOf(item), 'zz.txt');
  assert.match(String(item.description), /^1 annotation/);
});

test('an article whose ending is in capitals is listed like any other', async (t) => {
  const { views } = await rooms();
  const uri = await freshArticle(t, 'NATO.TXT');
  await until('it is listed', async () => (await views.list.getChildren()).includes(uri.toString()));
});

test('a click opens the article in the reading view', async (t) => {
  const { views, registry } = await rooms();
  const uri = await freshArticle(t);
  await until('it is listed', async () => (await views.list.getChildren()).includes(uri.toString()));
  const { command } = views.list.getTreeItem(uri.toString());
  assert.ok(command);
  await vscode.commands.executeCommand(command.command, ...(command.arguments ?? []));
  await until('it is open', () => registry.panel(uri) !== undefined);
});
