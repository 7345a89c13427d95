/**
 * The pages that are measured against each other, each behind the same door: the reading view as it is, the plain page, and Recogito's text
 * annotator on the plain page. The functions run in the pages, before anything else does; what they show comes as JSON in a buffer to all.
 */

/** A page as the probe sees it. */
export interface Party {
  readonly scroller: HTMLElement;
  readonly column: HTMLElement;
  /** The element of a block of the article. */
  block(index: number): Element | undefined;
  /** Hands over a message: all that is to be shown, or what has changed. */
  send(message: ArrayBuffer): void;
  /** The text is there, and marks on it where there are any. */
  readonly isShown: boolean;
  /** Another value whenever other words are marked, or are marked in another way. */
  readonly marks: unknown;
  /** Nothing is left to be done of what was put off until the page is idle. */
  readonly isQuiet: boolean;
}

/** Words to be marked: from a place in one block to one in the same or a later block, counted in UTF-16 units of the shown text. */
export interface PeerAnnotation {
  readonly id: string;
  readonly tag: string;
  readonly quote: string;
  readonly from: readonly [block: number, offset: number];
  readonly to: readonly [block: number, offset: number];
}

/** What the plain page and Recogito are told. */
export type PeerMessage =
  | { readonly kind: 'show'; readonly paragraphs: readonly string[]; readonly annotations: readonly PeerAnnotation[] }
  | { readonly kind: 'add'; readonly annotation: PeerAnnotation }
  | { readonly kind: 'all'; readonly annotations: readonly PeerAnnotation[] };

/** The element that the plain page's text goes into. */
export const peerBody = '<main class="scroller"><div class="column" tabindex="0"></div></main>';

/** The letters, width and leading of the reading view. */
export const peerStyle = `
html, body { height: 100%; margin: 0; }
.scroller { height: 100%; overflow: auto; }
.column { max-width: 66ch; margin: 0 auto; padding: 32px 24px 96px; outline: none; overflow-wrap: anywhere;
  font: 17px/1.62 Charter, "Source Serif 4", "Noto Serif", "DejaVu Serif", Georgia, "Times New Roman", serif; }
p { margin: 0 0 1.05em; }
`;

export function readerParty(): void {
  const one = (selector: string) => document.querySelector(selector) as HTMLElement;
  let lastLaid = 0;
  let since = 0;
  const party: Party = {
    get scroller() {
      return one('.scroller');
    },
    get column() {
      return one('.column');
    },
    block: (index) => one(`[data-block="${index}"]`),
    send: (message) => window.postMessage(message, '*'),
    get isShown() {
      return Array.from(CSS.highlights.values()).some(({ size }) => size > 0);
    },
    get marks() {
      return Array.from(CSS.highlights, ([name, marked]) => {
        const places = name.startsWith('argmark-on-') ? Array.from(marked, ({ startOffset }) => startOffset) : '';
        return `${name} ${marked.size} ${places}`;
      }).join();
    },
    get isQuiet() {
      // Of a long article only what is around the view is laid out: no more comes when none has come for a second.
      const laid = document.getElementsByClassName('laid').length;
      if (laid !== lastLaid) since = performance.now();
      lastLaid = laid;
      return laid > 0 && performance.now() - since > 1000;
    },
  };
  const acquireVsCodeApi = () => ({ postMessage: () => {}, getState: () => undefined, setState: () => {} });
  Object.assign(globalThis, { party, acquireVsCodeApi });
}

export function plainParty(): void {
  const one = (selector: string) => document.querySelector(selector) as HTMLElement;
  const party: Party = {
    get scroller() {
      return one('.scroller');
    },
    get column() {
      return one('.column');
    },
    block: (index) => party.column.children[index],
    send: (data) => {
      const message = JSON.parse(new TextDecoder().decode(data)) as PeerMessage;
      if (message.kind !== 'show') return;
      for (const text of message.paragraphs) {
        const paragraph = document.createElement('p');
        paragraph.dir = 'auto';
        paragraph.textContent = text;
        party.column.append(paragraph);
      }
    },
    get isShown() {
      return party.column.childElementCount > 0;
    },
    marks: undefined,
    isQuiet: true,
  };
  Object.assign(globalThis, { party });
}

interface Annotator {
  setAnnotations(annotations: readonly unknown[]): void;
  addAnnotation(annotation: unknown): void;
}
interface Recogito {
  createTextAnnotator(container: HTMLElement, options: object): Annotator;
}

/** To be run after `plainParty`: Recogito marks the words of the plain page, as spans over them (of its ways the fastest), and is given ranges. */
export function recogitoParty(): void {
  const page = globalThis as unknown as { readonly party: Party; readonly RecogitoJS: Recogito };
  const plain = page.party;
  const colours: Readonly<Record<string, string>> = { claim: '#0b61a4', premise: '#2c7a2c', evidence: '#a85b00' };
  let annotator: Annotator | undefined;
  let texts: readonly Text[] = [];
  const layer = () => document.querySelector('.r6o-span-highlight-layer');

  const annotationOf = ({ id, tag, quote, from, to }: PeerAnnotation) => {
    const range = document.createRange();
    range.setStart(texts[from[0]] as Text, from[1]);
    range.setEnd(texts[to[0]] as Text, to[1]);
    const selector = [{ quote, range, start: from[1], end: from[1] + quote.length }];
    const bodies = [{ id: `${id}-tag`, annotation: id, purpose: 'tagging', value: tag }];
    return { id, bodies, target: { annotation: id, selector } };
  };
  const style = (
    { bodies }: { readonly bodies: readonly { readonly value: string }[] },
    { hovered }: { readonly hovered?: boolean },
  ) => ({ fill: colours[bodies[0]?.value ?? ''] ?? '#7a3fa0', fillOpacity: hovered ? 0.4 : 0.15 });

  const party: Party = {
    get scroller() {
      return plain.scroller;
    },
    get column() {
      return plain.column;
    },
    block: plain.block,
    send: (data) => {
      const message = JSON.parse(new TextDecoder().decode(data)) as PeerMessage;
      if (message.kind === 'add') annotator?.addAnnotation(annotationOf(message.annotation));
      else {
        if (message.kind === 'show') {
          plain.send(data);
          texts = Array.from(plain.column.children, ({ firstChild }) => firstChild as Text);
          annotator = page.RecogitoJS.createTextAnnotator(plain.column, { renderer: 'SPANS', style });
        }
        annotator?.setAnnotations(message.annotations.map(annotationOf));
      }
    },
    get isShown() {
      return (layer()?.childElementCount ?? 0) > 0;
    },
    // All of them are made anew whenever one has changed.
    get marks() {
      return layer()?.firstChild;
    },
    isQuiet: true,
  };
  Object.assign(globalThis, { party });
  // It prints a line for each drawing, which would be passed on to the one who measures.
  console.log = () => undefined;
}
