/*
 * What the command line can be asked to do, as a table: arguments are read by it, `--help` prints it, and so does docs/command-line.md.
 */

export type CommandName = 'check' | 'reanchor' | 'show';
export type OptionName = 'json' | 'dry-run' | 'help' | 'version';

export interface Option {
  readonly name: OptionName;
  readonly says: string;
}

export interface Command {
  readonly name: CommandName;
  /** One line, for the list of commands. */
  readonly summary: string;
  /** Paragraphs, each one line. */
  readonly about: readonly string[];
  readonly options: readonly Option[];
  /** What its exit codes mean; 2 is the same everywhere. */
  readonly exit: { readonly 0: string; readonly 1?: string };
}

const help: Option = { name: 'help', says: 'Say what this command does.' };

export const commands: readonly Command[] = [
  {
    name: 'check',
    summary: 'Find what is wrong with annotations.',
    about: [
      'Lists files of annotations that cannot be read or have no article, orphans and words that have drifted, references that lead nowhere, doubtful arguments, and what the codebook lacks: what the Problems view of the editor lists, each with file, line and column.',
      'Codebooks (argmark.codebook.yaml) are checked too, also where nothing is annotated yet: the one that goes with each article or folder named, and all below such a folder.',
    ],
    options: [
      {
        name: 'json',
        says: 'One line of JSON for each article: {"article", "sidecar", "problems": [{"file", "line", "column", "severity", "code", "message", "id"}]}; problems of a codebook come in a line {"codebook", "problems"} of their own.',
      },
      help,
    ],
    exit: { 0: 'nothing was found', 1: 'something was found' },
  },
  {
    name: 'reanchor',
    summary: 'Find where the annotated words stand now, and record it.',
    about: [
      'Places every annotation in the text as it is, and writes the places and the words around of those that have moved into the file of annotations. Nothing is guessed: what has drifted and orphans stay as they are recorded, and are listed.',
    ],
    options: [
      { name: 'dry-run', says: 'Say what would be written, and write nothing.' },
      {
        name: 'json',
        says: 'One line of JSON for each article: {"article", "sidecar", "annotations": [{"id", "status": "exact|moved|drifted|orphan", "by": "place|history|words", "score", "why", "spans": [{"start", "end"}]}]}. Offsets are Unicode code points of the text without byte order mark and with LF as line end; an orphan has no spans. Unstated premises stand nowhere in the text and are left out.',
      },
      help,
    ],
    exit: { 0: 'all annotations are surely placed', 1: 'some have drifted, or are orphans' },
  },
  {
    name: 'show',
    summary: 'Show annotations and arguments as text.',
    about: [
      'Prints what is said about each article: its annotations with their words, and the arguments that they make.',
    ],
    options: [
      {
        name: 'json',
        says: 'One line of JSON for each article: {"article", "sidecar", "annotations", "arguments", "links"}, with the fields of the file of annotations, "quote" for the recorded words, and "status", "line" and "spans" for where they stand now.',
      },
      help,
    ],
    exit: { 0: 'everything was shown' },
  },
];

export const pathHelp =
  'PATH is an article, its file of annotations (ARTICLE.annotations.yaml), a folder, which is searched for such files, or a glob pattern in quotes, such as "articles/**/*.md".';

export const couldNotRun = 'could not run, or not for all of it: the reason is on the standard error';

export const program = {
  name: 'argmark',
  about:
    'Claims, premises and evidence in articles, and the arguments they make, from the files of annotations beside them.',
  options: [
    { name: 'help', says: 'Say what the program does; after a command, what that does.' },
    { name: 'version', says: 'Print the version.' },
  ] satisfies readonly Option[],
} as const;
