/* The codebook's attributes of an annotation as fields that fit their types; what the codebook lacks is shown, marked, and kept. */
import { attributeValue, valueInWords } from '../../../core/annotation/attributeValue';
import { type Attribute, attributeLabel, notInCodebook } from '../../../core/annotation/codebook';
import type { Attributes, AttributeValue } from '../../../core/annotation/model';
import { typedValue } from '../../../core/annotation/typedValue';
import * as l10n from '../../../core/l10n';
import type { Reader } from '../reader';
import { ChoiceField, TextField } from './fields';

interface Props {
  readonly reader: Pick<Reader, 'drafts' | 'setDraft' | 'caret' | 'say'>;
  /** Names the fields: an annotation's id, or `articleFields`. */
  readonly of: string;
  readonly values: Attributes | undefined;
  readonly attributes: readonly Attribute[];
  readonly readOnly: boolean;
  readonly set: (name: string, value: AttributeValue | undefined) => void;
}

/** What the fields of the article itself are kept under; no annotation has this id. */
export const articleFields = '#article';

export function AttributeFields({ reader, of, values, attributes, readOnly, set }: Props) {
  const known = new Set(attributes.map((attribute) => attribute.name));
  const others = Object.entries(values ?? {}).filter(([name]) => !known.has(name));
  return (
    <>
      {attributes.map((attribute) => (
        <AttributeField
          key={attribute.name}
          reader={reader}
          of={of}
          value={values?.[attribute.name]}
          attribute={attribute}
          readOnly={readOnly}
          set={(value) => set(attribute.name, value)}
        />
      ))}
      {others.map(([name, value]) => (
        <p key={name} class="dim">
          {attributeLabel({ name })}: {valueInWords(value)} ({notInCodebook()})
        </p>
      ))}
    </>
  );
}

interface FieldProps {
  readonly reader: Pick<Reader, 'drafts' | 'setDraft' | 'caret' | 'say'>;
  readonly of: string;
  readonly value: AttributeValue | undefined;
  readonly attribute: Attribute;
  readonly readOnly: boolean;
  readonly set: (value: AttributeValue | undefined) => void;
}

function AttributeField({ reader, of, value, attribute, readOnly, set }: FieldProps) {
  const own = attributeLabel(attribute);
  const label = attribute.required ? l10n.t('{0} (required)', own) : own;
  const name = `${of}-attribute-${attribute.name}`;
  const values = attribute.values ?? [];
  switch (attribute.type) {
    case 'choice': {
      const text = value === undefined ? '' : String(value);
      const options = [['', '—'] as const, ...values.map((one) => [one, one] as const), ...strangeOf(text, values)];
      return (
        <ChoiceField
          {...{ name, label, readOnly, options }}
          value={text}
          save={(text) => set(text === '' ? undefined : text)}
        />
      );
    }
    case 'boolean': {
      const text = value === undefined ? '' : String(value);
      const known: [string, string][] = [
        ['true', l10n.t('yes')],
        ['false', l10n.t('no')],
      ];
      const options = [['', '—'] as const, ...known, ...strangeOf(text, ['true', 'false'])];
      return (
        <ChoiceField
          {...{ name, label, readOnly, options }}
          value={text}
          save={(text) => set(text === '' ? undefined : text === 'true')}
        />
      );
    }
    case 'choices': {
      const chosen = Array.isArray(value) ? value : value === undefined ? [] : [String(value)];
      return (
        <fieldset class="field" disabled={readOnly}>
          <legend dir="auto">{label}</legend>
          {[...new Set([...values, ...chosen])].map((one) => (
            <label key={one} class="check">
              <input
                type="checkbox"
                checked={chosen.includes(one)}
                onChange={(event) => {
                  const now = event.currentTarget.checked ? [...chosen, one] : chosen.filter((other) => other !== one);
                  set(now.length === 0 ? undefined : now);
                }}
              />
              <span dir="auto">{one}</span>
            </label>
          ))}
        </fieldset>
      );
    }
    default: {
      const save = (typed: string): boolean => {
        const read = typedValue(attribute, typed);
        if ('problem' in read) reader.say(read.problem);
        else set(read.value);
        return !('problem' in read);
      };
      const remark = value === undefined ? undefined : problemOf(attribute, value);
      // A browser's own field for days would show nothing of a value that is none.
      const isDay =
        attribute.type === 'date' && (value === undefined || !problemOf({ name: attribute.name, type: 'date' }, value));
      return (
        <TextField
          {...{ reader, label, readOnly, save }}
          id={of}
          field={`attribute-${attribute.name}`}
          value={value === undefined ? '' : String(value)}
          {...(isDay && { type: 'date', ...boundsOf(attribute) })}
          {...(attribute.type === 'number' && { type: 'number' })}
          {...(remark !== undefined && { remark })}
        />
      );
    }
  }
}

/** What does not fit, in a sentence. */
function problemOf(attribute: Attribute, value: AttributeValue): string | undefined {
  const read = attributeValue(attribute, value);
  return 'problem' in read ? read.problem : undefined;
}

/** A value that is none of these as one more option, so that it is seen. */
const strangeOf = (text: string, values: readonly string[]): [string, string][] =>
  text === '' || values.includes(text) ? [] : [[text, `${text} (${notInCodebook()})`]];

/** What the browser may hold days to while they are typed; the host decides. */
const boundsOf = ({ minimum, maximum }: Attribute) => ({
  ...(minimum !== undefined && { min: minimum }),
  ...(maximum !== undefined && { max: maximum }),
});
