/* From the words behind `argmark` to what is asked for, or to a sentence that says what is wrong with them. */
import { parseArgs } from 'node:util';
import { type Command, type CommandName, commands, program } from './commands';

export type Asked =
  | { readonly what: 'help'; readonly command?: Command }
  | { readonly what: 'version' }
  | {
      readonly what: 'run';
      readonly command: CommandName;
      readonly paths: readonly string[];
      readonly json: boolean;
      readonly dryRun: boolean;
    }
  /** Whole sentences: what is wrong, and what to do. */
  | { readonly what: 'mistake'; readonly why: string };

export function askedOf(words: readonly string[]): Asked {
  const [first, ...rest] = words;
  if (first === undefined) return mistake('No command is given.');
  if (first === 'help') {
    const command = commandNamed(rest[0]);
    if (rest[0] !== undefined && !command) return mistake(`There is no command “${rest[0]}”.`);
    return { what: 'help', ...(command && { command }) };
  }
  if (first.startsWith('-')) {
    if (first === '--help' || first === '-h') return { what: 'help' };
    if (first === '--version') return { what: 'version' };
    return mistake(`The option “${first}” must follow the command.`);
  }
  const command = commandNamed(first);
  return command ? run(command, rest) : mistake(`There is no command “${first}”.`);
}

function run(command: Command, words: readonly string[]): Asked {
  const hint = `${program.name} ${command.name} --help`;
  const known = new Set<string>(command.options.map(({ name }) => name));
  const options = Object.fromEntries([...known].map((name) => [name, { type: 'boolean' as const }]));
  let parsed: { readonly values: Readonly<Record<string, unknown>>; readonly positionals: readonly string[] };
  try {
    parsed = parseArgs({
      args: [...words],
      options: { ...options, help: { type: 'boolean', short: 'h' } },
      allowPositionals: true,
    });
  } catch (error) {
    return mistake(firstSentence(error), hint);
  }
  const { values, positionals: paths } = parsed;
  if (values.help) return { what: 'help', command };
  if (paths.length === 0) return mistake(`${command.name} needs an article or a folder.`, hint);
  if (paths.includes('')) return mistake('One of the paths is empty.', hint);
  return { what: 'run', command: command.name, paths, json: values.json === true, dryRun: values['dry-run'] === true };
}

const commandNamed = (name: string | undefined) => commands.find((one) => one.name === name);

const mistake = (why: string, hint = `${program.name} --help`): Asked => ({
  what: 'mistake',
  why: `${why} See ${hint}.`,
});

/** What Node says of an unknown option, without its advice on how to pass words that begin with a hyphen. */
function firstSentence(error: unknown): string {
  const [sentence = ''] = String((error as Error).message).split(/\. |\n/);
  return `${sentence.replace(/\.$/, '')}.`;
}
