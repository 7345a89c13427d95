import type * as vscode from 'vscode';

/** Over when `listen` has called back what it is given, or after so many milliseconds; nobody listens any more then. */
export function signalled(listen: (signal: () => void) => vscode.Disposable, milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      listening.dispose();
      resolve();
    };
    const timer = setTimeout(end, milliseconds);
    const listening = listen(end);
  });
}
