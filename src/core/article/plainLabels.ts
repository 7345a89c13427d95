/* The labels that a Markdown text gives to addresses and footnotes: whether brackets are a reference to one, or just brackets. */

/** A text, and what is known of the labels in it before it is parsed. */
export interface LabelledText {
  readonly text: string;
  /** By their normal form, `^` before that of a footnote: those that seem to be given. */
  readonly likely: ReadonlySet<string>;
  /** The same, with all others that could be. */
  readonly possible: ReadonlySet<string> | 'any';
  /** Those that were taken for given: nothing holds unless they are. */
  readonly used: Set<string>;
}

/** A text with what is known of its labels. */
export function labelled(text: string): LabelledText {
  const possible = new Set(Array.from(text.matchAll(/\[([^[\]\\]+)\]:/g), (match) => match[1] ?? ''));
  const severalLines = [...possible].some((label) => label.includes('\n'));
  const likely = Array.from(
    text.matchAll(/^\[([^[\]\\\n&]+)\]: *\S+$|^\[(\^[\w-]+)\]: /gm),
    (match) => match[1] ?? match[2] ?? '',
  );
  return {
    text,
    likely: new Set(likely.map(normal)),
    possible: severalLines ? 'any' : new Set([...possible].map(normal)),
    used: new Set(),
  };
}

/** As labels are compared, and as the parser writes them. */
export function normal(label: string): string {
  return label
    .replace(/[ \t\n]+/g, ' ')
    .replace(/^ | $/g, '')
    .toLowerCase()
    .toUpperCase()
    .toLowerCase();
}
