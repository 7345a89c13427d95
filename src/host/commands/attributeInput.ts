/*
 * Asking for an attribute and its value, whatever it is an attribute of: by list where the codebook says what may be chosen, else by an
 * input that says at once what does not fit.
 */
import * as vscode from 'vscode';
import { strangeValues, valueInWords } from '../../core/annotation/attributeValue';
import { attributeLabel, notInCodebook } from '../../core/annotation/codebook';
import type { AttributeValue } from '../../core/annotation/model';
import { typedValue } from '../../core/annotation/typedValue';
import * as l10n from '../../core/l10n';
import { plainLabel } from '../plainLabel';
import { askOne } from '../steps';
import { type AskedAttribute, commonValue } from './askedAttributes';

/**
 * What is to be set: a name with a value, or without one to take it away. Undefined when the person turned away. `of`: on how many it is, so that
 * it can be said where an attribute is for fewer.
 */
export async function askAttribute(
  attributes: readonly AskedAttribute[],
  { title, none, of }: { readonly title: string; readonly none: string; readonly of: number },
): Promise<{ readonly name: string; readonly value?: AttributeValue } | undefined> {
  if (attributes.length === 0) {
    void vscode.window.showInformationMessage(none);
    return undefined;
  }
  const items = attributes.map((asked) => {
    const count = asked.values.length;
    const some = count < of ? l10n.t('{0} of {1}', l10n.number(count), l10n.number(of)) : '';
    const words = [shown(commonValue(asked).value), some].filter((part) => part !== '');
    return { label: plainLabel(attributeLabel(asked.attribute)), description: plainLabel(words.join(' · ')), asked };
  });
  const asked =
    attributes.length === 1
      ? attributes[0]
      : (await askOne({ title, placeholder: l10n.t('Which attribute?'), items }))?.asked;
  if (!asked) return undefined;
  const value = await askValue(asked, title);
  return value === undefined ? undefined : { name: asked.attribute.name, ...(value !== null && { value }) };
}

const shown = (value: AttributeValue | undefined): string => (value === undefined ? '' : valueInWords(value));

/** The value, null to take the attribute away, undefined when the person turned away or left several values as they are. */
async function askValue(asked: AskedAttribute, title: string): Promise<AttributeValue | null | undefined> {
  const { attribute } = asked;
  const { value: current, mixed } = commonValue(asked);
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
    if (!picked || (mixed && picked.length === 0)) return undefined;
    return picked.length === 0 ? null : picked.map((item) => item.value);
  }
  if (attribute.type === 'choice' || attribute.type === 'boolean') {
    const values = attribute.type === 'boolean' ? [true, false] : (attribute.values ?? []);
    const items: (vscode.QuickPickItem & { readonly value: AttributeValue | null })[] = values.map((value) => ({
      label: plainLabel(valueInWords(value)),
      description: value === current ? l10n.t('now') : '',
      value,
    }));
    if (current !== undefined || mixed)
      items.push({ label: `$(close) ${l10n.t('Clear')}`, description: plainLabel(shown(current)), value: null });
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
      const read = typedValue(attribute, typed);
      return 'problem' in read ? read.problem : undefined;
    },
  });
  if (written === undefined || (mixed && written.trim() === '')) return undefined;
  const read = typedValue(attribute, written);
  return 'problem' in read ? undefined : (read.value ?? null);
}
