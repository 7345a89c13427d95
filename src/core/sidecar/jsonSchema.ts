/* The schemas of Argmark's files for editors of YAML, made of the definitions that its own readers check against. */
import * as z from 'zod';
import { codebookFileSchema } from '../annotation/codebookSchema';
import { sidecarFileSchema } from './schema';

/** The JSON Schemas (draft 7, which YAML editors know) by the name of their file in `media/schemas`. */
export function jsonSchemas(): { readonly [fileName: string]: object } {
  return {
    'annotations.schema.json': z.toJSONSchema(sidecarFileSchema, { io: 'input', target: 'draft-7' }),
    'codebook.schema.json': z.toJSONSchema(codebookFileSchema, { io: 'input', target: 'draft-7' }),
  };
}
