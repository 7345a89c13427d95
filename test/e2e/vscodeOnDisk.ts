/**
 * As much of the `vscode` module as opening and saving an article takes, on the disk itself and without a workbench, so that the
 * product's own code can run in a process that is killed hundreds of times. Nothing of the product stands here.
 */
import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

export class Uri {
  readonly scheme = 'file';
  readonly authority = '';
  readonly query = '';
  readonly fragment = '';
  readonly path: string;

  private constructor(path: string) {
    this.path = path;
  }
  static file(path: string): Uri {
    return new Uri(path);
  }
  static parse(value: string): Uri {
    return new Uri(decodeURIComponent(value.replace('file://', '')));
  }
  static joinPath(uri: Uri, ...parts: string[]): Uri {
    return new Uri(join(uri.path, ...parts));
  }
  get fsPath(): string {
    return this.path;
  }
  with({ path }: { path: string }): Uri {
    return new Uri(path);
  }
  toString(): string {
    return `file://${encodeURI(this.path)}`;
  }
}

export class Disposable {
  readonly dispose: () => void;

  constructor(dispose: () => void) {
    this.dispose = dispose;
  }
}

export class EventEmitter<T> {
  private readonly listeners = new Set<(value: T) => void>();
  readonly event = (listener: (value: T) => void): Disposable => {
    this.listeners.add(listener);
    return new Disposable(() => this.listeners.delete(listener));
  };
  fire(value: T): void {
    for (const listener of [...this.listeners]) listener(value);
  }
  dispose(): void {
    this.listeners.clear();
  }
}

export class FileSystemError extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

export class RelativePattern {}
export class CancellationError extends Error {}
export const FilePermission = { Readonly: 1 };
export const ViewColumn = { Beside: -2 };

const never = (): Disposable => new Disposable(() => undefined);

/** VS Code's own errors for those of the disk. */
async function asVscode<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new FileSystemError(code === 'ENOENT' ? 'FileNotFound' : 'Unknown', message);
  }
}

export const workspace = {
  textDocuments: [] as unknown[],
  workspaceFolders: undefined,
  fs: {
    readFile: (uri: Uri) => asVscode(readFile(uri.fsPath)),
    writeFile: (uri: Uri, bytes: Uint8Array) => asVscode(writeFile(uri.fsPath, bytes)),
    stat: async (uri: Uri) => ({ permissions: undefined, size: (await asVscode(stat(uri.fsPath))).size }),
    delete: (uri: Uri) => asVscode(rm(uri.fsPath)),
    rename: (from: Uri, to: Uri) => asVscode(rename(from.fsPath, to.fsPath)),
    createDirectory: (uri: Uri) => asVscode(mkdir(uri.fsPath, { recursive: true })),
    isWritableFileSystem: () => true,
  },
  getWorkspaceFolder: (uri: Uri) => ({ uri: Uri.file(dirname(uri.path)) }),
  createFileSystemWatcher: () => ({
    onDidChange: never,
    onDidCreate: never,
    onDidDelete: never,
    dispose: () => undefined,
  }),
  onDidChangeTextDocument: never,
  onDidOpenTextDocument: never,
  onDidSaveTextDocument: never,
  onDidCloseTextDocument: never,
  openTextDocument: async (uri: Uri) => {
    const text = (await readFile(uri.fsPath, 'utf8')).replace(/^\ufeff/, '');
    return { uri, getText: () => text, isDirty: false, isClosed: false, encoding: 'utf8', save: async () => true };
  },
};

export const window = { showWarningMessage: async () => undefined, onDidChangeWindowState: never };
export const extensions = { getExtension: () => undefined };
