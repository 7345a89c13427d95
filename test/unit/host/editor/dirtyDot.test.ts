import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { DirtyDot } from '../../../../src/host/editor/dirtyDot';
import type { ArticleDocument } from '../../../../src/host/editor/document';
import type { UndoStep } from '../../../../src/host/editor/documentParts';

/** VS Code's side (`mainThreadCustomEditors.ts`): the list of edits, the place in it, the place of the last save. */
class Workbench {
  edits: UndoStep[] = [];
  current = -1;
  savePoint = -1;
  told = false;

  get dirty(): boolean {
    return this.told || (this.edits.length > 0 && this.savePoint !== this.current);
  }
  push(step: UndoStep): void {
    this.edits.splice(this.current + 1);
    this.edits.push(step);
    this.current++;
  }
  undo(): void {
    if (this.current >= 0) this.edits[this.current--]?.undo();
  }
  redo(): void {
    if (this.current < this.edits.length - 1) this.edits[++this.current]?.redo();
  }
  saved(): void {
    this.savePoint = this.current;
    this.told = false;
  }
}

/** A document whose content is a list of numbers, each edit adding one that never was there before. */
class Toy {
  content: number[] = [];
  disk: number[] = [];
  next = 1;
  listeners: (() => void)[] = [];
  pending = undefined;
  onDidChange = (listener: () => void) => {
    this.listeners.push(listener);
    return { dispose() {} };
  };
  get annotated() {
    return { dirty: this.content.join() !== this.disk.join() };
  }
  changed(): void {
    for (const listener of this.listeners) listener();
  }
}

type Action = 'edit' | 'undo' | 'redo' | 'save' | 'foreign';

async function play(actions: readonly Action[]): Promise<void> {
  const toy = new Toy();
  const workbench = new Workbench();
  const dot = new DirtyDot(toy as unknown as ArticleDocument, false, () => {
    workbench.told = true;
  });
  for (const action of actions) {
    if (action === 'edit') {
      const added = toy.next++;
      toy.content = [...toy.content, added];
      toy.changed();
      const set = (on: boolean) => () => {
        toy.content = toy.content.filter((one) => one !== added);
        if (on) toy.content.push(added);
        toy.changed();
      };
      workbench.push(dot.follow({ label: 'Edit', undo: set(false), redo: set(true) }));
    } else if (action === 'undo') workbench.undo();
    else if (action === 'redo') workbench.redo();
    else if (action === 'save') {
      toy.disk = [...toy.content];
      toy.changed();
      await dot.saved(Promise.resolve());
      workbench.saved();
    } else {
      // Another program empties the file; what is here is kept.
      toy.disk = [];
      toy.changed();
    }
    await Promise.resolve();
    if (toy.annotated.dirty) assert.ok(workbench.dirty, `unsaved work counts as saved after ${actions.join(', ')}`);
  }
}

test('unsaved work never counts as saved, whatever is done in whatever order', async () => {
  const action = fc.constantFrom<Action>('edit', 'undo', 'redo', 'save', 'foreign');
  await fc.assert(fc.asyncProperty(fc.array(action, { maxLength: 14 }), play), { numRuns: 500 });
});

test('tag, save, undo, tag', () => play(['edit', 'save', 'undo', 'edit']));
