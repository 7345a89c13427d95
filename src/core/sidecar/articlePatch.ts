/*
 * A change of the article's own attributes -> the lines of `article:` changed and no others. They stand below one key of the root and not in
 * a list, so the key's lines are patched as an entry's are; what stands there and cannot be read stays (sidecar.md, rules 1 and 2).
 */
import { isMap } from 'yaml';
import { type ArticleChange, changedAttributes, sameValue } from '../annotation/edit';
import type { Attributes } from '../annotation/model';
import { parseYaml } from '../yaml/nodes';
import { isPlainMap, type Plain, surveyOf, Values } from '../yaml/values';
import type { Draft, Region } from './draft';
import { headPieces } from './entryPlaces';
import { pairLines, type Value, type ValueMap } from './entryText';
import { linesText } from './lines';
import { asMap, patchedMapText } from './mapPatch';
import { type Piece, type SourceState, statesOf } from './pieces';
import { rootOrder } from './schema';
import type { RecordedArticle } from './sidecar';

/** What became of it: the change as it was made; passed over, where others have changed the same since; or not possible in this text. */
export function patchArticle(draft: Draft, change: ArticleChange): ArticleChange | 'skipped' | undefined {
  const before = draft.article.attributes ?? {};
  const after = changedAttributes(before, change);
  if (sameValue(before, after)) return sameValue(before, change.after) ? { ...change, before, after } : 'skipped';
  const article = withAttributes(draft.article, after);
  const replacement = known(draft, change, after) ?? patched(draft, before, after, article);
  if (!replacement) return undefined;
  const { from, to, pieces } = replacement;
  const beforeSource = draft.state({ from, to });
  draft.replace({ from, to }, pieces);
  draft.article = article;
  const afterSource = draft.state({ from, to: from + pieces.length });
  return { kind: change.kind, id: change.id, before, after, beforeSource, afterSource };
}

interface Replacement extends Region {
  readonly pieces: readonly Piece[];
}

/** The bytes that an earlier change left or found there, where what it made is still to the byte what stands there. */
function known(draft: Draft, change: ArticleChange, after: Attributes): Replacement | undefined {
  const states = statesOf(change);
  if (!states.before || !states.after || !sameValue(after, change.after)) return undefined;
  const region = regionOf(draft, states.before);
  // The head of a file that was new goes only with all else that has come into the file since.
  if (!region || (states.after.pieces.length === 0 && region.to - region.from < draft.pieces.length)) return undefined;
  return { ...region, pieces: states.after.pieces };
}

function regionOf(draft: Draft, { pieces }: SourceState): Region | undefined {
  if (pieces.length === 0) return undefined;
  const from = draft.pieces.findIndex((_, at) => pieces.every(({ text }, i) => draft.pieces[at + i]?.text === text));
  return from < 0 ? undefined : { from, to: from + pieces.length };
}

function patched(
  draft: Draft,
  before: Attributes,
  after: Attributes,
  article: RecordedArticle,
): Replacement | undefined {
  const at = draft.pieces.findIndex(
    (piece) => (piece.form === 'text' && piece.name === 'article') || (piece.form === 'whole' && !piece.kind),
  );
  const piece = draft.pieces[at];
  if (piece) {
    const text = withArticle(piece.text, before, after, draft.newline);
    if (piece.form === 'whole') draft.mustVerify = true;
    return text === undefined ? undefined : { from: at, to: at + 1, pieces: [{ ...piece, text }] };
  }
  const head = draft.pieces.findIndex((other) => other.form === 'text' && other.name === 'argmark');
  const first = draft.pieces[head];
  if (!first) {
    if (draft.pieces.length > 0) draft.mustVerify = true;
    const to = draft.pieces.length;
    const last = draft.pieces[to - 1];
    const lines = headPieces({ newline: draft.newline, article });
    if (!last || last.text.endsWith('\n')) return { from: to, to, pieces: lines };
    return { from: to - 1, to, pieces: [{ ...last, text: last.text + draft.newline }, ...lines] };
  }
  const text = linesText(pairLines('article', { attributes: after }, draft.rootColumn), draft.newline);
  const above = first.text.endsWith('\n') ? first : { ...first, text: first.text + draft.newline };
  return { from: head, to: head + 1, pieces: [above, { form: 'text', name: 'article', text, faults: [] }] };
}

/** The text of a root with an `article:` whose attributes are changed from one value to the other, and nothing else. */
function withArticle(text: string, before: Attributes, after: Attributes, newline: string): string | undefined {
  const document = parseYaml(text);
  const root = document.contents;
  if (document.errors.length > 0 || !isMap(root)) return undefined;
  const said = new Values(surveyOf(root).targets).of(root) as { readonly [key: string]: Plain };
  const article = said.article ?? {};
  if (!isPlainMap(article)) return undefined;
  const attributes = article.attributes ?? {};
  if (!isPlainMap(attributes)) return undefined;
  const target = new Map<string, Value>(Object.entries(attributes));
  for (const name of Object.keys(before)) if (!Object.hasOwn(after, name)) target.delete(name);
  for (const [name, value] of Object.entries(after)) if (!sameValue(before[name], value)) target.set(name, value);
  const { attributes: _, ...rest } = article;
  const next: ValueMap = { ...rest, ...(target.size > 0 && { attributes: Object.fromEntries(target) }) };
  return patchedMapText(text, asMap, { ...said, article: next }, rootOrder, newline);
}

function withAttributes(article: RecordedArticle, attributes: Attributes): RecordedArticle {
  const { attributes: _, ...rest } = article;
  return Object.keys(attributes).length === 0 ? rest : { ...rest, attributes };
}
