/** What is used of the server inside @vscode/test-web, which declares no types for it. */
declare module '@vscode/test-web/out/server/app.js' {
  import type { IncomingMessage, ServerResponse } from 'node:http';

  interface Config {
    readonly extensionDevelopmentPath: string;
    readonly folderMountPath: string;
    readonly build: { readonly type: 'static'; readonly location: string };
  }

  interface App {
    silent: boolean;
    callback(): (request: IncomingMessage, response: ServerResponse) => Promise<void>;
  }

  type CreateApp = (config: Config) => Promise<App>;

  const createApp: CreateApp | { readonly default: CreateApp };
  // biome-ignore lint/style/noDefaultExport: that module has one.
  export default createApp;
}
