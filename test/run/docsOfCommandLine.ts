/** What the command line prints when it is asked for help, on every level. */
import { commands } from '../../src/cli/commands';
import { commandHelp, programHelp } from '../../src/cli/help';

export function commandLineHelp(): string {
  const block = (text: string) => `\`\`\`text\n${text}\n\`\`\``;
  return [
    block(programHelp()),
    ...commands.map((command) => `### ${command.name}\n\n${block(commandHelp(command))}`),
  ].join('\n\n');
}
