/**
 * Who may import whom: the rooms of the architecture, read off the import statements of the sources. The rule keeps the
 * domain free of the editor, so that the browser build, the command line and fast tests come without more work.
 */
import { posix } from 'node:path';

/** What a file of a room may import, and what it may not, with the reason that a person is told. */
interface Room {
  /** Rooms whose files it may import. */
  readonly rooms: readonly string[];
  /** Rooms of which it may import types, and the plain data that types are inferred from, alone. */
  readonly types?: readonly string[];
  readonly vscode: boolean;
  readonly node: boolean;
  readonly reason: string;
}

const rooms: Readonly<Record<string, Room>> = {
  core: {
    rooms: ['core'],
    vscode: false,
    node: false,
    reason: 'core is the domain: it runs in the editor, in the browser and on the command line alike',
  },
  messages: {
    rooms: [],
    types: ['core'],
    vscode: false,
    node: false,
    reason: 'messages.ts is loaded by the host and by every webview: it says what things look like and does nothing',
  },
  host: {
    rooms: ['core', 'messages', 'host'],
    vscode: true,
    node: false,
    reason: 'the host also runs in the browser: what differs there goes into platform.node.ts and platform.web.ts',
  },
  node: {
    rooms: ['core', 'node'],
    vscode: false,
    node: true,
    reason: 'the room node is what the command line and the host in Node share',
  },
  webview: {
    rooms: ['core', 'messages', 'webview'],
    vscode: false,
    node: false,
    reason: 'a webview is a page of its own: it knows of the host only what messages bring',
  },
  cli: {
    rooms: ['core', 'node', 'cli'],
    vscode: false,
    node: true,
    reason: 'the command line has the verbs of core and no editor around it',
  },
  extension: {
    rooms: ['host'],
    vscode: true,
    node: false,
    reason: 'extension.ts only puts the rooms of the host together',
  },
};

const nodeDoor = 'src/host/platform.node.ts';

/** One import of a file: what is imported, and by which names (none for a side effect or a dynamic import). */
interface Import {
  readonly from: string;
  readonly line: number;
  readonly typeOnly: boolean;
  /** The names imported as values. */
  readonly values: readonly string[];
}

/**
 * The forbidden imports among `files` (path relative to the checkout, with slashes -> source text), each as one sentence
 * that starts with file and line.
 */
export function forbiddenImports(files: ReadonlyMap<string, string>): string[] {
  const found: string[] = [];
  for (const [path, text] of files) {
    const room = roomOf(path);
    const rule = room === undefined ? undefined : rooms[room];
    if (room === undefined || !rule) {
      found.push(
        `${path}: this file is in no room of the architecture; move it into one of src/${Object.keys(rooms).join(', ')}.`,
      );
      continue;
    }
    for (const one of importsOf(text)) {
      const what = refusal(path, room, rule, one, files);
      const reason = one.from === 'zod' ? 'its words in forty languages would be in the bundle' : rule.reason;
      if (what) found.push(`${path}:${one.line}: ${what}, because ${reason}.`);
    }
  }
  return found;
}

function refusal(
  path: string,
  room: string,
  rule: Room,
  one: Import,
  files: ReadonlyMap<string, string>,
): string | undefined {
  const { from } = one;
  if (from === 'vscode') return rule.vscode || one.typeOnly ? undefined : `${room} must not import vscode`;
  if (from.startsWith('node:')) return rule.node || path === nodeDoor ? undefined : `${room} must not import ${from}`;
  if (from === '#platform')
    return room === 'host' || room === 'extension' ? undefined : `${room} must not import the platform of the host`;
  if (from === 'zod' && !one.typeOnly && one.values.includes('z'))
    return `${room} must import zod as a namespace (import * as z)`;
  if (!from.startsWith('.')) return undefined;
  const target = posix.normalize(posix.join(posix.dirname(path), from)).replace(/\.tsx?$/, '');
  const other = roomOf(target);
  if (other === undefined) return `${room} must not import ${from}, which is outside of src`;
  if (other === room || rule.rooms.includes(other) || (other === 'node' && path === nodeDoor)) return undefined;
  if (!rule.types?.includes(other)) return `${room} must not import ${other} (${from})`;
  if (one.typeOnly) return undefined;
  const source = files.get(`${target}.ts`) ?? '';
  const acting = one.values.filter((name) => !new RegExp(`export const ${name}\\b[^=]*= [\\[{]`).test(source));
  if (acting.length === 0 && one.values.length > 0) return undefined;
  return `${room} may take types and plain data from ${other}, not ${acting.join(', ') || 'a whole module'} (${from})`;
}

function roomOf(path: string): string | undefined {
  return /^src\/([a-zA-Z]+)(?:\/|\.ts$|$)/.exec(path)?.[1];
}

/** The import and export-from statements and the dynamic imports of a source text, comments left out. */
export function importsOf(text: string): Import[] {
  const code = text.replaceAll(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, (comment) => comment.replaceAll(/[^\n]/g, ' '));
  const found: Import[] = [];
  const statement =
    /^[ \t]*(?:import|export)\s+(type\s+)?([^'";]*?)\s*\bfrom\s*['"]([^'"]+)['"]|^[ \t]*import\s*['"]([^'"]+)['"]|\b(?:import|require)\(\s*['"]([^'"]+)['"]/gm;
  for (const match of code.matchAll(statement)) {
    const [, type, clause = '', from, bare, dynamic] = match;
    const line = code.slice(0, match.index + match[0].search(/\S/)).split('\n').length;
    const names = (/\{([^}]*)\}/.exec(clause)?.[1] ?? '').split(',').map((name) => name.trim());
    const values = names
      .filter((name) => name && !name.startsWith('type '))
      .map((name) => name.split(/\s+as\s+/)[0] ?? name);
    const outside = clause.replace(/\{[^}]*\}/, '').replaceAll(/[\s,]/g, '');
    const typeOnly =
      type !== undefined || (from !== undefined && clause.includes('{') && values.length === 0 && outside === '');
    found.push({ from: from ?? bare ?? dynamic ?? '', line, typeOnly, values });
  }
  return found;
}
