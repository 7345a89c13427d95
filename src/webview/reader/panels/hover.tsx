/*
 * The card on tagged words: all annotations at the place, the smallest first, in the wording that the text editor's hover has too.
 * By pointer it comes and goes; by key it takes the focus, holds it, and gives it back on Esc.
 */
import { useEffect, useRef } from 'preact/hooks';
import { hoverText } from '../../../core/annotation/hoverText';
import * as l10n from '../../../core/l10n';
import { described } from '../model/describing';
import type { Model } from '../model/store';
import type { Reader } from '../reader';
import type { HoverState } from '../ui';
import { AnnotationCard } from './annotationCard';
import { useFloating } from './floating';
import { Jump } from './jump';

interface Props {
  readonly reader: Pick<Reader, 'skeleton' | 'view' | 'caret' | 'host' | 'setUi' | 'perform' | 'pick'>;
  readonly model: Model;
  readonly hover: HoverState;
}

export function HoverCard({ reader, model, hover }: Props) {
  const element = useRef<HTMLDivElement>(null);
  useFloating(element, reader, hover.at, 'bottom-start', model);
  useEffect(() => {
    if (hover.focused) element.current?.focus({ preventScroll: true });
  }, [hover]);
  const entries = hover.ids.flatMap((id) => described(model, id) ?? []);
  const { href } = hover;
  if (entries.length === 0 && href === undefined) return null;
  const close = () => {
    reader.setUi({ hover: undefined });
    reader.caret.takeFocus();
  };
  return (
    <div
      ref={element}
      class="hover-card"
      role="dialog"
      aria-label={l10n.plural(entries.length, 'Annotation here', '{0} annotations here')}
      tabIndex={-1}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        close();
      }}
      onFocusOut={(event) => {
        if (hover.focused && !(event.relatedTarget instanceof Node && element.current?.contains(event.relatedTarget))) {
          reader.setUi({ hover: undefined });
        }
      }}
    >
      {entries.map((entry) => (
        <AnnotationCard key={entry.id} reader={reader} model={model} text={hoverText(entry)} />
      ))}
      {href !== undefined && (
        <p class="link-line">
          <Jump onGo={() => reader.host.send({ type: 'openLink', href })}>{l10n.t('Open {0}', href)}</Jump>
          <span class="dim"> {l10n.t('(Ctrl+click)')}</span>
        </p>
      )}
    </div>
  );
}
