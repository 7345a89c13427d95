/* Choosing from lists: annotations, arguments and tags as quick picks, in the words that tree and hover use. */
import * as vscode from 'vscode';
import { tagOf } from '../../core/annotation/codebook';
import { linePartsOf } from '../../core/annotation/lines';
import { type Annotation, type Argument, indexOf } from '../../core/annotation/model';
import { inTextOrder } from '../../core/annotation/order';
import { statusNote } from '../../core/annotation/placement';
import { argumentInWords } from '../../core/annotation/relations';
import { inSentence } from '../../core/annotation/words';
import * as l10n from '../../core/l10n';
import type { AnnotatedArticle } from '../articles';
import { plainLabel } from '../plainLabel';
import { shownSet } from '../shownSet';
import { askOne } from '../steps';
import { tagIcon } from '../views/tagIcon';

/** A row that stands for something with an id (or a tag's name). */
export interface Choice extends vscode.QuickPickItem {
  readonly id: string;
}

export function annotationChoice(annotation: Annotation, state: AnnotatedArticle): Choice {
  const { codebook, placements } = state;
  const tag = tagOf(codebook, annotation.tag);
  const entries = indexOf(shownSet(state));
  const shown = entries.annotations.get(annotation.id) ?? annotation;
  const { words, relation } = linePartsOf(shown, entries, 100);
  const status = placements.get(annotation.id)?.status;
  const notes = [inSentence(tag.label), statusNote(status), relation];
  const icon = tagIcon(tag.line, tag.colour);
  return {
    id: annotation.id,
    label: plainLabel(words),
    description: plainLabel(notes.filter(Boolean).join(' · ')),
    iconPath: new vscode.ThemeIcon(icon.name, new vscode.ThemeColor(icon.colour)),
  };
}

/** In text order, but those of `first` on top. */
export function annotationChoices(
  state: AnnotatedArticle,
  options: { readonly first?: readonly string[]; readonly without?: readonly string[] } = {},
): Choice[] {
  const { first = [], without = [] } = options;
  const all = inTextOrder({ set: state.sidecar.set, placements: state.placements });
  const left = all.filter(({ id }) => !without.includes(id));
  const ordered = [...left.filter(({ id }) => first.includes(id)), ...left.filter(({ id }) => !first.includes(id))];
  return ordered.map((annotation) => annotationChoice(annotation, state));
}

export function argumentChoice(argument: Argument, state: AnnotatedArticle, verb?: string): Choice {
  return {
    id: argument.id,
    label: plainLabel(argumentInWords(argument, indexOf(shownSet(state)), 60)),
    description: plainLabel([verb, argument.scheme].filter(Boolean).join(' · ')),
    iconPath: new vscode.ThemeIcon('type-hierarchy-sub'),
  };
}

/** One of the annotations, all of them or those of `only`; undefined when the person turned away. */
export async function pickAnnotations(
  state: AnnotatedArticle,
  options: { readonly title: string; readonly placeholder: string; readonly only?: readonly string[] },
): Promise<readonly string[] | undefined> {
  const { annotations } = indexOf(state.sidecar.set);
  if (annotations.size === 0) {
    void vscode.window.showInformationMessage(
      l10n.t('Nothing is tagged in this article yet. Select some words and tag them.'),
    );
    return undefined;
  }
  const choices = options.only
    ? options.only.flatMap((id) => annotations.get(id) ?? []).map((one) => annotationChoice(one, state))
    : annotationChoices(state);
  const picked = await askOne({ title: options.title, placeholder: options.placeholder, items: choices });
  return picked && [picked.id];
}

/** An argument of the article, those that `near` take part in on top. */
export async function pickArgument(
  state: AnnotatedArticle,
  near: readonly string[],
  title: string,
): Promise<Argument | undefined> {
  const { set } = state.sidecar;
  const index = indexOf(set);
  if (index.arguments.size === 0) {
    const hint = l10n.t('There is no argument in this article yet. “Argmark: Add Argument…” makes one.');
    void vscode.window.showInformationMessage(hint);
    return undefined;
  }
  const around = new Set(near.flatMap((id) => [...(index.onto.get(id) ?? []), ...(index.premiseIn.get(id) ?? [])]));
  const ordered = new Set([...around, ...index.arguments.values()]);
  const items = [...ordered].map((argument) => argumentChoice(argument, state));
  const picked = await askOne({ title, placeholder: l10n.t('Which argument?'), items });
  return picked && index.arguments.get(picked.id);
}
