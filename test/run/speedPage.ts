/** `docs/speed.md`: what a whole run of `npm run bench` measured, in words that hold on every machine: ratios, targets, and whether they were reached. */
import type { Report } from '../bench/report';
import { aimed, type Measured, ratio, short, verdict } from '../bench/table';
import { table } from './docsTable';

/** The page of a run that ended on that day (as in `2026-11-29`). */
export function speedPage(reports: readonly Report[], day: string): string {
  const lines = reports.flatMap((report) => report.lines);
  const missed = lines.filter((line) => verdict(line) === 'MISSED').length;
  const aimedAt = lines.filter((line) => verdict(line) !== '').length;
  return `# Speed

Measured by \`npm run bench\` on ${day}, which writes this page whenever all of it has run: ${aimedAt - missed} of ${aimedAt} targets reached.

A ratio is what Argmark takes, divided by what the peer takes for the same work on the same text in the same run: 0.50× is half of it. Milliseconds
are those of a machine and tell nothing on another one, so they are only printed by the run itself; ratios carry over. A target is the most
that may be. Where nothing is aimed at, a line only tells.

${reports.map(section).join('\n\n')}
`;
}

function section({ title, peers, lines }: Report): string {
  const against = peers.length > 0 ? `\n\nMeasured against ${peers.join(', ')}.` : '';
  const rows = lines.map((line) => [line.what, line.peerName ?? '', value(line), aimed(line), wordOf[verdict(line)]]);
  return `## ${title}${against}\n\n${table(['', 'against', 'Argmark', 'target', ''], rows)}`;
}

const wordOf = { reached: 'reached', MISSED: '**missed**', '': '' } as const;

/** The ratio; what is the same on every machine, such as a size, as it is. */
function value(line: Measured): string {
  const times = ratio(line);
  const own = `${short(line.ours)} ${line.unit}`;
  if (times === undefined) return own;
  return line.limit === undefined ? `${short(times)}×` : `${own}, ${short(times)}×`;
}
