/**
 * The first step of every script in package.json, and the only one that has no package to lean on: it runs on a bare
 * Node 20 and installs the packages of package-lock.json where they are missing or are not the ones that it names.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, lstatSync, readFileSync, unlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

const major = Number(process.versions.node.split('.')[0]);
if (major < 20) {
  console.error(`Argmark is built with Node 20 or later; this is Node ${process.versions.node}.`);
  process.exit(1);
}

if (!installed()) {
  console.log('Installing the packages of package-lock.json (about half a minute the first time) …');
  // A link leads to the packages of another checkout, which npm would throw away.
  const packages = join(root, 'node_modules');
  if (lstatSync(packages, { throwIfNoEntry: false })?.isSymbolicLink()) unlinkSync(packages);
  const begin = Date.now();
  const npm = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (npm.status !== 0) {
    console.error(
      'The packages could not be installed; what npm said stands above. If it was the network: see that the npm ' +
        'registry can be reached (`npm ping`; behind a proxy, `npm config set proxy URL`), then run this again.',
    );
    process.exit(1);
  }
  console.log(`Packages installed in ${Math.round((Date.now() - begin) / 1000)} s.`);
}

/** Whether node_modules holds every package of package-lock.json in the version that it names. */
function installed() {
  const record = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(record)) return false;
  const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
  const present = JSON.parse(readFileSync(record, 'utf8')).packages;
  // npm leaves optional packages out where the system or the processor is not theirs.
  return Object.entries(wanted).every(
    ([path, entry]) => path === '' || present[path]?.version === entry.version || (entry.optional && !present[path]),
  );
}
