/* The verb on the article as a whole: the codebook's attributes of the article itself, such as its stance. */

import * as l10n from '../l10n';
import { attributeValue, withValue } from './attributeValue';
import { attributeLabel } from './codebook';
import { sameValue } from './edit';
import type { Gesture } from './gesture';
import { done, type Outcome, refused, type VerbContext } from './verbContext';
import { titleCase } from './words';

/** Sets an attribute of the article, or takes one away (one that the codebook does not know can be taken away, not set). */
export function setArticleAttribute(
  { name, value }: Extract<Gesture, { verb: 'setArticleAttribute' }>,
  context: VerbContext,
): Outcome {
  const attribute = context.codebook.article.find((one) => one.name === name);
  const label = attributeLabel(attribute ?? { name });
  if (value !== undefined && !attribute) {
    return refused(l10n.t('The codebook has no attribute “{0}” for the article. Add it to the codebook first.', name));
  }
  const before = context.set.attributes ?? {};
  const read =
    value === undefined || !attribute ? { value: undefined } : attributeValue(attribute, value, before[name]);
  if ('problem' in read) return refused(read.problem);
  const after = withValue(before, name, read.value);
  if (sameValue(before, after)) {
    return refused(
      read.value === undefined
        ? l10n.t('“{0}” is not set. Nothing was changed.', label)
        : l10n.t('“{0}” is the same already. Nothing was changed.', label),
    );
  }
  const said =
    read.value === undefined
      ? l10n.t('Clear {0} of Article', titleCase(label))
      : l10n.t('Set {0} of Article', titleCase(label));
  return done(said, [{ kind: 'article', id: name, before, after }], []);
}
