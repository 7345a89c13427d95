/* The few things that differ between the host in Node and the one in a browser; `#platform` is whichever the build is for. */

/** The versions of a file that a merge in git left in its index. */
export interface MergeStages {
  readonly base?: string;
  readonly ours: string;
  readonly theirs: string;
}

/** Both are undefined where there is no such file, and reject where that cannot be told or it cannot be read. */
export interface Disk {
  bytesOf(path: string): Promise<Uint8Array | undefined>;
  /** In bytes. */
  sizeOf(path: string): Promise<number | undefined>;
}

export interface Platform {
  /** Files of scheme `file`, where this process reaches them itself: `workspace.fs` asks the window first, which may be busy. */
  readonly disk: Disk | undefined;
  /**
   * Puts a whole new file in the place of an old one, so that at every moment one of the two is there in full: also when the process
   * is killed, or the disk is full. `stillAsRead` is asked at the last moment; when it says no, nothing is written and `false` comes back.
   * Undefined where this platform cannot do that on the file's scheme, and nothing was done. Rejects with a reason where it fails.
   */
  replaceFile(
    file: { readonly scheme: string; readonly fsPath: string },
    bytes: Uint8Array,
    stillAsRead: () => Promise<boolean>,
  ): Promise<boolean | undefined>;
  /** Whether the file is there and not to be written by this person, whatever the folder allows. */
  isReadOnly(file: { readonly scheme: string; readonly fsPath: string }): Promise<boolean>;
  /** Names this run of the host, on this machine. */
  readonly owner: string;
  /** Whether the host of that name has ended for sure. */
  isGone(owner: string): boolean;
  /** The person's name as git knows it for all repositories. */
  gitUserName(): Promise<string | undefined>;
  /** The versions of a file in git, newest first (see `node/gitHistory`); none where the platform has no git. `git`: the program's path. */
  versionsOf(file: { readonly scheme: string; readonly fsPath: string }, git: string): AsyncIterable<Uint8Array>;
  /** What stands in git's index for a file that is in the middle of a merge. Runs git on a repository: only for trusted workspaces. */
  mergeStages(file: { readonly scheme: string; readonly fsPath: string }): Promise<MergeStages | undefined>;
}
