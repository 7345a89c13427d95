/* The arguments and links of an annotation, line by line: a sign, the short words of the core, and the other end as a link that leads there. */
import type { HoverGroup, HoverRelation } from '../../../core/annotation/hoverText';
import type { Argument } from '../../../core/annotation/model';
import { relationText } from '../../../core/annotation/relations';
import { shorten } from '../../../core/annotation/words';
import * as l10n from '../../../core/l10n';
import type { Model } from '../model/store';
import type { Reader } from '../reader';
import { Jump } from './jump';

interface Props {
  readonly reader: Pick<Reader, 'perform' | 'pick'>;
  readonly model: Model;
  readonly id: string;
  readonly groups: readonly HoverGroup[];
  /** Each line has a button that takes the premise out. */
  readonly editable?: boolean;
}

const signClass = { '+': 'plus', '−': 'minus', '=': 'same' } as const;

export function RelationsList({ reader, model, id, groups, editable = false }: Props) {
  return (
    <ul class="relations">
      {groups.map((group) => (
        <Group key={group.id} {...{ reader, model, id, group, editable }} />
      ))}
    </ul>
  );
}

function Group({ group, ...rest }: Omit<Props, 'groups'> & { readonly group: HoverGroup }) {
  return (
    <>
      {group.relations.map((relation, i) => (
        <Line key={i} {...rest} relation={relation} argument={group.id} first={i === 0} />
      ))}
      {group.remarks.map((words) => (
        <li key={words} class="remark dim" dir="auto">
          {words}
        </li>
      ))}
      {group.undercuts.map((relation, i) => (
        <Line key={i} {...rest} relation={relation} />
      ))}
    </>
  );
}

interface LineProps extends Omit<Props, 'groups'> {
  readonly relation: HoverRelation;
  /** The argument whose premise the line may stand for. */
  readonly argument?: string;
  readonly first?: boolean;
}

function Line({ reader, model, id, editable, relation, argument, first = false }: LineProps) {
  const premise = argument === undefined ? undefined : premiseOf(relation, id, model.arguments.get(argument));
  return (
    <li class={`${signClass[relation.sign]}${first ? ' first' : ''}`}>
      <span class="sign" aria-hidden="true">
        {relation.sign}
      </span>
      <span class="end">
        {relationText(relation.words)} <End reader={reader} model={model} relation={relation} />
      </span>
      {editable && argument !== undefined && premise !== undefined && !model.readOnly && (
        <button
          type="button"
          class="icon"
          title={l10n.t('Take this premise out of the argument')}
          aria-label={l10n.t('Take “{0}” out of the argument', shorten(relation.quote, 40))}
          onClick={() => reader.perform({ verb: 'dropPremise', argument, premise })}
        >
          <span aria-hidden="true">×</span>
        </button>
      )}
    </li>
  );
}

/** An argument is reached by its first premise; another article's annotation is only named. */
function End({ reader, model, relation }: Pick<Props, 'reader' | 'model'> & { readonly relation: HoverRelation }) {
  const { target, quote, problem } = relation;
  const id = model.annotations.has(target) ? target : model.arguments.get(target)?.premises[0];
  if (!relation.leads || id === undefined || !model.annotations.has(id)) {
    return (
      <span class="dim">
        <bdi>{quote}</bdi>
        {problem !== undefined && `, ${problem}`}
      </span>
    );
  }
  return <Jump onGo={() => reader.pick(id, { focus: true, flash: true })}>{quote}</Jump>;
}

/** Which premise of the argument a line stands for: the other end, or the annotation itself where it is the one that supports or attacks. */
function premiseOf({ words, target }: HoverRelation, id: string, argument: Argument | undefined): string | undefined {
  const premise = words === 'supports' || words === 'attacks' || words === 'undercuts' ? id : target;
  return argument?.premises.includes(premise) ? premise : undefined;
}
