/* The codebook's attributes of an annotation as fields that fit their types; what the codebook lacks is shown, marked, and kept. */
import { type Attribute, attributeLabel } from '../../core/annotation/codebook';
import { notInCodebook } from '../../core/annotation/hoverText';
import type { AttributeValue } from '../../core/annotation/model';
import type { PlacedAnnotation } from '../../messages';
import { ChoiceField, TextField } from './fields';
import type { Reader } from './reader';

interface Props {
  readonly reader: Pick<Reader, 'drafts' | 'setDraft' | 'caret' | 'perform'>;
  readonly annotation: PlacedAnnotation;
  readonly attributes: readonly Attribute[];
  readonly readOnly: boolean;
}

export function AttributeFields({ reader, annotation, attributes, readOnly }: Props) {
  const known = new Set(attributes.map((attribute) => attribute.name));
  const others = Object.entries(annotation.attributes ?? {}).filter(([name]) => !known.has(name));
  const set = (name: string, value: AttributeValue | undefined) =>
    reader.perform({ verb: 'setAttribute', ids: [annotation.id], name, ...(value !== undefined && { value }) });
  return (
    <>
      {attributes.map((attribute) => (
        <AttributeField
          key={attribute.name}
          reader={reader}
          annotation={annotation}
          attribute={attribute}
          readOnly={readOnly}
          set={(value) => set(attribute.name, value)}
        />
      ))}
      {others.map(([name, value]) => (
        <p key={name} class="dim">
          {attributeLabel({ name })}: {String(value)} ({notInCodebook})
        </p>
      ))}
    </>
  );
}

interface FieldProps {
  readonly reader: Pick<Reader, 'drafts' | 'setDraft' | 'caret' | 'perform'>;
  readonly annotation: PlacedAnnotation;
  readonly attribute: Attribute;
  readonly readOnly: boolean;
  readonly set: (value: AttributeValue | undefined) => void;
}

function AttributeField({ reader, annotation, attribute, readOnly, set }: FieldProps) {
  const value = annotation.attributes?.[attribute.name];
  const label = attributeLabel(attribute) + (attribute.required ? ' (required)' : '');
  const name = `${annotation.id}-attribute-${attribute.name}`;
  const values = attribute.values ?? [];
  switch (attribute.type) {
    case 'choice': {
      const text = value === undefined ? '' : String(value);
      const strange: [string, string][] =
        text === '' || values.includes(text) ? [] : [[text, `${text} (${notInCodebook})`]];
      const options = [['', '—'] as const, ...values.map((one) => [one, one] as const), ...strange];
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
      const options = [['', '—'] as const, ['true', 'yes'] as const, ['false', 'no'] as const];
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
      const type = attribute.type === 'number' || attribute.type === 'date' ? attribute.type : undefined;
      return (
        <TextField
          {...{ reader, label, readOnly }}
          id={annotation.id}
          field={`attribute-${attribute.name}`}
          value={value === undefined ? '' : String(value)}
          {...(type && { type })}
          save={(text) => set(text === '' ? undefined : type === 'number' ? Number(text) : text)}
        />
      );
    }
  }
}
