#!/usr/bin/env node
/* Where the command line begins. What was asked for is done for one article after the other; what is found makes the exit code. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Asked, askedOf } from './asked';
import { commandHelp, programHelp } from './help';
import type { ExitCode, Job } from './job';
import { type Terminal, terminalOn } from './terminal';

const terminal = terminalOn(process.stdout, process.stderr, process.env);
main(askedOf(process.argv.slice(2))).then(
  (code) => {
    process.exitCode = code;
  },
  (error) => {
    terminal.complain(`This should not have happened: ${error instanceof Error ? error.stack : error}`);
    process.exitCode = 2;
  },
);

async function main(asked: Asked): Promise<ExitCode> {
  switch (asked.what) {
    case 'help':
      for (const line of (asked.command ? commandHelp(asked.command) : programHelp()).split('\n')) terminal.line(line);
      return 0;
    case 'version':
      // Beside `dist`, wherever the program was put.
      terminal.line(JSON.parse(readFileSync(join(__dirname, '..', 'package.json'), 'utf8')).version);
      return 0;
    case 'mistake':
      terminal.complain(asked.why);
      return 2;
    case 'run':
      return run(await jobFor(asked, terminal), asked.paths);
  }
}

async function jobFor(asked: Asked & { readonly what: 'run' }, to: Terminal): Promise<Job> {
  switch (asked.command) {
    case 'check':
      return (await import('./check')).checkJob(to, asked.json);
    case 'reanchor':
      return (await import('./reanchor')).reanchorJob(to, asked.json, asked.dryRun);
    case 'show':
      return (await import('./show')).showJob(to, asked.json);
  }
}

async function run(job: Job, paths: readonly string[]): Promise<ExitCode> {
  const { targetsOf } = await import('./targets');
  const { codebooks } = await import('./codebooks');
  const { load } = await import('./load');
  const { targets, codebooks: named, mistakes } = await targetsOf(paths);
  for (const mistake of mistakes) terminal.complain(mistake);
  let worst: ExitCode = mistakes.length > 0 ? 2 : 0;
  const codebookOf = codebooks();
  const worsen = (code: ExitCode) => {
    worst = code > worst ? code : worst;
  };
  for (const file of named) worsen(job.codebook?.(await codebookOf(file)) ?? 0);
  for (const [done, target] of targets.entries()) {
    // Nobody reads what would be said of the others, and none of them is in the middle of being written.
    if (terminal.isClosed()) return worst;
    terminal.progress(done, targets.length, target.article);
    worsen(await job.each(await load(target), await codebookOf(target.article)));
  }
  if (targets.length + named.length > 0 || mistakes.length === 0) job.end();
  return worst;
}
