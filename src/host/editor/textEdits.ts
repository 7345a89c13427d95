/*
 * What a text editor tells of a change, as edits of the canonical text. Counted by line and column, never by the editor's offsets, in which
 * a CRLF is two: lines and columns are the same in both texts. Without VS Code.
 */
import { isMadeBy, type TextEdit, withEdits } from '../../core/anchor/trackMarks';
import { lineStartsOf, offsetAmong, type Place } from './lineStarts';

/** As VS Code tells it: one after the other, each on the text that the one before left. */
export interface EditorChange {
  readonly range: { readonly start: Place; readonly end: Place };
  readonly text: string;
}

/** The edits, one after the other, that make `after` of the canonical text `before`; one of the whole text where what is told does not. */
export function editsOf(changes: readonly EditorChange[], before: string, after: string): readonly TextEdit[] {
  const edits: TextEdit[] = [];
  let text = before;
  let lines = lineStartsOf(text);
  /** Those that count in `text`: each before the last one, so that lines and columns are the same for the next. */
  let pending: TextEdit[] = [];
  let last: Place | undefined;
  for (const { range, text: put } of changes) {
    if (last && isBehind(range.end, last)) {
      text = withEdits(text, pending);
      lines = lineStartsOf(text);
      pending = [];
    }
    last = range.start;
    const start = offsetAmong(lines, text.length, range.start);
    const edit = { start, end: offsetAmong(lines, text.length, range.end), text: put.replace(/\r\n?/g, '\n') };
    pending.unshift(edit);
    edits.push(edit);
  }
  return isMadeBy(text, pending, after) ? edits : [{ start: 0, end: before.length, text: after }];
}

const isBehind = (a: Place, b: Place): boolean => a.line > b.line || (a.line === b.line && a.character > b.character);
