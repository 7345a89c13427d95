/* A gesture as it comes from a page, as a schema: what it may say, before anyone asks whether it can be done. */
import * as z from 'zod';
import type { Gesture } from '../core/annotation/gesture';
import { attributeValue, id, spans } from './values';

const relation = z.enum(['supports', 'attacks']);

/** See `core/annotation/gesture.ts`. */
export const gesture = z.discriminatedUnion('verb', [
  z.object({ verb: z.literal('tag'), tag: z.string(), spans, id: id.exactOptional() }),
  z.object({ verb: z.literal('tagEach'), tag: z.string(), spans, ids: z.array(id).exactOptional() }),
  z.object({ verb: z.literal('retag'), ids: z.array(id), tag: z.string() }),
  z.object({ verb: z.literal('respan'), id, spans }),
  z.object({ verb: z.literal('addFragment'), id, spans }),
  z.object({ verb: z.literal('accept'), id, spans }),
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
