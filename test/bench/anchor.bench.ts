/*
 * Placing quotes after drift, against Hypothesis' way and diff-match-patch's way on the same texts: how long a quote takes, the index
 * included, and how many are right, wrong, and wrong but said.
 *
 * `npm run bench -- anchor`; ARGMARK_BENCH=full for all languages at a million characters too.
 */
import { placeAll } from '../../src/core/anchor/place';
import type { Placements } from '../../src/core/annotation/placement';
import type { Span } from '../../src/core/article/article';
import { indexCodePoints } from '../../src/core/sidecar/codePoints';
import { diffMatchPatch, hypothesis, type PeerQuote } from './anchorPeers';
import { count, emptyTally, type Tally, type Trial, type TrialOptions, trial } from './anchorTrial';
import { type Kind, kinds } from './drift';
import { type Tongue, tongues } from './driftText';
import { installed, report, roundsOf } from './report';
import { type Measured, median, printColumns } from './table';

interface Outcome {
  readonly tally: Tally;
  /** Milliseconds a quote. */
  readonly time: number;
}

/** Of the processor: what else the machine does is no matter. */
function millisecondsSince(begin: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(begin);
  return (user + system) / 1000;
}

/** How we do: all quotes together, and of each `step` one is counted. */
function ours({ annotations, now, truths }: Trial, { rounds = 1, step = 1 } = {}): Outcome {
  const tally = emptyTally();
  const times: number[] = [];
  let placements: Placements = new Map();
  for (let round = 0; round < rounds; round++) {
    const begin = process.cpuUsage();
    placements = placeAll(annotations, now, indexCodePoints(now));
    times.push(millisecondsSince(begin) / annotations.length);
  }
  for (const [i, { id }] of annotations.entries()) {
    const placement = placements.get(id);
    const truth = truths[i];
    if (i % step === 0 && placement && truth) count(tally, truth, placement.status, placement.spans[0]);
  }
  return { tally, time: median(times) };
}

function peer(
  { annotations, before, now, truths }: Trial,
  way: (text: string, quote: PeerQuote) => Span | undefined,
  step: number,
): Outcome {
  const tally = emptyTally();
  const index = indexCodePoints(before);
  let time = 0;
  let asked = 0;
  for (let i = 0; i < annotations.length; i += step) {
    const [selector] = annotations[i]?.spans ?? [];
    const truth = truths[i];
    if (!selector || !truth) continue;
    const { quote, prefix = '', suffix = '', start = 0 } = selector;
    const hint = index.toUnits(start);
    const begin = process.cpuUsage();
    const span = way(now, { quote, prefix, suffix, hint });
    time += millisecondsSince(begin);
    asked++;
    // A peer says nothing of how sure it is.
    count(tally, truth, span ? 'moved' : 'orphan', span);
  }
  return { tally, time: time / asked };
}

function add(into: Tally, more: Tally): void {
  for (const key of Object.keys(into) as (keyof Tally)[]) into[key] += more[key];
}

const share = (part: number, all: number): number => (all === 0 ? 0 : (100 * part) / all);
const percent = (part: number, all: number): string => (all === 0 ? '–' : `${share(part, all).toFixed(1)}%`);
const millis = (time: number): string => `${time < 0.1 ? time.toFixed(3) : time.toFixed(2)} ms`;

function rightness(tally: Tally): string[] {
  return [
    percent(tally.right, tally.alive),
    percent(tally.rightSilent, tally.alive),
    percent(tally.sharp, tally.alive),
    String(tally.wrongSilent),
    percent(tally.wrongSaid, tally.alive),
    percent(tally.orphans, tally.alive),
    percent(tally.goneSilent, tally.gone),
    percent(tally.goneSaid, tally.gone),
  ];
}

interface Size {
  readonly name: string;
  readonly length: number;
  /** How many times as fast as Hypothesis is aimed at. */
  readonly times: number;
  /** Quotes of a thousand that the peers are asked for: all of a million characters would take them minutes. */
  readonly asked: number;
  readonly languages: readonly Tongue[];
}

/** Speed beside the peers, kind by kind, and whether as many are right. */
function beside({ name, length, times, asked, languages }: Size): void {
  const lines: Measured[] = [];
  const right: Measured[] = [];
  const rows: string[][] = [];
  for (const kind of kinds) {
    const [argmark, their, patch] = [none(), none(), none()];
    for (const [i, tongue] of languages.entries()) {
      const made = trial({ tongue, kind, length, annotations: 1000, seed: 100 + i });
      const step = Math.floor(1000 / asked);
      join(argmark, ours(made, { rounds: roundsOf({ rounds: 3 }), step }), languages.length);
      join(their, peer(made, hypothesis, step), languages.length);
      join(patch, peer(made, diffMatchPatch, step), languages.length);
    }
    const line = { what: kind, ours: argmark.time, unit: 'ms' } as const;
    lines.push({ ...line, peer: their.time, peerName: 'Hypothesis', target: 1 / times });
    lines.push({ ...line, peer: patch.time, peerName: 'diff-match-patch' });
    const notRight = ({ tally: { alive, right } }: Outcome) => share(alive - right, alive);
    if (argmark.tally.alive > 0) {
      const limit = notRight(their) + 0.5;
      right.push({ what: `not found: ${kind}`, ours: notRight(argmark), unit: '%', peerName: 'Hypothesis', limit });
    }
    rows.push([
      kind,
      ...[argmark, their, patch].map(({ time }) => millis(time)),
      ...[argmark, their, patch].map(({ tally }) => percent(tally.right, tally.alive)),
      ...[argmark, their, patch].map(({ tally }) => percent(tally.goneSilent, tally.gone)),
    ]);
  }
  const parties = ['Argmark', 'Hypothesis', 'diff-match-patch'];
  printColumns(
    `Placing 1,000 quotes after drift, ${name} (${languages.join(', ')}): time of a quote; right; gone, but placed silently`,
    ['', ...parties, 'right', 'H.', 'd-m-p', 'silent', 'H.', 'd-m-p'],
    rows,
  );
  report({
    title: `Placing 1,000 quotes after drift, ${name}: a quote, index included`,
    peers: [`the ways of Hypothesis (${installed('approx-string-match')}) and of diff-match-patch, rebuilt`],
    // Of a million characters the peers are asked for too few to compare who is right.
    lines: asked >= 100 ? [...lines, ...right] : lines,
  });
}

const none = () => ({ tally: emptyTally(), time: 0 });

function join(into: { tally: Tally; time: number }, { tally, time }: Outcome, of: number): void {
  add(into.tally, tally);
  into.time += time / of;
}

type Choice = readonly [string, readonly TrialOptions[]];

/** How right the answers are, by kind or by what is recorded, over several seeds; what is reported of it. */
function ofKinds(title: string, choices: readonly Choice[]): Measured[] {
  const lines: Measured[] = [];
  const rows: string[][] = [];
  for (const [name, trials] of choices) {
    const tally = emptyTally();
    for (const options of trials) add(tally, ours(trial(options)).tally);
    rows.push([name, String(tally.alive), String(tally.gone), ...rightness(tally)]);
    const { wrongSilent, goneSilent, gone } = tally;
    lines.push({ what: `on wrong words: ${name}`, ours: wrongSilent, unit: 'quotes', limit: 0 });
    if (gone > 0) lines.push({ what: `gone: ${name}`, ours: share(goneSilent, gone), unit: '%', limit: 0.5 });
  }
  const head = ['right', 'silently', 'to the letter', 'wrong, silent', 'wrong, said', 'orphans'];
  printColumns(title, ['', 'alive', 'gone', ...head, 'gone, silent', 'gone, said'], rows);
  return lines;
}

const seeds = Array.from({ length: roundsOf({ rounds: 3 }) }, (_, i) => 7 * (i + 1));
const all = (kind: Kind, more: Partial<TrialOptions> = {}): TrialOptions[] =>
  tongues.flatMap((tongue) => seeds.map((seed) => ({ tongue, kind, length: 30_000, annotations: 300, seed, ...more })));

const lone = (kind: Kind): TrialOptions[] =>
  tongues.flatMap((tongue) =>
    Array.from({ length: 40 }, (_, i) => ({ tongue, kind, length: 8000, annotations: 1, seed: 1000 + i })),
  );

// Once for the compiler.
ours(trial({ tongue: 'english', kind: 'all together', length: 20_000, annotations: 200, seed: 1 }));
const three: readonly Tongue[] = ['english', 'arabic', 'chinese'];
const full = process.env.ARGMARK_BENCH === 'full';
beside({ name: '50 KB', length: 50_000, times: 5, asked: 125, languages: three });
beside({ name: '1 MB', length: 1_000_000, times: 20, asked: 12, languages: full ? three : ['english'] });
const ofTongue = (tongue: Tongue) => kinds.flatMap((kind) => all(kind).filter((one) => one.tongue === tongue));
const mixed = (more: Partial<TrialOptions>) => kinds.flatMap((kind) => all(kind, more));
const byKind = ofKinds(
  'By kind of drift, five languages',
  kinds.map((kind) => [kind, all(kind)] as const),
);
ofKinds(
  'By language, all kinds',
  tongues.map((tongue) => [tongue, ofTongue(tongue)] as const),
);
const byRecord = ofKinds('By what there is to go by, all kinds and languages', [
  ['a single annotation', kinds.flatMap(lone)],
  ['ten annotations', mixed({ annotations: 10 })],
  ['single words', mixed({ quote: [2, 8] })],
  ['several paragraphs', mixed({ quote: [600, 3000], annotations: 60 })],
  ['without offsets', mixed({ recorded: 'context' })],
  ['without context', mixed({ recorded: 'offsets' })],
  ['words alone', mixed({ recorded: 'words' })],
]);
report({ title: 'Quotes that are placed silently after drift', peers: [], lines: [...byKind, ...byRecord] });
