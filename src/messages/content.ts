/*
 * What a page is told of the files, as schemas: the article's text and blocks, what stands in the sidecar, the codebook. They say the same
 * as the types of the core that they are checked against.
 */
import * as z from 'zod';
import { attributeTypes, type Codebook, lineStyles, tagColours } from '../core/annotation/codebook';
import type { Argument, Link } from '../core/annotation/model';
import type { Article, Block } from '../core/article/article';
import { attributeValue, id, offset, spans } from './values';

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
export const article = z.object({
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
export const placed = z.object({
  id,
  tag: z.string(),
  status: z.enum(['exact', 'moved', 'drifted', 'orphan', 'unstated']),
  spans,
  score: z.number(),
  why: z.string().exactOptional(),
  /** The recorded words, where they are not what is shown at the spans. */
  quote: z.string().exactOptional(),
  speaker: z.string().exactOptional(),
  wording: z.string().exactOptional(),
  attributes: z.record(z.string(), attributeValue).exactOptional(),
  note: z.string().exactOptional(),
  by: z.string().exactOptional(),
  at: z.string().exactOptional(),
});
export type PlacedAnnotation = z.infer<typeof placed>;

export const argument = z.object({
  id,
  premises: z.array(z.string()),
  supports: z.string().exactOptional(),
  attacks: z.string().exactOptional(),
  scheme: z.string().exactOptional(),
  note: z.string().exactOptional(),
  by: z.string().exactOptional(),
  at: z.string().exactOptional(),
}) satisfies z.ZodType<Argument>;

export const link = z.object({
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
export const codebook = z.object({
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
