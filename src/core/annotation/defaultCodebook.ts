/* The codebook of a project that has no file of its own: the parts of an argument that every analyst of policy texts knows. */
import type { Attribute, Codebook } from './codebook';

const kind: Attribute = {
  name: 'kind',
  type: 'choice',
  values: ['factual', 'causal', 'evaluative', 'policy'],
  required: true,
};

export const defaultCodebook: Codebook = {
  tags: [
    {
      name: 'claim',
      label: 'Claim',
      key: 'c',
      colour: 'blue',
      line: 'solid',
      guideline: 'A statement that the author wants believed and that somebody could dispute.',
      examples: ['Those who gain from depth should carry its cost.'],
      counterExamples: [
        'The harbour was dredged in 2019. (Nobody disputes it: evidence, if it is a reason for something.)',
      ],
      attributes: [kind],
    },
    {
      name: 'major-claim',
      label: 'Major claim',
      key: 'm',
      colour: 'purple',
      line: 'double',
      parent: 'claim',
      guideline: 'The claim that the whole article argues for; most articles have one.',
      attributes: [kind],
    },
    {
      name: 'premise',
      label: 'Premise',
      key: 'p',
      colour: 'green',
      line: 'dotted',
      guideline: 'A reason that the author gives for or against a claim.',
      examples: ['Every metre of depth costs more than the one before it.'],
      attributes: [],
    },
    {
      name: 'evidence',
      label: 'Evidence',
      key: 'e',
      colour: 'orange',
      line: 'dashed',
      parent: 'premise',
      guideline: 'A premise that can be looked up: a figure, a source, a case.',
      examples: ['The bill passed ninety million in 2023.'],
      counterExamples: [
        'It is well known that ports lose money. (Nothing is named that could be looked up: a premise.)',
      ],
      attributes: [],
    },
    {
      name: 'assumption',
      label: 'Assumption',
      key: 'a',
      colour: 'grey',
      line: 'dotted',
      guideline: 'What the author takes for granted and gives no reason for.',
      attributes: [],
    },
  ],
  article: [{ name: 'stance', type: 'choice', values: ['for', 'against', 'neutral'] }],
};
