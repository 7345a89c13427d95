/* Several questions one after the other, with a way back to the one before, as VS Code's own multi-step pickers have it. */
import * as vscode from 'vscode';

export interface StepOptions<T extends vscode.QuickPickItem> {
  readonly title: string;
  readonly step: number;
  readonly totalSteps: number;
  readonly placeholder: string;
  readonly items: readonly T[];
  /** Several can be chosen; these are at the start. */
  readonly selected?: readonly T[];
}

/** What was chosen (never empty), `back` for the question before, or undefined when the person turned away. */
export function askStep<T extends vscode.QuickPickItem>(
  options: StepOptions<T>,
): Promise<readonly T[] | 'back' | undefined> {
  return new Promise((resolve) => {
    const pick = vscode.window.createQuickPick<T>();
    pick.title = options.title;
    pick.step = options.step;
    pick.totalSteps = options.totalSteps;
    pick.placeholder = options.placeholder;
    pick.matchOnDescription = true;
    pick.canSelectMany = options.selected !== undefined;
    pick.items = options.items;
    if (options.selected) pick.selectedItems = options.selected;
    if (options.step > 1) pick.buttons = [vscode.QuickInputButtons.Back];
    pick.onDidTriggerButton(() => {
      resolve('back');
      pick.hide();
    });
    pick.onDidAccept(() => {
      const chosen = pick.canSelectMany ? pick.selectedItems : pick.activeItems.slice(0, 1);
      // Several may be chosen, but none is no answer: the question stays.
      if (chosen.length === 0) return;
      resolve(chosen);
      pick.hide();
    });
    pick.onDidHide(() => {
      resolve(undefined);
      pick.dispose();
    });
    pick.show();
  });
}
