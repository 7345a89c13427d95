/*
 * Everything that the host and the reading view say to each other, as schemas: the types are inferred from them, and both doors
 * check with them (what does not fit is logged and dropped). A reader gets the whole state, with very many annotations in two parts, or says `ready`
 * and gets it; afterwards it gets what changed, with the revision that this starts from, and asks for the whole state again when it has missed one.
 */
import * as z from 'zod/mini';
import { argument, article, codebook, link, placed } from './messages/content';
import { gesture } from './messages/gesture';
import { askedActions, readerActions } from './messages/readerActions';
import { anew, review, reviewAnswer } from './messages/review';
import { attributeValue, id, integer, offset, span, spans } from './messages/values';

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
  /** Screen readers are told of the annotations at the caret, and of what changes. */
  announce: z.boolean(),
});
export type ReaderSettings = z.infer<typeof settings>;

/** Why nothing can be changed, and what should be said on top of the page: whole sentences. */
const notice = z.object({
  severity: z.enum(['error', 'warning', 'info']),
  message: z.string(),
  /** Where in the annotations' file it is, both from 1, columns in UTF-16 units. */
  at: z.exactOptional(z.object({ line: integer, column: integer })),
});

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
  /** Where the article is in another view: a page that remembers nothing begins there. */
  begin: z.exactOptional(z.object({ top: offset, caret: offset })),
});
const changes = z.object({
  type: z.literal('changes'),
  from: z.number(),
  revision: z.number(),
  /** These three where they have changed. Spans are those of the new text. */
  name: z.exactOptional(z.string()),
  article: z.exactOptional(article),
  codebook: z.exactOptional(codebook),
  annotations: z.array(placed),
  removedAnnotations: z.array(z.string()),
  arguments: z.array(argument),
  removedArguments: z.array(z.string()),
  links: z.array(link),
  removedLinks: z.array(z.string()),
  /** All of the article's, where they have changed. */
  attributes: z.exactOptional(attributes),
  dirty: z.boolean(),
  /** Nothing has changed: these are the entries that were left out of the state, so that it was there sooner. */
  rest: z.exactOptional(z.literal(true)),
  /** The number of the gesture that this answers, if it does. */
  gesture: z.exactOptional(z.number()),
});
/** The schema of all that a reader is sent. */
export const toReader = z.discriminatedUnion('type', [
  state,
  changes,
  z.object({ type: z.literal('status'), dirty: z.boolean(), notices: z.array(notice), readOnly: z.boolean() }),
  z.object({ type: z.literal('settings'), settings }),
  /** A gesture could not be done: the reader takes its painting back and says why. */
  z.object({ type: z.literal('refused'), gesture: z.exactOptional(z.number()), message: z.string() }),
  z.object({ type: z.literal('say'), message: z.string() }),
  /** What the reader asked for was done, or nothing came of it. */
  z.object({ type: z.literal('asked') }),
  /** What VS Code was to undo or redo has been told, or there was nothing to be. */
  z.object({ type: z.literal('turned') }),
  z.object({ type: z.literal('reveal'), id: z.exactOptional(id), span: z.exactOptional(span), focus: z.boolean() }),
  /** `tag` is the one to be armed. */
  z.object({ type: z.literal('do'), action: z.enum(readerActions), tag: z.exactOptional(z.string()) }),
  review,
  anew,
]);
export type ReaderState = z.infer<typeof state>;
export type ReaderChanges = z.infer<typeof changes>;
export type ToReader = z.infer<typeof toReader>;

const fromReader = z.discriminatedUnion('type', [
  z.object({ type: z.literal('ready'), revision: z.exactOptional(z.number()) }),
  /** `revision` is the one shown when the gesture was made: spans of a text that has changed since must not land on other words. */
  z.object({
    type: z.literal('gesture'),
    number: integer,
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
    annotation: z.exactOptional(id),
    /** The first offset on screen, for the way to the plain text and back. */
    top: offset,
  }),
  /** Things that need VS Code's own input: pick a tag, word an unstated premise, go to an annotation. */
  z.object({ type: z.literal('ask'), what: z.enum(askedActions) }),
  /** A key for undo or redo was left to VS Code, on top of this revision; the answer says when that is over. */
  z.object({ type: z.literal('turning'), revision: z.number() }),
  z.object({ type: z.literal('openLink'), href: z.string() }),
  /** To a place of the annotations' file, as a notice has it. */
  z.object({ type: z.literal('openSidecar'), line: integer, column: integer }),
  reviewAnswer,
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

function checked<T>(schema: z.ZodMiniType<T>, message: unknown): T | string {
  const result = schema.safeParse(message);
  return result.success ? result.data : z.prettifyError(result.error);
}
