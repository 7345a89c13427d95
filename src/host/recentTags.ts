/* The tags that were given last, in whatever way: by key, from a list, by dragging. Lists of tags have them on top; the workspace remembers them. */
import type * as vscode from 'vscode';
import type { Gesture } from '../core/annotation/gesture';

const memoryKey = 'argmark.recentTags';
const most = 8;

export class RecentTags {
  private readonly memory: vscode.Memento | undefined;
  private tags: readonly string[];

  constructor(memory?: vscode.Memento) {
    this.memory = memory;
    const remembered = memory?.get<unknown>(memoryKey);
    this.tags = Array.isArray(remembered) ? remembered.filter((one) => typeof one === 'string') : [];
  }

  /** The last one first. */
  get names(): readonly string[] {
    return this.tags;
  }

  /** To be told of each gesture that was done; may be handed on alone. */
  readonly note = (gesture: Gesture): void => {
    if (gesture.verb !== 'tag' && gesture.verb !== 'tagEach' && gesture.verb !== 'retag') return;
    const { tag } = gesture;
    if (tag === this.tags[0]) return;
    this.tags = [tag, ...this.tags.filter((one) => one !== tag)].slice(0, most);
    void this.memory?.update(memoryKey, this.tags);
  };
}
