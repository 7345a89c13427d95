/* Real git repositories, made by a test in a folder of their own. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after } from 'node:test';

const person = ['-c', 'user.name=ana', '-c', 'user.email=ana@example.org', '-c', 'commit.gpgsign=false'];

export interface Repository {
  readonly folder: string;
  /** The path of a file in it. */
  readonly at: (name: string) => string;
  /** Runs git in it; what it printed. */
  readonly git: (...args: readonly string[]) => string;
  readonly write: (name: string, text: string) => void;
  /** Writes a file and commits all that there is. */
  readonly commit: (name: string, text: string) => void;
}

/** A folder that goes when the tests of the file have ended. */
export function folder(): string {
  const made = realpathSync(mkdtempSync(join(tmpdir(), 'argmark-git-')));
  after(() => rmSync(made, { recursive: true, force: true }));
  return made;
}

/** A repository in a folder that is there, or a new one in a new folder. */
export function repository(where = folder(), isNew = true): Repository {
  mkdirSync(where, { recursive: true });
  const git = (...args: readonly string[]) =>
    execFileSync('git', [...person, '-c', 'protocol.file.allow=always', ...args], {
      cwd: where,
      encoding: 'utf8',
      stdio: 'pipe',
      env: { ...process.env, GIT_CONFIG_GLOBAL: '', GIT_CONFIG_NOSYSTEM: '1' },
    });
  const at = (name: string) => join(where, name);
  const write = (name: string, text: string) => {
    mkdirSync(dirname(at(name)), { recursive: true });
    writeFileSync(at(name), text);
  };
  const commit = (name: string, text: string) => {
    write(name, text);
    git('add', '-A');
    git('commit', '-q', '-m', 'Change it');
  };
  if (isNew) git('init', '-q', '-b', 'main');
  return { folder: where, at, git, write, commit };
}
