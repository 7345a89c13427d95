/* The small values that all messages are made of, as schemas. Offsets are UTF-16 units of the canonical text. */
import * as z from 'zod/mini';

export const id = z.string().check(z.minLength(1));
export const integer = z.number().check(z.int());
export const offset = integer.check(z.nonnegative());
export const span = z.object({ start: offset, end: offset });
export const spans = z.array(span);
export const attributeValue = z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]);
