/*
 * Asking for an attribute and its value, whatever it is an attribute of: by list where the codebook says what may be chosen, else by an
 * input that says at once what does not fit.
 */
import * as vscode from 'vscode';
import { attributeValue, strangeValues, valueInWords } from '../../core/annotation/attributeValue';
import { type Attribute, attributeLabel, type Codebook, tagOf } from '../../core/annotation/codebook';
import { notInCodebook } from '../../core/annotation/hoverText';
import type { Annotation, Attributes, AttributeValue } from '../../core/annotation/model';
import * as l10n from '../../core/l10n';
import { plainLabel } from './quickPickLabel';
import { askOne } from './steps';
import { typedProblem, typedValue } from './typedValue';

/** The attributes, and those of these names that the codebook lacks, to be taken away. */
export function withStrange(attributes: readonly Attribute[], carried: readonly string[]): Attribute[] {
  const known = new Set(attributes.map(({ name }) => name));
  const strange = [...new Set(carried)].filter((name) => !known.has(name));
  return [...attributes, ...strange.map((name): Attribute => ({ name, type: 'choice', values: [] }))];
}

/** Those that the tags of all the annotations have, and those that one carries though the codebook lacks them, to be taken away. */
export function attributesFor(annotations: readonly Annotation[], codebook: Codebook): Attribute[] {
  const [first, ...others] = annotations.map((annotation) => tagOf(codebook, annotation.tag).attributes);
  const common = (first ?? []).filter((one) => others.every((list) => list.some(({ name }) => name === one.name)));
  return withStrange(
    common,
    annotations.flatMap(({ attributes }) => Object.keys(attributes ?? {})),
  );
}

/** What is to be set: a name with a value, or without one to take it away. Undefined when the person turned away. */
export async function askAttribute(
  attributes: readonly Attribute[],
  current: Attributes | undefined,
  { title, none }: { readonly title: string; readonly none: string },
): Promise<{ readonly name: string; readonly value?: AttributeValue } | undefined> {
  if (attributes.length === 0) {
    void vscode.window.showInformationMessage(none);
    return undefined;
  }
  const items = attributes.map((attribute) => ({
    label: plainLabel(attributeLabel(attribute)),
    description: plainLabel(shown(current?.[attribute.name])),
    attribute,
  }));
  const attribute =
    attributes.length === 1
      ? attributes[0]
      : (await askOne({ title, placeholder: l10n.t('Which attribute?'), items }))?.attribute;
  if (!attribute) return undefined;
  const value = await askValue(attribute, current?.[attribute.name], title);
  return value === undefined ? undefined : { name: attribute.name, ...(value !== null && { value }) };
}

const shown = (value: AttributeValue | undefined): string => (value === undefined ? '' : valueInWords(value));

/** The value, null to take the attribute away, undefined when the person turned away. */
async function askValue(
  attribute: Attribute,
  current: AttributeValue | undefined,
  title: string,
): Promise<AttributeValue | null | undefined> {
  const label = attributeLabel(attribute);
  const name = `${title}: ${label}`;
  if (attribute.type === 'choices') {
    const chosen = Array.isArray(current) ? current : [current];
    const known = (attribute.values ?? []).map((value) => ({
      label: plainLabel(value),
      description: '',
      picked: chosen.includes(value),
      value,
    }));
    const strange = strangeValues(attribute, current).map((value) => ({
      label: plainLabel(value),
      description: notInCodebook(),
      picked: true,
      value,
    }));
    const items = [...known, ...strange];
    // None is an answer here, and rows stay chosen whatever is filtered: unlike where one is asked for (steps.ts).
    const picked = await vscode.window.showQuickPick(items, { title: name, canPickMany: true });
    return picked && (picked.length === 0 ? null : picked.map((item) => item.value));
  }
  if (attribute.type === 'choice' || attribute.type === 'boolean') {
    const values = attribute.type === 'boolean' ? [true, false] : (attribute.values ?? []);
    const items: (vscode.QuickPickItem & { readonly value: AttributeValue | null })[] = values.map((value) => ({
      label: plainLabel(valueInWords(value)),
      description: value === current ? l10n.t('now') : '',
      value,
    }));
    if (current !== undefined)
      items.push({ label: `$(close) ${l10n.t('Clear')}`, description: plainLabel(valueInWords(current)), value: null });
    return (await askOne({ title: name, placeholder: label, items }))?.value;
  }
  const written = await vscode.window.showInputBox({
    title: name,
    prompt:
      attribute.type === 'date'
        ? l10n.t('{0}, as 2026-11-24. Empty: none.', label)
        : l10n.t('{0}. Empty: none.', label),
    value: current === undefined ? '' : String(current),
    validateInput: (typed) => {
      const problem = typedProblem(attribute, typed);
      if (problem !== undefined) return problem;
      const read = typed.trim() === '' ? undefined : attributeValue(attribute, typedValue(attribute, typed));
      return read && 'problem' in read ? read.problem : undefined;
    },
  });
  if (written === undefined) return undefined;
  return written.trim() === '' ? null : typedValue(attribute, written);
}
