/* From the paths that a person names to articles with their sidecars, and to codebooks: as they are, by walking folders, or by glob patterns. */
import { realpath, stat } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { glob, isDynamicPattern } from 'tinyglobby';
import { codebookName } from '../core/annotation/codebook';
import { articleNameFor, isSidecarName, sidecarNameFor } from '../core/sidecar/names';
import { hasCode } from '../node/errors';

/** Paths as a person would write them: relative where the named one was. */
export interface Target {
  readonly article: string;
  /** Where its annotations are, or would be. */
  readonly sidecar: string;
}

export interface Targets {
  /** Each article once, in the order named; those of one folder or pattern by path. */
  readonly targets: readonly Target[];
  /** Codebooks likewise. Of a folder that is named, where its own would be: it may have that of one above it. */
  readonly codebooks: readonly string[];
  /** Paths that lead nowhere, each as a whole sentence. */
  readonly mistakes: readonly string[];
}

/** Passed over in folders, as in the editor. */
const passedOver = ['**/node_modules/**', '**/.git/**'];

export async function targetsOf(paths: readonly string[]): Promise<Targets> {
  const byPlace = new Map<string, Target>();
  const codebooks = new Map<string, string>();
  const mistakes: string[] = [];
  const placeOf = places();
  for (const path of paths) {
    const found = await filesAt(path);
    if (typeof found === 'string') {
      mistakes.push(found);
      continue;
    }
    const here = new Map<string, Target>();
    // What can be reached by links too is named by its shortest path.
    for (const file of [...found].sort((a, b) => depth(a) - depth(b))) {
      const article = articleNameFor(file) ?? file;
      const place = await placeOf(article);
      if (basename(file) === codebookName) codebooks.set(place, codebooks.get(place) ?? file);
      else if (!byPlace.has(place) && !here.has(place)) here.set(place, { article, sidecar: sidecarNameFor(article) });
    }
    for (const [place, target] of [...here].sort(([, a], [, b]) => byName(a.article, b.article)))
      byPlace.set(place, target);
  }
  return { targets: [...byPlace.values()], codebooks: [...codebooks.values()], mistakes };
}

/** A file's path through no linked folder. Each folder is asked for once. */
function places(): (file: string) => Promise<string> {
  const folders = new Map<string, Promise<string>>();
  return async (file) => {
    const folder = dirname(resolve(file));
    const real = folders.get(folder) ?? realpath(folder).catch(() => folder);
    folders.set(folder, real);
    return join(await real, basename(file));
  };
}

/** The files that a path means, or a sentence on why there are none. */
async function filesAt(path: string): Promise<readonly string[] | string> {
  try {
    const there = await stat(path);
    return there.isDirectory() ? await filesIn(path) : [tidy(path)];
  } catch (error) {
    if (!hasCode(error, ['ENOENT', 'ENOTDIR', 'ENAMETOOLONG', 'EINVAL'])) {
      return `${path} cannot be read (${(error as Error).message}).`;
    }
  }
  // Of an article that is gone, there may still be annotations.
  if (!isSidecarName(path) && (await isThere(sidecarNameFor(path)))) return [tidy(path)];
  const pattern = sep === '\\' ? path.replaceAll('\\', '/') : path;
  if (!isDynamicPattern(pattern)) return `There is no file or folder ${path}.`;
  const found = await glob(pattern, { expandDirectories: false, dot: true, ignore: passedOver, onlyFiles: true });
  return found.length > 0 ? found.map(tidy) : `No file matches ${path}.`;
}

/** The sidecars in a folder and the codebooks, its own one named in any case. */
async function filesIn(folder: string): Promise<readonly string[]> {
  const options = { cwd: folder, expandDirectories: false, dot: true, ignore: passedOver, onlyFiles: true };
  const found = await glob(['**/*.annotations.yaml', `**/${codebookName}`], options);
  const names = found.filter((name) => isSidecarName(name) || basename(name) === codebookName);
  return [codebookName, ...names].map((name) => join(folder, name));
}

const isThere = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );

/** Without steps that lead nowhere (`./a`, `b/../a`); patterns give paths with slashes. */
const tidy = (path: string): string => join(path);

const depth = (path: string): number => path.split(sep).length;
const byName = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** A file that was found on the way, written like the paths that were named: relative where it lies below the present folder. */
export function shownPath(file: string): string {
  const path = relative('.', file);
  return path === '' || path.startsWith('..') ? file : path;
}
