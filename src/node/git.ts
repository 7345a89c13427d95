/* git, asked as a program: no shell, no folder of the workspace to find it in, and an end to it when it takes too long. */
import { execFile } from 'node:child_process';
import { homedir } from 'node:os';

/** What git printed, or undefined where it is missing, takes over five seconds or says no. */
export function git(args: readonly string[]): Promise<string | undefined> {
  return new Promise((resolve) => {
    const options = { ...surroundings(), timeout: 5_000, maxBuffer: 200_000_000 } as const;
    execFile('git', [...args], { ...options, encoding: 'utf8' }, (error, output) =>
      resolve(error ? undefined : output),
    );
  });
}

/** Where git is started, and with what. */
export function surroundings() {
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    // Never from a folder of the workspace: Windows would look for a git.exe there first.
    NoDefaultCurrentDirectoryInExePath: '1',
    // What is only asked changes nothing, fetches nothing, and asks nobody for a password.
    GIT_OPTIONAL_LOCKS: '0',
    GIT_NO_LAZY_FETCH: '1',
    GIT_TERMINAL_PROMPT: '0',
  };
  // Set while a hook of some repository runs: files are looked for in the one that they lie in.
  for (const name of ['GIT_DIR', 'GIT_WORK_TREE', 'GIT_COMMON_DIR', 'GIT_INDEX_FILE', 'GIT_PREFIX']) delete env[name];
  return { cwd: homedir(), env, windowsHide: true } as const;
}
