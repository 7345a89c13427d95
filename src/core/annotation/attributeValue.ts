/* Whether a value fits an attribute of the codebook: asked when a person sets it, and when a file that has it is checked. */
import * as l10n from '../l10n';
import { type Attribute, attributeLabel } from './codebook';
import type { Attributes, AttributeValue } from './model';
import { quoted } from './words';

/**
 * The value as it is to be recorded, undefined for none, or a sentence saying what would fit. Of several choices those that are in `carried`,
 * the value before, may stay although the codebook lacks them.
 */
export function attributeValue(
  attribute: Attribute,
  value: AttributeValue,
  carried?: AttributeValue,
): { readonly value: AttributeValue | undefined } | { readonly problem: string } {
  const label = attributeLabel(attribute);
  const allowed = attribute.values ?? [];
  switch (attribute.type) {
    case 'choice':
      if (value === '') return { value: undefined };
      return typeof value === 'string' && allowed.includes(value)
        ? { value }
        : { problem: l10n.t('“{0}” must be one of these: {1}.', label, l10n.commas(allowed)) };
    case 'choices': {
      const chosen = typeof value === 'string' ? (value === '' ? [] : [value]) : value;
      const strange = strangeValues(attribute, carried);
      const fitting = [...allowed, ...strange];
      if (!Array.isArray(chosen) || !chosen.every((one: string) => fitting.includes(one))) {
        return { problem: l10n.t('“{0}” must be a list of some of these: {1}.', label, l10n.commas(allowed)) };
      }
      return { value: chosen.length === 0 ? undefined : fitting.filter((one) => chosen.includes(one)) };
    }
    case 'number':
      return typeof value === 'number' && Number.isFinite(value)
        ? within(attribute, value)
        : { problem: l10n.t('“{0}” must be a number, such as 3 or 0.5.', label) };
    case 'boolean':
      return typeof value === 'boolean' ? { value } : { problem: l10n.t('“{0}” must be true or false.', label) };
    case 'date':
      if (value === '') return { value: undefined };
      return typeof value === 'string' && isDate(value)
        ? within(attribute, value)
        : { problem: l10n.t('“{0}” must be a date, written as 2026-11-24.', label) };
    case 'text':
      return typeof value === 'string'
        ? { value: value.trim() === '' ? undefined : value.replace(/\r\n?/g, '\n').trim() }
        : { problem: l10n.t('“{0}” must be a text.', label) };
  }
}

/** As people read it: several choices with commas between them, nothing as an empty pair of quotation marks. */
export function valueInWords(value: AttributeValue): string {
  if (typeof value === 'boolean') return value ? l10n.t('yes') : l10n.t('no');
  const words = Array.isArray(value) ? l10n.commas(value as readonly string[]) : String(value);
  return words === '' ? quoted('') : words;
}

/** The attributes with a value in place of the one of this name, or without one; those that are there stay in their order. */
export function withValue(attributes: Attributes, name: string, value: AttributeValue | undefined): Attributes {
  // By way of a map: a name such as `__proto__` from a hostile file stays an ordinary one.
  const values = new Map(Object.entries(attributes));
  if (value === undefined) values.delete(name);
  else values.set(name, value);
  return Object.fromEntries(values);
}

/** The values of an attribute with several choices that the codebook lacks, each once. */
export function strangeValues({ values = [] }: Attribute, value: AttributeValue | undefined): string[] {
  const carried = Array.isArray(value) ? (value as readonly string[]) : typeof value === 'string' ? [value] : [];
  return [...new Set(carried)].filter((one) => one !== '' && !values.includes(one));
}

/** Bounds are of the value's own type; days compare as text. */
function within(
  attribute: Attribute,
  value: number | string,
): { readonly value: AttributeValue } | { readonly problem: string } {
  const { minimum, maximum } = attribute;
  const tooSmall = minimum !== undefined && value < minimum;
  const tooGreat = maximum !== undefined && value > maximum;
  if (!tooSmall && !tooGreat) return { value };
  return { problem: boundsOf(attributeLabel(attribute), attribute.type === 'date', minimum, maximum) };
}

function boundsOf(
  label: string,
  isDay: boolean,
  minimum: number | string | undefined,
  maximum: number | string | undefined,
): string {
  if (maximum === undefined)
    return isDay
      ? l10n.t('“{0}” must not be before {1}.', label, minimum ?? '')
      : l10n.t('“{0}” must be at least {1}.', label, minimum ?? '');
  if (minimum === undefined)
    return isDay
      ? l10n.t('“{0}” must not be after {1}.', label, maximum)
      : l10n.t('“{0}” must be at most {1}.', label, maximum);
  return isDay
    ? l10n.t('“{0}” must not be before {1} or after {2}.', label, minimum, maximum)
    : l10n.t('“{0}” must be at least {1} and at most {2}.', label, minimum, maximum);
}

/** A day that the calendar has, as YYYY-MM-DD. */
function isDate(value: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const day = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(value);
}
