/*
 * Everything that the host and the reading view say to each other, as schemas: the types are inferred from them, and both doors
 * check with them (what does not fit is logged and dropped). A reader says `ready` and gets the whole state; afterwards it gets what
 * changed, with the revision that this starts from, and asks for the whole state again when it has missed one.
 */
import * as z from 'zod';
import { attributeTypes, type Codebook, lineStyles, tagColours } from './core/annotation/codebook';
import type { Gesture } from './core/annotation/gesture';
import type { Argument, Link } from './core/annotation/model';
import type { Article, Block } from './core/article/article';

const id = z.string().min(1);
const offset = z.number().int().nonnegative();
const span = z.object({ start: offset, end: offset });
const spans = z.array(span);
const relation = z.enum(['supports', 'attacks']);
const attributeValue = z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]);

/** See `core/annotation/gesture.ts`. */
const gesture = z.discriminatedUnion('verb', [
  z.object({ verb: z.literal('tag'), tag: z.string(), spans, id: id.exactOptional() }),
  z.object({ verb: z.literal('tagEach'), tag: z.string(), spans, ids: z.array(id).exactOptional() }),
  z.object({ verb: z.literal('retag'), ids: z.array(id), tag: z.string() }),
  z.object({ verb: z.literal('respan'), id, spans }),
  z.object({ verb: z.literal('addFragment'), id, spans }),
  z.object({ verb: z.literal('remove'), ids: z.array(id) }),
  z.object({
    verb: z.literal('write'),
    ids: z.array(id),
    field: z.enum(['note', 'wording', 'speaker', 'scheme']),
    value: z.string(),
  }),
  z.object({
    verb: z.literal('setAttribute'),
    ids: z.array(id),
    name: z.string(),
    value: attributeValue.exactOptional(),
  }),
  z.object({ verb: z.literal('setArticleAttribute'), name: z.string(), value: attributeValue.exactOptional() }),
  z.object({ verb: z.literal('argue'), premises: z.array(id), relation, target: id, id: id.exactOptional() }),
  z.object({ verb: z.literal('dropPremise'), argument: id, premise: id }),
  z.object({ verb: z.literal('addUnstated'), wording: z.string(), tag: z.string(), argument: id.exactOptional() }),
]) satisfies z.ZodType<Gesture>;

const run = z.object({
  start: offset,
  end: offset,
  styles: z.array(z.enum(['strong', 'emphasis', 'strikethrough', 'code', 'link'])).exactOptional(),
  href: z.string().exactOptional(),
  keepsLines: z.boolean().exactOptional(),
});
const block = z.object({
  kind: z.enum([
    'title',
    'standfirst',
    'byline',
    'date',
    'outlet',
    'heading',
    'paragraph',
    'listItem',
    'quote',
    'code',
    'table',
    'rule',
    'about',
    'furniture',
  ]),
  start: offset,
  end: offset,
  runs: z.array(run),
  level: z.number().int().exactOptional(),
  marker: z.string().exactOptional(),
  furniture: z.object({ label: z.string(), lines: z.number().int() }).exactOptional(),
}) satisfies z.ZodType<Block>;
const article = z.object({
  text: z.string(),
  format: z.enum(['plain', 'markdown', 'page']),
  facts: z.object({
    title: z.string().exactOptional(),
    authors: z.array(z.string()),
    published: z.string().exactOptional(),
    outlet: z.string().exactOptional(),
    standfirst: z.string().exactOptional(),
    topics: z.array(z.string()),
    regions: z.array(z.string()),
    source: z.string().exactOptional(),
  }),
  blocks: z.array(block),
}) satisfies z.ZodType<Article>;

/** An annotation with the place where it stands now (UTF-16 units). The recorded selectors stay with the host, but for an orphan's old words. */
const placed = z.object({
  id,
  tag: z.string(),
  status: z.enum(['exact', 'moved', 'orphan', 'unstated']),
  spans,
  quote: z.string(),
  speaker: z.string().exactOptional(),
  wording: z.string().exactOptional(),
  attributes: z.record(z.string(), attributeValue).exactOptional(),
  note: z.string().exactOptional(),
  by: z.string().exactOptional(),
  at: z.string().exactOptional(),
});
export type PlacedAnnotation = z.infer<typeof placed>;

const argument = z.object({
  id,
  premises: z.array(z.string()),
  supports: z.string().exactOptional(),
  attacks: z.string().exactOptional(),
  scheme: z.string().exactOptional(),
  note: z.string().exactOptional(),
  by: z.string().exactOptional(),
  at: z.string().exactOptional(),
}) satisfies z.ZodType<Argument>;

const link = z.object({
  id,
  from: z.string(),
  rephrases: z.string(),
  note: z.string().exactOptional(),
  by: z.string().exactOptional(),
  at: z.string().exactOptional(),
}) satisfies z.ZodType<Link>;

const attribute = z.object({
  name: z.string(),
  type: z.enum(attributeTypes),
  label: z.string().exactOptional(),
  values: z.array(z.string()).exactOptional(),
  required: z.boolean().exactOptional(),
  default: attributeValue.exactOptional(),
  minimum: z.union([z.number(), z.string()]).exactOptional(),
  maximum: z.union([z.number(), z.string()]).exactOptional(),
});
const codebook = z.object({
  tags: z.array(
    z.object({
      name: z.string(),
      label: z.string(),
      key: z.string().exactOptional(),
      colour: z.enum(tagColours),
      line: z.enum(lineStyles),
      parent: z.string().exactOptional(),
      guideline: z.string().exactOptional(),
      examples: z.array(z.string()).exactOptional(),
      counterExamples: z.array(z.string()).exactOptional(),
      attributes: z.array(attribute),
    }),
  ),
  article: z.array(attribute),
}) satisfies z.ZodType<Codebook>;

/** What the reading view does on a key, by name; `argmark.keys` maps keys to these names or to tags (`tag:claim`). */
export const readerActions = [
  'growSelection',
  'shrinkSelection',
  'nextAnnotation',
  'previousAnnotation',
  'nextOfTag',
  'previousOfTag',
  'details',
  'hover',
  'support',
  'attack',
  'tagByList',
  'addUnstated',
  'respan',
  'addFragment',
  'repeat',
  'remove',
  'armTag',
  'find',
  'tagAllHits',
  'goTo',
  'goToHeading',
  'goToConclusion',
  'goToPremise',
  'goBack',
  'goForward',
  'copyQuote',
  'keys',
] as const;
export type ReaderAction = (typeof readerActions)[number];

const attributes = z.record(z.string(), attributeValue);

const settings = z.object({
  readingFont: z.enum(['serif', 'sans', 'editor']),
  /** In characters. */
  lineWidth: z.number(),
  /** The size of the letters, in percent. */
  zoom: z.number(),
  /** Key (as in `KeyboardEvent.key`, with `Shift+` before it where needed) to reader action, or `tag:<name>`. */
  keys: z.record(z.string(), z.string()),
  annotator: z.string(),
});
export type ReaderSettings = z.infer<typeof settings>;

/** Why nothing can be changed, and what should be said on top of the page: whole sentences. */
const notice = z.object({ severity: z.enum(['error', 'warning', 'info']), message: z.string() });

const state = z.object({
  type: z.literal('state'),
  revision: z.number(),
  name: z.string(),
  article,
  annotations: z.array(placed),
  arguments: z.array(argument),
  links: z.array(link),
  /** Of the article itself. */
  attributes,
  codebook,
  settings,
  readOnly: z.boolean(),
  dirty: z.boolean(),
  notices: z.array(notice),
});
const changes = z.object({
  type: z.literal('changes'),
  from: z.number(),
  revision: z.number(),
  annotations: z.array(placed),
  removedAnnotations: z.array(z.string()),
  arguments: z.array(argument),
  removedArguments: z.array(z.string()),
  links: z.array(link),
  removedLinks: z.array(z.string()),
  /** All of the article's, where they have changed. */
  attributes: attributes.exactOptional(),
  dirty: z.boolean(),
  /** The number of the gesture that this answers, if it does. */
  gesture: z.number().exactOptional(),
  /** The annotation that the gesture made or changed, to be selected. */
  select: id.exactOptional(),
});
/** The schema of all that a reader is sent. */
export const toReader = z.discriminatedUnion('type', [
  state,
  changes,
  z.object({ type: z.literal('status'), dirty: z.boolean(), notices: z.array(notice), readOnly: z.boolean() }),
  z.object({ type: z.literal('settings'), settings }),
  /** A gesture could not be done: the reader takes its painting back and says why. */
  z.object({ type: z.literal('refused'), gesture: z.number().exactOptional(), message: z.string() }),
  z.object({ type: z.literal('say'), message: z.string() }),
  z.object({ type: z.literal('reveal'), id: id.exactOptional(), span: span.exactOptional(), focus: z.boolean() }),
  /** `tag` is the one to be armed. */
  z.object({ type: z.literal('do'), action: z.enum(readerActions), tag: z.string().exactOptional() }),
]);
export type ReaderState = z.infer<typeof state>;
export type ReaderChanges = z.infer<typeof changes>;
export type ToReader = z.infer<typeof toReader>;

const asked = [
  ...(['tagByList', 'armTag', 'addUnstated', 'goTo', 'goToHeading', 'goToConclusion', 'goToPremise'] as const),
  ...(['copyQuote', 'navigateBack', 'navigateForward'] as const),
] as const;
const fromReader = z.discriminatedUnion('type', [
  z.object({ type: z.literal('ready'), revision: z.number().exactOptional() }),
  /** `revision` is the one shown when the gesture was made: spans of a text that has changed since must not land on other words. */
  z.object({
    type: z.literal('gesture'),
    number: z.number().int(),
    revision: z.number(),
    gesture,
  }),
  /** Sent when the selection or the caret comes to rest: what commands from the palette act on, and what the tree follows. */
  z.object({
    type: z.literal('selection'),
    /** The one shown: the offsets are those of its text. */
    revision: z.number(),
    spans,
    caret: offset,
    /** The annotation under the caret that speaks up. */
    annotation: id.exactOptional(),
    /** The first offset on screen, for the way to the plain text and back. */
    top: offset,
  }),
  /** Things that need VS Code's own input: pick a tag, word an unstated premise, go to an annotation. */
  z.object({ type: z.literal('ask'), what: z.enum(asked) }),
  z.object({ type: z.literal('openLink'), href: z.string() }),
  z.object({ type: z.literal('failure'), message: z.string() }),
]);
export type FromReader = z.infer<typeof fromReader>;

/** Checks what came through a door: the message, or undefined and a word for the log on what does not fit. */
export function readToReader(message: unknown): ToReader | string {
  return checked(toReader, message);
}
export function readFromReader(message: unknown): FromReader | string {
  return checked(fromReader, message);
}

function checked<T>(schema: z.ZodType<T>, message: unknown): T | string {
  const result = schema.safeParse(message);
  return result.success ? result.data : z.prettifyError(result.error);
}
