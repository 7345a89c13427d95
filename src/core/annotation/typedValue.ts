/* What a person typed for an attribute, as a value of the attribute's type that fits it, or what is wrong with it. */
import * as l10n from '../l10n';
import { attributeValue } from './attributeValue';
import type { Attribute } from './codebook';
import type { AttributeValue } from './model';

/** No value where nothing is typed. A number may have a decimal point or comma. */
export function typedValue(
  attribute: Attribute,
  typed: string,
): { readonly value: AttributeValue | undefined } | { readonly problem: string } {
  const words = typed.trim();
  if (words === '') return { value: undefined };
  if (attribute.type !== 'number') return attributeValue(attribute, words);
  if (hasThousands.test(words))
    return { problem: l10n.t('Write thousands without a comma (1000), and decimals with a point (1.5).') };
  return attributeValue(attribute, Number(words.replace(',', '.')));
}

/** "1,000" is a thousand to some and one to others: better asked again than recorded wrong. "0,125" has one reading. */
const hasThousands = /^[-+]?[1-9]\d{0,2}(,\d{3})+(\.\d+)?$/;
