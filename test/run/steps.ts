/** What the scripts say while one waits: one line for each step, and a sign of life while it takes long. */

/**
 * Runs `work` and says so: the label at once, the seconds passed every ten seconds (every second on a terminal), and
 * the time it took. `usualSeconds` is what it takes as a rule, so that one knows whether to fetch a coffee.
 */
export async function step<T>(label: string, work: () => Promise<T>, usualSeconds?: number): Promise<T> {
  const begin = Date.now();
  const seconds = () => Math.round((Date.now() - begin) / 1000);
  const usual = usualSeconds === undefined ? '' : ` of about ${usualSeconds} s`;
  const live = process.stdout.isTTY === true;
  const line = () => `${label} …${seconds() > 0 ? ` ${seconds()} s${usual}` : ''}`;
  process.stdout.write(live ? line() : `${label} …\n`);
  const ticking = setInterval(
    () => process.stdout.write(live ? `\r${line()}` : `  ${seconds()} s${usual}\n`),
    live ? 1000 : 10_000,
  );
  try {
    const result = await work();
    process.stdout.write(
      live ? `\r\x1b[K${label}: ${seconds()} s\n` : seconds() > 0 ? `  done in ${seconds()} s\n` : '',
    );
    return result;
  } catch (error) {
    if (live) process.stdout.write('\n');
    throw error;
  } finally {
    clearInterval(ticking);
  }
}

/** An error whose message is all that the person at the terminal needs: it is shown without a stack. */
export class Advice extends Error {}

/** How an error is shown: advice as it is, anything else with its stack. */
export function explain(error: unknown): string {
  if (error instanceof Advice) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
