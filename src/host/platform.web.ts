/* The host in a browser (vscode.dev): no processes, and file systems that replace a file in one step by themselves. */
import type { Platform } from './platform';

export const platform: Platform = {
  disk: undefined,
  replaceFile: async () => undefined,
  isReadOnly: async () => false,
  // A worker cannot see other windows' workers: each may be alive.
  owner: `web-${crypto.randomUUID()}`,
  isGone: () => false,
  gitUserName: async () => undefined,
  mergeStages: async () => undefined,
  versionsOf: async function* () {},
};
