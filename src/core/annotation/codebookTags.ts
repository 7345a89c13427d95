/*
 * From the tags as a file has them to tags as everything else uses them: names for labels, colours and lines filled in, attributes
 * inherited, keys that cannot work taken away. What is wrong between tags is found here; what is wrong inside one, by the schema.
 */
import * as l10n from '../l10n';
import type { PathProblem } from '../problem';
import { attributeValue } from './attributeValue';
import {
  type Attribute,
  type Codebook,
  type LineStyle,
  labelFrom,
  lineStyles,
  reservedKeys,
  type Tag,
  type TagColour,
  tagColours,
} from './codebook';
import type { CodebookFile, CodebookFileAttribute, CodebookFileTag } from './codebookSchema';

/** Parents above a tag; no scheme of argument analysis comes near. */
const deepest = 16;

export function codebookOf(file: CodebookFile): {
  readonly codebook: Codebook;
  readonly problems: readonly PathProblem[];
} {
  const problems: PathProblem[] = [];
  const files = new Map(Object.entries(file.tags));
  const parents = parentsOf(files, problems);
  const keys = keysOf(files, problems);
  const attributesOf = (attributes: CodebookFileTag['attributes'], path: readonly string[]): Attribute[] =>
    Object.entries(attributes ?? {}).map(([name, one]) => checked(attributeOf(name, one), [...path, name], problems));
  const tags = new Map<string, Tag>();
  const build = (name: string, own: CodebookFileTag): Tag => {
    const known = tags.get(name);
    if (known) return known;
    const parentName = parents.get(name);
    const parentFile = parentName === undefined ? undefined : files.get(parentName);
    const parent = parentName === undefined || !parentFile ? undefined : build(parentName, parentFile);
    const key = keys.get(name);
    const tag: Tag = {
      name,
      label: own.label ?? labelFrom(name),
      ...(key !== undefined && { key }),
      colour: own.colour ?? parent?.colour ?? colourFor(name),
      line: own.line ?? parent?.line ?? lineFor(name),
      ...(parent && { parent: parent.name }),
      ...(own.guideline && { guideline: own.guideline }),
      ...(own.examples && own.examples.length > 0 && { examples: own.examples }),
      ...(own['counter-examples'] &&
        own['counter-examples'].length > 0 && { counterExamples: own['counter-examples'] }),
      attributes: inherited(parent?.attributes ?? [], attributesOf(own.attributes, ['tags', name, 'attributes'])),
    };
    tags.set(name, tag);
    return tag;
  };
  for (const [name, own] of files) build(name, own);
  // Parents may have been built before their turn: the file's order is the one that people see.
  const ordered = [...files.keys()].flatMap((name) => tags.get(name) ?? []);
  const article = attributesOf(file.article, ['article']).map((one) => withoutDefault(one, problems));
  return { codebook: { tags: ordered, article }, problems };
}

/** An attribute of the article: nothing is annotated with it, so there is no moment at which it would get its default. */
function withoutDefault({ default: given, ...attribute }: Attribute, problems: PathProblem[]): Attribute {
  if (given === undefined) return attribute;
  const message = l10n.t(
    'Attributes of the article have no default: a person sets them. “{0}” is used without one.',
    attribute.name,
  );
  problems.push({ code: 'unused-default', severity: 'warning', path: ['article', attribute.name, 'default'], message });
  return attribute;
}

/** The parent of each tag, without those that are not there and those that lead back to the tag itself. */
function parentsOf(files: ReadonlyMap<string, CodebookFileTag>, problems: PathProblem[]): ReadonlyMap<string, string> {
  const parents = new Map<string, string>();
  for (const [name, { parent }] of files) {
    if (parent === undefined) continue;
    const path = ['tags', name, 'parent'];
    if (!files.has(parent)) {
      const message = l10n.t('There is no tag “{0}”. “{1}” is used without a parent.', parent, name);
      problems.push({ code: 'unknown-parent', severity: 'error', path, message });
    } else if (leadsTo(parent, name, parents)) {
      const message = l10n.t(
        '“{0}” would be its own parent by way of “{1}”. It is used without a parent.',
        name,
        parent,
      );
      problems.push({ code: 'parent-cycle', severity: 'error', path, message });
    } else if (depthOf(parent, parents) >= deepest) {
      const message = l10n.t('“{0}” stands more than {1} parents deep. It is used without a parent.', name, deepest);
      problems.push({ code: 'too-deep', severity: 'error', path, message });
    } else parents.set(name, parent);
  }
  return parents;
}

/** Parents above a tag, counted no further than the limit. */
function depthOf(name: string, parents: ReadonlyMap<string, string>): number {
  let depth = 0;
  for (let up = parents.get(name); up !== undefined && depth < deepest; up = parents.get(up)) depth++;
  return depth;
}

/** Whether the way up from a tag comes by another one; the map has no circles yet, so the way ends. */
function leadsTo(from: string, to: string, parents: ReadonlyMap<string, string>): boolean {
  let name: string | undefined = from;
  for (let steps = 0; name !== undefined && steps <= 2 * deepest; steps++) {
    if (name === to) return true;
    name = parents.get(name);
  }
  return false;
}

function keysOf(files: ReadonlyMap<string, CodebookFileTag>, problems: PathProblem[]): ReadonlyMap<string, string> {
  const keys = new Map<string, string>();
  const owners = new Map<string, string>();
  for (const [name, { key }] of files) {
    if (key === undefined) continue;
    const path = ['tags', name, 'key'];
    const owner = owners.get(key);
    if (reservedKeys.has(key)) {
      const message = l10n.t(
        "The key “{0}” is one of the reading view's own. “{1}” has no key until another one is chosen.",
        key,
        name,
      );
      problems.push({ code: 'reserved-key', severity: 'error', path, message });
    } else if (owner !== undefined) {
      const message = l10n.t(
        'The key “{0}” is taken by “{1}”. “{2}” has no key until another one is chosen.',
        key,
        owner,
        name,
      );
      problems.push({ code: 'key-taken', severity: 'error', path, message });
    } else {
      keys.set(name, key);
      owners.set(key, name);
    }
  }
  return keys;
}

function attributeOf(name: string, own: CodebookFileAttribute): Attribute {
  return {
    name,
    type: own.type,
    ...(own.label !== undefined && { label: own.label }),
    ...('values' in own && { values: [...new Set(own.values)] }),
    ...(own.required !== undefined && { required: own.required }),
    ...(own.default !== undefined && { default: own.default }),
    ...('minimum' in own && own.minimum !== undefined && { minimum: own.minimum }),
    ...('maximum' in own && own.maximum !== undefined && { maximum: own.maximum }),
  };
}

/** The attribute without bounds that nothing lies between, and without a default that does not fit. */
function checked(attribute: Attribute, path: readonly string[], problems: PathProblem[]): Attribute {
  const { default: given, minimum, maximum, ...rest } = attribute;
  const isEmpty = minimum !== undefined && maximum !== undefined && minimum > maximum;
  if (isEmpty) {
    const message = l10n.t(
      'The minimum {0} is above the maximum {1}. “{2}” is used without bounds.',
      minimum,
      maximum,
      attribute.name,
    );
    problems.push({ code: 'bad-bounds', severity: 'error', path: [...path, 'maximum'], message });
  }
  const bounded: Attribute = {
    ...rest,
    ...(minimum !== undefined && !isEmpty && { minimum }),
    ...(maximum !== undefined && !isEmpty && { maximum }),
  };
  if (given === undefined) return bounded;
  const read = attributeValue(bounded, given);
  if ('problem' in read) {
    const message = l10n.t(
      'The default does not fit: {0} “{1}” is used without a default.',
      read.problem,
      attribute.name,
    );
    problems.push({ code: 'bad-default', severity: 'error', path: [...path, 'default'], message });
    return bounded;
  }
  return read.value === undefined ? bounded : { ...bounded, default: read.value };
}

/** The parent's attributes first, each replaced by the tag's own of the same name. */
function inherited(fromParent: readonly Attribute[], own: readonly Attribute[]): Attribute[] {
  const byName = new Map([...fromParent, ...own].map((attribute) => [attribute.name, attribute]));
  return [...byName.values()];
}

/**
 * By the name alone: a tag keeps its colour when tags are moved, come or go, and when others are coloured. Two names may have the same one,
 * and grey, which stands for tags that the codebook lacks, is none's.
 */
function colourFor(name: string): TagColour {
  const colours = tagColours.filter((colour) => colour !== 'grey');
  return colours[hashOf(name) % colours.length] ?? 'grey';
}

/** The same for the line under its words, so that colour is not alone where nobody has chosen one. Waves stand for tags that are not known. */
function lineFor(name: string): LineStyle {
  const lines = lineStyles.filter((line) => line !== 'wavy');
  // Shuffled once more: bits of the same number would give every colour its own line.
  return lines[(Math.imul(hashOf(name), 0x9e3779b1) >>> 27) % lines.length] ?? 'solid';
}

/** FNV-1a over the UTF-16 units of a name. */
function hashOf(name: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < name.length; i++) hash = Math.imul(hash ^ name.charCodeAt(i), 0x01000193) >>> 0;
  return hash;
}
