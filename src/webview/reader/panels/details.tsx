/* The details of the annotation at the caret: everything that can be said about it, beside the text or below it where there is little room. */
import { useLayoutEffect, useRef } from 'preact/hooks';
import { tagOf } from '../../../core/annotation/codebook';
import { guidelineText } from '../../../core/annotation/guideline';
import { groupOf } from '../../../core/annotation/hoverText';
import type { Span } from '../../../core/article/article';
import { shownWords } from '../../../core/article/shownWords';
import * as l10n from '../../../core/l10n';
import type { PlacedAnnotation } from '../../../messages/content';
import { described } from '../model/describing';
import { quoteIn } from '../model/quoteIn';
import type { Model } from '../model/store';
import type { Reader } from '../reader';
import { AttributeFields, articleFields } from './attributeFields';
import { ChoiceField, TextField } from './fields';
import { Jump } from './jump';
import { RelationsList } from './relationsList';
import { colourClass, Guided, TagLabel } from './tagLabel';

interface Props {
  readonly reader: Reader;
  readonly model: Model;
}

export function Details({ reader, model }: Props) {
  const id = reader.current;
  const annotation = id === undefined ? undefined : model.annotations.get(id);
  const element = useRef<HTMLElement>(null);
  const hadFocus = element.current?.contains(document.activeElement) ?? false;
  // A field that goes, since its annotation was deleted or refused, leaves the keyboard here: in the text what is still typed would be verbs.
  useLayoutEffect(() => {
    if (hadFocus && document.activeElement === document.body) element.current?.focus({ preventScroll: true });
  });
  return (
    <section
      ref={element}
      tabIndex={-1}
      class="details"
      aria-label={l10n.t('Details')}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        reader.caret.takeFocus();
      }}
    >
      <button
        type="button"
        class="icon close"
        title={l10n.t('Close the details')}
        aria-label={l10n.t('Close the details')}
        onClick={() => reader.setUi({ details: false })}
      >
        <span aria-hidden="true">×</span>
      </button>
      {annotation ? (
        <Fields key={annotation.id} reader={reader} model={model} annotation={annotation} />
      ) : (
        <p class="dim empty">{l10n.t('Put the caret on an annotation to see what is said about it.')}</p>
      )}
      <AboutArticle reader={reader} model={model} />
    </section>
  );
}

/** What is said of the article itself, below everything that is said of words in it. */
function AboutArticle({ reader, model }: Props) {
  const { attributes, codebook, readOnly } = model;
  if (codebook.article.length === 0 && Object.keys(attributes).length === 0) return null;
  return (
    <section class="about-article" aria-label={l10n.t('This article')}>
      <h3>{l10n.t('This article')}</h3>
      <AttributeFields
        {...{ reader, readOnly }}
        of={articleFields}
        values={attributes}
        attributes={codebook.article}
        set={(name, value) =>
          reader.perform({ verb: 'setArticleAttribute', name, ...(value !== undefined && { value }) })
        }
      />
    </section>
  );
}

function Fields({ reader, model, annotation }: Props & { readonly annotation: PlacedAnnotation }) {
  const { id } = annotation;
  const tag = tagOf(model.codebook, annotation.tag);
  const description = described(model, id);
  const { readOnly } = model;
  const write = (field: 'note' | 'wording' | 'speaker') => (value: string) =>
    reader.perform({ verb: 'write', ids: [id], field, value });
  const tags = tag.unknown ? [...model.codebook.tags, tag] : model.codebook.tags;
  const here = reader.view.intervals.at(reader.caret.focus).filter((interval) => interval.id !== id);
  return (
    <>
      <Guided guideline={guidelineText(tag)}>
        <h2 class={colourClass(tag)}>
          <TagLabel tag={tag} />
        </h2>
      </Guided>
      {annotation.status === 'unstated' ? null : (
        <Quotes reader={reader} model={model} annotation={annotation} className={colourClass(tag)} />
      )}
      {description?.status && <p class="dim">{description.status}</p>}
      {here.length > 0 && (
        <p class="others">
          {l10n.t('Also here:')}{' '}
          {[...new Set(here.map((interval) => interval.id))].map((other) => (
            <Jump
              key={other}
              onGo={() => {
                // The caret stays, so that the others stay here as well.
                reader.settleOn(other);
                reader.setUi({ focusDetails: true });
              }}
            >
              <TagLabel tag={tagOf(model.codebook, model.annotations.get(other)?.tag ?? '')} />
            </Jump>
          ))}
        </p>
      )}
      <ChoiceField
        name={`${id}-tag`}
        label={l10n.t('Tag')}
        value={annotation.tag}
        options={tags.map((one) => [one.name, one.label] as const)}
        readOnly={readOnly}
        save={(name) => reader.perform({ verb: 'retag', ids: [id], tag: name })}
      />
      <AttributeFields
        {...{ reader, readOnly }}
        of={id}
        values={annotation.attributes}
        attributes={tag.attributes}
        set={(name, value) =>
          reader.perform({ verb: 'setAttribute', ids: [id], name, ...(value !== undefined && { value }) })
        }
      />
      <TextField
        {...{ reader, id, readOnly }}
        field="wording"
        label={annotation.status === 'unstated' ? l10n.t('Wording') : l10n.t('Paraphrase')}
        value={annotation.wording ?? ''}
        save={write('wording')}
      />
      <TextField
        {...{ reader, id, readOnly }}
        field="note"
        label={l10n.t('Note')}
        value={annotation.note ?? ''}
        save={write('note')}
        focus={reader.ui.focusDetails}
        focused={() => reader.setUi({ focusDetails: false })}
      />
      <TextField
        {...{ reader, id, readOnly }}
        field="speaker"
        label={l10n.t('Speaker')}
        value={annotation.speaker ?? ''}
        save={write('speaker')}
      />
      <h3>{l10n.t('Arguments')}</h3>
      {description && description.relations.length > 0 ? (
        <RelationsList reader={reader} model={model} id={id} groups={description.relations.map(groupOf)} editable />
      ) : (
        <p class="dim">{l10n.t('None yet.')}</p>
      )}
      {!readOnly && (
        <p class="buttons">
          <button type="button" onClick={() => reader.act({ action: 'support' })}>
            {l10n.t('Supports …')}
          </button>
          <button type="button" onClick={() => reader.act({ action: 'attack' })}>
            {l10n.t('Attacks …')}
          </button>
          <button
            type="button"
            onClick={() => {
              reader.act({ action: 'remove' });
              reader.caret.takeFocus();
            }}
          >
            {l10n.t('Delete')}
          </button>
        </p>
      )}
      <p class="dim by">{l10n.commas([description?.by, description?.atText].filter((part) => part !== undefined))}</p>
    </>
  );
}

/** The words, fragment by fragment; one of several can be taken out. */
function Quotes({
  reader,
  model,
  annotation,
  className,
}: Props & { readonly annotation: PlacedAnnotation; readonly className: string }) {
  const { spans } = annotation;
  if (spans.length === 0) {
    return (
      <p class={`quote old ${className}`} dir="auto">
        {quoteIn(model.article, annotation)}
      </p>
    );
  }
  const takeOut = (span: Span) => {
    // The caret may have stood in it.
    if (reader.perform({ verb: 'respan', id: annotation.id, spans: spans.filter((other) => other !== span) }))
      reader.pick(annotation.id);
  };
  return (
    <>
      {spans.map((span) => (
        <p key={span.start} class={`quote ${className}`} dir="auto">
          {shownWords(model.article, span)}
          {spans.length > 1 && !model.readOnly && (
            <button
              type="button"
              class="icon"
              title={l10n.t('Take this fragment out')}
              aria-label={l10n.t('Take this fragment out')}
              onClick={() => takeOut(span)}
            >
              <span aria-hidden="true">×</span>
            </button>
          )}
        </p>
      ))}
    </>
  );
}
