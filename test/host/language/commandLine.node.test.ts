/** What the Problems view lists of an article, and what `argmark check` finds in it, is the same. */
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { codebookName } from '../../../src/core/annotation/codebook';
import { sidecarOf } from '../../../src/host/editor/uris';
import { freshArticle, openReader, until, write } from '../editor/support';
import { test } from '../harness';

const sidecar = `argmark: 1
annotations:
  - id: a1
    tag: claim
    spans:
      - quote: "Deep ports gain 🚢 from trade."
    attributes:
      kind: "none of these"
  - id: a2
    tag: nonsense
    spans:
      - quote: "These words stand nowhere in the article at all."
  - id: a1
    tag: premise
    spans:
      - quote: "Rents rose by a third in two years."
  - id: a3
    tag: premise
    spans: "no list"
arguments:
  - id: b1
    premises:
      - a1
      - a1
    supports: gone
  - id: b2
    premises:
      - b1
    attacks: a1
`;
const codebook =
  'argmark-codebook: 1\ntags:\n  claim:\n    colour: mauve\n    attributes:\n      - name: kind\n        type: choice\n        values: ["one"]\n  premise: {}\n';

interface Found {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly severity: string;
  readonly code: string;
  readonly message: string;
}

const severities = ['error', 'warning', 'information'];

/** In the order of lines; two of one place by their words. */
const inOrder = (all: readonly Found[]) =>
  all
    .map(({ line, column, severity, code, message }) => ({ line, column, severity, code, message }))
    .sort((a, b) => a.line - b.line || a.column - b.column || (a.message < b.message ? -1 : 1));

test('the command line finds what the Problems view lists, at the same places and in the same words', async (t) => {
  const uri = await freshArticle(t);
  await write(sidecarOf(uri), sidecar);
  const codebookUri = vscode.Uri.joinPath(uri, '..', codebookName);
  await write(codebookUri, codebook);
  await openReader(uri);
  const listed = (file: vscode.Uri) =>
    inOrder(
      vscode.languages.getDiagnostics(file).map(({ range, severity, code, message }) => ({
        ...{ file: '', line: range.start.line + 1, column: range.start.character + 1, message },
        ...{ severity: severities[severity] ?? '', code: String(code) },
      })),
    );
  await until('the problems are listed', () => listed(sidecarOf(uri)).length > 5 && listed(codebookUri).length > 0);

  const root = vscode.extensions.getExtension('argmark.argmark')?.extensionPath ?? '';
  const folder = mkdtempSync(join(tmpdir(), 'argmark-cli-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const out = join(folder, 'cli.js');
  execFileSync('npx', scripts['build:cli'].replace(/--outfile=\S+/, `--outfile=${out} --log-level=error`).split(' '), {
    cwd: root,
  });
  const { stdout } = spawnSync('node', [out, 'check', '--json', uri.fsPath], { encoding: 'utf8' });
  const [ofCodebook, ofArticle] = stdout
    .trim()
    .split('\n')
    .map((line): { readonly problems: readonly Found[] } => JSON.parse(line));
  assert.deepEqual(inOrder(ofArticle?.problems ?? []), listed(sidecarOf(uri)));
  assert.deepEqual(inOrder(ofCodebook?.problems ?? []), listed(codebookUri));
});
