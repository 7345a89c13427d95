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

/** A text with other line ends, without a last line break, with a byte order mark. */
export const variantsOf = (text: string): readonly string[] => [
  text,
  text.replaceAll('\n', '\r\n'),
  text.replace(/\n+$/, ''),
  `\ufeff${text}`,
];

export function shape(name: string): string {
  const found = shapes.find((shape) => shape.name === `${name}.yaml`);
  if (!found) throw new Error(`There is no fixture ${name}.yaml`);
  return found.text;
}
