/*
 * Where in the text an entry comes in and what goes with it when it is taken out: blank lines between neighbours, the section's key with the
 * first one and `[]` behind it with the last. Comments that stand between entries stay where they are (sidecar.md, rules 1 and 3).
 */
import { type Entry, type EntryKind, entryKinds, listOf } from '../annotation/model';
import { Draft, type Region } from './draft';
import { entryLines, pairLines, type Value } from './entryText';
import { isBlank, keepsBlankLines, linesText } from './lines';
import type { EntryPiece, HeaderPiece, Piece, TextPiece } from './pieces';
import { articleOrder, format } from './schema';
import type { Sidecar } from './sidecar';
import { sourceOf } from './source';

/** Pieces in the place of others. */
export interface Replacement extends Region {
  readonly pieces: readonly Piece[];
}

/**
 * How an entry of a block list is put in before the entry at `next`, or at its section's end. `pieceAt` makes its lines for the column at which the
 * dashes of the section stand.
 */
export function insertion(
  draft: Draft,
  kind: EntryKind,
  pieceAt: (dashColumn: number) => EntryPiece,
  next: number | undefined,
): Replacement {
  const piece = pieceAt(draft.dashColumn(kind));
  if (next !== undefined) return between(draft, kind, piece, next);
  const last = draft.pieces.findLastIndex((other) => other.form === 'entry' && other.record.kind === kind);
  if (last >= 0) return behind(draft, last, [...blankBehind(draft, last), piece]);
  const header = draft.pieces.findIndex((other) => other.form === 'header' && other.kind === kind);
  return header >= 0 ? firstOf(draft, header, piece) : withSection(draft, kind, piece);
}

/** An entry in the shape that Argmark writes. */
export const newPiece =
  (draft: Draft, kind: EntryKind, entry: Entry) =>
  (dashColumn: number): EntryPiece => ({
    form: 'entry',
    text: linesText(entryLines(kind, entry, dashColumn), draft.newline),
    record: { kind, id: entry.id, entry, faults: [] },
  });

/** Between two entries: below the first one's blank line, above the comments that lead up to the second. */
function between(draft: Draft, kind: EntryKind, piece: EntryPiece, next: number): Replacement {
  let from = next;
  while (draft.pieces[from - 1]?.form === 'gap') from--;
  const gap = textLines(draft.pieces.slice(from, next));
  let lead = gap.length;
  while (lead > 0 && !isBlank(gap[lead - 1] as string)) lead--;
  const above = gap.slice(0, lead);
  const previous = draft.pieces[from - 1];
  const isFirst = previous?.form === 'header' && previous.kind === kind;
  const isParted =
    isFirst || isBlank(above.at(-1) ?? 'text') || (above.length === 0 && keepsBlankLines(previous?.text ?? ''));
  const pad = isParted ? [] : [draft.newline];
  return {
    from,
    to: next,
    pieces: [...gaps([...above, ...pad]), piece, ...gaps([draft.newline, ...gap.slice(lead)])],
  };
}

/** Gives a piece the line break that it lacks at the end of the text. */
export function withLineBreak(draft: Draft, at: number): void {
  const { from, to, pieces } = behind(draft, at, []);
  draft.replace({ from, to }, pieces);
}

/** Behind a piece, whose last line gets a line break if it has none. */
function behind(draft: Draft, at: number, pieces: readonly Piece[]): Replacement {
  const previous = draft.pieces[at];
  if (!previous || previous.text === '' || previous.text.endsWith('\n')) return { from: at + 1, to: at + 1, pieces };
  return { from: at, to: at + 1, pieces: [{ ...previous, text: previous.text + draft.newline }, ...pieces] };
}

const emptyHeader =
  /^(\s*(?:"[^"]*"|'[^']*'|[^\s:#]+)\s*:)(?:[ \t]*(?:\[ *\]|~|null))?([ \t]*(?:[ \t]#[^\n]*?)?)(\r?\n)?$/;

/** The first entry of a section that says it has none. */
function firstOf(draft: Draft, at: number, piece: EntryPiece): Replacement {
  const header = draft.pieces[at] as HeaderPiece;
  const [, key = header.text, comment = ''] = emptyHeader.exec(header.text) ?? [];
  const text = `${key}${comment}${draft.newline}`;
  const to = at + 1;
  return { from: at, to, pieces: [{ ...header, text }, piece, ...parted(draft, to)] };
}

/** A section that is not there yet, in its place among the others, or at the end. */
function withSection(draft: Draft, kind: EntryKind, piece: EntryPiece): Replacement {
  const later = entryKinds.slice(entryKinds.indexOf(kind) + 1);
  const next = draft.pieces.findIndex(
    (other) =>
      (other.form === 'header' && later.includes(other.kind)) ||
      (other.form === 'whole' && later.includes(other.kind as EntryKind)),
  );
  let at = next < 0 ? draft.pieces.length : next;
  while (at > 0 && draft.pieces[at - 1]?.form === 'gap') at--;
  const text = `${' '.repeat(draft.rootColumn)}${listOf[kind]}:${draft.newline}`;
  const isEmpty = !draft.pieces.some(
    (other) => other.form === 'header' || other.form === 'whole' || (other.form === 'text' && other.name !== ''),
  );
  const lead: Piece[] = isEmpty ? headPieces(draft) : [];
  if (at > 0 && isEmpty) draft.mustVerify = true;
  const pad = at > 0 || isEmpty ? blankBehind(draft, at - 1) : [];
  return extended(behind(draft, at - 1, [...lead, ...pad, { form: 'header', kind, text }, piece]), parted(draft, at));
}

const extended = (replacement: Replacement, pieces: readonly Piece[]): Replacement => ({
  ...replacement,
  pieces: [...replacement.pieces, ...pieces],
});

/** The format and the article's facts, with which a new file begins. */
export function headPieces(draft: Pick<Draft, 'newline' | 'article'>): TextPiece[] {
  const facts = articleOrder.filter((key) => draft.article[key] !== undefined);
  const article = Object.fromEntries(facts.map((key) => [key, draft.article[key] as Value]));
  return [
    { form: 'text', name: 'argmark', text: `argmark: ${format}${draft.newline}`, faults: [] },
    ...(facts.length > 0
      ? [
          {
            form: 'text' as const,
            name: 'article',
            text: linesText(pairLines('article', article, 0), draft.newline),
            faults: [],
          },
        ]
      : []),
  ];
}

/** A file without entries. */
export function emptyText(sidecar: Sidecar): string {
  const head = headPieces(new Draft(sourceOf(sidecar)));
  return `${head.map((piece) => piece.text).join('')}\n${listOf.annotation}: []\n`;
}

/** A blank line, where an entry would otherwise stand right above the next key. */
function parted(draft: Draft, at: number): Piece[] {
  const next = draft.pieces[at];
  const following = draft.pieces.slice(at).some((piece) => piece.form !== 'gap');
  if (!next || !following || (next.form === 'gap' && /^[ \t]*\r?\n/.test(next.text))) return [];
  return [blank(draft)];
}

/** How the entry at `at` is taken out, with the blank line that parted it from its neighbour. */
export function removal(draft: Draft, kind: EntryKind, at: number): Replacement {
  const { from, to } = draft.around(kind, { from: at, to: at + 1 });
  const above = draft.pieces.slice(from, at);
  const below = textLines(draft.pieces.slice(at + 1, to));
  const isOnly = ![draft.pieces[from - 1], draft.pieces[to]].some(
    (piece) => piece?.form === 'entry' && piece.record.kind === kind,
  );
  const header = above.findLastIndex((piece) => piece.form === 'header');
  const gap = textLines(above.slice(header + 1));
  const head = above.slice(0, header + 1).map((piece) => (isOnly && piece.form === 'header' ? emptied(piece) : piece));
  const isFirst = header >= 0 && gap.length === 0;
  if (gap.length === 0 && keepsBlankLines(draft.pieces[from - 1]?.text ?? ''))
    while (isBlank(below[0] ?? 'text')) below.shift();
  if (isBlank(below[0] ?? 'text') && (isBlank(gap.at(-1) ?? 'text') || (isFirst && !isOnly))) below.shift();
  else if (below.length === 0 && to === draft.pieces.length && gap.length > 0 && isBlank(gap.at(-1) as string))
    gap.pop();
  return { from, to, pieces: [...head, ...gaps([...gap, ...below])] };
}

function emptied(header: HeaderPiece): HeaderPiece {
  const key = /^\s*(?:"[^"]*"|'[^']*'|[^\s:#]+)\s*:/.exec(header.text)?.[0] ?? '';
  return { ...header, text: `${key} []${header.text.slice(key.length)}` };
}

/** A blank line below a piece, where it does not become part of the piece's value. */
const blankBehind = (draft: Draft, at: number): Piece[] =>
  keepsBlankLines(draft.pieces[at]?.text ?? '') ? [] : [blank(draft)];

const blank = (draft: Draft): Piece => ({ form: 'gap', text: draft.newline });

const gaps = (lines: readonly string[]): Piece[] => (lines.length === 0 ? [] : [{ form: 'gap', text: lines.join('') }]);

function textLines(pieces: readonly Piece[]): string[] {
  const text = pieces.map((piece) => piece.text).join('');
  return text === '' ? [] : text.split(/(?<=\n)(?!$)/);
}
