/* What a person typed for an attribute, as a value of the attribute's type; whether it fits is for `attributeValue` to say. */
import type { Attribute } from '../../core/annotation/codebook';
import * as l10n from '../../core/l10n';

/** A number with a decimal point or comma; not a number (NaN) for anything else, and where a comma may stand between thousands. */
export function typedValue({ type }: Pick<Attribute, 'type'>, typed: string): number | string {
  const words = typed.trim();
  if (type !== 'number') return words;
  return hasThousands.test(words) ? Number.NaN : Number(words.replace(',', '.'));
}

/** "1,000" is a thousand to some and one to others: better asked again than recorded wrong. "0,125" has one reading. */
const hasThousands = /^[-+]?[1-9]\d{0,2}(,\d{3})+(\.\d+)?$/;

/** What to do about it, where a number was typed that has two readings. */
export function typedProblem({ type }: Pick<Attribute, 'type'>, typed: string): string | undefined {
  if (type !== 'number' || !hasThousands.test(typed.trim())) return undefined;
  return l10n.t('Write thousands without a comma (1000), and decimals with a point (1.5).');
}
