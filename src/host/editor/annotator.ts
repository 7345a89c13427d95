/*
 * Who makes an annotation. Asked once, with the first one; a setting of scope `machine`, so that no workspace can speak in a person's
 * name.
 */

import * as vscode from 'vscode';
import { platform } from '#platform';
import * as l10n from '../../core/l10n';
import { gitApi } from './gitExtension';

const section = 'argmark';
const setting = 'annotator';

export class Annotator {
  private asking: Promise<string> | undefined;
  /** The person closed the question; it is not asked again in this window. */
  private declined = false;
  /** A name that was given and could not be kept: it counts until the window is closed. */
  private given = '';

  /** The name, or nothing where there is none yet. */
  get name(): string {
    return vscode.workspace.getConfiguration(section).get<string>(setting, '').trim() || this.given;
  }

  /** The name, asked for if need be; nothing where the person does not want to give one. Never rejects. */
  async settled(): Promise<string> {
    if (this.name !== '' || this.declined) return this.name;
    this.asking ??= this.ask().finally(() => {
      this.asking = undefined;
    });
    return this.asking;
  }

  private async ask(): Promise<string> {
    const answer = await vscode.window.showInputBox({
      title: l10n.t('Who makes these annotations?'),
      prompt: l10n.t(
        'Your name is written under “by” in each annotation. It is asked once and kept in the setting argmark.annotator.',
      ),
      value: (await gitName()) ?? '',
      ignoreFocusOut: true,
    });
    const name = answer?.trim() ?? '';
    if (name === '') {
      this.declined = true;
      return '';
    }
    this.given = name;
    // VS Code tells why, if its settings file is broken or read-only; the words are signed all the same.
    const kept = vscode.workspace.getConfiguration(section).update(setting, name, vscode.ConfigurationTarget.Global);
    kept.then(undefined, () => {});
    return name;
  }
}

async function gitName(): Promise<string | undefined> {
  try {
    for (const repository of (await gitApi())?.repositories ?? []) {
      const name = (await repository.getGlobalConfig?.('user.name'))?.trim();
      if (name) return name;
    }
  } catch {
    // Git may still say it itself.
  }
  return platform.gitUserName();
}
