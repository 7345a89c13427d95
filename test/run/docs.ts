/**
 * `npm run docs`: writes the parts of `docs/` that the sources know better than a person: tables of commands, keys, settings and files, each
 * between two marks; with `--check` it only fails where they are stale.
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { commandLineHelp } from './docsOfCommandLine';
import { commandTables, keybindingTable, settingTable } from './docsOfManifest';
import { pointerTable, readingKeyTable } from './docsOfReader';
import { codebookTables, sidecarTables } from './docsOfSchemas';
import { fault, generate, textOf } from './generated';

const folder = 'docs';

const parts: Readonly<Record<string, () => string>> = {
  commands: commandTables,
  keybindings: keybindingTable,
  settings: settingTable,
  'reading-keys': readingKeyTable,
  pointer: pointerTable,
  sidecar: sidecarTables,
  codebook: codebookTables,
  'command-line': commandLineHelp,
};
const used = new Set<string>();

/** A part of a page: everything between the mark that begins it and the one that ends it. */
const marked = /(<!-- begin ([\w-]+):[^>]*-->\n)[\s\S]*?(\n<!-- end \2 -->)/g;

for (const name of readdirSync(folder).filter((one) => one.endsWith('.md'))) {
  const path = join(folder, name);
  const text = (textOf(path) ?? '').replace(marked, (_, begin: string, part: string, end: string) => {
    const make = parts[part];
    if (!make) throw new Error(`${path}: there is no part "${part}".`);
    used.add(part);
    return `${begin}\n${make().trim()}\n${end}`;
  });
  generate(path, text, 'Run `npm run docs` and commit it.');
}
for (const part of Object.keys(parts)) if (!used.has(part)) fault(`No page of ${folder} has the part "${part}".`);
