/*
 * YAML of any shape, as people and other programs write it: a text becomes a root, plain values, and a list of what is wrong with it by
 * offset. Both of Argmark's files are read through here. What follows from a fault is for each of them to say: a sidecar with one is not
 * changed any more, a codebook is used as far as it can be read.
 */
import type { YAMLError } from 'yaml';
import * as l10n from '../l10n';
import { parseYaml } from './nodes';
import { type Survey, surveyOf } from './values';

/** What is wrong, as one whole sentence, at an offset in UTF-16 units. */
export interface YamlFault {
  readonly code:
    | 'syntax'
    | 'too-deep'
    | 'several-documents'
    | 'unknown-alias'
    | 'duplicate-key'
    | 'yaml-warning'
    | 'merge-key';
  readonly message: string;
  readonly offset: number;
}

export interface YamlText {
  /** The node of the whole; null where the text is empty. */
  readonly root: unknown;
  readonly survey: Survey;
  /** Why the text says nothing, or not only one thing. */
  readonly errors: readonly YamlFault[];
  /** Where another reader may understand it differently. */
  readonly warnings: readonly YamlFault[];
}

/** Reads a text that is at most some megabytes long, in time linear in its length. Throws nothing. */
export function readYamlText(text: string): YamlText {
  const document = parseYaml(text);
  const survey = surveyOf(document.contents);
  const deep = document.errors.find(isTooDeep);
  return {
    root: document.contents,
    survey,
    errors: [
      // Where `yaml` gives up at the bottom it does so at every level above.
      ...(deep ? [deep] : document.errors).map(syntaxFault),
      ...survey.unknownAliases.map(({ name, offset }) =>
        fault('unknown-alias', l10n.t('The alias `*{0}` stands for nothing that was named before.', name), offset),
      ),
      ...survey.duplicateKeys.map(({ key, offset }) =>
        fault('duplicate-key', l10n.t('The key `{0}` stands here for the second time.', key), offset),
      ),
    ],
    warnings: [
      ...document.warnings.map(({ message, pos }) =>
        fault('yaml-warning', l10n.t('A YAML reader may stumble here: {0}', sentence(message)), pos[0]),
      ),
      ...survey.mergeKeys.map((offset) =>
        fault('merge-key', l10n.t('Merge keys (`<<`) are not part of YAML 1.2 and are not followed here.'), offset),
      ),
    ],
  };
}

const fault = (code: YamlFault['code'], message: string, offset: number): YamlFault => ({ code, message, offset });

const isTooDeep = ({ code }: YAMLError): boolean => code === 'RESOURCE_EXHAUSTION';

function syntaxFault(error: YAMLError): YamlFault {
  const { code, message } = error;
  const [offset] = error.pos;
  if (isTooDeep(error)) return fault('too-deep', l10n.t('Its values are nested too deeply to be read.'), offset);
  if (code === 'MULTIPLE_DOCS')
    return fault('several-documents', l10n.t('The file holds a second document behind `---`.'), offset);
  return fault('syntax', l10n.t('This is not valid YAML: {0}', sentence(message)), offset);
}

function sentence(message: string): string {
  const line = message.split('\n')[0]?.trim() ?? '';
  return /[.!?]$/.test(line) ? line : `${line}.`;
}
