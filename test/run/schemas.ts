/** `npm run schemas`: writes the JSON Schemas of `media/schemas`; with `--check` it only fails where they are stale. */
import { jsonSchemas } from '../../src/core/sidecar/jsonSchema';
import { generate } from './generated';

for (const [name, schema] of Object.entries(jsonSchemas()))
  generate(`media/schemas/${name}`, `${JSON.stringify(schema, null, 2)}\n`, 'Run `npm run schemas` and commit it.');
