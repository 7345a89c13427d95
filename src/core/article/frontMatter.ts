/* Front matter: the facts that a Markdown file gives of itself, between its first two lines of dashes. */
import { parse } from 'yaml';
import type { ArticleFacts } from './article';
import { factsOf, noFacts } from './metadata';

const longest = 100_000;

/** The facts in front matter. YAML that cannot be read, or is far too long for it, gives none. */
export function frontMatterFacts(node: { readonly type: string; readonly value: string }): ArticleFacts {
  if (node.value.length > longest) return noFacts;
  return factsOf(node.type === 'toml' ? tomlPairs(node.value) : yamlValue(node.value));
}

function yamlValue(source: string): unknown {
  try {
    return parse(source, { maxAliasCount: 20, logLevel: 'silent', uniqueKeys: false, prettyErrors: false });
  } catch {
    return undefined;
  }
}

/** The plain `key = "value"` and `key = ["a", "b"]` pairs of TOML; that is all that front matter holds in practice. */
function tomlPairs(source: string): Record<string, unknown> {
  const pairs: [string, unknown][] = [];
  for (const line of source.split('\n')) {
    const match = /^\s*([\w-]{1,60})\s*=\s*(\S.*)$/.exec(line);
    const value = match?.[2]?.trim();
    if (!match?.[1] || value === undefined) continue;
    const words = [...value.matchAll(/"((?:[^"\\]|\\.)*)"|'([^']*)'/g)].map((quoted) => quoted[1] ?? quoted[2] ?? '');
    pairs.push([match[1], value.startsWith('[') ? words : (words[0] ?? value)]);
  }
  return Object.fromEntries(pairs);
}
