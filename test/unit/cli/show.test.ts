import assert from 'node:assert/strict';
import { test } from 'node:test';
import { builtProgram, jsonLines, put, runner, temporaryFolder } from './program';

const program = builtProgram();
const text = 'Harbours\n\nDepth costs money. The state\nshould pay. Ships\u001b[2J come.\n';
const sidecar = `argmark: 1
article:
  title: "Harbours"
  authors: ["Mara Lindqvist"]
  published: "2024-03-14"
annotations:
  - id: p1
    tag: premise
    spans:
      - quote: "Depth costs money."
        start: 10
        end: 28
    note: |-
      First line.
      Second line.
    by: "ana"
    at: "2026-11-24T12:00:00Z"

  - id: c1
    tag: claim
    spans:
      - quote: "The state\\nshould pay."
    attributes:
      kind: "policy"

  - id: o1
    tag: claim
    spans:
      - quote: "Ships\\e[2J go."

  - id: u1
    tag: assumption
    spans: []
    wording: "Someone has to."

arguments:
  - id: b1
    premises:
      - p1
      - u1
    supports: c1
    scheme: cause-to-effect
`;

test('annotations and arguments are shown as text, with what they support', async () => {
  const folder = temporaryFolder();
  put(folder, 'a.txt', text);
  put(folder, 'a.txt.annotations.yaml', sidecar);
  const { status, stdout, stderr } = await runner(program, folder)('show', 'a.txt');
  assert.deepEqual([status, stderr], [0, '']);
  assert.equal(
    stdout,
    `a.txt: Harbours (Mara Lindqvist, 2024-03-14)

  p1  Premise, line 3
    “Depth costs money.”
    note:
      First line.
      Second line.
    by: ana, 2026-11-24 12:00 UTC
    + supports “The state should pay.” (c1)
    + together with “Someone has to.” (u1)

  c1  Claim, line 3
    “The state should pay.”
    kind: policy
    + supported by “Depth costs money.” (p1)
    + and “Someone has to.” (u1)

  o1  Claim
    “Ships␛[2J go.”
    Orphan: its words are not in the article any more, or not surely so.

  u1  Assumption
    “Someone has to.”
    Unstated: it stands nowhere in the article.
    + supports “The state should pay.” (c1)
    + together with “Depth costs money.” (p1)

  b1  “Depth costs money.” and “Someone has to.” support “The state should pay.”
    scheme: cause-to-effect

`,
  );
});

test('as JSON, the fields are those of the file, and the places those of the text', async () => {
  const folder = temporaryFolder();
  put(folder, 'a.txt', `🚢 ${text}`);
  put(folder, 'a.txt.annotations.yaml', sidecar);
  const [shown] = jsonLines((await runner(program, folder)('show', '--json', 'a.txt')).stdout);
  assert.deepEqual(Object.keys(shown), ['article', 'sidecar', 'annotations', 'arguments', 'links']);
  const [p1, c1, o1, u1] = shown.annotations;
  assert.deepEqual([p1.quote, p1.spans, p1.line, p1.by], ['Depth costs money.', [{ start: 12, end: 30 }], 3, 'ana']);
  assert.deepEqual([c1.quote, c1.attributes, c1.line], ['The state should pay.', { kind: 'policy' }, 3]);
  assert.deepEqual([o1.status, o1.spans, 'line' in o1], ['orphan', [], false]);
  assert.deepEqual([u1.status, u1.spans, u1.wording], ['unstated', [], 'Someone has to.']);
  assert.deepEqual(shown.arguments, [{ id: 'b1', premises: ['p1', 'u1'], supports: 'c1', scheme: 'cause-to-effect' }]);
});

test('what cannot be read is told, and what is said about an article that is gone is shown', async () => {
  const folder = temporaryFolder();
  const argmark = runner(program, folder);
  put(folder, 'gone.txt.annotations.yaml', sidecar);
  put(folder, 'bad.txt', text);
  put(folder, 'bad.txt.annotations.yaml', 'argmark: 2\n');
  put(folder, 'plain.txt', text);
  const gone = await argmark('show', 'gone.txt');
  assert.equal(gone.status, 2);
  assert.match(gone.stdout, /p1 {2}Premise\n {4}“Depth costs money.”/);
  assert.match(gone.stderr, /There is no gone\.txt beside it/);
  const bad = await argmark('show', 'bad.txt');
  assert.deepEqual([bad.status, bad.stdout], [2, '']);
  assert.match(bad.stderr, /bad\.txt\.annotations\.yaml:1:/);
  assert.deepEqual(await argmark('show', 'plain.txt'), {
    status: 0,
    stdout: 'plain.txt\n  Nothing is annotated.\n\n',
    stderr: '',
  });
});
