/**
 * `npm run l10n`: writes `l10n/bundle.l10n.json`, the sentences of the sources for translators, takes what is not said any more out of the
 * translations, and tells what they lack; with `--check` it only fails where something is stale or missing. `package.nls.json` is written by hand
 * and its translations are held to it in the same way.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fault, generate, isCheck } from './generated';
import { sourceWords } from './sourceWords';
import { faultsOf, type Wanted } from './translations';

const said = saidInSources();
const english = join('l10n', 'bundle.l10n.json');
const bundle = Object.fromEntries(
  [...said.entries.values()]
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ key, message, comment }) => [key, comment === undefined ? message : { message, comment: [comment] }]),
);
write(english, bundle);
holdTranslations('l10n', 'bundle.l10n', said.wanted);

const manifest = JSON.parse(readFileSync('package.nls.json', 'utf8')) as Record<string, string>;
holdTranslations('.', 'package.nls', { texts: new Map(Object.entries(manifest)), many: new Set(), counted: new Set() });

function saidInSources() {
  const entries = new Map<string, { readonly key: string; readonly message: string; readonly comment?: string }>();
  const wanted = { texts: new Map<string, string>(), many: new Set<string>(), counted: new Set<string>() };
  const names = readdirSync('src', { recursive: true, encoding: 'utf8' }).map((name) => name.replaceAll('\\', '/'));
  for (const name of names.filter((one) => /\.tsx?$/.test(one)).sort()) {
    const path = `src/${name}`;
    const words = sourceWords(path, readFileSync(path, 'utf8'));
    for (const { line, sentence } of words.faults) fault(`${path}:${line} ${sentence}.`);
    for (const one of words.said) {
      entries.set(one.key, one);
      wanted.texts.set(one.key, one.message);
      if (one.many) wanted.many.add(one.key);
      if (one.counted) wanted.counted.add(one.key);
    }
  }
  return { entries, wanted };
}

/** Every translation beside the English file of that name. */
function holdTranslations(folder: string, name: string, wanted: Wanted): void {
  const pattern = new RegExp(`^${name.replace('.', '\\.')}\\.([a-z-]+)\\.json$`);
  for (const file of readdirSync(folder)) {
    const language = pattern.exec(file)?.[1];
    if (language === undefined) continue;
    const path = join(folder, file);
    const translated = JSON.parse(readFileSync(path, 'utf8')) as Record<string, string>;
    for (const sentence of faultsOf(translated, wanted, language)) {
      if (isCheck || !sentence.endsWith('not said any more.')) fault(`${path} ${sentence}`);
    }
    const known = (key: string) => wanted.texts.has(key) || wanted.texts.has(key.replace(/#\w+$/, ''));
    const order = [...wanted.texts.keys()].sort();
    const place = (key: string) => order.indexOf(wanted.texts.has(key) ? key : key.replace(/#\w+$/, ''));
    const kept = Object.entries(translated).filter(([key]) => known(key));
    // Those of package.json stay in the order of a person; those of the sources in that of their keys.
    if (folder !== '.') kept.sort(([a], [b]) => place(a) - place(b) || (a < b ? -1 : 1));
    write(path, Object.fromEntries(kept));
  }
}

function write(path: string, value: unknown): void {
  // A list of one stands on one line, as the formatter has it.
  const text = `${JSON.stringify(value, null, 2).replaceAll(/\[\n\s+("(?:[^"\\]|\\.)*")\n\s+\]/g, '[$1]')}\n`;
  generate(path, text, 'Run `npm run l10n`, translate what is missing, and commit it.');
}
