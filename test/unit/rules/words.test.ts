/** Every word that a person sees goes through `l10n`, where it is translated; what does not is listed here, with the reason. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { looksLikeWords, sourceWords } from '../../run/sourceWords';

/** What looks like words for people and is none, or is not ours to translate: by file, and by text where a file has others that count. */
const exceptions: readonly { readonly path: RegExp; readonly text?: RegExp; readonly reason: string }[] = [
  { path: /^src\/cli\//, reason: 'the command line speaks English, as its output is read by programs too' },
  { path: /Schema\.ts$|sidecar\/schema\.ts$/, reason: 'descriptions in the JSON Schemas, which are files' },
  { path: /\/defaultCodebookText\.ts$/, reason: 'goes into a file' },
  {
    path: /^src\/core\/article\/(page\/|byline|dates|markdown|page|sentences)/,
    reason: 'words that articles have, and names of parts',
  },
  {
    path: /\/(relations|furnitureWords)\.ts$/,
    text: /^[a-z ]+$/,
    reason: 'names, which functions beside them put into words',
  },
  { path: /\/core\/sidecar\//, text: /^(argmark:|text|id) ◦/, reason: 'lines of the file, and keys of a merge' },
  { path: /./, text: /^Argmark$/, reason: 'the name' },
  {
    path: /^src\/host\/views\//,
    text: /^(group ◦|folder ◦|article annotated|tag unknown)$/,
    reason: 'names of rows, for menus',
  },
  { path: /\/reader\/main\.ts$/, text: /^The reading view was sent/, reason: 'a line of the log' },
  { path: /\/(decorations|highlightRules)\.ts$/, reason: 'styles' },
  { path: /\/printedPage\.ts$/, text: /--tag/, reason: 'styles' },
  { path: /\/page\.ts$/, text: /nonce|font-src|^</, reason: 'a page and its policy' },
  {
    path: /^src\/webview\//,
    text: /^(Arrow|Page)?(Up|Down|Left|Right|Home|End)$|^Shift\+◦$/,
    reason: 'names of keys, for programs',
  },
  { path: /^src\/webview\//, text: /^(length alone|Aa)$/, reason: 'a class, and a sign' },
];

function sources(): [path: string, text: string][] {
  const names = readdirSync('src', { recursive: true, encoding: 'utf8' }).map((name) => name.replaceAll('\\', '/'));
  const paths = names.filter((name) => /\.tsx?$/.test(name)).map((name) => `src/${name}`);
  return paths.map((path) => [path, readFileSync(path, 'utf8')]);
}

test('no words for people stand outside of l10n', () => {
  const used = new Set<unknown>();
  const found = sources().flatMap(([path, text]) =>
    sourceWords(path, text).outside.flatMap(({ words, line }) => {
      const exception = exceptions.find((one) => one.path.test(path) && (one.text?.test(words) ?? true));
      used.add(exception);
      return exception ? [] : [`${path}:${line}: say “${words}” with l10n.t, so that it can be translated.`];
    }),
  );
  assert.deepEqual(found, []);
  assert.deepEqual(
    exceptions.filter((one) => !used.has(one)).map(({ path, text }) => `${path} ${text ?? ''}`),
    [],
    'exceptions that nothing needs any more',
  );
});

test('every sentence stands where translators and bundles find it', () => {
  const faults = sources().flatMap(([path, text]) =>
    sourceWords(path, text).faults.map(({ line, sentence }) => `${path}:${line} ${sentence}`),
  );
  assert.deepEqual(faults, []);
});

test('words are found where people would see them, and nowhere else', () => {
  const text = `
    import { one } from './A Folder';
    type Said = 'Not a word' | 'Nor This';
    const table = { label: 'Orphans', 'Some Key': 1 };
    function say(kind: string, count: number, log: Log) {
      if (kind === 'Some Kind') log.error('Nothing for people');
      element.className = 'block small';
      element.setAttribute('class', 'two words');
      element.setAttribute('aria-label', 'Overview');
      element.addEventListener('Some Event', () => say('Clicked, then'));
      const markup = html\`<p class="two words" title="\${kind}">Said here \${say('and Here')}</p>\`;
      switch (kind) { case 'Page Up': return \`\${count} premises\`; }
      return <p class="dim empty" title={'No key'} noun={l10n.t('a noun')} onClick={() => say('Now what?')}>None yet. <b>{kind}</b></p>;
    }`;
  assert.deepEqual(
    sourceWords('a.tsx', text).said.map(({ key }) => key),
    ['a noun'],
  );
  assert.deepEqual(
    sourceWords('a.tsx', text).outside.map(({ words, line }) => `${line} ${words}`),
    [
      ...['4 Orphans', '9 Overview', '10 Clicked, then', '11 ◦Said here ◦◦', '12 ◦ premises'],
      ...['13 No key', '13 Now what?', '13 None yet.'],
    ],
  );
});

test('sentences are read with their forms and comments, and those that no bundle can hold are told', () => {
  const text = `
    const early = l10n.t('Too early');
    const late = () => [
      l10n.t('One'), l10n.t({ message: 'Tag', comment: 'verb' }), l10n.plural(3, '{0} day', '{0} days', l10n.t('inner')),
      l10n.t(\`not \${early}\`),
    ];`;
  const { said, outside, faults } = sourceWords('a.ts', text);
  assert.deepEqual(
    said.map(({ key, counted, many }) => [key, counted, many]),
    [
      ['Too early', false, false],
      ['One', false, false],
      ['Tag/verb', false, false],
      ['{0} day', true, false],
      ['{0} days', true, true],
      ['inner', false, false],
    ],
  );
  assert.deepEqual(outside, []);
  assert.deepEqual(
    faults.map(({ line }) => line),
    [2, 5],
  );
});

test('ids, selectors and single small words do not look like words', () => {
  for (const id of ['argmark.tag.teal', 'supports', '$(add) ◦', '◦: ◦', 'aria-label', 'a◦'])
    assert.ok(!looksLikeWords(id), id);
  for (const words of ['Note', 'not found', '◦ premises', '“Read this”', '$(add) Support', 'ab cd'])
    assert.ok(looksLikeWords(words), words);
});

test('package.json says nothing by itself, and package.nls.json nothing that it does not ask for', () => {
  const { contributes, capabilities, description } = JSON.parse(readFileSync('package.json', 'utf8'));
  const strings: string[] = [];
  const walk = (value: unknown, key: string): void => {
    // Conditions, keys, and the category that all commands stand under.
    if (/^(when|key|mac|win|linux)$/.test(key) || value === 'Argmark') return;
    if (typeof value === 'string') strings.push(value);
    else if (typeof value === 'object' && value !== null)
      for (const [name, one] of Object.entries(value)) walk(one, name);
  };
  walk({ contributes, capabilities, description }, '');
  assert.deepEqual(
    strings.filter((text) => !/^%.*%$/.test(text) && looksLikeWords(text)),
    [],
  );
  const asked = new Set(strings.flatMap((text) => /^%(.*)%$/.exec(text)?.[1] ?? []));
  const words = Object.keys(JSON.parse(readFileSync('package.nls.json', 'utf8')));
  assert.deepEqual([...asked].sort(), words.sort());
});
