/* After the text: what has no words in it. Orphans with the words that they once stood on, and unstated premises. */
import { tagOf } from '../../../core/annotation/codebook';
import * as l10n from '../../../core/l10n';
import type { PlacedAnnotation } from '../../../messages/content';
import { quoteIn } from '../model/quoteIn';
import type { Model } from '../model/store';
import { summaryOf } from '../model/summary';
import type { Reader } from '../reader';
import { TagLabel } from './tagLabel';

export function Unplaced({
  reader,
  model,
}: {
  readonly reader: Pick<Reader, 'current' | 'pick' | 'setUi'>;
  readonly model: Model;
}) {
  const { orphans, unstated } = summaryOf(model.annotations);
  return (
    <>
      <List
        reader={reader}
        model={model}
        title={l10n.t('Orphans: words that are not in the article any more')}
        entries={orphans}
        old
      />
      <List reader={reader} model={model} title={l10n.t('Unstated premises')} entries={unstated} />
    </>
  );
}

interface ListProps {
  readonly reader: Pick<Reader, 'current' | 'pick' | 'setUi'>;
  readonly model: Model;
  readonly title: string;
  readonly entries: readonly PlacedAnnotation[];
  readonly old?: boolean;
}

function List({ reader, model, title, entries, old = false }: ListProps) {
  if (entries.length === 0) return null;
  return (
    <section class="unplaced-list" aria-label={title}>
      <h2>{title}</h2>
      <ul>
        {entries.map((annotation) => (
          <li key={annotation.id}>
            <button
              type="button"
              data-id={annotation.id}
              aria-current={reader.current === annotation.id}
              onClick={() => {
                reader.pick(annotation.id);
                reader.setUi({ details: true });
              }}
            >
              <TagLabel tag={tagOf(model.codebook, annotation.tag)} />
              <span class={old ? 'old' : ''} dir="auto">
                {(old ? undefined : annotation.wording) ?? quoteIn(model.article, annotation)}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
