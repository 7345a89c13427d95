/*
 * Words followed through a history of 500 versions, with 300 entries that were made all along it and none of which stands where it was recorded: git
 * is asked, versions are compared, and all entries are placed. Aimed at: under a second.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { astray, carriedFrom } from '../../src/core/anchor/history';
import { placeAll } from '../../src/core/anchor/place';
import { placeThrough } from '../../src/core/anchor/placeThrough';
import type { Annotation } from '../../src/core/annotation/model';
import { decodeArticle } from '../../src/core/article/decode';
import { indexCodePoints } from '../../src/core/sidecar/codePoints';
import { selectorOf } from '../../src/core/sidecar/selector';
import { versionsInGit } from '../../src/node/gitHistory';
import { Random } from '../random';
import { report } from './report';
import { median } from './table';

const versions = 500;
const entries = 300;
const runs = 5;

/** A text as paragraphs of sentences that are all different, changed a little from version to version. */
function history() {
  const random = new Random(7);
  const below = (count: number) => random.between(0, count - 1);
  let next = 0;
  const sentence = () => `Sentence ${next} says that ${(next++ * 7919) % 100_003} ships came to the old harbour.`;
  const paragraphs = Array.from({ length: 160 }, () => Array.from({ length: 5 }, sentence));
  const textOf = () => `${paragraphs.map((one) => one.join(' ')).join('\n\n')}\n`;
  const texts = [textOf()];
  const annotations: Annotation[] = [];
  while (texts.length < versions) {
    const text = texts.at(-1) ?? '';
    if (annotations.length < (texts.length * entries) / (versions - 1)) {
      const paragraph = paragraphs[1 + below(paragraphs.length - 1)] ?? [];
      const quote = paragraph[below(paragraph.length)] ?? '';
      const start = text.indexOf(quote);
      const span = selectorOf(text, { start, end: start + quote.length });
      annotations.push({ id: `a${annotations.length}`, tag: 'claim', spans: [span] });
    }
    const changed = paragraphs[below(paragraphs.length)] ?? [];
    if (below(3) > 0 || changed.length < 3) changed.splice(below(changed.length), 0, sentence());
    else changed.splice(below(changed.length), 1);
    texts.push(textOf());
  }
  return { texts, annotations, now: `A new first paragraph.\n\n${textOf()}` };
}

function committed(folder: string, texts: readonly string[]): void {
  const data = (text: string) => `data ${Buffer.byteLength(text)}\n${text}\n`;
  const commits = texts.map(
    (text, i) =>
      `commit refs/heads/main\ncommitter ana <ana@example.org> ${1_700_000_000 + i} +0000\n${data('Change it')}M 100644 inline a.txt\n${data(text)}\n`,
  );
  execFileSync('git', ['init', '-q', '-b', 'main'], { cwd: folder });
  execFileSync('git', ['fast-import', '--quiet'], { cwd: folder, input: commits.join('') });
  execFileSync('git', ['checkout', '-q', '-f', 'main'], { cwd: folder });
}

async function* textsOf(file: string) {
  for await (const bytes of versionsInGit(file)) {
    const decoded = decodeArticle(bytes);
    if ('text' in decoded) yield decoded.text;
  }
}

const folder = mkdtempSync(join(tmpdir(), 'argmark-history-'));
try {
  const { texts, annotations, now } = history();
  committed(folder, texts);
  const file = join(folder, 'a.txt');
  writeFileSync(file, now);
  const through: number[] = [];
  const words: number[] = [];
  for (let run = 0; run <= runs; run++) {
    const begin = performance.now();
    const index = indexCodePoints(now);
    const asked = astray(annotations, now, index);
    const carried = await carriedFrom(asked, now, textsOf(file), indexCodePoints);
    const placements = placeThrough(annotations, now, index, carried);
    const end = performance.now();
    placeAll(annotations, now, index);
    // The first run is for warming up.
    if (run > 0) {
      through.push(end - begin);
      words.push(performance.now() - end);
    }
    const followed = [...placements.values()].filter(({ foundBy }) => foundBy === 'history').length;
    if (asked.length !== entries || followed < entries / 2)
      throw new Error(`${followed} of ${asked.length} were followed`);
  }
  report({
    title: `A history of ${versions} versions`,
    peers: [],
    lines: [
      { what: `${entries} entries followed through it`, ours: median(through), unit: 'ms', limit: 1000 },
      { what: `${entries} entries looked for by their words alone`, ours: median(words), unit: 'ms' },
    ],
  });
} finally {
  rmSync(folder, { recursive: true, force: true });
}
