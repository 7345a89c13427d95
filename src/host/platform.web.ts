/* The host in a browser (vscode.dev): no processes, and file systems that replace a file in one step by themselves. */
import type { Platform } from './platform';

export const platform: Platform = {
  replaceFile: async () => undefined,
  isReadOnly: async () => false,
  gitUserName: async () => undefined,
  mergeStages: async () => undefined,
};
