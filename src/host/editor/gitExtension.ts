/* VS Code's built-in git extension, which knows whether git may be used, and where it is. */
import * as vscode from 'vscode';

/** What is used of its API, version 1 (its `api/git.d.ts`). */
export interface GitApi {
  readonly git: { readonly path: string };
  readonly repositories: readonly { getGlobalConfig?(key: string): Promise<string> }[];
}

interface GitExtension {
  readonly enabled: boolean;
  getAPI(version: 1): GitApi;
}

/** Undefined in a browser, and where git is switched off or not installed. */
export async function gitApi(): Promise<GitApi | undefined> {
  const extension = vscode.extensions.getExtension<GitExtension>('vscode.git');
  try {
    const git = extension?.isActive ? extension.exports : await extension?.activate();
    return git?.enabled ? git.getAPI(1) : undefined;
  } catch {
    // Where it finds no git, it does not start.
    return undefined;
  }
}
