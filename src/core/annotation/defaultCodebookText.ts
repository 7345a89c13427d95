/*
 * The built-in codebook as a file, for a project that wants its own: the same tags as `defaultCodebook` (a test holds them to it), with a
 * comment at each thing that people change first.
 */
import { reservedKeyList } from './codebook';

export const defaultCodebookText = `# The codebook: the tags that this project marks words with. It counts for all articles in this folder and below it;
# a codebook nearer to an article counts instead of this one. What is changed here takes effect when the file is saved.
argmark-codebook: 1

tags:
  claim:                       # the name that annotations files say: small letters, digits, hyphens. Do not rename it later
    label: "Claim"             # what views show
    key: c                     # one key in the reading view; ${reservedKeyList} are taken
    colour: blue               # blue green orange purple red yellow teal pink brown grey indigo lime
    line: solid                # solid dotted dashed double wavy
    guideline: |-              # when to use it; shown while tagging. As many lines as it needs
      A statement that the author wants believed and that somebody could dispute.
    examples:
      - "Those who gain from depth should carry its cost."
    counter-examples:          # what looks like it and is something else
      - "The harbour was dredged in 2019. (Nobody disputes it: evidence, if it is a reason for something.)"
    attributes:                # what else is to be said about words with this tag
      kind:
        type: choice           # choice choices number boolean text date
        values: [factual, causal, evaluative, policy]
        required: true         # the Problems view tells of an annotation without it
      # certainty:
      #   type: number
      #   minimum: 0           # number and date: the least and the greatest value that fits
      #   maximum: 1
      #   default: 0.5         # what a new annotation gets without being asked

  major-claim:
    label: "Major claim"
    parent: claim              # a kind of claim: it has the attributes of claim too
    key: m
    colour: purple
    line: double
    guideline: |-
      The claim that the whole article argues for; most articles have one.

  premise:
    label: "Premise"
    key: p
    colour: green
    line: dotted
    guideline: |-
      A reason that the author gives for or against a claim.
    examples:
      - "Every metre of depth costs more than the one before it."

  evidence:
    label: "Evidence"
    parent: premise
    key: e
    colour: orange
    line: dashed
    guideline: |-
      A premise that can be looked up: a figure, a source, a case.
    examples:
      - "The bill passed ninety million in 2023."
    counter-examples:
      - "It is well known that ports lose money. (Nothing is named that could be looked up: a premise.)"

  assumption:
    label: "Assumption"
    key: a
    colour: grey
    line: dotted
    guideline: |-
      What the author takes for granted and gives no reason for.

article:                       # attributes of the article itself: "Argmark: Set Attribute of Article"
  stance:
    type: choice
    values: [for, against, neutral]
`;
