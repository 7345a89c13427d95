/* One annotation in the card: the reading view's look of `core/annotation/hoverText`, part by part as the text editor's hover has them. */
import type { HoverLine, HoverText } from '../../../core/annotation/hoverText';
import * as l10n from '../../../core/l10n';
import type { Model } from '../model/store';
import type { Reader } from '../reader';
import { Jump } from './jump';
import { RelationsList } from './relationsList';
import { colourClass, Guided, TagLabel } from './tagLabel';

interface Props {
  readonly reader: Pick<Reader, 'perform' | 'pick'>;
  readonly model: Model;
  readonly text: HoverText;
}

export function AnnotationCard({ reader, model, text }: Props) {
  const { id, tag, guideline, signed, quote, lines, groups } = text;
  return (
    <article data-id={id}>
      <header>
        <Guided guideline={guideline}>
          <TagLabel tag={tag} />
        </Guided>
        {signed !== undefined && (
          <small class="dim" dir="auto">
            {signed}
          </small>
        )}
      </header>
      <p class={`quote ${colourClass(tag)}`} dir="auto">
        <Jump onGo={() => reader.pick(id, { focus: true, flash: true })}>{quote}</Jump>
      </p>
      {lines.map((line) => (
        <Line key={`${line.kind} ${line.label}`} line={line} />
      ))}
      {groups.length > 0 && <RelationsList reader={reader} model={model} id={id} groups={groups} />}
    </article>
  );
}

function Line({ line: { kind, label, words, problem } }: { readonly line: HoverLine }) {
  return (
    <p class={kind === 'status' ? 'dim' : kind}>
      {label !== undefined && <span class="dim">{l10n.t('{0}:', label)} </span>}
      <span class="words" dir="auto">
        {words}
      </span>
      {problem !== undefined && <span> — {problem}</span>}
    </p>
  );
}
