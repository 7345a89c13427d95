/*
 * The one wording of what an annotation says and how it is argued: hover cards of reader and text editor, tree and terminal draw what
 * `describe` returns, as data, and add no words of their own. It never throws: what a set lacks or names wrongly is said in words.
 */

import * as l10n from '../l10n';
import { attributeValue, valueInWords } from './attributeValue';
import { attributeLabel, type Codebook, type ShownTag, tagOf } from './codebook';
import type { Annotation, AttributeValue, EntriesById } from './model';
import type { Placements } from './placement';
import { quoteOf } from './quote';
import { type RelationGroup, relationsOf } from './relations';
import { spanIndexOf } from './spanIndex';
import { touchedBy } from './touched';

export interface DescribeContext {
  readonly entries: EntriesById;
  readonly placements: Placements;
  readonly codebook: Codebook;
}

export interface DescribedAttribute {
  readonly label: string;
  /** In words; several choices joined by commas. */
  readonly value: string;
  /** What is wrong with it by the codebook, as a sentence. */
  readonly problem?: string;
}

export interface Description {
  readonly id: string;
  /** Label, colour and line of the tag; `unknown` where the codebook lacks it. */
  readonly tag: ShownTag;
  /** The recorded words in one line, fragments joined by " … "; the wording of an unstated premise. */
  readonly quote: string;
  readonly wording?: string;
  readonly speaker?: string;
  readonly note?: string;
  readonly attributes: readonly DescribedAttribute[];
  readonly by?: string;
  /** "2026-11-24 12:00 UTC". */
  readonly atText?: string;
  /** A sentence on orphans, on words to look at, and on unstated premises; absent when there is nothing to say. */
  readonly status?: string;
  /** What it supports, attacks and is supported and attacked by, by argument. */
  readonly relations: readonly RelationGroup[];
}

/** Undefined when the set has no annotation of this id. */
export function describe(id: string, context: DescribeContext): Description | undefined {
  const annotation = context.entries.annotations.get(id);
  if (!annotation) return undefined;
  const { wording, speaker, note, by, at } = annotation;
  const tag = tagOf(context.codebook, annotation.tag);
  const status = statusOf(annotation, context);
  return {
    id,
    tag,
    quote: quoteOf(annotation),
    ...(wording && { wording }),
    ...(speaker && { speaker }),
    ...(note && { note }),
    attributes: attributesOf(annotation, tag),
    ...(by && { by }),
    ...(at && { atText: timeText(at) }),
    ...(status && { status }),
    relations: relationsOf(id, context.entries),
  };
}

/** All annotations on the character at an offset (UTF-16 units of the canonical text), smallest first. */
export function annotationsAt(
  offset: number,
  { entries, placements }: Pick<DescribeContext, 'entries' | 'placements'>,
): Annotation[] {
  return spanIndexOf(placements)
    .at(offset)
    .flatMap((id) => entries.annotations.get(id) ?? []);
}

function statusOf(annotation: Annotation, { entries, placements }: DescribeContext): string | undefined {
  const placement = placements.get(annotation.id);
  const withArguments = (said: string) =>
    [said, touchedBy(annotation.id, entries)?.sentence].filter((part) => part !== undefined).join(' ');
  switch (placement?.status) {
    case 'orphan':
      return withArguments(l10n.t('Orphan: its words are not in the article any more, or not surely so.'));
    case 'drifted':
      return withArguments(
        l10n.t('Please look: {0}', placement.why ?? l10n.t('it is not sure that these are the words.')),
      );
    case 'unstated':
      return annotation.wording
        ? l10n.t('Unstated: it stands nowhere in the article.')
        : l10n.t('Unstated, and without a wording: write what it says.');
    default:
      return undefined;
  }
}

/** The codebook's attributes in its order, then those that it lacks. */
function attributesOf(annotation: Annotation, tag: ShownTag): DescribedAttribute[] {
  const values = annotation.attributes ?? {};
  const known = tag.attributes.flatMap((attribute): DescribedAttribute[] => {
    const label = attributeLabel(attribute);
    if (!Object.hasOwn(values, attribute.name)) return [];
    const value = values[attribute.name] as AttributeValue;
    const read = attributeValue(attribute, value);
    return [{ label, value: valueInWords(value), ...('problem' in read && { problem: read.problem }) }];
  });
  const names = new Set(tag.attributes.map((attribute) => attribute.name));
  const others = Object.entries(values)
    .filter(([name]) => !names.has(name))
    .map(([name, value]) => ({
      label: attributeLabel({ name }),
      value: valueInWords(value),
      problem: l10n.t('The codebook lacks this attribute.'),
    }));
  return [...known, ...others];
}

/** "2026-11-24 12:00 UTC"; what is no time is left as it was written. */
export function timeText(at: string): string {
  const time = /^\d{4}-\d{2}-\d{2}/.test(at) ? new Date(at) : undefined;
  if (!time || Number.isNaN(time.getTime())) return at;
  return /T|\s\d/.test(at) ? `${time.toISOString().slice(0, 16).replace('T', ' ')} UTC` : at;
}
