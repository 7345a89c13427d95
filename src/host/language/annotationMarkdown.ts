/* An annotation as VS Code's hovers and tooltips show it: what `core/annotation` says of it, as Markdown that may run one command. */
import * as vscode from 'vscode';
import { describe } from '../../core/annotation/describe';
import { hoverText } from '../../core/annotation/hoverText';
import { indexOf } from '../../core/annotation/model';
import type { AnnotatedArticle } from '../articles';
import { shownSet } from '../shownSet';
import { hoverMarkdown, revealCommand, showTagCommand } from './hoverMarkdown';

/** Undefined when there is no such annotation. The contents of one hover have no line between them but that of `rule`. */
export function annotationMarkdown(
  state: AnnotatedArticle,
  id: string,
  before: 'rule' | 'nothing' = 'nothing',
): vscode.MarkdownString | undefined {
  const { placements, codebook } = state;
  const description = describe(id, { entries: indexOf(shownSet(state)), placements, codebook });
  if (!description) return undefined;
  const paragraphs = hoverMarkdown(hoverText(description), state.uri.toString());
  const markdown = new vscode.MarkdownString((before === 'rule' ? ['---', ...paragraphs] : paragraphs).join('\n\n'));
  markdown.isTrusted = { enabledCommands: [revealCommand, showTagCommand] };
  return markdown;
}
