/* git, asked as a program: no shell, no folder of the workspace to find it in, and an end to it when it takes too long. */
import { execFile } from 'node:child_process';
import { homedir } from 'node:os';

/** What git printed, or undefined where it is missing, takes over five seconds or says no. */
export function git(args: readonly string[]): Promise<string | undefined> {
  return new Promise((resolve) => {
    // Never from a folder of the workspace: Windows would look for a git.exe there first.
    const env = { ...process.env, NoDefaultCurrentDirectoryInExePath: '1' };
    const options = { cwd: homedir(), env, timeout: 5_000, maxBuffer: 200_000_000, windowsHide: true } as const;
    execFile('git', [...args], { ...options, encoding: 'utf8' }, (error, output) =>
      resolve(error ? undefined : output),
    );
  });
}
