/** `npm run schemas`: writes the JSON Schemas of `media/schemas`; with `--check` it only fails where they are stale. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { jsonSchemas } from '../../src/core/sidecar/jsonSchema';

const folder = 'media/schemas';
const isCheck = process.argv.includes('--check');
let stale = 0;

for (const [name, schema] of Object.entries(jsonSchemas())) {
  const path = join(folder, name);
  const text = `${JSON.stringify(schema, null, 2)}\n`;
  if (text === textOf(path)) continue;
  if (isCheck) {
    stale++;
    console.error(`${path} is not what src/core/sidecar says. Run \`npm run schemas\` and commit it.`);
  } else {
    mkdirSync(folder, { recursive: true });
    writeFileSync(path, text);
    console.log(`${path} written`);
  }
}
process.exitCode = stale > 0 ? 1 : 0;

function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8').replaceAll('\r\n', '\n');
  } catch {
    return undefined;
  }
}
