/*
 * The review bar below the text: old words beside new ones, the place marked in the text above, and a key for each answer. The host says what is
 * to be looked at and what follows; accepting a place is a gesture like any other.
 */
import { useEffect, useLayoutEffect, useState } from 'preact/hooks';
import { tagOf } from '../../../core/annotation/codebook';
import * as l10n from '../../../core/l10n';
import type { ReviewAnswer, ReviewItem, ReviewMessage } from '../../../messages/review';
import { selectAnew } from '../input/anew';
import { namesOf } from '../input/keys';
import { focusReview } from '../input/prompts';
import { announce } from '../live';
import type { Model } from '../model/store';
import type { Reader } from '../reader';
import { Jump } from './jump';
import { TagLabel } from './tagLabel';
import { WordsBefore, WordsNow, WordsThen } from './wordChanges';

type Reviewing = Pick<
  Reader,
  'skeleton' | 'host' | 'view' | 'caret' | 'keys' | 'ui' | 'setUi' | 'say' | 'perform' | 'pick' | 'act'
>;

interface Props {
  readonly reader: Reviewing;
  readonly model: Model;
  readonly review: ReviewMessage;
}

export function ReviewBar({ reader, model, review: { item, end } }: Props) {
  if (item) return <Item key={item.id} reader={reader} model={model} item={item} />;
  return end ? <End reader={reader} end={end} /> : null;
}

/** By key, in the order of the buttons; Enter is the first. */
type Answers = Readonly<Record<string, { readonly label: string; readonly act: () => void }>>;

function Item({ reader, model, item }: Omit<Props, 'review'> & { readonly item: ReviewItem }) {
  const [choice, setChoice] = useState(0);
  const { id, places } = item;
  const at = Math.min(choice, places.length - 1);
  const place = places[at];
  const tag = tagOf(model.codebook, model.annotations.get(id)?.tag ?? '');
  const heading = [
    l10n.t('{0} of {1}', l10n.number(item.at), l10n.number(item.of)),
    tag.label,
    places.length === 0 ? l10n.t('orphan') : l10n.t('please look'),
    item.article ?? '',
  ].filter(Boolean);

  useLayoutEffect(() => {
    // Its place speaks up, and what is said about it can be read beside the text.
    reader.pick(id, { flash: true });
    announce(reader.skeleton.live, `${l10n.commas(heading)}. ${item.why}`);
    return takeFocus();
  }, []);
  useEffect(() => {
    if (!place) return;
    reader.view.mark('target', place.spans);
    if (place.spans[0]) reader.view.bringIntoView(place.spans[0]);
    return () => reader.view.mark('target', []);
  }, [JSON.stringify(place?.spans)]);

  const answer = (given: ReviewAnswer['answer']) => reader.host.send({ type: 'review', id, answer: given });
  const accept = () => {
    // What was answered already is painted so.
    if (place && model.annotations.get(id)?.status === 'drifted')
      reader.perform({ verb: 'accept', id, spans: [...place.spans] });
  };
  const other = (at + 1) % Math.max(1, places.length);
  const numbers = [l10n.number(other + 1), l10n.number(places.length)] as const;
  const look = () => {
    setChoice(other);
    announce(reader.skeleton.live, l10n.t('Place {0} of {1}', ...numbers));
  };
  const end = () => {
    reader.host.send({ type: 'review', answer: 'end' });
    reader.caret.takeFocus();
  };
  const answers: Answers = {
    ...(place && { a: { label: l10n.t('Accept'), act: accept } }),
    ...(places.length > 1 && { o: { label: l10n.t('Other Place ({0} of {1})', ...numbers), act: look } }),
    s: { label: l10n.t('Select Anew'), act: () => selectAnew(reader, id, item.search) },
    k: { label: place ? l10n.t('Keep as It Is') : l10n.t('Keep as Orphan'), act: () => answer('keep') },
    ...(item.of > 1 && {
      n: { label: l10n.t({ message: 'Next', comment: 'in a review' }), act: () => answer('next') },
      'Shift+N': { label: l10n.t({ message: 'Back', comment: 'in a review' }), act: () => answer('back') },
    }),
    Delete: { label: l10n.t('Delete'), act: () => reader.perform({ verb: 'remove', ids: [id] }) },
    Escape: { label: l10n.t('End Review'), act: end },
  };

  return (
    <Frame answers={answers} label={l10n.commas(heading)}>
      <h2>
        <span>{heading[0]}</span> <TagLabel tag={tag} /> <span class="why">{item.why}</span>
        {item.article !== undefined && <bdi class="dim">{item.article}</bdi>}
      </h2>
      <div class="words">
        <WordsBefore old={item.old} changes={place?.changes} />
        {place && <WordsNow changes={place.changes} />}
      </div>
      {item.lost.map((words) => (
        <p key={words} class="lost">
          {l10n.t('This fragment is not found, and is left out when a place is accepted:')}{' '}
          <q class="old" dir="auto">
            {words}
          </q>
        </p>
      ))}
      {item.touched !== undefined && <Touched sentence={item.touched} inferences={item.arguments} />}
    </Frame>
  );
}

function Touched({ sentence, inferences }: { readonly sentence: string; readonly inferences: readonly string[] }) {
  return (
    <div class="touched">
      <p>{sentence}</p>
      <ul>
        {inferences.map((words) => (
          <li key={words} dir="auto">
            {words}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** After the last one: what came of it, and the arguments that want another thought. */
function End({ reader, end }: { readonly reader: Reviewing; readonly end: NonNullable<ReviewMessage['end']> }) {
  useLayoutEffect(() => {
    announce(reader.skeleton.live, end.sentence);
    return takeFocus();
  }, []);
  const close = () => {
    reader.host.send({ type: 'review', answer: 'end' });
    reader.caret.takeFocus();
  };
  return (
    <Frame
      label={end.sentence}
      answers={{ Escape: { label: l10n.t({ message: 'Close', comment: 'a review' }), act: close } }}
    >
      <h2>{end.sentence}</h2>
      {end.touched.map(({ id, words, changes, sentence, arguments: inferences, article }, i) => (
        <section key={`${article ?? ''}#${id}#${i}`}>
          {article === undefined ? (
            <Jump onGo={() => reader.pick(id, { flash: true })}>
              <q dir="auto">{words}</q>
            </Jump>
          ) : (
            <>
              <bdi class="dim">{article}</bdi> <q dir="auto">{words}</q>
            </>
          )}
          {changes && <WordsThen changes={changes} />}
          <Touched sentence={sentence} inferences={inferences} />
        </section>
      ))}
    </Frame>
  );
}

interface FrameProps {
  readonly label: string;
  readonly answers: Answers;
  readonly children: preact.ComponentChildren;
}

/** What has the focus and the keys; letters mean nothing else in it. */
function Frame({ label, answers, children }: FrameProps) {
  return (
    <section
      class="prompt review"
      tabIndex={-1}
      aria-label={l10n.t('Review: {0}', label)}
      onKeyDown={(event) => {
        // Enter on a button is that button.
        const first = event.key === 'Enter' && event.target === event.currentTarget ? Object.keys(answers) : [];
        const given = [...first.slice(0, 1), ...namesOf(event)].flatMap((name) => answers[name] ?? [])[0];
        if (!given) return;
        event.preventDefault();
        event.stopPropagation();
        given.act();
      }}
    >
      {children}
      <div class="line">
        {Object.entries(answers).map(([key, { label: name, act }]) => (
          <button key={key} type="button" class="act" aria-keyshortcuts={key} onClick={act}>
            {name} <kbd>{shown(key)}</kbd>
          </button>
        ))}
      </div>
    </section>
  );
}

/** A key as it is shown. */
const shown = (key: string): string =>
  (({ Escape: l10n.t('Esc'), Delete: l10n.t('Del') }) as Readonly<Record<string, string>>)[key] ?? key;

/** At once, or when the page gets the focus; never from a field that a person is just writing in. What it returns calls it off. */
function takeFocus(): () => void {
  const take = () => {
    if (!document.activeElement?.matches('input, textarea, select')) focusReview();
  };
  if (document.hasFocus()) take();
  else window.addEventListener('focus', take, { once: true });
  return () => window.removeEventListener('focus', take);
}
