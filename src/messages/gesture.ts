/* A gesture as it comes from a page, as a schema: what it may say, before anyone asks whether it can be done. */
import * as z from 'zod/mini';
import { type Gesture, writtenFields } from '../core/annotation/gesture';
import { relations } from '../core/annotation/model';
import { attributeValue, id, spans } from './values';

const relation = z.enum(relations);

/** See `core/annotation/gesture.ts`. */
export const gesture = z.discriminatedUnion('verb', [
  z.object({ verb: z.literal('tag'), tag: z.string(), spans, id: z.exactOptional(id) }),
  z.object({ verb: z.literal('tagEach'), tag: z.string(), spans, ids: z.exactOptional(z.array(id)) }),
  z.object({ verb: z.literal('retag'), ids: z.array(id), tag: z.string() }),
  z.object({ verb: z.literal('respan'), id, spans }),
  z.object({ verb: z.literal('addFragment'), id, spans }),
  z.object({ verb: z.literal('accept'), id, spans }),
  z.object({ verb: z.literal('remove'), ids: z.array(id) }),
  z.object({
    verb: z.literal('write'),
    ids: z.array(id),
    field: z.enum(writtenFields),
    value: z.string(),
  }),
  z.object({
    verb: z.literal('setAttribute'),
    ids: z.array(id),
    name: z.string(),
    value: z.exactOptional(attributeValue),
  }),
  z.object({ verb: z.literal('setArticleAttribute'), name: z.string(), value: z.exactOptional(attributeValue) }),
  z.object({ verb: z.literal('argue'), premises: z.array(id), relation, target: id, id: z.exactOptional(id) }),
  z.object({ verb: z.literal('dropPremise'), argument: id, premise: id }),
  z.object({ verb: z.literal('addUnstated'), wording: z.string(), tag: z.string(), argument: z.exactOptional(id) }),
]) satisfies z.ZodMiniType<Gesture>;
