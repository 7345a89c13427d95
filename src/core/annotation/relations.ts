/*
 * How an annotation is argued, in the short words that hover, tree and terminal share: one group per argument, one line per other
 * end. Green and red never stand alone: every line has a sign.
 */
import * as l10n from '../l10n';
import { type Argument, conclusionOf, type EntriesById } from './model';
import { quoteOf } from './quote';
import { quoted, shorten } from './words';

export type RelationWords =
  | 'supported by'
  | 'attacked by'
  /** One more premise of the same argument, after "supported by", "attacked by" or "undercut by". */
  | 'and'
  | 'supports'
  | 'attacks'
  | 'undercuts'
  /** The other premises of an argument that the annotation is a premise of itself. */
  | 'together with'
  | 'undercut by'
  | 'rephrases'
  | 'rephrased by';

/** The same for a person, as the beginning of a line. */
export function relationText(words: RelationWords): string {
  switch (words) {
    case 'supported by':
      return l10n.t('supported by');
    case 'attacked by':
      return l10n.t('attacked by');
    case 'and':
      return l10n.t('and');
    case 'supports':
      return l10n.t('supports');
    case 'attacks':
      return l10n.t('attacks');
    case 'undercuts':
      return l10n.t('undercuts');
    case 'together with':
      return l10n.t('together with');
    case 'undercut by':
      return l10n.t('undercut by');
    case 'rephrases':
      return l10n.t('rephrases');
    case 'rephrased by':
      return l10n.t('rephrased by');
  }
}

/** One line of a group: what stands at the other end, and how. */
export interface RelationLine {
  /** `+` support, `-` attack, `=` the same in other words. */
  readonly sign: '+' | '-' | '=';
  readonly words: RelationWords;
  /** The id of the other end: an annotation, an argument, or `path#id` of another article. */
  readonly target: string;
  /** What stands there, in one line; the id when nothing does. */
  readonly quote: string;
  readonly missing?: true;
}

export interface RelationGroup {
  /** Of the argument, or the link, that these lines are about. */
  readonly id: string;
  readonly scheme?: string;
  readonly note?: string;
  readonly relations: readonly RelationLine[];
}

/** First what supports and attacks it, then what it supports and attacks, then links; arguments in their own order. */
export function relationsOf(id: string, entries: EntriesById): RelationGroup[] {
  const groups: RelationGroup[] = [];
  for (const argument of entries.onto.get(id) ?? []) {
    const supports = conclusionOf(argument)?.relation === 'supports';
    const relations = premiseLines(argument, supports ? '+' : '-', supports ? 'supported by' : 'attacked by', entries);
    groups.push(groupOf(argument, [...relations, ...undercutLines(argument, entries)]));
  }
  for (const argument of new Set(entries.premiseIn.get(id) ?? [])) {
    const conclusion = conclusionOf(argument);
    if (!conclusion) continue;
    const sign = conclusion.relation === 'supports' ? '+' : '-';
    const undercuts = !entries.annotations.has(conclusion.target) && entries.arguments.has(conclusion.target);
    const words = conclusion.relation === 'attacks' && undercuts ? 'undercuts' : conclusion.relation;
    const others = argument.premises.filter((premise) => premise !== id);
    groups.push(
      groupOf(argument, [
        { sign, words, ...endOf(conclusion.target, entries) },
        ...others.map(
          (premise, i): RelationLine => ({
            sign,
            words: i === 0 ? 'together with' : 'and',
            ...endOf(premise, entries),
          }),
        ),
        ...undercutLines(argument, entries),
      ]),
    );
  }
  for (const link of entries.links.values()) {
    if (link.from !== id && link.rephrases !== id) continue;
    const other = link.from === id ? link.rephrases : link.from;
    const words = link.from === id ? 'rephrases' : 'rephrased by';
    const relations: RelationLine[] = [{ sign: '=', words, ...linkedEnd(other, entries) }];
    groups.push({ id: link.id, ...(link.note && { note: link.note }), relations });
  }
  return groups;
}

/** An argument as one sentence without its full stop: “…” and “…” support “…”. */
export function argumentInWords(argument: Argument, entries: EntriesById, length = 40): string {
  const name = (id: string): string => {
    const annotation = entries.annotations.get(id);
    return annotation ? quoted(shorten(quoteOf(annotation), length)) : id;
  };
  const premises = argument.premises
    .map(name)
    .reduce((before, last) => (before === '' ? last : l10n.t('{0} and {1}', before, last)), '');
  const conclusion = conclusionOf(argument);
  if (!conclusion) return premises;
  const { relation, target } = conclusion;
  const many = argument.premises.length > 1;
  const undercut = entries.annotations.has(target) ? undefined : entries.arguments.get(target);
  if (!undercut) {
    const words = [premises, name(target)] as const;
    if (relation === 'supports')
      return many ? l10n.t('{0} support {1}', ...words) : l10n.t('{0} supports {1}', ...words);
    return many ? l10n.t('{0} attack {1}', ...words) : l10n.t('{0} attacks {1}', ...words);
  }
  const end = conclusionOf(undercut)?.target;
  if (end === undefined)
    return many ? l10n.t('{0} undercut the argument', premises) : l10n.t('{0} undercuts the argument', premises);
  const about = [premises, name(end)] as const;
  return many
    ? l10n.t('{0} undercut the argument about {1}', ...about)
    : l10n.t('{0} undercuts the argument about {1}', ...about);
}

/** What is about to be argued with: the words of one annotation, or how many there are. */
export function premisesInWords(ids: readonly string[], { annotations }: Pick<EntriesById, 'annotations'>): string {
  const [first] = ids.flatMap((id) => annotations.get(id) ?? []);
  if (ids.length === 1 && first) return quoted(shorten(quoteOf(first), 50));
  return l10n.plural(ids.length, '{0} premise', '{0} premises');
}

function groupOf(argument: Argument, relations: readonly RelationLine[]): RelationGroup {
  const { id, scheme, note } = argument;
  return { id, ...(scheme && { scheme }), ...(note && { note }), relations };
}

function premiseLines(argument: Argument, sign: '+' | '-', first: RelationWords, entries: EntriesById): RelationLine[] {
  return argument.premises.map((premise, i) => ({ sign, words: i === 0 ? first : 'and', ...endOf(premise, entries) }));
}

function undercutLines(argument: Argument, entries: EntriesById): RelationLine[] {
  const attacks = (entries.onto.get(argument.id) ?? []).filter((one) => conclusionOf(one)?.relation === 'attacks');
  return attacks.flatMap((one) => premiseLines(one, '-', 'undercut by', entries));
}

function endOf(id: string, entries: EntriesById): Pick<RelationLine, 'target' | 'quote' | 'missing'> {
  const annotation = entries.annotations.get(id);
  if (annotation) return { target: id, quote: quoteOf(annotation) };
  const argument = entries.arguments.get(id);
  if (!argument) return { target: id, quote: id, missing: true };
  const words = argument.premises.map((premise) => {
    const one = entries.annotations.get(premise);
    return one ? shorten(quoteOf(one), 60) : premise;
  });
  return { target: id, quote: words.join(' + ') || id };
}

/** The other end of a link, which may be in another article: then its path and id as written. */
function linkedEnd(id: string, entries: EntriesById): Pick<RelationLine, 'target' | 'quote' | 'missing'> {
  return id.includes('#') ? { target: id, quote: id } : endOf(id, entries);
}
