/* Problems of sidecars and codebooks: on their lines, gone with what they are about, and with quick fixes. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { readSidecar } from '../../../src/core/sidecar/read';
import { sidecarOf } from '../../../src/host/editor/uris';
import { entryDiagnostics } from '../../../src/host/language/entryDiagnostics';
import { freshArticle, openReader, rooms, sidecarWith, until, write } from '../editor/support';
import { test } from '../harness';

test('a sidecar that is not UTF-8 is said to be so although its article is not open', async (t) => {
  const { articles } = await rooms();
  const uri = await freshArticle(t);
  await vscode.workspace.fs.writeFile(sidecarOf(uri), new Uint8Array([0x61, 0x3a, 0x20, 0xff, 0xfe, 0x0a]));
  const state = await articles.at(uri);
  assert.equal(state?.sidecar.readOnly, true);
  await vscode.window.showTextDocument(uri);
  await until('it is shown', () => codesOf(sidecarOf(uri)).includes('not-utf-8'));
});

test('problems of a sidecar stand on their lines', async (t) => {
  const { articles } = await rooms();
  const uri = await freshArticle(t);
  const sidecar = sidecarOf(uri);
  await write(
    sidecar,
    `argmark: 1
annotations:
  - id: good01
    tag: claim
    spans:
      - quote: "Deep ports gain"
arguments:
  - id: arg001
    premises:
      - nobody
    supports: good01
`,
  );
  await articles.at(uri);
  await vscode.window.showTextDocument(sidecar);
  // What is only still to be done is told as well, as information.
  const ours = () => problemsOf(sidecar).filter(({ severity }) => severity !== vscode.DiagnosticSeverity.Information);
  await until('the problem is shown', () => ours().length > 0);
  const { problems } = (await articles.at(uri))?.sidecar ?? { problems: [] };
  assert.deepEqual(
    ours().map(({ range, message }) => [range.start.line + 1, range.start.character + 1, message]),
    problems.map(({ line, column, message }) => [line, column, message]),
  );
  assert.ok(ours().some(({ message, range }) => message.includes('nobody') && range.start.line === 9));
});

/** VS Code asks for fixes when it likes, and may give up on those that come late. */
async function fixFor(sidecar: vscode.Uri, code: string, title: RegExp): Promise<vscode.CodeAction> {
  const found = () => vscode.languages.getDiagnostics(sidecar).find((one) => one.code === code);
  await until(`the problem ${code} is shown`, found);
  const offered = async () => {
    const range = found()?.range ?? new vscode.Range(0, 0, 0, 0);
    const ask = 'vscode.executeCodeActionProvider';
    const fixes = await vscode.commands.executeCommand<vscode.CodeAction[]>(ask, sidecar, range);
    return fixes.find((fix) => title.test(fix.title));
  };
  let fix: vscode.CodeAction | undefined;
  await until(`${title} is offered`, async () => {
    fix = await offered();
    return fix;
  });
  return fix as vscode.CodeAction;
}

test('the second of two entries with one id gets a new one by a quick fix, and nothing else changes', async (t) => {
  const uri = await freshArticle(t);
  const sidecar = sidecarOf(uri);
  const entry = (quote: string) =>
    `  - id: same01 # ${quote}\r\n    tag: claim\r\n    spans:\r\n      - quote: "${quote}"\r\n`;
  const before = `argmark: 1\r\nannotations:\r\n${entry('Deep ports')}\r\n${entry('Rents rose')}`;
  await write(sidecar, before);
  const { document } = await vscode.window.showTextDocument(sidecar);
  const fix = await fixFor(sidecar, 'duplicate-id', /New Id/);
  assert.ok(fix.edit);
  assert.ok(await vscode.workspace.applyEdit(fix.edit));
  const [first, second, ...others] = [...document.getText().matchAll(/id: (\S+)/g)].map(([, id]) => id);
  assert.equal(first, 'same01');
  assert.match(second ?? '', /^[a-z][a-z0-9]{5}$/);
  assert.notEqual(second, 'same01');
  assert.deepEqual(others, []);
  assert.equal(document.getText().replace(`id: ${second}`, 'id: same01'), before);
});

test('a sidecar in conflict offers to be put together by id', async (t) => {
  const uri = await freshArticle(t);
  const sidecar = sidecarOf(uri);
  const entry = (id: string, quote: string) => `  - id: ${id}\n    tag: claim\n    spans:\n      - quote: "${quote}"\n`;
  await write(
    sidecar,
    `argmark: 1\nannotations:\n<<<<<<< ours\n${entry('ours01', 'Deep ports')}=======\n${entry('yours1', 'Rents rose')}>>>>>>> theirs\n`,
  );
  await vscode.window.showTextDocument(sidecar);
  const fix = await fixFor(sidecar, 'conflict-markers', /^Resolve by Id$/);
  assert.equal(fix.command?.command, 'argmark.resolveById');
  await vscode.commands.executeCommand('argmark.resolveById', ...(fix.command?.arguments ?? []));
  const { articles } = await rooms();
  await until('both are there', async () => (await articles.at(uri))?.sidecar.set.annotations.length === 2);
});

test('an orphan is told of at its words in the sidecar', async (t) => {
  const { articles } = await rooms();
  const uri = await freshArticle(t);
  const sidecar = sidecarOf(uri);
  await write(
    sidecar,
    'argmark: 1\nannotations:\n  - id: gone01\n    tag: claim\n    spans:\n      - quote: "Nowhere in it"\n',
  );
  await articles.at(uri);
  const { document } = await vscode.window.showTextDocument(sidecar);
  const orphan = () => vscode.languages.getDiagnostics(sidecar).find(({ code }) => code === 'orphan');
  await until('it is told', orphan);
  assert.equal(orphan()?.severity, vscode.DiagnosticSeverity.Information);
  const at = orphan()?.range.start ?? new vscode.Position(0, 0);
  assert.equal(document.lineAt(at.line).text.slice(at.character), '"Nowhere in it"');
});

const problemsOf = (uri: vscode.Uri): vscode.Diagnostic[] =>
  vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'Argmark');
const codesOf = (uri: vscode.Uri): string[] => problemsOf(uri).map(({ code }) => String(code));

test('problems of a sidecar go when it is fixed by hand, and when its article goes', async (t) => {
  const { articles } = await rooms();
  const uri = await freshArticle(t);
  const sidecar = sidecarOf(uri);
  const entry = '  - id: good01\n    tag: claim\n    spans:\n      - quote: "Deep ports"\n';
  const broken = `argmark: 1\nannotations:\n${entry}arguments:\n  - id: arg001\n    premises: [nobody]\n    supports: good01\n`;
  await write(sidecar, broken);
  let empty = 0;
  const listening = articles.onDidChange((changed) => {
    if (changed.toString() === uri.toString() && !articles.known(uri)) empty++;
  });
  t.after(() => listening.dispose());
  await articles.at(uri);
  await vscode.window.showTextDocument(sidecar);
  await until('the problem is shown', () => codesOf(sidecar).includes('unknown-reference'));
  await write(sidecar, `argmark: 1\nannotations:\n${entry}`);
  await until('it is gone', () => !codesOf(sidecar).includes('unknown-reference'));
  assert.equal(empty, 0, 'whoever is told of a change finds the article known');
  await write(sidecar, broken);
  await until('it is back', () => codesOf(sidecar).includes('unknown-reference'));
  await vscode.workspace.fs.delete(uri);
  await until('it is gone with the article', () => problemsOf(sidecar).length === 0);
});

test('problems of a codebook stand on their lines in it, and go with it', async (t) => {
  const { articles } = await rooms();
  const uri = await freshArticle(t);
  const codebook = vscode.Uri.joinPath(uri, '..', 'argmark.codebook.yaml');
  await write(codebook, 'argmark-codebook: 1\ntags:\n  - name: claim\n  - name: claim\n');
  await until('the codebook is read', async () => ((await articles.at(uri))?.codebookProblems.length ?? 0) > 0);
  await until('they are shown', () => problemsOf(codebook).length > 0);
  const lines = (await articles.at(uri))?.codebookProblems.map(({ line }) => line);
  assert.deepEqual(
    problemsOf(codebook).map(({ range }) => range.start.line + 1),
    lines,
  );
  await openReader(uri);
  assert.equal((await articles.at(uri))?.codebookUri?.toString(), codebook.toString());
  await vscode.workspace.fs.delete(codebook);
  await until('they are gone', () => problemsOf(codebook).length === 0);
});

test('a codebook that is opened as text has its problems shown though nobody asks for an article', async (t) => {
  const uri = await freshArticle(t);
  const codebook = vscode.Uri.joinPath(uri, '..', 'none', 'argmark.codebook.yaml');
  await write(codebook, 'argmark-codebook: 1\ntags:\n  claim: { colour: bluish }\n');
  await vscode.window.showTextDocument(codebook);
  await until('they are shown', () => problemsOf(codebook).length === 1);
  await write(codebook, 'argmark-codebook: 1\ntags:\n  claim: { colour: bluish, line: wave }\n');
  await until('one more is shown', () => problemsOf(codebook).length === 2);
  await vscode.workspace.fs.delete(codebook);
  await until('they are gone', () => problemsOf(codebook).length === 0);
});

test('what the codebook lacks and doubtful arguments are told at their fields', async (t) => {
  const { articles } = await rooms();
  const uri = await freshArticle(t);
  const sidecar = sidecarOf(uri);
  const entry = (id: string, tag: string, quote: string) =>
    `  - id: ${id}\n    tag: ${tag}\n    spans:\n      - quote: "${quote}"\n`;
  await write(
    sidecar,
    `argmark: 1
annotations:
${entry('first1', 'thesis', 'Deep ports')}${entry('second', 'claim', 'Rents rose')}arguments:
  - id: arg001
    premises: [first1]
    supports: second
  - id: arg002
    premises: [second]
    supports: first1
`,
  );
  await articles.at(uri);
  const { document } = await vscode.window.showTextDocument(sidecar);
  await until('they are shown', () => problemsOf(sidecar).length > 2);
  const told = problemsOf(sidecar).map(({ code, severity, range }) => {
    const rest = document.lineAt(range.start.line).text.slice(range.start.character);
    return [code, severity === vscode.DiagnosticSeverity.Warning ? 'warning' : 'information', rest].join(' ');
  });
  assert.ok(told.includes('unknown-tag warning thesis'), told.join('\n'));
  assert.ok(
    told.some((one) => one.startsWith('missing-attribute information')),
    told.join('\n'),
  );
  assert.ok(
    told.some((one) => one.startsWith('circular-support warning')),
    told.join('\n'),
  );
});

test('what is said of entries stays the same object, but not where their places or the codebook have become others', async (t) => {
  const { articles } = await rooms();
  const sidecar = readSidecar(sidecarWith({ id: 'good01', quote: 'Deep ports gain' }));
  const state = { ...((await articles.at(await freshArticle(t))) ?? assert.fail()), sidecar };
  const codes = (other: Partial<typeof state>) => entryDiagnostics({ ...state, ...other }).map(({ code }) => code);
  assert.equal(entryDiagnostics(state), entryDiagnostics({ ...state, revision: state.revision + 1 }));
  const gone = { status: 'orphan', spans: [], score: 0 } as const;
  assert.ok(codes({ placements: new Map([['good01', gone]]) }).includes('orphan'));
  assert.ok(!codes({}).includes('orphan'));
  assert.ok(codes({ codebook: { ...state.codebook, tags: [] } }).includes('unknown-tag'));
});
