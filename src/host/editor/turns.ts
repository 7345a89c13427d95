/* Who is next: tasks on an article's file run one after another, and gestures wait for a moment after a save. */

export class Turns {
  private queue: Promise<unknown> = Promise.resolve();
  private held: Promise<unknown> = Promise.resolve();

  /** Runs a task that reads or writes the sidecar's file when those before it are done, so that two never interleave. */
  exclusive<T>(task: () => Promise<T>): Promise<T> {
    const run = this.queue.then(task, task);
    this.queue = run.catch(() => {});
    return run;
  }

  /** Gestures wait until this is over. */
  hold(until: Promise<unknown>): void {
    this.held = until;
  }

  /** Over when a gesture may be done. */
  get ready(): Promise<unknown> {
    return this.held;
  }
}
