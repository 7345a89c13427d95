/* Setting an attribute of several annotations, from a menu or by dropping them: those whose tags have no such attribute are left alone, and counted. */
import * as vscode from 'vscode';
import { attributeName, tagOf } from '../core/annotation/codebook';
import type { Gesture } from '../core/annotation/gesture';
import { indexOf } from '../core/annotation/model';
import * as l10n from '../core/l10n';
import type { AnnotatedArticle, Articles } from './articles';

/** As one step. */
export async function setAttribute(
  gesture: Extract<Gesture, { verb: 'setAttribute' }>,
  state: AnnotatedArticle,
  articles: Pick<Articles, 'perform'>,
): Promise<void> {
  const done = await articles.perform(state.uri, gesture);
  if (!done || gesture.value === undefined) return;
  const { annotations } = indexOf(state.sidecar.set);
  const lacking = gesture.ids.filter((id) => {
    const { attributes } = tagOf(state.codebook, annotations.get(id)?.tag ?? '');
    return !attributes.some(({ name }) => name === gesture.name);
  });
  if (lacking.length === 0) return;
  const label = attributeName(state.codebook, gesture.name);
  void vscode.window.showInformationMessage(
    l10n.t(
      '{0} of {1} annotations were left as they are: the codebook has no “{2}” for their tags.',
      l10n.number(lacking.length),
      l10n.number(gesture.ids.length),
      label,
    ),
  );
}
