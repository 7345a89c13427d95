/*
 * What a page is told of the files, as schemas: the article's text and blocks, what stands in the sidecar, the codebook. They say the same
 * as the types of the core that they are checked against.
 */
import * as z from 'zod/mini';
import { attributeTypes, type Codebook, lineStyles, tagColours } from '../core/annotation/codebook';
import type { Argument, Link } from '../core/annotation/model';
import { placementStatuses } from '../core/annotation/placement';
import { type Article, articleFormats, type Block, blockKinds, runStyles } from '../core/article/article';
import { attributeValue, id, integer, offset, spans } from './values';

const run = z.object({
  start: offset,
  end: offset,
  styles: z.exactOptional(z.array(z.enum(runStyles))),
  href: z.exactOptional(z.string()),
  keepsLines: z.exactOptional(z.boolean()),
});
const block = z.object({
  kind: z.enum(blockKinds),
  start: offset,
  end: offset,
  runs: z.array(run),
  level: z.exactOptional(integer),
  marker: z.exactOptional(z.string()),
  furniture: z.exactOptional(z.object({ label: z.string(), lines: integer })),
}) satisfies z.ZodMiniType<Block>;
export const article = z.object({
  text: z.string(),
  format: z.enum(articleFormats),
  facts: z.object({
    title: z.exactOptional(z.string()),
    authors: z.array(z.string()),
    published: z.exactOptional(z.string()),
    outlet: z.exactOptional(z.string()),
    standfirst: z.exactOptional(z.string()),
    topics: z.array(z.string()),
    regions: z.array(z.string()),
    source: z.exactOptional(z.string()),
  }),
  blocks: z.array(block),
}) satisfies z.ZodMiniType<Article>;

/** An annotation with the place where it stands now (UTF-16 units). The recorded selectors stay with the host, but for an orphan's old words. */
export const placed = z.object({
  id,
  tag: z.string(),
  status: z.enum(placementStatuses),
  spans,
  score: z.number(),
  why: z.exactOptional(z.string()),
  /** The recorded words, where they are not what is shown at the spans. */
  quote: z.exactOptional(z.string()),
  speaker: z.exactOptional(z.string()),
  wording: z.exactOptional(z.string()),
  attributes: z.exactOptional(z.record(z.string(), attributeValue)),
  note: z.exactOptional(z.string()),
  by: z.exactOptional(z.string()),
  at: z.exactOptional(z.string()),
});
export type PlacedAnnotation = z.infer<typeof placed>;

export const argument = z.object({
  id,
  premises: z.array(z.string()),
  supports: z.exactOptional(z.string()),
  attacks: z.exactOptional(z.string()),
  scheme: z.exactOptional(z.string()),
  note: z.exactOptional(z.string()),
  by: z.exactOptional(z.string()),
  at: z.exactOptional(z.string()),
}) satisfies z.ZodMiniType<Argument>;

export const link = z.object({
  id,
  from: z.string(),
  rephrases: z.string(),
  note: z.exactOptional(z.string()),
  by: z.exactOptional(z.string()),
  at: z.exactOptional(z.string()),
}) satisfies z.ZodMiniType<Link>;

const attribute = z.object({
  name: z.string(),
  type: z.enum(attributeTypes),
  label: z.exactOptional(z.string()),
  values: z.exactOptional(z.array(z.string())),
  required: z.exactOptional(z.boolean()),
  default: z.exactOptional(attributeValue),
  minimum: z.exactOptional(z.union([z.number(), z.string()])),
  maximum: z.exactOptional(z.union([z.number(), z.string()])),
});
export const codebook = z.object({
  tags: z.array(
    z.object({
      name: z.string(),
      label: z.string(),
      key: z.exactOptional(z.string()),
      colour: z.enum(tagColours),
      line: z.enum(lineStyles),
      parent: z.exactOptional(z.string()),
      guideline: z.exactOptional(z.string()),
      examples: z.exactOptional(z.array(z.string())),
      counterExamples: z.exactOptional(z.array(z.string())),
      attributes: z.array(attribute),
    }),
  ),
  article: z.array(attribute),
}) satisfies z.ZodMiniType<Codebook>;
