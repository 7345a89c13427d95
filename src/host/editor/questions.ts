/* The few things that a person is asked before something would be lost, kept apart so that whoever drives the document can answer them. */
import * as vscode from 'vscode';

export type Preference = 'mine' | 'theirs';

export interface Questions {
  /** Both sides changed the same things; `what` names them in whole sentences. Undefined: neither, leave all as it is. */
  whichToKeep(fileName: string, what: readonly string[]): Promise<Preference | undefined>;
}

const mine = 'Keep Mine';
const theirs = 'Take Theirs';

export const askPerson: Questions = {
  async whichToKeep(fileName, what) {
    const listed = what.slice(0, 8);
    if (what.length > listed.length) listed.push(`… and ${what.length - listed.length} more.`);
    const answer = await vscode.window.showWarningMessage(
      `${fileName} was changed by another program in the same places as here.`,
      { modal: true, detail: `${listed.join('\n')}\n\nAll other changes of both sides are kept either way.` },
      mine,
      theirs,
    );
    return answer === mine ? 'mine' : answer === theirs ? 'theirs' : undefined;
  },
};
