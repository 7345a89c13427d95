/**
 * What the sources say to people, found in their syntax trees: the sentences that go through `l10n`, with their line, and the literals that look
 * like words for people and do not. Pure: a source text in, findings out.
 */
import { parseSync } from 'oxc-parser';

/** A sentence that goes through `l10n.t` or `l10n.plural`. */
export interface Said {
  /** What bundles have it under: the English sentence, with `/` and the comment where it has one. */
  readonly key: string;
  readonly message: string;
  readonly comment?: string;
  /** Whether it is the form of a count for more than one, which languages may have several of. */
  readonly many: boolean;
  /** Whether it is one of the two forms of a count. */
  readonly counted: boolean;
  readonly line: number;
}

export interface Outside {
  readonly words: string;
  readonly line: number;
}

export interface SourceWords {
  readonly said: readonly Said[];
  /** What looks like words for people and is not said through `l10n`. */
  readonly outside: readonly Outside[];
  /** Calls of `l10n` that no translation can reach, as sentences without their file: a key that is made while the program runs, or one while a module loads. */
  readonly faults: readonly { readonly line: number; readonly sentence: string }[];
}

interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [key: string]: unknown;
}

/** Everything that the text of a TypeScript file says. Throws where it cannot be parsed. */
export function sourceWords(path: string, text: string): SourceWords {
  const { program, errors } = parseSync(path, text);
  if (errors.length > 0) throw new Error(`${path} cannot be parsed: ${errors[0]?.message}`);
  const said: Said[] = [];
  const outside: Outside[] = [];
  const faults: { line: number; sentence: string }[] = [];
  // The file of `l10n` itself calls it by its bare name.
  const isOfWords = path.endsWith('core/l10n.ts');
  const lineOf = (node: Node) => text.slice(0, node.start).split('\n').length;
  const source = (node: unknown) => (isNode(node) ? text.slice(node.start, node.end) : '');

  const call = (node: Node, name: string, depth: number): void => {
    const args = node.arguments as readonly Node[];
    const counted = name === 'l10n.plural';
    if (depth === 0)
      faults.push({
        line: lineOf(node),
        sentence: 'says something while its module loads, before the language is known',
      });
    for (const [i, arg] of args.slice(counted ? 1 : 0, counted ? 3 : 1).entries()) {
      const read = messageOf(arg);
      if (read) said.push({ ...read, counted, many: counted && i === 1, line: lineOf(arg) });
      else faults.push({ line: lineOf(arg), sentence: `has no sentence for translators in ${name}` });
    }
    visit(args.slice(counted ? 3 : 1), depth, false);
  };

  /** `quiet`: inside of something that is for programs; what a function in it does is not. */
  const visit = (value: unknown, depth: number, quiet: boolean): void => {
    if (Array.isArray(value)) {
      for (const one of value) visit(one, depth, quiet);
      return;
    }
    if (!isNode(value) || isType(value)) return;
    const name = isOfWords ? `l10n.${source(value.callee)}` : source(value.callee);
    if (value.type === 'CallExpression' && (name === 'l10n.t' || name === 'l10n.plural')) {
      call(value, name, depth);
      return;
    }
    const words = wordsOf(value);
    if (words !== undefined && !quiet && looksLikeWords(words)) {
      outside.push({ words, line: lineOf(value) });
      return;
    }
    if (value.type === 'TaggedTemplateExpression' && words !== undefined) {
      visit((value.quasi as Node).expressions, depth, quiet);
      return;
    }
    const isFunction = /Function|Method|PropertyDefinition/.test(value.type);
    const within = isFunction || value.type === 'JSXElement' ? false : quiet || isForPrograms(value, source);
    for (const [key, child] of Object.entries(value)) {
      if (key !== 'type' && !isName(value, key)) visit(child, depth + (isFunction ? 1 : 0), within);
    }
  };
  visit(program, 0, false);
  return { said, outside, faults };
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';
}

/** The sentence of a literal, or of an object that has a comment beside it. */
function messageOf(node: Node): Pick<Said, 'key' | 'message' | 'comment'> | undefined {
  if (node.type === 'Literal' && typeof node.value === 'string') return { key: node.value, message: node.value };
  if (node.type !== 'ObjectExpression') return undefined;
  const field = (name: string) =>
    (node.properties as readonly Node[]).flatMap(({ key, value }) =>
      isNode(key) && key.name === name && isNode(value) && typeof value.value === 'string' ? [value.value] : [],
    )[0];
  const [message, comment] = [field('message'), field('comment')];
  return message === undefined || comment === undefined
    ? undefined
    : { key: `${message}/${comment}`, message, comment };
}

/** The text of a literal; in a template every value stands as a `◦`, which is no letter. */
function wordsOf(node: Node): string | undefined {
  if (node.type === 'Literal' && typeof node.value === 'string') return node.value;
  if (node.type === 'JSXText') return (node.value as string).trim();
  // Markup is none, what stands between it is.
  if (node.type === 'TaggedTemplateExpression' && (node.tag as Node).name === 'html') {
    return wordsOf(node.quasi as Node)?.replaceAll(/<[^>]*>|[\w-]+="[^"]*"/g, '◦');
  }
  if (node.type !== 'TemplateLiteral') return undefined;
  return (node.quasis as readonly { readonly value: { readonly cooked: string } }[])
    .map(({ value }) => value.cooked)
    .join('◦');
}

/** Two words in a row, of which one may be put in, a word that begins with a capital letter, or words in quotation marks: what no id and no name of a program looks like. */
export function looksLikeWords(text: string): boolean {
  const words = text.replaceAll(/\$\([\w-]+\)/g, '').trim();
  const pair = /\p{L}{2,}[,;:.!?…”’)]* +[“‘(]?[\p{L}◦]|[\p{L}◦][,;:.!?…”’)]* +[“‘(]?\p{L}{2,}/u;
  return (pair.test(words) && /\p{Ll}{2,}/u.test(words)) || /^[“‘(]?\p{Lu}\p{Ll}|[“„«][\p{L}◦]/u.test(words);
}

/** Names of what is imported, of keys and of elements. */
function isName({ type, computed }: Node, key: string): boolean {
  if (key === 'source' && /Import|Export/.test(type)) return true;
  if (key === 'key') return computed !== true;
  if (key === 'test' && type === 'SwitchCase') return true;
  return (type === 'JSXOpeningElement' || type === 'JSXClosingElement' || type === 'JSXAttribute') && key === 'name';
}

/** Attributes of elements, and of our own components, whose values people see or hear. */
const spokenAttributes = new Set([
  'title',
  'label',
  'placeholder',
  'alt',
  'aria-label',
  'aria-description',
  'aria-valuetext',
]);
/** Calls whose arguments are for programs: selectors, names, patterns, what goes to the log. */
const programCalls =
  /(^|\.)(addEventListener|querySelector(All)?|closest|matches|executeCommand|createElement|createOutputChannel|RegExp|TypeError|listener\.failed|startsWith|endsWith|includes|has|get|normalKey|setProperty)$|^(log|console)\./;
/** Fields of the DOM that are never shown. */
const programFields = /\.(className|id|type|role|name|cssText)$/;

const typeNodes =
  /^(ImportDeclaration|TSTypeAnnotation|TSTypeParameterInstantiation|TSTypeAliasDeclaration|TSInterfaceDeclaration)$/;
const isType = ({ type }: Node): boolean => typeNodes.test(type);

/** Whether what stands in a node is for programs to read. */
function isForPrograms(node: Node, source: (node: unknown) => string): boolean {
  switch (node.type) {
    case 'ImportExpression':
      return true;
    case 'BinaryExpression':
      // What is compared, not what is put together.
      return node.operator !== '+';
    case 'JSXAttribute':
      return !spokenAttributes.has(source(node.name));
    case 'CallExpression':
    case 'NewExpression': {
      const first = (node.arguments as readonly Node[])[0];
      if (source(node.callee).endsWith('.setAttribute')) return !spokenAttributes.has(String(first?.value));
      return programCalls.test(source(node.callee));
    }
    case 'AssignmentExpression':
      return programFields.test(source(node.left));
    default:
      return false;
  }
}
