/*
 * What a sidecar may say (sidecar.md): the one definition that entries are checked against, that their types are held to and that
 * `media/schemas/annotations.schema.json` is made of. Keys not named here are kept in the file and ignored.
 */
import * as z from 'zod';
import { idPattern } from '../annotation/ids';
import type { Annotation, Argument, EntryKind, EntryOf, Link } from '../annotation/model';
import type { RecordedArticle } from './sidecar';

/** The version of the format that is read and written here. */
export const format = 1;

const id = z.string().regex(idPattern);
const codePoints = z.int().nonnegative();

const ownId = id.meta({ description: 'Random, never reused, never changed: others refer to it.' });
const by = z.string().exactOptional().meta({ description: 'Who made it; never changed afterwards.' });
const at = z
  .string()
  .exactOptional()
  .meta({ description: 'When it was made (ISO 8601, UTC); never changed afterwards.' });
const note = z.string().exactOptional().meta({ description: "The analyst's comment." });

const attributeValues = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]));

const selectorSchema = z
  .object({
    quote: z.string().meta({ description: 'The words of the article, exactly as they stand there.' }),
    prefix: z.string().exactOptional().meta({ description: 'The 32 code points before the quote.' }),
    suffix: z.string().exactOptional().meta({ description: 'The 32 code points after the quote.' }),
    start: codePoints
      .exactOptional()
      .meta({ description: 'Where the quote began when it was recorded, in code points; a hint.' }),
    end: codePoints
      .exactOptional()
      .meta({ description: 'Where the quote ended when it was recorded, in code points, end excluded; a hint.' }),
  })
  .meta({ id: 'span', description: 'Some words of the article.' });

const annotationSchema = z
  .object({
    id: ownId,
    tag: z.string().min(1).meta({ description: 'A tag of the codebook.' }),
    spans: z
      .array(selectorSchema)
      .default([])
      .meta({ description: 'The words that it stands on; none for an unstated premise.' }),
    speaker: z
      .string()
      .exactOptional()
      .meta({ description: "Whose claim it is, where it is not simply the author's." }),
    wording: z.string().exactOptional().meta({ description: "The claim in the analyst's words." }),
    attributes: attributeValues.exactOptional().meta({ description: "The codebook's attributes by name." }),
    note,
    by,
    at,
  })
  .meta({
    id: 'annotation',
    description: 'Words of the article with a tag, or a premise that the article leaves unstated.',
  });

const argumentSchema = z
  .object({
    id: ownId,
    premises: z
      .array(id)
      .default([])
      .meta({ description: 'Annotations that give the reason together; separate reasons are separate arguments.' }),
    supports: id.exactOptional().meta({ description: 'The annotation that they speak for.' }),
    attacks: id.exactOptional().meta({ description: 'The annotation, or the argument, that they speak against.' }),
    scheme: z.string().exactOptional().meta({ description: 'The kind of argument, e.g. `cause-to-effect`.' }),
    note,
    by,
    at,
  })
  .meta({ id: 'argument', description: 'A step from premises to what they support or attack.' });

const linkSchema = z
  .object({
    id: ownId,
    from: id.meta({ description: 'An annotation of this article.' }),
    rephrases: z.string().min(1).meta({
      description:
        'The annotation that says the same: its id, or for another article the relative path, percent-encoded, `#` and the id.',
    }),
    note,
    by,
    at,
  })
  .meta({ id: 'link', description: 'Two annotations that say the same thing.' });

export const articleSchema = z
  .object({
    title: z.string().exactOptional(),
    authors: z.array(z.string()).exactOptional(),
    published: z.string().exactOptional().meta({ description: 'An ISO date where it is known.' }),
    outlet: z.string().exactOptional().meta({ description: 'Where it was published.' }),
    encoding: z
      .string()
      .exactOptional()
      .meta({ description: "The article's encoding (a WHATWG label) where it is neither UTF-8 nor marked." }),
    attributes: attributeValues
      .exactOptional()
      .meta({ description: "The codebook's attributes of the article itself, by name." }),
  })
  .meta({ id: 'article', description: 'What is known of the article as a publication.' });

export const entrySchemas = {
  annotation: annotationSchema,
  argument: argumentSchema,
  link: linkSchema,
} as const;

export const sidecarFileSchema = z
  .object({
    argmark: z.literal(format).meta({ description: 'The version of the format of this file.' }),
    article: articleSchema.exactOptional(),
    annotations: z.array(annotationSchema).exactOptional(),
    arguments: z.array(argumentSchema).exactOptional(),
    links: z.array(linkSchema).exactOptional(),
  })
  .meta({
    title: 'Argmark annotations',
    description: 'What analysts say about an article: `<article file name>.annotations.yaml`.',
  });

/** The keys of a file in the order in which they are written. */
export const rootOrder: readonly string[] = Object.keys(sidecarFileSchema.shape);
/** The keys of an entry in the order in which they are written. */
export const fieldOrder: { readonly [K in EntryKind]: readonly (keyof EntryOf[K] & string)[] } = {
  annotation: Object.keys(annotationSchema.shape) as (keyof Annotation & string)[],
  argument: Object.keys(argumentSchema.shape) as (keyof Argument & string)[],
  link: Object.keys(linkSchema.shape) as (keyof Link & string)[],
};

export const articleOrder = Object.keys(articleSchema.shape) as (keyof RecordedArticle)[];
export const selectorOrder: readonly string[] = Object.keys(selectorSchema.shape);

/** Holds the schemas to the model: a field of another type, or one too many, does not compile. */
type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : never) : never;
type Plain<T> = T extends object ? { -readonly [K in keyof T]: Plain<T[K]> } : T;
void ([true, true, true, true] satisfies [
  Same<z.output<typeof annotationSchema>, Plain<Annotation>>,
  Same<z.output<typeof argumentSchema>, Plain<Argument>>,
  Same<z.output<typeof linkSchema>, Plain<Link>>,
  Same<z.output<typeof articleSchema>, Plain<RecordedArticle>>,
]);
