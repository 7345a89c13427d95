/*
 * Links between articles follow when sidecars get other names or places, with their articles, in their folders or by themselves: those of other
 * sidecars that lead to them, and their own, which are relative to where they lie. VS Code's undo of the renaming tells of it as of another renaming, and the links go back with it.
 */
import * as vscode from 'vscode';
import { type Edit, inverse } from '../../core/annotation/edit';
import { relinked } from '../../core/annotation/linkPath';
import * as l10n from '../../core/l10n';
import { applyToSidecar } from '../../core/sidecar/patch';
import { readSidecar, sidecarText } from '../../core/sidecar/read';
import type { Files } from '../files';
import { inParallel } from '../inParallel';
import { messageOf } from '../messageOf';
import { type Amended, amendFile, amendOpen, type Wanted } from './amend';
import type { Backup } from './backupFile';
import { isWithin, type Moves, movedUri } from './moves';
import type { Registry } from './registry';
import { articleOf, nameOf, notArticles, sidecarFiles, sidecarOf } from './uris';

/** Sidecars that are read at once. */
const atOnce = 16;
/** Milliseconds after which it is shown that something goes on. */
const patience = 300;
/** Renamings whose changes are remembered, so that taking them back brings the first bytes back. */
const mostRemembered = 50;

interface Renaming {
  readonly moves: Moves;
  /** What was changed, by sidecar. */
  readonly edits: ReadonlyMap<string, Edit>;
}

export class Relinker {
  private readonly files: Files;
  private readonly registry: Registry;
  private remembered: readonly Renaming[] = [];
  private queue: Promise<void> = Promise.resolve();

  constructor(files: Files, registry: Registry) {
    this.files = files;
    this.registry = registry;
  }

  /** To be called once the files have their new names. Never rejects; what cannot be changed is told. */
  follow(moves: Moves): Promise<void> {
    this.queue = this.queue
      .then(() => this.withProgress(this.relinkAll(moves)))
      .catch((error) => tellFailed([`${messageOf(error)}.`]));
    return this.queue;
  }

  private async withProgress(task: Promise<void>): Promise<void> {
    const timer = setTimeout(() => {
      const title = l10n.t('Links between articles follow the new names');
      void vscode.window.withProgress({ location: vscode.ProgressLocation.Notification, title }, () => task);
    }, patience);
    await task.finally(() => clearTimeout(timer));
  }

  private async relinkAll(moves: Moves): Promise<void> {
    const back = moves.map(({ oldUri, newUri }) => ({ oldUri: newUri, newUri: oldUri }));
    const taken = this.remembered.find((one) => sameMoves(one.moves, back));
    this.remembered = this.remembered.filter((one) => one !== taken);
    const sidecars = await vscode.workspace.findFiles(sidecarFiles, notArticles);
    const edits = new Map<string, Edit>();
    const failed: string[] = [];
    const relinkOne = async (sidecar: vscode.Uri): Promise<void> => {
      // Under the name that it had when the changes were made, or has had since.
      const old = movedUri(sidecar, back) ?? sidecar;
      const made = taken?.edits.get(sidecar.toString()) ?? taken?.edits.get(old.toString());
      const restored = new Set(made?.changes.map(({ id }) => id));
      for (const wanted of [...(made ? [() => inverse(made)] : []), wantedFor(sidecar, old, moves, restored)]) {
        const amended = await this.amend(sidecar, wanted);
        if (amended && 'why' in amended) failed.push(amended.why);
        else if (amended) edits.set(sidecar.toString(), amended.edit);
      }
    };
    await inParallel(sidecars, atOnce, (sidecar) =>
      relinkOne(sidecar).catch((error) => {
        failed.push(`${nameOf(sidecar)}: ${messageOf(error)}.`);
      }),
    );
    if (edits.size > 0) this.remembered = [...this.remembered, { moves, edits }].slice(-mostRemembered);
    if (failed.length > 0) tellFailed(failed);
  }

  private amend(sidecar: vscode.Uri, wanted: Wanted): Promise<Amended> {
    const article = articleOf(sidecar);
    const open = this.registry.document(article);
    return open ? amendOpen(open, wanted, this.files) : amendFile(sidecar, wanted, this.files);
  }
}

/**
 * What is to be changed in a sidecar that lay at `old` before; undefined for a set without links that lead elsewhere now. Links that are
 * `restored` lead where they should from where the sidecar is now.
 */
function wantedFor(sidecar: vscode.Uri, old: vscode.Uri, moves: Moves, restored: ReadonlySet<string>): Wanted {
  return (set) => {
    const links = set.links.filter(({ id }) => !restored.has(id));
    return relinked({ ...set, links }, articleOf(old).path, articleOf(sidecar).path, movedPath(sidecar, moves));
  };
}

/** Where the annotations of an article are after the moves, by the paths of articles on the disk of `beside`: they are where their sidecar is. */
const movedPath =
  (beside: vscode.Uri, moves: Moves) =>
  (path: string): string => {
    const sidecar = sidecarOf(beside.with({ path }));
    return articleOf(movedUri(sidecar, moves) ?? sidecar).path;
  };

/** What was not saved of an article that has got another name, with its links from there. */
export function backupAfter(backup: Backup, from: vscode.Uri, to: vscode.Uri, moves: Moves): Backup {
  const relink = (text: string): string => {
    const sidecar = readSidecar(text);
    const edit = relinked(sidecar.set, from.path, to.path, movedPath(to, moves));
    return edit ? sidecarText(applyToSidecar(sidecar, edit).sidecar) : text;
  };
  return { ...backup, mine: relink(backup.mine), base: backup.base === null ? null : relink(backup.base) };
}

function sameMoves(a: Moves, b: Moves): boolean {
  return (
    a.length === b.length &&
    a.every((move) => b.some(({ oldUri, newUri }) => isSame(move.oldUri, oldUri) && isSame(move.newUri, newUri)))
  );
}

const isSame = (a: vscode.Uri, b: vscode.Uri): boolean => isWithin(a, b) && isWithin(b, a);

function tellFailed(failed: readonly string[]): void {
  const [first = ''] = failed;
  const more =
    failed.length > 1
      ? ` ${l10n.plural(failed.length - 1, 'The same goes for {0} other file.', 'The same goes for {0} other files.')}`
      : '';
  const sentence = l10n.t('Links to a renamed article could not follow. {0}', first);
  void vscode.window.showWarningMessage(`${sentence}${more}`);
}
