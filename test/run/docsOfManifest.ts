/** What package.json declares as tables: commands with where and when they are offered, keys of the workbench, settings. */
import { readFileSync } from 'node:fs';
import { code, listed, table } from './docsTable';

interface Manifest {
  readonly contributes: {
    readonly commands: readonly { readonly command: string; readonly title: string }[];
    readonly menus: Readonly<Record<string, readonly { readonly command?: string; readonly when?: string }[]>>;
    readonly keybindings: readonly Keybinding[];
    readonly configuration: readonly {
      readonly title: string;
      readonly properties: Readonly<Record<string, Setting>>;
    }[];
  };
}

interface Keybinding {
  readonly command: string;
  readonly key: string;
  readonly mac?: string;
  readonly when: string;
  readonly args?: { readonly commands?: readonly string[] };
}

interface Setting {
  readonly default: unknown;
  readonly enum?: readonly string[];
  readonly description?: string;
  readonly markdownDescription?: string;
}

const { contributes }: Manifest = JSON.parse(readFileSync('package.json', 'utf8'));
const words: Readonly<Record<string, string>> = JSON.parse(readFileSync('package.nls.json', 'utf8'));
const said = (text = '') => (text.startsWith('%') ? words[text.slice(1, -1)] : text) ?? '';

/** What the conditions of menus and keys mean to a person. */
const conditions: Readonly<Record<string, string>> = {
  false: '',
  'argmark.tag.claim': 'the codebook has the tag',
  'argmark.tag.premise': 'the codebook has the tag',
  'argmark.tag.evidence': 'the codebook has the tag',
  'argmark.tag.majorClaim': 'the codebook has the tag',
  'argmark.tag.assumption': 'the codebook has the tag',
  'argmark.canWrite': 'annotations can be written',
  'argmark.canArgue': 'there are two annotations',
  'argmark.hasArticle': 'an article is open',
  'argmark.hasAnnotations': 'there are annotations',
  'argmark.hasArguments': 'there are arguments',
  'argmark.hasSelection': 'words are selected',
  'argmark.hasSidecar': 'there is an annotations file',
  'argmark.hasCodebook': 'there is a codebook',
  'argmark.inConflict': 'the annotations file is in conflict',
  'argmark.filtered': 'there is a filter',
  "activeCustomEditorId == 'argmark.article'": 'in the reading view',
  "activeCustomEditorId != 'argmark.article'": 'outside of the reading view',
  'workspaceFolderCount != 0': 'a folder is open',
  'resourceFilename =~ /\\.annotations\\.yaml$/': 'an annotations file is in front',
  "focusedView == 'argmark.annotations'": 'in the tree of annotations',
};

/** Conditions that only say that no field or other list has the focus. */
const passed = /^(!?(listFocus|inputFocus|listMultiSelection)|!\w+Focus)$/;

const menuNames: Readonly<Record<string, string>> = {
  'explorer/context': 'explorer',
  'editor/title': 'title bar of the editor',
  'editor/title/context': 'tab',
  'argmark.textEditor': 'text editor',
  'webview/context': 'reading view',
  'view/title': 'title of the view',
  'view/item/context': 'row',
};

function inWords(when: string): string {
  const parts = when.split(' || ').map((part) => {
    const meant = part.split(' && ').flatMap((one) => {
      if (passed.test(one)) return [];
      const sentence = conditions[one];
      if (sentence === undefined) throw new Error(`Say in test/run/docsOfManifest.ts what "${one}" means to a person.`);
      return sentence === '' ? [] : [sentence];
    });
    return listed([...new Set(meant)]);
  });
  return listed(parts, 'or');
}

/** What the palette calls a command, without its category. */
export const commandTitle = (id: string): string =>
  said(contributes.commands.find(({ command }) => command === id)?.title);

export function commandTables(): string {
  const { commandPalette = [], ...others } = contributes.menus;
  const rows = contributes.commands.map(({ command, title }) => {
    const when = commandPalette.find((item) => item.command === command)?.when;
    const places = Object.entries(others).flatMap(([menu, items]) =>
      items.some((item) => item.command === command) ? [menuName(menu)] : [],
    );
    return [
      said(title),
      code(command),
      when === undefined ? 'always' : when === 'false' ? 'not in the palette' : inWords(when),
      places.join(', '),
      keysOf(command).join(', '),
    ];
  });
  return table(['command', 'id', 'in the palette when', 'also in the menu of', 'key'], rows);
}

function menuName(menu: string): string {
  const name = menuNames[menu];
  if (name === undefined) throw new Error(`Say in test/run/docsOfManifest.ts what people call the menu "${menu}".`);
  return name;
}

const ranBy = ({ command, args }: Keybinding) => args?.commands?.find((one) => one.startsWith('argmark.')) ?? command;

const keysOf = (command: string) => [
  ...new Set(contributes.keybindings.filter((one) => ranBy(one) === command).map(({ key }) => code(keyName(key)))),
];

/** As people write keys: `Ctrl+K Ctrl+I`. */
const keyName = (key: string) =>
  key.replaceAll(/(^|[+ ])(\w)/g, (_, before: string, letter: string) => before + letter.toUpperCase());

export function keybindingTable(): string {
  const rows = new Map<string, readonly string[]>();
  for (const one of contributes.keybindings) {
    const command = ranBy(one);
    const title = said(contributes.commands.find((known) => known.command === command)?.title);
    const row = [code(keyName(one.key)), one.mac ? code(keyName(one.mac)) : '', title, inWords(one.when)];
    rows.set(row.join('|'), row);
  }
  return table(['key', 'on a Mac', 'command', 'where'], [...rows.values()]);
}

export function settingTable(): string {
  const rows = contributes.configuration.flatMap(({ title, properties }) =>
    Object.entries(properties).map(([id, setting]) => [
      said(title),
      code(id),
      said(setting.markdownDescription ?? setting.description),
      (setting.enum ?? []).map((value) => code(value)).join(', '),
      code(JSON.stringify(setting.default)),
    ]),
  );
  return table(['group', 'setting', 'what it is', 'values', 'default'], rows);
}
