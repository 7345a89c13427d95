/**
 * Reads an article and its sidecar as another program would: nothing of the product is used, only two YAML libraries that the product
 * does not use, and code points counted here. What is on disk after a test is believed only where this agrees with it.
 */
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { load } from 'js-yaml';
import yaml11 from 'js-yaml-3';

/** A span as it stands in the file; offsets are code points of the text without BOM and with LF at line ends. */
export interface FoundSpan {
  readonly quote: string;
  readonly prefix?: string;
  readonly suffix?: string;
  readonly start: number;
  readonly end: number;
}

/** An annotation as it stands in the file. */
export interface FoundAnnotation {
  readonly id: string;
  readonly tag: string;
  readonly spans: readonly FoundSpan[];
  readonly wording?: string;
  readonly note?: string;
  readonly by?: string;
  readonly at?: string;
  readonly attributes?: Readonly<Record<string, unknown>>;
  readonly speaker?: string;
}

/** An argument as it stands in the file. */
export interface FoundArgument {
  readonly id: string;
  readonly premises: readonly string[];
  readonly supports?: string;
  readonly attacks?: string;
}

/** What the two files say together. */
export interface Found {
  /** The article's text as code points. */
  readonly points: readonly string[];
  /** The sidecar as it is, byte for byte where it is UTF-8. */
  readonly yaml: string;
  readonly annotations: readonly FoundAnnotation[];
  readonly arguments: readonly FoundArgument[];
  /** The annotation whose quotes, joined by ` … `, are this; there must be exactly one. */
  of(quote: string): FoundAnnotation;
}

/** The sidecar's path: the article's with an ending. */
export const sidecarOf = (article: string) => `${article}.annotations.yaml`;

/** Whether the article has a sidecar. */
export const hasSidecar = (article: string) => existsSync(sidecarOf(article));

/**
 * Reads both files and asserts all that must be true of any sidecar that was just saved: two YAML readers of different versions of YAML
 * agree on it, every quote is what stands at its offsets, context included, ids are given once, and arguments speak of what is there.
 */
export async function readIndependently(article: string): Promise<Found> {
  const points = codePoints(await readFile(article));
  const yaml = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(await readFile(sidecarOf(article)));
  const value = load(yaml) as Record<string, unknown>;
  assert.deepEqual(value, yaml11.load(yaml), 'YAML 1.2 and 1.1 readers see the same');
  assert.equal(value.argmark, 1);
  const annotations = (value.annotations ?? []) as FoundAnnotation[];
  const args = (value.arguments ?? []) as FoundArgument[];
  const ids = [...annotations, ...args].map((entry) => entry.id);
  assert.equal(new Set(ids).size, ids.length, `ids are given once: ${ids}`);
  for (const annotation of annotations) checkAnnotation(annotation, points);
  for (const argument of args) {
    for (const id of [...argument.premises, argument.supports ?? argument.attacks ?? '']) {
      assert.ok(ids.includes(id), `${argument.id} speaks of ${id}, which is there`);
    }
  }
  const of = (quote: string) => {
    const found = annotations.filter(({ spans }) => spans.map((span) => span.quote).join(' … ') === quote);
    const quotes = annotations.flatMap(({ spans }) => spans.map((span) => span.quote));
    assert.equal(found.length, 1, `one annotation says ${JSON.stringify(quote)}; there are ${JSON.stringify(quotes)}`);
    return found[0] as FoundAnnotation;
  };
  return { points, yaml, annotations, arguments: args, of };
}

function checkAnnotation({ id, tag, spans, wording }: FoundAnnotation, points: readonly string[]): void {
  assert.ok(tag, `${id} has a tag`);
  if (spans.length === 0) assert.ok(wording, `${id} stands nowhere in the text, so it has a wording`);
  for (const { quote, start, end, prefix = '', suffix = '' } of spans) {
    const at = (from: number, to: number) => points.slice(Math.max(0, from), to).join('');
    assert.ok(quote.length > 0 && start < end, `${id} has words`);
    assert.equal(quote, at(start, end), `${id} quotes what stands at its offsets`);
    assert.equal(prefix, at(start - Array.from(prefix).length, start), `${id} has the words before it`);
    assert.equal(suffix, at(end, end + Array.from(suffix).length), `${id} has the words after it`);
  }
}

/** The code points of an article's bytes: UTF-8 without its mark, each kind of line end as one LF. */
export function codePoints(bytes: Uint8Array): string[] {
  const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  const points: string[] = [];
  let afterReturn = false;
  for (const point of Array.from(decoder.decode(marked ? bytes.subarray(3) : bytes))) {
    if (!(afterReturn && point === '\n')) points.push(point === '\r' ? '\n' : point);
    afterReturn = point === '\r';
  }
  return points;
}
