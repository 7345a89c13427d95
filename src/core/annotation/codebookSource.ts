/*
 * The text of a codebook as plain values, and where each of them stands: what a reader needs that checks values and reports by line. What is
 * wrong with a text as YAML is told and passed over: whoever writes into a codebook (`core/codebook`) reads it for themselves.
 */
import { isScalar } from 'yaml';
import * as l10n from '../l10n';
import { type Problem, placesIn } from '../problem';
import { nodeAt, startOf } from '../yaml/nodes';
import { readYamlText, type YamlFault } from '../yaml/read';
import { type Plain, Values } from '../yaml/values';

/** Limits that no codebook made by people comes near. */
const mostUnits = 4_000_000;
const mostNodes = 200_000;

export interface CodebookSource {
  /** Null for an empty text. Of a key that is there twice the first counts; objects have no prototype. */
  readonly value: Plain;
  readonly problems: readonly Problem[];
  /** The place of the value at a path, of its key where it is a map, list or missing, or of what is nearest. */
  readonly placeOf: (path: readonly PropertyKey[], part?: 'key' | 'value') => Pick<Problem, 'line' | 'column'>;
}

export function codebookSource(text: string): CodebookSource {
  if (text.length > mostUnits) return unread(l10n.t('The file is larger than 4 million characters and is not read.'));
  const { root, survey, errors, warnings } = readYamlText(text);
  const values = new Values(survey.targets, '__proto__');
  const value = values.of(root);
  if (survey.size > mostNodes || values.exceeded) {
    return unread(l10n.t('The file holds too many values, counted with its aliases, and is not read.'));
  }
  const placeAt = placesIn(text);
  const problem = (code: string, severity: Problem['severity'], message: string, offset: number): Problem => ({
    code,
    severity,
    message,
    ...placeAt(offset),
  });
  return {
    value,
    problems: [
      ...errors.map((error) => problem(error.code, 'error', withOutcome(error), error.offset)),
      ...warnings.map(({ code, message, offset }) => problem(code, 'warning', message, offset)),
      ...survey.protoKeys.map((offset) =>
        problem('unsafe-key', 'error', l10n.t('The name “__proto__” cannot be used. It is ignored.'), offset),
      ),
    ],
    placeOf: (path, part) => {
      const { node, key, whole } = nodeAt(root, path, survey.targets);
      const isText = isScalar(node) && node.value !== null;
      const isOfKey = key !== undefined && (!isText || (whole && part === 'key'));
      return placeAt(startOf(isOfKey ? key : node));
    },
  };
}

function withOutcome({ code, message }: YamlFault): string {
  return code === 'duplicate-key' ? l10n.t('{0} The first one counts.', message) : message;
}

function unread(message: string): CodebookSource {
  const place = { line: 1, column: 1 };
  return { value: null, problems: [{ code: 'too-large', severity: 'error', message, ...place }], placeOf: () => place };
}
