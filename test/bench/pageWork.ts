/**
 * What the pages are given to do, the same for every party: an article with its annotations, more annotations one by one, all of them read again
 * with one of them changed, and the whole state once more. The host of the reading view's tests makes the messages; the peers get the same words as places in paragraphs.
 */
import type { Gesture } from '../../src/core/annotation/gesture';
import type { AnnotationSet } from '../../src/core/annotation/model';
import type { Span } from '../../src/core/article/article';
import { readSidecar } from '../../src/core/sidecar/read';
import type { ReaderState, ToReader } from '../../src/messages';
import { ReaderHost } from '../e2e/readerHost';
import { articleSidecar } from './articleSidecar';
import { articleText } from './articleText';
import type { PeerAnnotation, PeerMessage } from './pageParties';
import type { Place } from './pageProbe';

export interface Size {
  /** In UTF-16 units. */
  readonly length: number;
  readonly annotations: number;
}

/**
 * Messages as JSON: first all that is to be shown, to the reading view in as many parts as its host sends it in, then `turns` annotations, then as often what a page is told when the file was read again and one
 * annotation is another one; to the reading view then as often the whole state, as after a message that was missed.
 */
export interface Work {
  readonly reader: readonly string[];
  readonly recogito: readonly string[];
  readonly plain: readonly string[];
  /** How many of the reading view's messages are the first state: of very many annotations those of the first pages come with the text. */
  readonly parts: number;
  /** On annotations near the text's beginning, each on another one than the place before. */
  readonly places: readonly Place[];
}

/** How often each of these is done. */
export const turns = 3;

/** As much as surely is on the first screen. */
const inView = 900;

export function pageWork({ length, annotations }: Size): Work {
  const text = articleText(length, 7);
  const { set } = readSidecar(articleSidecar(text, { annotations, seed: 3 }));
  const host = new ReaderHost({ text, set });
  const sent: ToReader[] = [];
  host.connect((message) => sent.push(message));
  const whole = (): ReaderState => {
    host.receive({ type: 'ready' });
    return sent.at(-1) as ReaderState;
  };
  const perform = (gesture: Gesture): ToReader => {
    const before = sent.length;
    const number = before + 1;
    host.receive({ type: 'gesture', number, revision: 1, gesture: gesture as never });
    const answer = sent[before];
    if (answer?.type !== 'changes') throw new Error(`A gesture was refused: ${JSON.stringify(answer)}`);
    return answer;
  };

  const first = whole();
  const peer = placesIn(first);
  const parts = partsOf(text, set);
  const reader = parts.map((part) => JSON.stringify(part));
  const recogito: PeerMessage[] = [
    { kind: 'show', paragraphs: peer.paragraphs, annotations: first.annotations.flatMap(peer.annotation) },
  ];
  for (let turn = 0; turn < turns; turn++) {
    const start = first.article.blocks[1 + turn]?.start ?? 0;
    reader.push(JSON.stringify(perform({ verb: 'tag', tag: 'claim', spans: [{ start, end: start + 30 }] })));
    const added = whole().annotations.find(({ id }) => !recogito.some((message) => has(message, id)));
    const annotation = added && peer.annotation(added)[0];
    if (annotation) recogito.push({ kind: 'add', annotation });
  }
  const early = first.annotations.filter(({ spans }) => (spans[0]?.end ?? inView) < inView);
  const otherTag = (tag: string) => (tag === 'evidence' ? 'claim' : 'evidence');
  for (let turn = 0; turn < turns; turn++) {
    const changing = early[turn % early.length]?.id;
    const annotations = structuredClone(host.set.annotations).map((one) =>
      one.id === changing ? { ...one, tag: otherTag(one.tag) } : one,
    );
    host.setAnnotations({ ...structuredClone(host.set), annotations });
    reader.push(JSON.stringify(sent.at(-1)));
    recogito.push({ kind: 'all', annotations: whole().annotations.flatMap(peer.annotation) });
  }
  for (let turn = 0; turn < turns; turn++) {
    const changing = host.set.annotations.find(({ id }) => id === early[turn % early.length]?.id);
    if (changing) perform({ verb: 'retag', ids: [changing.id], tag: otherTag(changing.tag) });
    reader.push(JSON.stringify(whole()));
  }
  return {
    reader,
    parts: parts.length,
    recogito: recogito.map((message) => JSON.stringify(message)),
    plain: [JSON.stringify({ kind: 'show', paragraphs: peer.paragraphs, annotations: [] } satisfies PeerMessage)],
    places: pointable(first).map(peer.place),
  };
}

/** What the host sends for a page that opens the article. */
function partsOf(text: string, set: AnnotationSet): readonly ToReader[] {
  const sent: ToReader[] = [];
  const host = new ReaderHost({ text, set, inParts: true });
  host.connect((message) => sent.push(message));
  host.receive({ type: 'ready' });
  host.sendRest();
  return sent;
}

function has(message: PeerMessage, id: string): boolean {
  if (message.kind === 'add') return message.annotation.id === id;
  return message.annotations.some((annotation) => annotation.id === id);
}

/** Turns offsets of the article into places in its paragraphs as they are shown. */
function placesIn({ article }: ReaderState) {
  const { text, blocks } = article;
  const paragraphs = blocks.map(({ runs }) => runs.map(({ start, end }) => text.slice(start, end)).join(''));
  const place = (offset: number): Place => {
    const index = Math.max(
      0,
      blocks.findLastIndex(({ start }) => start <= offset),
    );
    let shown = 0;
    for (const run of blocks[index]?.runs ?? []) {
      shown += Math.max(0, Math.min(offset, run.end) - run.start);
    }
    return [index, shown];
  };
  const annotation = ({ id, tag, spans, quote }: ReaderState['annotations'][number]): PeerAnnotation[] =>
    spans.slice(0, 1).map(({ start, end }) => ({
      ...{ id, tag, quote: quote ?? text.slice(start, end) },
      ...{ from: place(start), to: place(end) },
    }));
  return { paragraphs, place, annotation };
}

/** Offsets near the beginning, each on another annotation than the one before: where several lie, the smallest is pointed at. */
function pointable({ annotations }: ReaderState): number[] {
  const spans = annotations.flatMap(({ id, spans }) => spans.map((span) => ({ id, ...span })));
  const smallest = (offset: number) =>
    spans
      .filter(({ start, end }) => start <= offset && offset < end)
      .sort((a: Span, b: Span) => a.end - a.start - (b.end - b.start))[0]?.id;
  const found: number[] = [];
  let last: string | undefined;
  for (let offset = 0; offset < inView; offset += 3) {
    const id = smallest(offset);
    if (id === undefined || id === last || smallest(offset + 4) !== id) continue;
    found.push(offset + 2);
    last = id;
  }
  return found;
}
