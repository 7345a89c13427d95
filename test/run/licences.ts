/** The licences of the libraries that are bundled: each asks for its text to come along with every copy. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Lock {
  readonly packages: Readonly<Record<string, { readonly version: string; readonly dev?: boolean }>>;
}

/** What the package has as `ThirdPartyNotices.txt`. Throws where a library does not say its licence. */
export function thirdPartyNotices(): string {
  const { packages }: Lock = JSON.parse(readFileSync('package-lock.json', 'utf8'));
  const bundled = Object.entries(packages).filter(([path, { dev }]) => path !== '' && dev !== true);
  const parts = bundled.map(([path, { version }]) => {
    const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
    return `${name} ${version}\n\n${licenceIn(path)}\n`;
  });
  return ['Argmark contains these libraries, under these licences.\n', ...parts].join(`\n${'-'.repeat(80)}\n\n`);
}

function licenceIn(folder: string): string {
  const files = readdirSync(folder);
  const named = files.find((file) => /^licen[cs]e(\.|$)/i.test(file));
  const readme = files.find((file) => /^readme(\.|$)/i.test(file));
  const text = named
    ? readFileSync(join(folder, named), 'utf8')
    : readme && /^(?:#+ *)?licen[cs]e\b[\s\S]*/im.exec(readFileSync(join(folder, readme), 'utf8'))?.[0];
  if (!text) throw new Error(`${folder} does not say its licence.`);
  return text.replaceAll('\r\n', '\n').trim();
}
