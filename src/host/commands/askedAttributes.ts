/* The attributes that can be set on what is selected, and what each is there now. Without VS Code. */
import { type Attribute, type Codebook, tagOf } from '../../core/annotation/codebook';
import { sameValue } from '../../core/annotation/edit';
import type { Annotation, Attributes, AttributeValue } from '../../core/annotation/model';

/** An attribute that can be asked for. */
export interface AskedAttribute {
  readonly attribute: Attribute;
  /** What it is wherever it can be set or taken away; undefined where it is not set. */
  readonly values: readonly (AttributeValue | undefined)[];
}

/**
 * Those that the tag of any of the annotations has, since the others are left alone; and those that one carries though its tag has none such,
 * to be taken away.
 */
export function attributesFor(annotations: readonly Annotation[], codebook: Codebook): AskedAttribute[] {
  return asked(annotations.map(({ tag, attributes }) => [tagOf(codebook, tag).attributes, attributes] as const));
}

/** Those of the article itself. */
export function attributesOfArticle({ article }: Codebook, attributes: Attributes | undefined): AskedAttribute[] {
  return asked([[article, attributes]]);
}

type Bearer = readonly [known: readonly Attribute[], carried: Attributes | undefined];

function asked(bearers: readonly Bearer[]): AskedAttribute[] {
  const known = bearers.flatMap(([attributes]) => attributes);
  const strange = bearers.flatMap(([, carried = {}]) => Object.keys(carried)).map(strangeAttribute);
  // Of one name the first counts, and one of the codebook before any that it lacks.
  const byName = new Map([...known, ...strange].reverse().map((attribute) => [attribute.name, attribute]));
  const names = new Set([...known, ...strange].map(({ name }) => name));
  return [...names].flatMap((name) => {
    const attribute = byName.get(name);
    const at = bearers.filter(
      ([attributes, carried = {}]) => attributes.some((one) => one.name === name) || Object.hasOwn(carried, name),
    );
    return attribute ? [{ attribute, values: at.map(([, carried]) => own(carried, name)) }] : [];
  });
}

const own = (attributes: Attributes | undefined, name: string): AttributeValue | undefined =>
  attributes && Object.hasOwn(attributes, name) ? attributes[name] : undefined;

const strangeAttribute = (name: string): Attribute => ({ name, type: 'choice', values: [] });

/** The value that is the same everywhere; `mixed` where they differ. */
export function commonValue({ values }: AskedAttribute): {
  readonly value: AttributeValue | undefined;
  readonly mixed: boolean;
} {
  const [first] = values;
  const mixed = values.some((one) => !sameValue(one, first));
  return { value: mixed ? undefined : first, mixed };
}
