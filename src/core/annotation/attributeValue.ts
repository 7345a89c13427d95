/* Whether a value fits an attribute of the codebook: asked when a person sets it, and when a file that has it is checked. */
import { type Attribute, attributeLabel } from './codebook';
import type { AttributeValue } from './model';

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
        : { problem: `“${label}” is one of these: ${allowed.join(', ')}.` };
    case 'choices': {
      const chosen = typeof value === 'string' ? (value === '' ? [] : [value]) : value;
      const strange = strangeValues(attribute, carried);
      const fitting = [...allowed, ...strange];
      if (!Array.isArray(chosen) || !chosen.every((one: string) => fitting.includes(one))) {
        return { problem: `“${label}” is a list of some of these: ${allowed.join(', ')}.` };
      }
      return { value: chosen.length === 0 ? undefined : fitting.filter((one) => chosen.includes(one)) };
    }
    case 'number':
      return typeof value === 'number' && Number.isFinite(value)
        ? within(attribute, value)
        : { problem: `“${label}” is a number, such as 3 or 0.5.` };
    case 'boolean':
      return typeof value === 'boolean' ? { value } : { problem: `“${label}” is true or false.` };
    case 'date':
      if (value === '') return { value: undefined };
      return typeof value === 'string' && isDate(value)
        ? within(attribute, value)
        : { problem: `“${label}” is a date, written as 2026-11-24.` };
    case 'text':
      return typeof value === 'string'
        ? { value: value.trim() === '' ? undefined : value.replace(/\r\n?/g, '\n').trim() }
        : { problem: `“${label}” is a text.` };
  }
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
  const [least, most] = attribute.type === 'date' ? ['not before', 'not after'] : ['at least', 'at most'];
  const bounds = [minimum !== undefined && `${least} ${minimum}`, maximum !== undefined && `${most} ${maximum}`];
  return { problem: `“${attributeLabel(attribute)}” is ${bounds.filter(Boolean).join(' and ')}.` };
}

/** A day that the calendar has, as YYYY-MM-DD. */
function isDate(value: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const day = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(value);
}
