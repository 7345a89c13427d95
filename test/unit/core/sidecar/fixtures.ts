/* The hand-written sidecars of test/fixtures/sidecars, each also with other line ends, without a last line break and with a byte order mark. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(process.cwd(), 'test/fixtures/sidecars');

export interface Shape {
  readonly name: string;
  readonly text: string;
}

export const shapes: readonly Shape[] = readdirSync(folder)
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }));

export const variants: readonly Shape[] = shapes.flatMap(({ name, text }) => [
  { name, text },
  { name: `${name}, CRLF`, text: text.replaceAll('\n', '\r\n') },
  { name: `${name}, no last line break`, text: text.replace(/\n+$/, '') },
  { name: `${name}, byte order mark`, text: `\ufeff${text}` },
]);

export function shape(name: string): string {
  const found = shapes.find((shape) => shape.name === `${name}.yaml`);
  if (!found) throw new Error(`There is no fixture ${name}.yaml`);
  return found.text;
}
