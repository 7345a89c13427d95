/*
 * A map somewhere in a YAML text, changed to say something else: a step at a time, each followed by reading the text again, until it says just that.
 * So a patch is never taken on trust, whatever shape the map is in.
 */
import { isMap } from 'yaml';
import { sameValue } from '../annotation/edit';
import { parseYaml, type YAMLMap } from '../yaml/nodes';
import { surveyOf, Values } from '../yaml/values';
import type { ValueMap } from './entryText';
import { mapStep } from './nodePatch';
import { isJson, spliced } from './nodeSplices';

/** More steps than any map needs: one for each item or key that comes or goes. */
const mostSteps = 100_000;

/** Finds the map in the root of a text. */
export type Find = (root: unknown) => YAMLMap | undefined;
/** The node itself, where it is a map. */
export const asMap: Find = (node) => (isMap(node) ? node : undefined);
/** What a map says, as far as it is to be compared and changed. */
export type View = (node: YAMLMap, values: Values) => ValueMap | undefined;

/** All keys and values, known or not. */
export const everything: View = (node, values) => values.of(node) as ValueMap;

/**
 * The text with the map saying `target`, as seen through `view`; undefined where no change of single values leads there. `order`: where new keys go.
 * What aliases stand for is known only as far as this text names it.
 */
export function patchedMapText(
  text: string,
  find: Find,
  target: ValueMap,
  order: readonly string[],
  newline: string,
  view: View = everything,
): string | undefined {
  const json = isJson(text);
  for (const bare of [false, true]) {
    let current = text;
    for (let step = 0; step < mostSteps; step++) {
      const document = parseYaml(current);
      const node = document.errors.length > 0 ? undefined : find(document.contents);
      const survey = surveyOf(document.contents);
      const said = node && survey.duplicateKeys.length === 0 ? view(node, new Values(survey.targets)) : undefined;
      if (!node || !said) break;
      if (sameValue(said, target)) return current;
      const base = { text: current, newline, json, bare };
      const next = spliced(current, mapStep(base, node, said, target, order));
      if (next === current) break;
      current = next;
    }
  }
  return undefined;
}
