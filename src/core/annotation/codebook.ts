/* The codebook: the tags that a project marks words with, their attributes, colours, keys and guidelines. */
import * as l10n from '../l10n';
import type { AttributeValue } from './model';

/** A codebook's file: the nearest one in an article's folder or above it counts. */
export const codebookName = 'argmark.codebook.yaml';

/** Names of the contributed theme colours `argmark.tag.<name>`. */
export const tagColours = [
  'blue',
  'green',
  'orange',
  'purple',
  'red',
  'yellow',
  'teal',
  'pink',
  'brown',
  'grey',
  'indigo',
  'lime',
] as const;
export type TagColour = (typeof tagColours)[number];

/** How a tag's words are underlined, so that colour is never alone. */
export const lineStyles = ['solid', 'dotted', 'dashed', 'double', 'wavy'] as const;
export type LineStyle = (typeof lineStyles)[number];

/** The keys of the reading view's own grammar; capitals are the same keys with Shift. */
export const reservedKeys: ReadonlySet<string> = new Set([...'snhlkurftgyv./?[]<>', ...'SNTG']);

/** As people read them. */
export const reservedKeyList = [...reservedKeys].join(' ');

export const attributeTypes = ['choice', 'choices', 'number', 'boolean', 'text', 'date'] as const;
export interface Attribute {
  readonly name: string;
  readonly type: (typeof attributeTypes)[number];
  readonly label?: string;
  /** Choice and choices: what may be chosen. */
  readonly values?: readonly string[];
  readonly required?: boolean;
  /** What a new annotation gets without being asked; fits the type and the bounds. */
  readonly default?: AttributeValue;
  /** Number and date: the least and the greatest value that fits, themselves included. */
  readonly minimum?: number | string;
  readonly maximum?: number | string;
}

export interface Tag {
  /** `[a-z][a-z0-9-]*`; what a sidecar's `tag:` says. */
  readonly name: string;
  readonly label: string;
  /** One character that tags with it in the reading view. */
  readonly key?: string;
  readonly colour: TagColour;
  readonly line: LineStyle;
  readonly parent?: string;
  readonly guideline?: string;
  readonly examples?: readonly string[];
  /** Words that look as if it fitted them, and why it does not. */
  readonly counterExamples?: readonly string[];
  /** Its own attributes and those that it has from its parents. */
  readonly attributes: readonly Attribute[];
}

export interface Codebook {
  readonly tags: readonly Tag[];
  /** Attributes of the article itself. */
  readonly article: readonly Attribute[];
}

/** A tag as views show it: one of the codebook, or a stand-in for a name that the codebook lacks (shown, marked, kept). */
export interface ShownTag extends Tag {
  readonly unknown?: true;
}

const tagsByName = new WeakMap<Codebook, ReadonlyMap<string, Tag>>();

/** The tag of this name, or a grey, wavy stand-in with `unknown` set. */
export function tagOf(codebook: Codebook, name: string): ShownTag {
  let tags = tagsByName.get(codebook);
  if (!tags) {
    tags = new Map(codebook.tags.map((tag) => [tag.name, tag]));
    tagsByName.set(codebook, tags);
  }
  return tags.get(name) ?? { name, label: name, colour: 'grey', line: 'wavy', attributes: [], unknown: true };
}

/** What is said of a tag or a value that the codebook lacks, wherever there is room for a few words only. */
export const notInCodebook = (): string => l10n.t('not in the codebook');

/** The attributes that a new annotation of this tag has from the start: those with a default. Undefined where there are none. */
export function defaultsOf(tag: Tag): Readonly<Record<string, AttributeValue>> | undefined {
  const defaults = tag.attributes.flatMap((one) =>
    one.default === undefined ? [] : [[one.name, one.default] as const],
  );
  return defaults.length === 0 ? undefined : Object.fromEntries(defaults);
}

/** What views show for an attribute: its label, or its name as words ("time-frame" becomes "Time frame"). */
export function attributeLabel({ label, name }: Pick<Attribute, 'name' | 'label'>): string {
  return label ?? labelFrom(name);
}

/** The attributes that annotations can have, each name once, in the codebook's order. */
export function attributesOf(codebook: Codebook): readonly Attribute[] {
  const named = new Map(codebook.tags.flatMap((tag) => tag.attributes).map((one) => [one.name, one]));
  return [...named.values()];
}

/** What an attribute is called, also one that the codebook lacks. */
export function attributeName(codebook: Codebook, name: string): string {
  return attributeLabel(attributesOf(codebook).find((one) => one.name === name) ?? { name });
}

/** A label made of a name: hyphens become spaces, the first letter a capital. */
export function labelFrom(name: string): string {
  const words = name.replace(/-+/g, ' ').trim();
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}
