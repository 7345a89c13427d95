/* VS Code's display language: which words everything here is said in. The bundle is the one of `l10n/` that VS Code has loaded for it. */
import * as vscode from 'vscode';
import { speak } from '../core/l10n';

/** Without a bundle for the language, as for English itself, everything is said in English. */
export function speakDisplayLanguage(): void {
  speak(vscode.l10n.bundle, vscode.env.language);
}
