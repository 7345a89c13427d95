/*
 * The shape of the "Codebook" tree and what its rows say, without VS Code: tags in the codebook's order, each below its parent, and last
 * the tags that the codebook lacks and the article uses all the same.
 */
import { type Codebook, notInCodebook, type ShownTag, tagOf } from '../../core/annotation/codebook';
import { append } from '../../core/append';
import * as l10n from '../../core/l10n';
import { tagIcon } from './tagIcon';

/** How often each tag is used, by its name. */
export type TagCounts = ReadonlyMap<string, number>;

export interface CodebookTree {
  /** Names of the tags below a tag, or on top. */
  children(name?: string): readonly string[];
  parentOf(name: string): string | undefined;
  tag(name: string): ShownTag | undefined;
}

/** `used`: the tags of the article, known or not. */
export function codebookTree(codebook: Codebook, used: Iterable<string>): CodebookTree {
  const tags = new Map<string, ShownTag>(codebook.tags.map((tag) => [tag.name, tag]));
  for (const name of used) if (!tags.has(name)) tags.set(name, tagOf(codebook, name));
  const below = new Map<string | undefined, string[]>();
  for (const { name, parent } of tags.values()) append(below, parent, name);
  return {
    children: (name) => below.get(name) ?? [],
    parentOf: (name) => tags.get(name)?.parent,
    tag: (name) => tags.get(name),
  };
}

export interface TagRow {
  readonly label: string;
  readonly description: string;
  readonly icon: { readonly name: string; readonly colour: string };
  /** Words that menus go by. */
  readonly context: string;
  /** What a screen reader says. */
  readonly spoken: string;
}

export interface Counted {
  /** Of the article in front, where there is one. */
  readonly article: TagCounts | undefined;
  readonly workspace: TagCounts;
  /** Whether all of the workspace has been read. */
  readonly complete: boolean;
}

/** "3 of 41 · c": here, in the workspace (with "…" while it is still being counted), and the key. */
export function tagRow(tag: ShownTag, { article, workspace, complete }: Counted): TagRow {
  const here = article && (article.get(tag.name) ?? 0);
  const all = Math.max(workspace.get(tag.name) ?? 0, here ?? 0);
  const of = `${l10n.number(all)}${complete ? '' : '…'}`;
  const counts = here === undefined ? of : l10n.t('{0} of {1}', l10n.number(here), of);
  const unknown = tag.unknown ? notInCodebook() : '';
  const spoken = [
    tag.label,
    unknown,
    here === undefined ? '' : l10n.plural(here, '{0} annotation in this article', '{0} annotations in this article'),
    complete
      ? l10n.t('{0} in the workspace', l10n.number(all))
      : l10n.t('{0} in the workspace so far', l10n.number(all)),
    tag.key === undefined ? '' : l10n.t('key {0}', tag.key),
  ];
  return {
    label: tag.label,
    description: [counts, tag.key ?? '', unknown].filter(Boolean).join(' · '),
    icon: tagIcon(tag.line, tag.colour),
    context: tag.unknown ? 'tag unknown' : 'tag',
    spoken: l10n.commas(spoken.filter(Boolean)),
  };
}
