/* What a hover says, as Markdown: the text editor's look of `core/annotation/hoverText`. Foreign words are escaped; links only jump. */
import type { HoverGroup, HoverLine, HoverRelation, HoverText } from '../../core/annotation/hoverText';
import { relationText } from '../../core/annotation/relations';
import { quoted } from '../../core/annotation/words';
import * as l10n from '../../core/l10n';
import { plainMarkdown, plainMarkdownLine } from './plainMarkdown';

/** The command that leads to an annotation; its arguments are the article's address and the id. */
export const revealCommand = '_argmark.revealAnnotation';

/** The command that leads to a tag; its arguments are the article's address and the tag's name. */
export const showTagCommand = '_argmark.showTag';

/** Paragraphs; `article` is the article's address, which links lead to. */
export function hoverMarkdown(text: HoverText, article: string): string[] {
  const name = tagName(text, article);
  const label = `${name}${text.tagProblem === undefined ? '' : ` (${text.tagProblem})`}`;
  return [
    text.signed === undefined ? label : `${label} · *${plainMarkdownLine(text.signed)}*`,
    quoted(link(text.quote, text.id, article)),
    ...paragraphsOf(text.lines),
    ...text.groups.map((group) => groupLines(group, article)),
  ];
}

/** The guideline stands in the title of a link, which is shown as a tooltip; the link leads to the tag in the codebook's tree. */
function tagName({ tag, guideline }: HoverText, article: string): string {
  const label = `**${plainMarkdownLine(tag.label)}**`;
  if (guideline === undefined) return label;
  return `[${label}](${commandLink(showTagCommand, article, tag.name)} "${plainMarkdownLine(guideline)}")`;
}

/** Attributes stand under each other; everything else is a paragraph of its own. */
function paragraphsOf(lines: readonly HoverLine[]): string[] {
  const paragraphs: string[] = [];
  lines.forEach((line, i) => {
    const last = paragraphs.length - 1;
    if (line.kind === 'attribute' && lines[i - 1]?.kind === 'attribute') paragraphs[last] += `\\\n${lineText(line)}`;
    else paragraphs.push(lineText(line));
  });
  return paragraphs;
}

function lineText({ label, words, problem }: HoverLine): string {
  const labelled = `${label === undefined ? '' : `${l10n.t('{0}:', plainMarkdownLine(label))} `}${plainMarkdown(words)}`;
  return problem === undefined ? labelled : `${labelled} — ${plainMarkdownLine(problem)}`;
}

function groupLines({ relations, remarks, undercuts }: HoverGroup, article: string): string {
  return [
    ...relations.map((relation) => relationLine(relation, article)),
    ...remarks.map((words) => `*${plainMarkdownLine(words)}*`),
    ...undercuts.map((relation) => relationLine(relation, article)),
  ].join('\\\n');
}

function relationLine({ sign, words, quote, target, leads, problem }: HoverRelation, article: string): string {
  const end = leads ? link(quote, target, article) : plainMarkdownLine(quote);
  return `${sign === '−' ? sign : `\\${sign}`} ${relationText(words)} ${end}${problem === undefined ? '' : `, ${problem}`}`;
}

function link(words: string, id: string, article: string): string {
  return `[${plainMarkdownLine(words)}](${commandLink(revealCommand, article, id)})`;
}

function commandLink(command: string, ...args: readonly string[]): string {
  // Parentheses are the one thing that encodeURIComponent leaves and that would end the address.
  const query = encodeURIComponent(JSON.stringify(args)).replace(/[()]/g, (sign) => (sign === '(' ? '%28' : '%29'));
  return `command:${command}?${query}`;
}
