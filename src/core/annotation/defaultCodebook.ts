/*
 * The codebook of a project that has no file of its own: the parts of an argument that every analyst of policy texts knows. Names, keys and values
 * are what files hold, and are the same in every language; labels and guidelines are in the person's.
 */
import * as words from '../l10n';
import type { Attribute, Codebook } from './codebook';

/**
 * `l10n` says the sentences: in the person's language for views, as they stand here for files. `labelled`: attributes have labels as well, where
 * their names would not say it.
 */
function made(l10n: { t(sentence: string): string }, labelled: boolean): Codebook {
  const kind: Attribute = {
    name: 'kind',
    ...(labelled && { label: l10n.t('Kind') }),
    type: 'choice',
    values: ['factual', 'causal', 'evaluative', 'policy'],
    required: true,
  };
  return {
    tags: [
      {
        name: 'claim',
        label: l10n.t('Claim'),
        key: 'c',
        colour: 'blue',
        line: 'solid',
        guideline: l10n.t('A statement that the author wants believed and that somebody could dispute.'),
        examples: [l10n.t('Those who gain from depth should carry its cost.')],
        counterExamples: [
          l10n.t('The harbour was dredged in 2019. (Nobody disputes it: evidence, if it is a reason for something.)'),
        ],
        attributes: [kind],
      },
      {
        name: 'major-claim',
        label: l10n.t('Major claim'),
        key: 'm',
        colour: 'purple',
        line: 'double',
        parent: 'claim',
        guideline: l10n.t('The claim that the whole article argues for; most articles have one.'),
        attributes: [kind],
      },
      {
        name: 'premise',
        label: l10n.t('Premise'),
        key: 'p',
        colour: 'green',
        line: 'dotted',
        guideline: l10n.t('A reason that the author gives for or against a claim.'),
        examples: [l10n.t('Every metre of depth costs more than the one before it.')],
        attributes: [],
      },
      {
        name: 'evidence',
        label: l10n.t('Evidence'),
        key: 'e',
        colour: 'orange',
        line: 'dashed',
        parent: 'premise',
        guideline: l10n.t('A premise that can be looked up: a figure, a source, a case.'),
        examples: [l10n.t('The bill passed ninety million in 2023.')],
        counterExamples: [
          l10n.t('It is well known that ports lose money. (Nothing is named that could be looked up: a premise.)'),
        ],
        attributes: [],
      },
      {
        name: 'assumption',
        label: l10n.t('Assumption'),
        key: 'a',
        colour: 'grey',
        line: 'dotted',
        guideline: l10n.t('What the author takes for granted and gives no reason for.'),
        attributes: [],
      },
    ],
    article: [
      {
        name: 'stance',
        ...(labelled && { label: l10n.t('Stance') }),
        type: 'choice',
        values: ['for', 'against', 'neutral'],
      },
    ],
  };
}

/** In English, as it is written into files. */
export const defaultCodebook = made({ t: (sentence) => sentence }, false);

let spoken: { readonly language: string; readonly codebook: Codebook } | undefined;

/** In the person's language, for where no file says anything else: the same object each time. */
export function builtInCodebook(): Codebook {
  if (words.isEnglish()) return defaultCodebook;
  const { language } = words.spoken();
  if (spoken?.language !== language) spoken = { language, codebook: made(words, true) };
  return spoken.codebook;
}
