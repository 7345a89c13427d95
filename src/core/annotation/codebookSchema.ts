/*
 * What a codebook file may say (codebook.md): the one definition that the reader checks against, that the types are inferred from and that
 * `media/schemas/codebook.schema.json` is made of, so that a YAML editor and Argmark never disagree. Keys not named here are kept and ignored.
 */
import * as z from 'zod';
import { lineStyles, reservedKeyList, tagColours } from './codebook';

/** With something to be seen in it. */
const text = z.string().regex(/\S/);
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

const attributeFields = {
  label: text.exactOptional().meta({ description: 'What views show instead of its name.' }),
  required: z
    .boolean()
    .exactOptional()
    .meta({ description: 'Whether the Problems view tells of an annotation without it.' }),
};

/** The fields whose values are of the attribute's own type. */
const defaultOf = <T extends z.ZodType>(value: T) => ({
  default: value.exactOptional().meta({ description: 'What a new annotation gets without being asked.' }),
});
const boundsOf = <T extends z.ZodType>(value: T) => ({
  minimum: value.exactOptional().meta({ description: 'The least value that fits.' }),
  maximum: value.exactOptional().meta({ description: 'The greatest value that fits.' }),
});
const values = z.array(text).min(1).meta({ description: 'What may be chosen.' });

const attributeSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('choice').meta({ description: 'One of the values.' }),
    values,
    ...defaultOf(text),
    ...attributeFields,
  }),
  z.object({
    type: z.literal('choices').meta({ description: 'Any number of the values.' }),
    values,
    ...defaultOf(z.array(text)),
    ...attributeFields,
  }),
  z.object({
    type: z.literal('number').meta({ description: 'A number.' }),
    ...defaultOf(z.number()),
    ...boundsOf(z.number()),
    ...attributeFields,
  }),
  z.object({
    type: z.literal('date').meta({ description: 'A day, as 2026-11-24.' }),
    ...defaultOf(day),
    ...boundsOf(day),
    ...attributeFields,
  }),
  z.object({
    type: z.literal('boolean').meta({ description: 'Yes or no.' }),
    ...defaultOf(z.boolean()),
    ...attributeFields,
  }),
  z.object({
    type: z.literal('text').meta({ description: 'Any words.' }),
    ...defaultOf(z.string()),
    ...attributeFields,
  }),
]);

const attributesSchema = z.record(text, attributeSchema);

const tagNamePattern = /^[a-z][a-z0-9-]*$/;

const tagSchema = z.object({
  label: text.exactOptional().meta({ description: 'What views show instead of its name.' }),
  key: z
    .string()
    .regex(/^\S$/u)
    .exactOptional()
    .meta({
      description: `One key that tags the selection with it in the reading view. \`${reservedKeyList}\` are taken.`,
    }),
  colour: z.enum(tagColours).exactOptional().meta({ description: 'The theme colour `argmark.tag.<colour>`.' }),
  line: z.enum(lineStyles).exactOptional().meta({ description: 'How its words are underlined.' }),
  parent: z
    .string()
    .regex(tagNamePattern)
    .exactOptional()
    .meta({ description: 'The tag that it is a kind of, and whose attributes it has too.' }),
  guideline: z.string().exactOptional().meta({ description: 'When to use it, in words.' }),
  examples: z.array(z.string()).exactOptional().meta({ description: 'Words that it fits.' }),
  'counter-examples': z
    .array(z.string())
    .exactOptional()
    .meta({ description: 'Words that look as if it fitted them, and why it does not.' }),
  attributes: attributesSchema
    .exactOptional()
    .meta({ description: 'What else is said about words with this tag, by name.' }),
});

export const codebookFileSchema = z
  .object({
    'argmark-codebook': z.literal(1).meta({ description: 'The version of the format of this file.' }),
    tags: z.record(z.string().regex(tagNamePattern), tagSchema).meta({ description: 'The tags by name.' }),
    article: attributesSchema.exactOptional().meta({ description: 'Attributes of the article itself, by name.' }),
  })
  .meta({
    title: 'Argmark codebook',
    description: 'The tags that a project marks words with: `argmark.codebook.yaml`.',
  });

/** The keys that a codebook, its tags and attributes may have. */
export const codebookKeys: readonly string[] = Object.keys(codebookFileSchema.shape);
export const tagKeys: readonly string[] = Object.keys(tagSchema.shape);
export const attributeKeys: readonly string[] = [
  ...new Set(attributeSchema.options.flatMap(({ shape }) => Object.keys(shape))),
];

/** A codebook file that was checked, as it stands there: nothing inherited and no default filled in yet. */
export type CodebookFile = z.infer<typeof codebookFileSchema>;
export type CodebookFileTag = z.infer<typeof tagSchema>;
export type CodebookFileAttribute = z.infer<typeof attributeSchema>;
