import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { test } from './harness';

function argmark(): vscode.Extension<unknown> {
  const extension = vscode.extensions.getExtension('argmark.argmark');
  assert.ok(extension, 'the extension is not there');
  return extension;
}

test('the extension activates', async () => {
  await argmark().activate();
  assert.equal(argmark().isActive, true);
});

test('every command that package.json declares is registered, and every registered one is declared', async () => {
  await argmark().activate();
  const contributes = argmark().packageJSON.contributes ?? {};
  const declared: string[] = (contributes.commands ?? []).map((one: { command: string }) => one.command);
  // VS Code itself makes commands for views, named after their ids.
  const views = Object.values(contributes.views ?? {}).flat();
  const made = (views as { id: string }[]).map((view) => view.id);
  const registered = (await vscode.commands.getCommands(true)).filter(
    (id) => id.startsWith('argmark.') && !made.some((view) => id.startsWith(`${view}.`)),
  );
  assert.deepEqual(
    declared.filter((id) => !registered.includes(id)),
    [],
    'declared in package.json, and nothing answers to it',
  );
  assert.deepEqual(
    registered.filter((id) => !declared.includes(id)),
    [],
    'registered, and not declared in package.json (an internal one starts with _)',
  );
});
