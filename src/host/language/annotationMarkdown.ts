/* An annotation as VS Code's hovers and tooltips show it: what `core/annotation` describes, as Markdown with links that jump. */
import * as vscode from 'vscode';
import { type Description, describe } from '../../core/annotation/describe';
import type { Relation, RelationGroup } from '../../core/annotation/relations';
import { shorten } from '../../core/annotation/words';
import type { AnnotatedArticle } from '../articles';
import { plainMarkdown, plainMarkdownLine } from './plainMarkdown';

/** The only commands that a hover may run. */
const enabledCommands = ['_argmark.revealAnnotation'];
const quoteLength = 120;

/** Undefined when there is no such annotation. The contents of one hover have no line between them but that of `rule`. */
export function annotationMarkdown(
  state: AnnotatedArticle,
  id: string,
  before: 'rule' | 'nothing' = 'nothing',
): vscode.MarkdownString | undefined {
  const { sidecar, placements, codebook, article } = state;
  const description = describe(id, { set: sidecar.set, placements, codebook, text: article.text });
  if (!description) return undefined;
  const paragraphs = paragraphsOf(description, state.uri);
  const markdown = new vscode.MarkdownString((before === 'rule' ? ['---', ...paragraphs] : paragraphs).join('\n\n'));
  markdown.isTrusted = { enabledCommands };
  return markdown;
}

function paragraphsOf(description: Description, uri: vscode.Uri): string[] {
  const { tag, quote, wording, speaker, note, attributes, status, relations } = description;
  const header = [`**${plainMarkdownLine(tag.label)}**`];
  if (tag.unknown) header.push('not in the codebook');
  if (speaker) header.push(plainMarkdownLine(speaker));
  const signed = [description.by, description.atText].filter((part) => part !== undefined).map(plainMarkdownLine);
  if (signed.length > 0) header.push(`*${signed.join(' · ')}*`);
  const paragraphs = [header.join(' · '), `“${link(shorten(quote, 2 * quoteLength), description.id, uri)}”`];
  if (status) paragraphs.push(plainMarkdownLine(status));
  if (wording && wording !== quote) paragraphs.push(`Paraphrase: ${plainMarkdown(wording)}`);
  if (attributes.length > 0) {
    paragraphs.push(attributes.map(({ label, value, problem }) => attribute(label, value, problem)).join('\\\n'));
  }
  if (note) paragraphs.push(plainMarkdown(note));
  if (relations.length > 0) paragraphs.push(...relations.map((group) => groupLines(group, uri)));
  return paragraphs;
}

function attribute(label: string, value: string, problem: string | undefined): string {
  return `${plainMarkdownLine(label)}: ${plainMarkdownLine(value)}${problem ? ` — ${plainMarkdownLine(problem)}` : ''}`;
}

function groupLines({ relations, scheme, note }: RelationGroup, uri: vscode.Uri): string {
  const lines = relations.map((relation) => relationLine(relation, uri));
  const extra = [scheme, note].filter((part) => part !== undefined).map(plainMarkdownLine);
  return [...lines, ...extra.map((words) => `*${words}*`)].join('\\\n');
}

const signs = { '+': '\\+', '-': '−', '=': '\\=' } as const;

function relationLine({ sign, words, target, quote, missing }: Relation, uri: vscode.Uri): string {
  if (missing) return `${signs[sign]} ${words} ${plainMarkdownLine(quote)}, which is not there`;
  if (target.includes('#')) return `${signs[sign]} ${words} ${plainMarkdownLine(quote)}`;
  return `${signs[sign]} ${words} ${link(shorten(quote, quoteLength), target, uri)}`;
}

function link(words: string, id: string, uri: vscode.Uri): string {
  // Parentheses are the one thing that encodeURIComponent leaves and that would end the address.
  const query = encodeURIComponent(JSON.stringify([uri.toString(), id])).replace(/[()]/g, (sign) =>
    sign === '(' ? '%28' : '%29',
  );
  return `[${plainMarkdownLine(words)}](command:_argmark.revealAnnotation?${query})`;
}
