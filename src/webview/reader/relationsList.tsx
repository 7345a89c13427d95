/* The arguments of an annotation, line by line: a sign, the short words of `describe`, and the other end as a link that leads there. */
import type { Relation, RelationGroup } from '../../core/annotation/relations';
import { shorten } from '../../core/annotation/words';
import { Jump } from './jump';
import type { Reader } from './reader';
import type { Model } from './store';

interface Props {
  readonly reader: Pick<Reader, 'perform' | 'pick'>;
  readonly model: Model;
  readonly id: string;
  readonly groups: readonly RelationGroup[];
  /** Each line has a button that takes the premise out. */
  readonly editable?: boolean;
}

export function RelationsList({ reader, model, id, groups, editable = false }: Props) {
  return (
    <ul class="relations">
      {groups.flatMap((group) =>
        group.relations.map((relation, i) => {
          const premise = premiseOf(relation, id);
          return (
            <li
              key={`${group.id}-${i}`}
              class={relation.sign === '+' ? 'plus' : relation.sign === '-' ? 'minus' : 'same'}
            >
              <span class="sign" aria-hidden="true">
                {relation.sign === '-' ? '−' : relation.sign}
              </span>
              <span class="end">
                {relation.words} <End reader={reader} model={model} relation={relation} />
                {i === 0 && group.scheme && <span class="dim"> ({group.scheme})</span>}
              </span>
              {editable && group.kind === 'argument' && premise !== undefined && !model.readOnly && (
                <button
                  type="button"
                  class="icon"
                  title="Take this premise out of the argument"
                  aria-label={`Take “${shorten(relation.quote, 40)}” out of the argument`}
                  onClick={() => reader.perform({ verb: 'dropPremise', argument: group.id, premise })}
                >
                  <span aria-hidden="true">×</span>
                </button>
              )}
            </li>
          );
        }),
      )}
    </ul>
  );
}

/** An argument is reached by its first premise; another article's annotation is only named. */
function End({
  reader,
  model,
  relation,
}: {
  readonly reader: Pick<Reader, 'perform' | 'pick'>;
  readonly model: Model;
  readonly relation: Relation;
}) {
  const words = shorten(relation.quote, 120);
  const argument = model.arguments.get(relation.target);
  const id = model.annotations.has(relation.target) ? relation.target : argument?.premises[0];
  if (id === undefined || !model.annotations.has(id)) {
    return (
      <span class="dim" dir="auto">
        {words}
        {relation.missing && ' (missing)'}
      </span>
    );
  }
  return <Jump onGo={() => reader.pick(id, { focus: true, flash: true })}>{words}</Jump>;
}

/** Which premise a line stands for: the other end, or the annotation itself where it is the one that supports or attacks. */
function premiseOf(relation: Relation, id: string): string | undefined {
  switch (relation.words) {
    case 'supported by':
    case 'attacked by':
    case 'and':
    case 'together with':
      return relation.target;
    case 'supports':
    case 'attacks':
    case 'undercuts':
      return id;
    default:
      return undefined;
  }
}
