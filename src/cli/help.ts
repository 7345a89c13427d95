/* The table of commands as text, for `--help` on every level and for the docs. */
import { type Command, commands, couldNotRun, type Option, pathHelp, program } from './commands';

/** Columns that a line of help may take. */
const width = 100;
const indent = '  ';

export function programHelp(): string {
  return [
    ...wrapped(program.about),
    '',
    `Usage: ${program.name} COMMAND [OPTION…] PATH…`,
    '',
    'Commands:',
    ...listed(commands.map(({ name, summary }) => [name, summary])),
    '',
    'Options:',
    ...optionLines(program.options),
    '',
    ...wrapped(pathHelp),
    '',
    ...wrapped(`${program.name} COMMAND --help tells more about a command.`),
  ].join('\n');
}

export function commandHelp({ name, about, options, exit }: Command): string {
  const flags = options.flatMap((option) => (option.name === 'help' ? [] : `[--${option.name}]`));
  return [
    `Usage: ${[program.name, name, ...flags, 'PATH…'].join(' ')}`,
    '',
    ...about.flatMap((paragraph) => [...wrapped(paragraph), '']),
    ...wrapped(pathHelp),
    '',
    'Options:',
    ...optionLines(options),
    '',
    'Exit codes:',
    ...listed([...Object.entries(exit), ['2', couldNotRun]]),
  ].join('\n');
}

const optionLines = (options: readonly Option[]) => listed(options.map(({ name, says }) => [`--${name}`, says]));

/** Names, and beside each what it is. */
function listed(rows: readonly (readonly [name: string, says: string])[]): string[] {
  const room = Math.max(...rows.map(([name]) => name.length)) + 2;
  const beside = indent.length + room;
  return rows.flatMap(([name, says]) =>
    wrapped(says, width - beside).map((line, i) => (i === 0 ? indent + name.padEnd(room) : ' '.repeat(beside)) + line),
  );
}

function wrapped(text: string, columns = width): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= columns) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
