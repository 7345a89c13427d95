/*
 * Where the command line says things: lines on the standard output, with colour where a person looks at them; how far it has come on the
 * standard error. A reader that has seen enough and closes the output early (`| head`) is no error.
 */

export type Style = 'bold' | 'dim' | 'red' | 'yellow' | 'blue' | 'green';
/** A part of a line; what is not styled by itself stays plain. */
export type Piece = string | { readonly text: string; readonly style: Style };

export interface Terminal {
  /** A line for people: control characters in it are shown as signs, so that no file can steer the terminal. */
  readonly line: (...pieces: readonly Piece[]) => void;
  /** A value for programs, as one line of JSON. */
  readonly json: (value: unknown) => void;
  /** A sentence that is not part of the answer. */
  readonly complain: (sentence: string) => void;
  /** How far a long work has come; seen on a terminal alone. */
  readonly progress: (done: number, all: number, what: string) => void;
  /** Whether nobody reads the output any more. */
  readonly isClosed: () => boolean;
}

/** The parts of a stream that are used; `process.stdout` is one. */
export interface Stream {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
  on(event: 'error', listener: (error: Error) => void): unknown;
}

const codes: Readonly<Record<Style, number>> = { bold: 1, dim: 2, red: 31, green: 32, yellow: 33, blue: 34 };

/** Milliseconds before progress is shown at all, and between two signs of it. */
const patience = 300;
const restBetween = 100;

export function terminalOn(
  stdout: Stream,
  stderr: Stream,
  env: Readonly<Record<string, string | undefined>>,
  now: () => number = Date.now,
): Terminal {
  const coloured = stdout.isTTY === true && !env.NO_COLOR && env.TERM !== 'dumb';
  const begin = now();
  let shown = Number.NEGATIVE_INFINITY;
  let isShowing = false;
  let closed = false;
  stdout.on('error', (error) => {
    if ((error as NodeJS.ErrnoException).code !== 'EPIPE') throw error;
    closed = true;
  });
  // Nobody is left to be told that nobody listens.
  stderr.on('error', () => {});
  const clear = () => {
    if (isShowing) stderr.write('\r\x1b[K');
    isShowing = false;
  };
  const say = (text: string) => {
    clear();
    if (!closed) stdout.write(`${text}\n`);
  };
  return {
    line: (...pieces) => say(pieces.map((piece) => painted(piece, coloured)).join('')),
    json: (value) => say(JSON.stringify(value)),
    complain: (sentence) => {
      clear();
      stderr.write(`argmark: ${printable(sentence)}\n`);
    },
    progress: (done, all, what) => {
      const time = now();
      if (stderr.isTTY !== true || time - begin < patience || time - shown < restBetween) return;
      shown = time;
      isShowing = true;
      const text = `${done} of ${all}: ${printable(what)}`;
      stderr.write(`\r\x1b[K${text.slice(0, (stderr.columns || 80) - 1)}`);
    },
    isClosed: () => closed,
  };
}

function painted(piece: Piece, coloured: boolean): string {
  if (typeof piece === 'string') return printable(piece);
  const text = printable(piece.text);
  return coloured && text !== '' ? `\x1b[${codes[piece.style]}m${text}\x1b[0m` : text;
}

/** Control characters but for tabs, each as one sign that stands for it. */
function printable(text: string): string {
  return text.replaceAll(/\p{Cc}/gu, (sign) => {
    const code = sign.charCodeAt(0);
    if (sign === '\t') return sign;
    // The block of control pictures; C1 has none.
    return code < 0x20 ? String.fromCharCode(0x2400 + code) : code === 0x7f ? '\u2421' : '\ufffd';
  });
}
