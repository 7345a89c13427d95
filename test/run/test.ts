/**
 * `npm test`: every kind of test, or those that are named (`npm test -- unit host`), with words that files are chosen
 * by (`npm run test:unit -- sidecar`). Ends with what went wrong, and one line that counts them all.
 */

import { desktop, host, minimum, web } from './hostSuites';
import { explain } from './steps';
import { bench, check, e2e, type Suite, sources, unit } from './suites';
import { add, one, type Tally } from './tally';

const suites: Readonly<Record<string, Suite>> = { sources, check, unit, host, web, e2e, desktop, minimum, bench };
const all = ['sources', 'unit', 'host', 'web', 'e2e'];

async function main(args: readonly string[]): Promise<void> {
  const named = args.filter((arg) => arg in suites);
  const words = args.filter((arg) => !(arg in suites));
  const bad = hearFailures();
  let total: Tally = { passed: 0, failed: 0 };
  for (const name of named.length > 0 ? named : all) total = add(total, await runSuite(name, words));
  const { skipped = [] } = total;
  if (skipped.length > 0) console.log(`\n${skipped.length} skipped:\n${skipped.map((one) => `  ${one}\n`).join('')}`);
  if (bad.length > 0) console.log(`\nOnce more, what went wrong above:\n${bad.join('\n')}`);
  console.log(`${total.passed} passed, ${total.failed} failed`);
  process.exit(total.failed > 0 || total.passed === 0 ? 1 : 0);
}

/** Keeps the line of each failure that is printed from now on: among thousands of lines nobody finds them. */
function hearFailures(): readonly string[] {
  const heard: string[] = [];
  const write = process.stdout.write.bind(process.stdout);
  process.stdout.write = ((data: string | Uint8Array, ...more: []) => {
    heard.push(...(String(data).match(/^ {2}(?:FAILED|UNSTEADY) .*$/gm) ?? []));
    return write(data, ...more);
  }) as typeof write;
  return heard;
}

async function runSuite(name: string, words: readonly string[]): Promise<Tally> {
  const begin = Date.now();
  console.log(`\n${name}`);
  let tally: Tally;
  try {
    tally = (await suites[name]?.(words)) ?? one(false);
  } catch (error) {
    console.log(`  FAILED ${explain(error)}`);
    tally = one(false);
  }
  console.log(`  ${name}: ${tally.passed} ok, ${tally.failed} not ok, ${((Date.now() - begin) / 1000).toFixed(1)} s`);
  return tally;
}

void main(process.argv.slice(2));
