/*
 * Keeps the dot on the tab true. VS Code only compares the place in the list of edits with that of the last save, so after "tag, save,
 * undo, tag something else" it takes unsaved work for saved, and would close the tab without a word. Its arithmetic is followed here
 * (`mainThreadCustomEditors.ts`), and where it comes to "clean" although the document differs from the disk, it is told.
 */
import type { ArticleDocument } from './document';
import type { UndoStep } from './documentParts';

/** An undo that a person does while VS Code hears of a save may be counted as saved; for so long, in milliseconds, it is told in any case. */
const doubtTime = 1_000;

export class DirtyDot {
  private readonly document: ArticleDocument;
  private readonly tell: () => void;
  private readonly mirror: Mirror;
  private reverting = false;
  private lastSave = Number.NEGATIVE_INFINITY;

  /** `fromBackup`: VS Code opened it with one, and counts it as dirty. `tell` makes VS Code count the document as dirty until the next save or revert. */
  constructor(document: ArticleDocument, fromBackup: boolean, tell: () => void) {
    this.document = document;
    this.tell = tell;
    this.mirror = new Mirror(fromBackup);
    document.onDidChange(() => queueMicrotask(() => this.check()));
  }

  /** VS Code counts the document as unsaved, and all of it is on the disk. */
  get isUntrue(): boolean {
    return this.mirror.dirty && !this.document.annotated.dirty;
  }

  /** The step as VS Code is to get it. */
  follow(step: UndoStep): UndoStep {
    this.mirror.edited();
    const turn = (how: 'undo' | 'redo') => () => {
      if (how === 'undo') this.mirror.undone();
      else this.mirror.redone();
      step[how]();
      this.check(Date.now() - this.lastSave < doubtTime);
    };
    return { label: step.label, undo: turn('undo'), redo: turn('redo') };
  }

  async saved(saving: Promise<void>): Promise<void> {
    this.lastSave = Number.POSITIVE_INFINITY;
    try {
      await saving;
      this.mirror.saved();
    } finally {
      this.lastSave = Date.now();
    }
  }

  async reverted(reverting: Promise<void>): Promise<void> {
    this.mirror.reverted();
    // Clean for VS Code at once, and in truth when it is done.
    this.reverting = true;
    try {
      await reverting;
    } finally {
      this.reverting = false;
    }
    this.check();
  }

  private check(doubtful = false): void {
    if (this.reverting || !this.document.annotated.dirty || (this.mirror.dirty && !doubtful)) return;
    this.mirror.told();
    this.tell();
  }
}

/** VS Code's own account. */
class Mirror {
  private edits = 0;
  private current = 0;
  private savePoint = 0;
  private wasTold = false;
  private fromBackup: boolean;

  constructor(fromBackup: boolean) {
    this.fromBackup = fromBackup;
  }

  get dirty(): boolean {
    if (this.wasTold) return true;
    return this.edits > 0 ? this.savePoint !== this.current : this.fromBackup;
  }

  edited(): void {
    this.current++;
    this.edits = this.current;
  }

  undone(): void {
    this.current--;
  }

  redone(): void {
    this.current++;
  }

  told(): void {
    this.wasTold = true;
  }

  saved(): void {
    this.savePoint = this.current;
    this.wasTold = false;
    this.fromBackup = false;
  }

  reverted(): void {
    this.current = this.savePoint;
    this.edits = this.current;
    this.wasTold = false;
    this.fromBackup = false;
  }
}
