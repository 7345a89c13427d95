/* Filtering the tree while one types; Escape brings back what was shown before. */
import * as vscode from 'vscode';
import * as l10n from '../../core/l10n';
import type { AnnotationsView } from '../views/annotationsView';

export function askFilter(tree: AnnotationsView): Promise<void> {
  const before = tree.filter;
  return new Promise((resolve) => {
    const box = vscode.window.createInputBox();
    box.title = l10n.t('Argmark: Filter Annotations');
    box.placeholder = l10n.t(
      'Words of the annotation, its note or its tag; also tag:claim, by:name, is:drifted, is:orphan, is:unstated',
    );
    box.value = before;
    let accepted = false;
    box.onDidChangeValue((typed) => tree.setFilter(typed));
    box.onDidAccept(() => {
      accepted = true;
      box.hide();
    });
    box.onDidHide(() => {
      if (!accepted) tree.setFilter(before);
      box.dispose();
      resolve();
    });
    box.show();
  });
}
