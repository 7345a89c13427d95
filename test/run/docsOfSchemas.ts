/** The keys of the two kinds of file as tables, made of the JSON Schemas that YAML editors get. */
import { jsonSchemas } from '../../src/core/sidecar/jsonSchema';
import { code, listed, table } from './docsTable';

/** As much of JSON Schema as the two files use. */
interface Schema {
  readonly type?: string;
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: Schema;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly enum?: readonly string[];
  readonly const?: string | number;
  readonly pattern?: string;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly $ref?: string;
  readonly definitions?: Readonly<Record<string, Schema>>;
}

const schemas = jsonSchemas() as Readonly<Record<string, Schema>>;
const schemaOf = (name: string) => schemas[name] ?? {};

export function sidecarTables(): string {
  const root = schemaOf('annotations.schema.json');
  const definitions = Object.entries(root.definitions ?? {});
  return [section('The file', root), ...definitions.map(([name, schema]) => section(titleOf(name), schema))].join(
    '\n\n',
  );
}

export function codebookTables(): string {
  const root = schemaOf('codebook.schema.json');
  const tag = root.properties?.tags?.additionalProperties ?? {};
  const variants = tag.properties?.attributes?.additionalProperties?.oneOf ?? [];
  return [
    section('The file', root),
    section('A tag', { description: 'An entry of `tags`, under its name.', ...tag }),
    `### An attribute\n\nAn entry of \`attributes\` or of \`article\`, under its name. Its \`type\` is one of these:\n\n${variantTable(variants)}`,
    table(['key', 'for the types', 'meaning'], attributeRows(variants)),
  ].join('\n\n');
}

const titleOf = (name: string) => `${/^[aeiou]/.test(name) ? 'An' : 'A'} ${name}`.replace('An article', 'The article');

function section(title: string, schema: Schema): string {
  const rows = Object.entries(schema.properties ?? {}).map(([key, value]) => [
    code(key),
    typeOf(value),
    schema.required?.includes(key) ? 'yes' : '',
    value.description ?? '',
  ]);
  return `### ${title}\n\n${schema.description ?? ''}\n\n${table(['key', 'value', 'required', 'meaning'], rows)}`;
}

function variantTable(variants: readonly Schema[]): string {
  return table(
    ['type', 'value'],
    variants.map(({ properties }) => [code(String(properties?.type?.const)), properties?.type?.description ?? '']),
  );
}

function attributeRows(variants: readonly Schema[]): string[][] {
  const keys = new Map<string, { readonly types: string[]; readonly meaning: string; needed: boolean }>();
  for (const { properties = {}, required = [] } of variants) {
    for (const [key, value] of Object.entries(properties)) {
      if (key === 'type') continue;
      const row = keys.get(key) ?? { types: [], meaning: value.description ?? '', needed: false };
      row.types.push(code(String(properties.type?.const)));
      row.needed ||= required.includes(key);
      keys.set(key, row);
    }
  }
  return [...keys].map(([key, { types, meaning, needed }]) => [
    code(key),
    types.length === variants.length ? 'all' : types.join(', '),
    needed ? `${meaning} Required.` : meaning,
  ]);
}

/** What may stand there, in words; a definition leads to its table. */
function typeOf(schema: Schema): string {
  const target = schema.$ref ?? schema.allOf?.[0]?.$ref;
  if (target !== undefined) {
    const title = titleOf(target.slice(target.lastIndexOf('/') + 1));
    return `[${title.toLowerCase()}](#${title.toLowerCase().replaceAll(' ', '-')})`;
  }
  if (schema.const !== undefined) return code(String(schema.const));
  if (schema.enum) return listed(schema.enum.map(code), 'or');
  const anyOf = schema.anyOf ?? schema.oneOf;
  if (anyOf) return listed([...new Set(anyOf.map(typeOf))], 'or');
  if (schema.items) return `list of ${typeOf(schema.items).replace(/^\[an? /, '[')}`;
  if (schema.type === 'object') {
    const entries = schema.additionalProperties;
    return entries && !entries.properties && !entries.oneOf ? `names with ${typeOf(entries)}` : 'entries by name';
  }
  return schema.type === 'string' ? 'text' : schema.type === 'integer' ? 'whole number' : (schema.type ?? 'anything');
}
