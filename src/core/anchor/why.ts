/* The reasons of a verdict, as short sentences for people. */
import * as l10n from '../l10n';

export type Reason =
  | 'gone'
  | 'crowded'
  | 'undecided'
  | 'otherSurroundings'
  | 'unlike'
  | 'anotherText'
  | 'signs'
  | 'context'
  | 'moved'
  | 'besideChanged'
  | 'siblings'
  | 'rewritten'
  | 'words'
  | 'capitals'
  | 'copy'
  | 'here'
  | 'hereInOther'
  | 'hereOutOfOrder'
  | 'hereBesideOther';

/** `rivals` are places that are nearly as good. */
export function inWords(reason: Reason, rivals = 0): string {
  const said = sentenceOf(reason);
  if (rivals === 0) return said;
  return `${said} ${rivals === 1 ? l10n.t('Another place is nearly as good.') : l10n.t('Other places are nearly as good.')}`;
}

function sentenceOf(reason: Reason): string {
  switch (reason) {
    case 'gone':
      return l10n.t('Its words are not in the article any more.');
    case 'crowded':
      return l10n.t('Its words stand at very many places.');
    case 'undecided':
      return l10n.t('Its words stand at several places, and nothing tells which was meant.');
    case 'otherSurroundings':
      return l10n.t('Its words stand in the article only in other surroundings.');
    case 'unlike':
      return l10n.t('Only words somewhat like them are in the article.');
    case 'anotherText':
      return l10n.t('Most annotations are not found: the article seems to be another one.');
    case 'signs':
      return l10n.t('Only quotation marks, dashes, spaces or the like have changed.');
    case 'context':
      return l10n.t('The words stand at several places; the text beside them tells which.');
    case 'moved':
      return l10n.t('The words have moved.');
    case 'besideChanged':
      return l10n.t('The words have moved, and the text beside them has changed.');
    case 'siblings':
      return l10n.t('The words stand at several places; the other fragments tell which.');
    case 'rewritten':
      return l10n.t('Other words stand in their place; the sentence may have been rewritten.');
    case 'words':
      return l10n.t('Some of the words have changed.');
    case 'capitals':
      return l10n.t('Capital letters have changed.');
    case 'copy':
      return l10n.t('The words stand here, but this may be a copy: words like them are left where they were tagged.');
    case 'here':
      return l10n.t('The words stand here.');
    case 'hereInOther':
      return l10n.t('The words stand here, in other surroundings than before.');
    case 'hereOutOfOrder':
      return l10n.t('The words stand here, but not where the annotations around them would have them.');
    case 'hereBesideOther':
      return l10n.t('The words stand here, but the text beside them is different.');
  }
}

/** `lost` are the numbers of fragments (from 0) that are not found, of so many in `all`. */
export const lostInWords = (lost: readonly number[], all: number): string =>
  l10n.t('Of {0} fragments these are not found any more: {1}.', all, l10n.commas(lost.map((i) => String(i + 1))));

export const disorderInWords = (): string => l10n.t('Its fragments stand in another order than before.');
