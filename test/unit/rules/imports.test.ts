import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { circlesOf, grouped, importGraph } from './circles';
import { forbiddenImports, importsOf } from './imports';

function sources(): ReadonlyMap<string, string> {
  const names = readdirSync('src', { recursive: true, encoding: 'utf8' }).map(
    (name) => `src/${name.replaceAll('\\', '/')}`,
  );
  const paths = names.filter((name) => /\.tsx?$/.test(name));
  return new Map(paths.map((path) => [path, readFileSync(path, 'utf8')]));
}

test('every import of the sources is one that the architecture allows', () => {
  assert.deepEqual(forbiddenImports(sources()), []);
});

test('no files import each other in a circle, and neither do the rooms of core, of the host and of the reading view', () => {
  const graph = importGraph(sources());
  assert.deepEqual(circlesOf(graph), []);
  for (const room of [/^src\/core\/(\w+)\//, /^src\/host\/(\w+)\//, /^src\/webview\/reader\/(\w+)\//])
    assert.deepEqual(circlesOf(grouped(graph, (path) => room.exec(path)?.[1])), []);
});

test('circles of imports are found, those of types and those through folders too', () => {
  const graph = importGraph(
    new Map([
      ['src/core/a/one.ts', "import { two } from './two';"],
      ['src/core/a/two.ts', "import type { Three } from '../b/three';"],
      ['src/core/b/three.tsx', "export { one } from '../a/one';"],
      ['src/core/b/four.ts', "import { five } from '../c/five';\nimport { three } from './three';"],
      ['src/core/c/five.ts', "import { six } from './six';"],
      ['src/core/c/six.ts', "// import { four } from '../b/four';"],
      ['src/core/c/seven.ts', "const late = import('../b/four');"],
    ]),
  );
  assert.deepEqual(circlesOf(graph), [['src/core/a/one.ts', 'src/core/a/two.ts', 'src/core/b/three.tsx']]);
  const folders = grouped(graph, (path) => path.split('/')[2]);
  assert.deepEqual(circlesOf(folders), [['a', 'b', 'c']]);
});

test('forbidden imports are found, with file, line and reason', () => {
  const bad: [path: string, text: string, expected: RegExp][] = [
    [
      'src/core/a.ts',
      "import * as vscode from 'vscode';",
      /^src\/core\/a\.ts:1: core must not import vscode, because core is the domain/,
    ],
    ['src/core/a.ts', "\n\nimport { readFile } from 'node:fs';", /^src\/core\/a\.ts:3: core must not import node:fs/],
    ['src/core/a.ts', "import { x } from '../host/b';", /core must not import host/],
    ['src/core/a.ts', "export { x } from '../webview/b';", /core must not import webview/],
    ['src/core/a/b.ts', "const late = import('../../host/b');", /core must not import host/],
    ['src/core/a.ts', "import { x } from '../../test/b';", /outside of src/],
    ['src/core/a.ts', "import { \n  x, \n } from '../messages';", /core must not import messages/],
    ['src/messages.ts', "import { place } from './core/anchor/place';", /not place/],
    ['src/messages.ts', "import './core/anchor/place';", /not a whole module/],
    ['src/host/editor/a.ts', "import { join } from 'node:path';", /host must not import node:path/],
    ['src/host/a.ts', "import { draw } from '../webview/draw';", /host must not import webview/],
    ['src/webview/reader/a.ts', "import { Uri } from 'vscode';", /webview must not import vscode/],
    ['src/webview/reader/a.ts', "import '../../host/a';", /webview must not import host/],
    ['src/cli/main.ts', "import { Uri } from 'vscode';", /cli must not import vscode/],
    ['src/cli/main.ts', "import { files } from '../host/files';", /cli must not import host/],
    ['src/node/git.ts', "import { run } from '../cli/run';", /node must not import cli/],
    ['src/host/editor/a.ts', "import { git } from '../../node/git';", /host must not import node /],
    ['src/extension.ts', "import { read } from './core/read';", /extension must not import core/],
    ['src/messages.ts', "import { z } from 'zod';", /must import zod as a namespace .* forty languages/],
    ['src/helpers/a.ts', '', /in no room/],
  ];
  for (const [path, text, expected] of bad) {
    const found = forbiddenImports(new Map([[path, text]]));
    assert.equal(found.length, 1, `${path}: ${text}`);
    assert.match(found[0] ?? '', expected);
  }
});

test('allowed imports are let through', () => {
  const good = new Map([
    ['src/core/codebook.ts', "export const kinds = ['a', 'b'] as const;"],
    ['src/core/a.ts', "import { parse } from 'yaml';\nimport type { Uri } from 'vscode';\nimport { b } from './b/c';"],
    [
      'src/messages.ts',
      "import * as z from 'zod';\nimport type { A } from './core/a';\nimport { type K, kinds } from './core/codebook';",
    ],
    ['src/host/platform.node.ts', "import { join } from 'node:path';\nimport { git } from '../node/git';"],
    [
      'src/host/a.ts',
      "import * as vscode from 'vscode';\nimport { platform } from '#platform';\nimport { m } from '../messages';",
    ],
    [
      'src/webview/reader/main.ts',
      "import { describe } from '../../core/annotation/describe';\n// import 'vscode'\n/* import 'vscode' */",
    ],
    [
      'src/cli/main.ts',
      "import { parseArgs } from 'node:util';\nimport { read } from '../core/read';\nimport { git } from '../node/git';",
    ],
    ['src/extension.ts', "import type * as vscode from 'vscode';\nimport { open } from './host/editor/open';"],
  ]);
  assert.deepEqual(forbiddenImports(good), []);
});

test('an import is read with its names', () => {
  assert.deepEqual(importsOf("import a, { type B, c as d } from './x';"), [
    { from: './x', line: 1, typeOnly: false, values: ['c'] },
  ]);
  assert.deepEqual(importsOf("import { type B } from './x';"), [{ from: './x', line: 1, typeOnly: true, values: [] }]);
  assert.deepEqual(importsOf("import * as x from './x';"), [{ from: './x', line: 1, typeOnly: false, values: [] }]);
});
