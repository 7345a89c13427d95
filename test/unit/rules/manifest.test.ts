import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { test } from 'node:test';
import { sampleArticles } from '../../../src/host/commands/sampleArticles';
import { readerActions } from '../../../src/messages/readerActions';

/** The parts of package.json that name commands. */
interface Manifest {
  readonly activationEvents: readonly string[];
  readonly contributes: {
    readonly commands: readonly { readonly command: string; readonly title: string; readonly category?: string }[];
    readonly menus: Readonly<Record<string, readonly { readonly command?: string }[]>>;
    readonly keybindings?: readonly { readonly command: string }[];
    readonly views: Readonly<Record<string, readonly { readonly id: string }[]>>;
    readonly viewsWelcome: readonly { readonly contents: string }[];
    readonly walkthroughs: readonly { readonly steps: readonly Step[] }[];
    readonly configuration: readonly { readonly properties: Readonly<Record<string, Setting>> }[];
  };
}

interface Step {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly media: { readonly image: Readonly<Record<string, string>>; readonly altText: string };
  readonly completionEvents: readonly string[];
}

interface Setting {
  readonly default: unknown;
  readonly order: number;
  readonly scope: string;
  readonly description?: string;
  readonly markdownDescription?: string;
  readonly additionalProperties?: { readonly pattern?: string };
}

const source = readFileSync('package.json', 'utf8');
const words: Readonly<Record<string, string>> = JSON.parse(readFileSync('package.nls.json', 'utf8'));
const manifest: Manifest = JSON.parse(source);
const said = (text: string) => (text.startsWith('%') ? words[text.slice(1, -1)] : text) ?? '';
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

test('menus, keys, welcome views and the walkthrough name only commands that there are', () => {
  const { menus, keybindings = [], views, viewsWelcome, walkthroughs } = manifest.contributes;
  const steps = walkthroughs.flatMap((one) => one.steps);
  const texts = [...viewsWelcome.map(({ contents }) => contents), ...steps.map(({ description }) => description)];
  const named = [
    ...Object.values(menus).flatMap((items) => items.map((item) => item.command)),
    ...keybindings.map((key) => key.command),
    ...texts.flatMap((text) => [...said(text).matchAll(/\(command:([\w.]+)/g)].map((match) => match[1])),
    ...steps.flatMap((step) => step.completionEvents.map((event) => /^onCommand:(.+)/.exec(event)?.[1])),
  ];
  assert.ok(named.includes('argmark.openSampleWorkspace'));
  const focus = Object.values(views).flatMap((list) => list.map(({ id }) => `${id}.focus`));
  const known = [...declared, ...handled(), ...focus];
  assert.deepEqual(
    named.filter((id) => id?.includes('argmark.') && !known.includes(id)),
    [],
  );
});

test('every step of the walkthrough has words, a small picture for each kind of theme, and an event that completes it', () => {
  const steps = manifest.contributes.walkthroughs.flatMap((one) => one.steps);
  assert.deepEqual(
    steps.map(({ id }) => id),
    ['open', 'tag', 'argue', 'look', 'share'],
  );
  const contextKeys = readFileSync('src/host/commands/contextKeys.ts', 'utf8');
  for (const { id, title, description, media, completionEvents } of steps) {
    for (const text of [title, description, media.altText]) assert.notEqual(said(text), '', id);
    assert.deepEqual(Object.keys(media.image).sort(), ['dark', 'hc', 'hcLight', 'light'], id);
    for (const file of Object.values(media.image)) assert.ok(statSync(file).size < 120_000, file);
    assert.ok(completionEvents.length > 0, id);
    for (const [, key = ''] of completionEvents.map((event) => /^onContext:(argmark\.\w+)$/.exec(event) ?? [])) {
      assert.ok(key === '' || contextKeys.includes(`'${key}'`), `${id}: nothing sets ${key}`);
    }
  }
});

test('every setting stands in a group, with an order, a default and a sentence', () => {
  for (const { properties } of manifest.contributes.configuration) {
    const settings = Object.entries(properties);
    assert.deepEqual(
      settings.map(([, { order }]) => order).sort(),
      settings.map((_, at) => at + 1),
    );
    for (const [id, { default: value, scope, description, markdownDescription }] of settings) {
      assert.match(said(markdownDescription ?? description ?? ''), /^[A-Z].*\.$/, id);
      assert.ok(value !== undefined && scope, id);
    }
  }
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
  const hosted = new Set([
    'tagByList',
    'addUnstated',
    'respan',
    'addFragment',
    'remove',
    'goTo',
    'goToHeading',
    'goToConclusion',
    'goToPremise',
    'copyQuote',
    'toggleAnnouncements',
  ]);
  assert.deepEqual(
    readerActions.filter((action) => !hosted.has(action) && !words.includes(`'${action}'`)),
    [],
  );
});

test('the extension starts for text that may be annotated, in the folder of the samples, and for nothing else', () => {
  assert.deepEqual(manifest.activationEvents, [
    ...['onLanguage:plaintext', 'onLanguage:markdown', 'onLanguage:yaml'],
    `workspaceContains:${sampleArticles[0]}`,
  ]);
});

test('the setting for keys takes each action, a tag given or armed, and nothing, and names all actions', () => {
  const [setting] = manifest.contributes.configuration.flatMap(({ properties }) => properties['argmark.keys'] ?? []);
  const pattern = new RegExp(setting?.additionalProperties?.pattern ?? assert.fail());
  for (const value of [...readerActions, 'tag:claim', 'arm:major-claim', '']) assert.match(value, pattern);
  for (const value of ['claim', 'tag:', 'grow', 'findAll']) assert.doesNotMatch(value, pattern);
  const description = said(setting?.markdownDescription ?? '');
  assert.deepEqual(
    readerActions.filter((action) => !description.includes(`\`${action}\``)),
    [],
  );
});
