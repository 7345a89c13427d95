import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { readerActions } from '../../../src/messages';

/** The parts of package.json that name commands. */
interface Manifest {
  readonly contributes: {
    readonly commands: readonly { readonly command: string; readonly title: string; readonly category?: string }[];
    readonly menus: Readonly<Record<string, readonly { readonly command?: string }[]>>;
    readonly keybindings?: readonly { readonly command: string }[];
    readonly viewsWelcome?: readonly { readonly contents: string }[];
  };
}

const source = readFileSync('package.json', 'utf8');
const words: Readonly<Record<string, string>> = JSON.parse(readFileSync('package.nls.json', 'utf8'));
const manifest: Manifest = JSON.parse(source);
const declared = manifest.contributes.commands.map((one) => one.command);

/** The ids that the tables of src/host/commands give a handler to. */
function handled(): string[] {
  const sources = readdirSync('src/host/commands').map((name) => readFileSync(`src/host/commands/${name}`, 'utf8'));
  return sources.flatMap((source) =>
    [...source.matchAll(/^\s+'(_?argmark\.\w+)'(?::|\()/gm)].map((match) => match[1] ?? ''),
  );
}

test('every command that package.json declares has a handler, and every handler is declared or starts with _', () => {
  const ids = handled();
  assert.deepEqual(
    declared.filter((id) => !ids.includes(id)),
    [],
    'declared in package.json, with no handler in src/host/commands',
  );
  assert.deepEqual(
    ids.filter((id) => !id.startsWith('_') && !declared.includes(id)),
    [],
    'handled in src/host/commands, and not declared in package.json (an internal command starts with _)',
  );
});

test('no command is declared or handled twice', () => {
  for (const ids of [declared, handled()]) {
    assert.deepEqual(
      ids.filter((id, index) => ids.indexOf(id) !== index),
      [],
    );
  }
});

test('every command stands under "Argmark" in the palette and begins with a capital letter', () => {
  for (const { command, title, category } of manifest.contributes.commands) {
    assert.equal(category, 'Argmark', command);
    assert.match(words[title.slice(1, -1)] ?? title, /^[A-Z]/, command);
  }
});

test('menus, keys and welcome views name only commands that there are', () => {
  const { menus, keybindings = [], viewsWelcome = [] } = manifest.contributes;
  const named = [
    ...Object.values(menus).flatMap((items) => items.map((item) => item.command)),
    ...keybindings.map((key) => key.command),
    ...viewsWelcome.flatMap(({ contents }) => [...contents.matchAll(/\(command:([\w.]+)/g)].map((match) => match[1])),
  ];
  const known = [...declared, ...handled()];
  assert.deepEqual(
    named.filter((id) => id?.includes('argmark.') && !known.includes(id)),
    [],
  );
});

test('every text that package.json leaves to package.nls.json is there, and no other', () => {
  const used = [...new Set([...source.matchAll(/"%([\w.]+)%"/g)].map((match) => match[1] ?? ''))];
  assert.deepEqual(used.sort(), Object.keys(words).sort());
});

test('every file that package.json points to is there', () => {
  const text = JSON.stringify(manifest.contributes);
  const paths = [...text.matchAll(/"((?:\.\/)?(?:media|schemas)\/[\w./-]+)"/g)].map((match) => match[1] ?? '');
  assert.deepEqual(
    paths.filter((path) => !existsSync(path)),
    [],
  );
});

test('every action of the reading view has a command that does it', () => {
  const sources = readdirSync('src/host/commands').map((name) => readFileSync(`src/host/commands/${name}`, 'utf8'));
  const sent = new Set(
    sources.flatMap((one) => [...one.matchAll(/articles\.act\(([^)]*)\)/g)].map((match) => match[1])),
  );
  const words = [...sent].join(' ');
  // These are done by the host itself, whoever shows the article.
  const hosted = new Set(['tagByList', 'addUnstated', 'respan', 'addFragment', 'remove', 'goTo']);
  assert.deepEqual(
    readerActions.filter((action) => !hosted.has(action) && !words.includes(`'${action}'`)),
    [],
  );
});
