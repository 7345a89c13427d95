/* The one door to the host: what VS Code gives a webview, and the messages checked on their way in. */
import type { FromReader } from '../../messages';

interface VsCodeApi {
  postMessage(message: unknown): void;
  getState(): unknown;
  setState(state: unknown): void;
}
declare function acquireVsCodeApi(): VsCodeApi;

export interface Host {
  send(message: FromReader): void;
  /** What was remembered when this page was last shown, whatever it is. */
  remembered(): unknown;
  remember(state: unknown): void;
}

/** May be called once in the life of a page. */
export function connectHost(): Host {
  const api = acquireVsCodeApi();
  return {
    send: (message) => api.postMessage(message),
    remembered: () => api.getState(),
    remember: (state) => api.setState(state),
  };
}
