/* The small bar by the selection: the first tags of the codebook with their keys, the whole list, a note. It never takes the selection away. */
import { useRef } from 'preact/hooks';
import { guidelineText } from '../../../core/annotation/guideline';
import * as l10n from '../../../core/l10n';
import { type KeyMeaning, keyFor } from '../input/keys';
import type { Model } from '../model/store';
import type { Reader } from '../reader';
import { useFloating } from './floating';
import { colourClass } from './tagLabel';

const mostTags = 5;

export function Bar({
  reader,
  model,
}: {
  readonly reader: Pick<Reader, 'skeleton' | 'view' | 'caret' | 'keys' | 'spans' | 'setUi' | 'act'>;
  readonly model: Model;
}) {
  const element = useRef<HTMLDivElement>(null);
  const first = reader.spans[0] ?? { start: 0, end: 0 };
  useFloating(element, reader, first, 'top-start', model.codebook);
  const item = (meaning: KeyMeaning, label: string, className = '', title?: string) => {
    const key = keyFor(reader.keys, meaning);
    return (
      <button
        type="button"
        class={className}
        title={title}
        aria-keyshortcuts={key}
        disabled={model.readOnly}
        onClick={() => {
          reader.setUi({ bar: false });
          reader.caret.takeFocus();
          reader.act(meaning);
        }}
      >
        {className !== '' && <i class="dot" aria-hidden="true" />}
        <span dir="auto">{label}</span>
        {key && <kbd>{key}</kbd>}
      </button>
    );
  };
  return (
    <div
      ref={element}
      class="bar"
      role="toolbar"
      aria-label={l10n.t('Tag the selection')}
      onMouseDown={(event) => event.preventDefault()}
      onKeyDown={(event) => moveInToolbar(event, reader)}
    >
      {model.codebook.tags
        .slice(0, mostTags)
        .map((tag) => item({ tag: tag.name }, tag.label, colourClass(tag), guidelineText(tag)))}
      {item({ action: 'tagByList' }, l10n.t('Tag…'))}
      {item({ action: 'details' }, l10n.t('Note'))}
    </div>
  );
}

/** Arrows walk through the buttons, Escape goes back to the text; a tag's key works here as well. */
function moveInToolbar(
  event: KeyboardEvent & { currentTarget: HTMLElement },
  reader: Pick<Reader, 'caret' | 'setUi'>,
): void {
  const buttons = [...event.currentTarget.querySelectorAll('button')];
  const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
  const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: buttons.length - 1 }[event.key];
  if (to !== undefined) {
    buttons[(to + buttons.length) % buttons.length]?.focus();
    event.preventDefault();
  } else if (event.key === 'Escape') {
    reader.caret.takeFocus();
    reader.setUi({ bar: false });
  }
}
