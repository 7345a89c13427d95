/* The few things that a person is asked before something would be lost, kept apart so that whoever drives the document can answer them. */
import * as vscode from 'vscode';
import * as l10n from '../../core/l10n';

export type Preference = 'mine' | 'theirs';

export interface Questions {
  /** Both sides changed the same things; `what` names them in whole sentences. Undefined: neither, leave all as it is. */
  whichToKeep(fileName: string, what: readonly string[]): Promise<Preference | undefined>;
}

export const askPerson: Questions = {
  async whichToKeep(fileName, what) {
    const mine = l10n.t('Keep Mine');
    const theirs = l10n.t('Take Theirs');
    const listed = what.slice(0, 8);
    if (what.length > listed.length) listed.push(l10n.t('… and {0} more.', l10n.number(what.length - listed.length)));
    const answer = await vscode.window.showWarningMessage(
      l10n.t('{0} was changed by another program in the same places as here.', fileName),
      {
        modal: true,
        detail: `${listed.join('\n')}\n\n${l10n.t('All other changes of both sides are kept either way.')}`,
      },
      mine,
      theirs,
    );
    return answer === mine ? 'mine' : answer === theirs ? 'theirs' : undefined;
  },
};
