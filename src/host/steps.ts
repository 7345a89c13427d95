/*
 * Questions by list, one or several in a row with a way back to the one before, as VS Code's own multi-step pickers have it. Not by
 * `showQuickPick`: Enter before a list is there, or on one where nothing matches, would count as turning away.
 */
import * as vscode from 'vscode';

export interface Question<T extends vscode.QuickPickItem> {
  readonly title: string;
  readonly placeholder: string;
  readonly items: readonly T[];
  /** Clicking elsewhere, to look something up in the article, leaves the question open. */
  readonly stays?: boolean;
  /** The row that Enter chooses at first; else the first one. */
  readonly active?: T | undefined;
}

export interface Step<T extends vscode.QuickPickItem> extends Question<T> {
  readonly step: number;
  readonly totalSteps: number;
}

/** The chosen row, or undefined when the person turned away. */
export function askOne<T extends vscode.QuickPickItem>(question: Question<T>): Promise<T | undefined> {
  return new Promise((resolve) => {
    pickFor(question, resolve).show();
  });
}

/** The chosen row, `back` for the question before, or undefined when the person turned away. */
export function askStep<T extends vscode.QuickPickItem>(step: Step<T>): Promise<T | 'back' | undefined> {
  return new Promise((resolve) => {
    const pick = pickFor({ ...step, stays: true }, resolve);
    pick.step = step.step;
    pick.totalSteps = step.totalSteps;
    if (step.step > 1) pick.buttons = [vscode.QuickInputButtons.Back];
    pick.onDidTriggerButton(() => {
      resolve('back');
      pick.hide();
    });
    pick.show();
  });
}

function pickFor<T extends vscode.QuickPickItem>(
  { title, placeholder, items, stays, active }: Question<T>,
  answer: (chosen: T | undefined) => void,
): vscode.QuickPick<T> {
  const pick = vscode.window.createQuickPick<T>();
  pick.title = title;
  pick.placeholder = placeholder;
  pick.matchOnDescription = true;
  pick.matchOnDetail = true;
  pick.ignoreFocusOut = stays ?? false;
  pick.items = items;
  if (active) pick.activeItems = [active];
  pick.onDidAccept(() => {
    const [chosen] = pick.activeItems;
    // None is no answer: the question stays.
    if (!chosen) return;
    answer(chosen);
    pick.hide();
  });
  pick.onDidHide(() => {
    answer(undefined);
    pick.dispose();
  });
  return pick;
}
