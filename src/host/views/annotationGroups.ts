/*
 * Annotations put into groups: by tag, person, status, an attribute of the codebook, or below the article's headings. Each annotation is
 * in one group, each group has at least one, and inside of a group the order is the one that came in.
 */
import { valueInWords } from '../../core/annotation/attributeValue';
import { type Attribute, attributeLabel, attributesOf, type Codebook, tagOf } from '../../core/annotation/codebook';
import type { Annotation, AttributeValue } from '../../core/annotation/model';
import type { Placements } from '../../core/annotation/placement';
import { shorten } from '../../core/annotation/words';
import { append } from '../../core/append';
import { type NestedHeading, nestedHeadings } from '../../core/article/headings';
import { lastStartingBy } from '../../core/article/ranges';
import * as l10n from '../../core/l10n';
import { shownStatus, shownStatuses, statusLabel } from './shownStatus';
import type { Giving, TreeSource } from './treeNodes';
import { attributeOf, type Grouping } from './treeShape';

export interface Group {
  /** Tells it from its siblings. */
  readonly key: string;
  readonly label: string;
  readonly members: readonly Annotation[];
  /** What annotations get that are dropped onto it; nothing where that cannot be. */
  readonly gives: Giving;
  /** Sections of a section. */
  readonly below?: readonly Group[];
}

/** Undefined where the grouping makes no groups of its own. */
export function groupsOf(
  annotations: readonly Annotation[],
  grouping: Grouping,
  source: TreeSource,
): readonly Group[] | undefined {
  switch (grouping) {
    case 'argument':
    case 'order':
      return undefined;
    case 'heading':
      return byHeading(annotations, source);
    case 'tag':
      return byTag(annotations, source.codebook);
    case 'person':
      return byPerson(annotations);
    case 'status':
      return byStatus(annotations, source.placements);
    default:
      return byAttribute(annotations, attributeOf(grouping) ?? '', source.codebook);
  }
}

/** In the codebook's order, tags that it lacks last. */
function byTag(annotations: readonly Annotation[], codebook: Codebook): Group[] {
  const parts = partedBy(annotations, ({ tag }) => tag);
  return inOrder(
    parts.keys(),
    codebook.tags.map(({ name }) => name),
  ).map((tag) => ({
    key: tag,
    label: tagOf(codebook, tag).label,
    members: parts.get(tag) ?? [],
    gives: { of: 'tag', tag },
  }));
}

/** By name; those without one last. */
function byPerson(annotations: readonly Annotation[]): Group[] {
  const parts = partedBy(annotations, ({ by }) => by || undefined);
  const names = [...parts.keys()].flatMap((name) => name ?? []).sort((a, b) => a.localeCompare(b));
  const rest = parts.get(undefined);
  return [
    ...names.map(
      (name): Group => ({
        key: `=${name}`,
        label: shorten(name, 80),
        members: parts.get(name) ?? [],
        gives: { of: 'person', name },
      }),
    ),
    ...(rest
      ? [{ key: '', label: l10n.t('No name'), members: rest, gives: { of: 'person', name: undefined } } as const]
      : []),
  ];
}

function byStatus(annotations: readonly Annotation[], placements: Placements): Group[] {
  const parts = partedBy(annotations, ({ id }) => shownStatus(placements.get(id)));
  return shownStatuses.flatMap((status): Group[] => {
    const members = parts.get(status);
    return members ? [{ key: status, label: statusLabel(status), members, gives: { of: 'status', status } }] : [];
  });
}

/** By value, several choices as one; those without last. */
function byAttribute(annotations: readonly Annotation[], name: string, codebook: Codebook): Group[] {
  const attribute = attributesOf(codebook).find((one) => one.name === name);
  const values = new Map<string, AttributeValue>();
  const parts = partedBy(annotations, ({ attributes }) => {
    if (!attributes || !Object.hasOwn(attributes, name)) return undefined;
    const value = attributes[name] as AttributeValue;
    const key = JSON.stringify(value);
    values.set(key, value);
    return key;
  });
  const groups = [...values]
    .sort(([, a], [, b]) => compareValues(a, b, attribute))
    .map(
      ([key, value]): Group => ({
        key,
        label: shorten(valueInWords(value), 80),
        members: parts.get(key) ?? [],
        gives: { of: 'attribute', name, value },
      }),
    );
  const rest = parts.get(undefined);
  const label = attributeLabel(attribute ?? { name });
  return rest
    ? [...groups, { key: '', label: l10n.t('No {0}', label), members: rest, gives: { of: 'attribute', name } }]
    : groups;
}

/** Choices as the codebook lists them, yes before no, numbers and days from the least, all else by the alphabet. */
function compareValues(a: AttributeValue, b: AttributeValue, attribute: Attribute | undefined): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  if (typeof a === 'boolean' && typeof b === 'boolean') return Number(b) - Number(a);
  const rank = (value: AttributeValue): number => {
    const [first] = Array.isArray(value) ? value : [value];
    const at = attribute?.values?.indexOf(String(first)) ?? -1;
    return at < 0 ? Number.MAX_SAFE_INTEGER : at;
  };
  return rank(a) - rank(b) || String(a).localeCompare(String(b));
}

/**
 * Sections in the article's order, one in another as their headings say, those without annotations left out. What stands before the first
 * heading is a group of its own. One list where there are no headings; what stands nowhere comes last.
 */
function byHeading(annotations: readonly Annotation[], { article, placements }: TreeSource): Group[] | undefined {
  const headings = nestedHeadings(article);
  if (headings.length === 0) return undefined;
  const sections = headings.map(({ section }) => section);
  const members = partedBy(annotations, ({ id }) => {
    const start = placements.get(id)?.spans[0]?.start;
    return start === undefined ? 'nowhere' : (headings[lastStartingBy(sections, start)] ?? 'before');
  });
  const inside = partedBy(headings, ({ parent }) => parent);
  const groupOf = (heading: NestedHeading): Group[] => {
    const own = members.get(heading) ?? [];
    const below = (inside.get(heading) ?? []).flatMap(groupOf);
    if (own.length + below.length === 0) return [];
    const { words, section } = heading;
    return [{ key: String(section.start), label: shorten(words, 80), members: own, gives: { of: 'heading' }, below }];
  };
  const alone = (key: string, label: string, among: readonly Annotation[] | undefined): Group[] =>
    among ? [{ key, label, members: among, gives: { of: 'heading' } }] : [];
  return [
    ...alone('0', l10n.t('Beginning'), members.get('before')),
    ...(inside.get(undefined) ?? []).flatMap(groupOf),
    ...alone('', l10n.t('Not in the text'), members.get('nowhere')),
  ];
}

function partedBy<T, K>(members: readonly T[], keyOf: (member: T) => K): Map<K, T[]> {
  const parts = new Map<K, T[]>();
  for (const member of members) append(parts, keyOf(member), member);
  return parts;
}

/** First those of `order`, then the others as they came. */
function inOrder(names: Iterable<string>, order: readonly string[]): string[] {
  const found = new Set(names);
  return [...new Set([...order.filter((name) => found.has(name)), ...found])];
}
