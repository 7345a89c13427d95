/*
 * Fields of the details: what is typed is kept as a draft at once, and becomes one gesture when the field is left, on Ctrl+Enter, and before
 * VS Code saves. Words that could not be saved stay in the field.
 */
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { keepOwnKeys } from '../input/keyboard';
import { draftOf } from '../model/drafts';
import type { Reader } from '../reader';

interface TextFieldProps {
  readonly reader: Pick<Reader, 'drafts' | 'setDraft' | 'caret'>;
  readonly id: string;
  /** Names the draft; unique within the annotation. */
  readonly field: string;
  readonly label: string;
  readonly value: string;
  readonly readOnly: boolean;
  /** False where the words are none that can be saved, which was said then: the field shows the value again. Half a day comes as "?". */
  readonly save: (value: string) => unknown;
  /** A number is typed as text: in a browser's own field for numbers the wheel turns the number instead of the page. */
  readonly type?: 'number' | 'date';
  readonly min?: number | string;
  readonly max?: number | string;
  /** What is wrong with the value. */
  readonly remark?: string;
  /** The field should take the focus, and say that it has. */
  readonly focus?: boolean;
  readonly focused?: () => void;
}

/** For half a day, of which the browser gives no words. */
const unreadable = '?';

export function TextField({
  reader,
  id,
  field,
  label,
  value,
  readOnly,
  save,
  type,
  min,
  max,
  remark,
  focus = false,
  focused,
}: TextFieldProps) {
  const element = useRef<HTMLTextAreaElement & HTMLInputElement>(null);
  const draft = draftOf(reader.drafts, id, field);
  // Changing it while someone types would break the browser's undo into single letters.
  const first = useRef(draft ?? value);
  const latest = useRef({ value, save });
  latest.current = { value, save };

  useLayoutEffect(() => {
    const input = element.current;
    // What is being typed is the draft; without one the field shows what is so, even while it has the focus. The draft of this
    // moment counts, not that of the drawing: another letter may have been typed since.
    const now = draftOf(reader.drafts, id, field) ?? value;
    if (input && input.value !== now) input.value = now;
  }, [value, draft]);
  // Before the next key can come: in the text it would be a verb.
  useLayoutEffect(() => {
    if (!focus) return;
    element.current?.focus();
    focused?.();
  }, [focus]);

  const commit = () => {
    // Only what was typed: a field may show an old value while another program or an undo has brought a new one.
    const typed = draftOf(reader.drafts, id, field);
    if (typed === undefined || readOnly) return;
    reader.setDraft(id, field, undefined);
    const input = element.current;
    const { value, save } = latest.current;
    // To the browser half a day is no words, as if all of them had been taken away.
    const words = input?.validity.badInput ? unreadable : typed.trim();
    if (words !== value && save(words) === false && input) input.value = value;
  };
  // A field that is taken away (another annotation was picked) says nothing of its own accord.
  const last = useRef(commit);
  last.current = commit;
  useEffect(() => {
    const input = element.current;
    return () => {
      if (input && document.activeElement === input) last.current();
    };
  }, []);

  const name = `${id}-${field}`;
  const common = {
    ref: element,
    id: name,
    defaultValue: first.current,
    readOnly,
    dir: 'auto' as const,
    onInput: (event: { currentTarget: { value: string } }) => reader.setDraft(id, field, event.currentTarget.value),
    onBlur: commit,
    onKeyDown: (event: KeyboardEvent) => {
      keepOwnKeys(event);
      const command = event.ctrlKey || event.metaKey;
      if (command && event.key.toLowerCase() === 's') commit();
      else if (event.key === 'Escape' || (command && event.key === 'Enter')) {
        event.preventDefault();
        event.stopPropagation();
        commit();
        reader.caret.takeFocus();
      }
    },
  };
  return (
    <div class="field">
      <label for={name} dir="auto">
        {label}
      </label>
      {type === undefined ? (
        <textarea {...common} rows={field === 'note' ? 3 : 1} />
      ) : (
        <input {...common} {...(type === 'date' ? { type, min, max } : { type: 'text', inputMode: 'decimal' })} />
      )}
      {remark !== undefined && <p class="dim">{remark}</p>}
    </div>
  );
}

interface ChoiceFieldProps {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  /** Values and what is shown for them. */
  readonly options: readonly (readonly [string, string])[];
  readonly readOnly: boolean;
  readonly save: (value: string) => void;
}

export function ChoiceField({ name, label, value, options, readOnly, save }: ChoiceFieldProps) {
  return (
    <div class="field">
      <label for={name} dir="auto">
        {label}
      </label>
      <select id={name} disabled={readOnly} value={value} onChange={(event) => save(event.currentTarget.value)}>
        {options.map(([option, shown]) => (
          <option key={option} value={option} selected={option === value}>
            {shown}
          </option>
        ))}
      </select>
    </div>
  );
}
