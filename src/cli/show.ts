/* `argmark show`: what is said about an article, as readable text: its annotations in the order of the file, then its arguments. */
import { type DescribeContext, describe } from '../core/annotation/describe';
import { type AnnotationSet, indexOf } from '../core/annotation/model';
import { quoteOf } from '../core/annotation/quote';
import { argumentInWords } from '../core/annotation/relations';
import { inSentence, shorten } from '../core/annotation/words';
import { placesIn } from '../core/problem';
import type { CodebookInUse } from './codebooks';
import type { Job } from './job';
import { type Loaded, whyUnreadable } from './load';
import type { Terminal } from './terminal';

export function showJob(terminal: Terminal, json: boolean): Job {
  return {
    each: async (loaded, codebook) => {
      const why = whyUnreadable(loaded);
      for (const sentence of why) terminal.complain(sentence);
      if (!loaded.sidecarState.readOnly) {
        if (json) terminal.json(shownValue(loaded));
        else print(terminal, loaded, codebook);
      }
      return why.length > 0 ? 2 : 0;
    },
    end: () => {},
  };
}

/** The set as the file has it, with where its words stand now in place of where they were recorded. */
function shownValue({ article, sidecar, sidecarState: { set }, now }: Loaded) {
  const lineAt = lines(now);
  const annotations = set.annotations.map((annotation) => {
    const placement = now?.placements.get(annotation.id);
    const line = lineAt(placement?.spans[0]?.start);
    const spans = placement?.spans.map(({ start, end }) => ({
      start: now?.index.fromUnits(start),
      end: now?.index.fromUnits(end),
    }));
    return {
      ...annotation,
      ...{ quote: quoteOf(annotation), spans: spans ?? [] },
      ...(placement && { status: placement.status }),
      ...(line !== undefined && { line }),
    };
  });
  const { arguments: inferences, links, attributes } = set;
  return { article, sidecar, ...(attributes && { attributes }), annotations, arguments: inferences, links };
}

function print(terminal: Terminal, { article, sidecarState, now }: Loaded, { codebook }: CodebookInUse): void {
  const { set, article: facts } = sidecarState;
  const source = [facts.authors?.join(', '), facts.outlet, facts.published].filter(Boolean).join(', ');
  const about = [facts.title, source && `(${source})`].filter(Boolean).join(' ');
  terminal.line({ text: article, style: 'bold' }, about && `: ${about}`);
  if (set.annotations.length + set.arguments.length + set.links.length === 0) terminal.line('  Nothing is annotated.');
  const context: DescribeContext = { entries: indexOf(set), placements: now?.placements ?? new Map(), codebook };
  const lineAt = lines(now);
  for (const { id } of set.annotations) {
    terminal.line();
    printAnnotation(terminal, id, context, lineAt);
  }
  printArguments(terminal, set);
  terminal.line();
}

function printAnnotation(
  terminal: Terminal,
  id: string,
  context: DescribeContext,
  lineAt: (start: number | undefined) => number | undefined,
): void {
  const told = describe(id, context);
  if (!told) return;
  const line = lineAt(context.placements.get(id)?.spans[0]?.start);
  const where = line === undefined ? '' : `, line ${line}`;
  terminal.line('  ', { text: id, style: 'bold' }, '  ', { text: told.tag.label, style: 'blue' }, where);
  terminal.line(`    “${told.quote}”`);
  if (told.status) terminal.line('    ', { text: told.status, style: 'yellow' });
  const fields: [name: string, value: string | undefined][] = [
    ['wording', told.wording === told.quote ? undefined : told.wording],
    ['speaker', told.speaker],
    ...told.attributes.map(({ label, value }): [string, string] => [inSentence(label), value]),
    ['note', told.note],
    ['by', [told.by, told.atText].filter(Boolean).join(', ')],
  ];
  for (const [name, value] of fields) if (value) printField(terminal, name, value);
  for (const { relations } of told.relations) {
    for (const { sign, words, target, quote } of relations) {
      const style = sign === '+' ? 'green' : sign === '-' ? 'red' : 'dim';
      const named = quote === target ? target : `“${shorten(quote, 80)}” (${target})`;
      terminal.line('    ', { text: `${sign} ${words}`, style }, ` ${named}`);
    }
  }
}

/** A note of several lines stands below its name. */
function printField(terminal: Terminal, name: string, value: string): void {
  const rows = value.trimEnd().split('\n');
  const label = { text: `${name}:`, style: 'dim' } as const;
  if (rows.length === 1) terminal.line('    ', label, ` ${value}`);
  else {
    terminal.line('    ', label);
    for (const row of rows) terminal.line(`      ${row}`);
  }
}

function printArguments(terminal: Terminal, set: AnnotationSet): void {
  if (set.arguments.length === 0) return;
  terminal.line();
  for (const argument of set.arguments) {
    const { id, scheme, note } = argument;
    terminal.line('  ', { text: id, style: 'bold' }, '  ', argumentInWords(argument, indexOf(set), 80));
    if (scheme) printField(terminal, 'scheme', scheme);
    if (note) printField(terminal, 'note', note);
  }
}

/** Lines of the article, from 1, by offset in UTF-16 units. */
function lines(now: Loaded['now']): (start: number | undefined) => number | undefined {
  const placeAt = now && placesIn(now.text);
  return (start) => (start === undefined ? undefined : placeAt?.(start).line);
}
