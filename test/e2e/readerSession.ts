/** A session of gestures by key, drawn by a seed, and what must be so after each of them. */
import assert from 'node:assert/strict';
import { Random } from '../random';
import type { ReaderHost } from './readerHost';
import type { ReaderPage } from './readerPage';
import { settled } from './readerPages';

/** Letters that are hard to count among them; no signs that a page would not show. */
export const article = `Ports and Power

For thirty years the harbour has lived on a compromise: the state digs, the city collects, and the lines complain. That compromise no longer works.

Ships have doubled in draught 🚢🏴‍☠️ and each extra metre of channel costs more than the four before it. In 2023 the bill passed ninety million.

The usual answer is to let the treasury pay once more. But those who gain from depth should carry its cost, and they are easy to name.

هذا نص عربي قصير فيه أرقام 2023 وكلمات كثيرة. وهذه جملة ثانية تقول شيئا آخر.

A cafe\u0301 and a nai\u0308ve claim stand here. What is needed first is a public account of the harbour.
`;

/** What is said of it at the beginning, as a person has written it. */
export const sidecar = `# Of the harbour
argmark: 1
annotations: # in the order of the text
  - id: k7m2xq
    tag: claim   # or is it a premise?

    spans:
      - quote: 'That compromise no longer works.'
  # the price of it
  - {id: b5c8rt, tag: evidence, spans: [{quote: "In 2023 the bill passed ninety million."}], by: ana}
arguments:
  - id: a8f4zn
    premises: [b5c8rt]  # one is enough
    supports: k7m2xq
`;

/**
 * Keys with blanks between them, words that are typed in backticks; how often, compared with others. None asks for an input of VS Code, nor do
 * the letters of words where no field is open for them: what is typed before that is there goes to it, and is lost here.
 */
const gestures: readonly { readonly times: number; readonly keys: readonly string[] }[] = [
  { times: 1, keys: ['ArrowDown', 'ArrowUp', 'ArrowRight', 'End', 'Home', 'PageDown', 'PageUp'] },
  { times: 2, keys: ['Control+ArrowRight', 'Control+ArrowLeft', 'Control+End', 'Control+Home'] },
  { times: 2, keys: ['n', 'Shift+N', ']', '['] },
  { times: 2, keys: ['s', 's s', 's s s', 'Shift+S', 'Shift+ArrowDown', 'Shift+Control+ArrowRight', 'Shift+End'] },
  { times: 3, keys: ['c', 'p', 'e', 'm', 'a', '.', 's s c', 's s s p', 'Control+End c', 'ArrowDown e'] },
  { times: 3, keys: ['l Enter', 'l ArrowDown Enter', 'l `channel` Enter', 'l Escape'] },
  { times: 3, keys: ['k Enter', 'k ArrowDown ArrowDown Enter'] },
  { times: 3, keys: ['f', 's s f', 'ArrowDown s f', 'r', 's r', 'Delete', 'h ArrowDown Enter'] },
  { times: 3, keys: ['Enter `A name.` Control+Enter', 'Enter `More` Escape', 'Enter Escape'] },
  { times: 6, keys: ['Control+z', 'Control+z Control+z Control+z', 'Control+z Control+y', 'Control+y'] },
  { times: 2, keys: ['/ `harbour` Enter Escape', '/ `the` Enter Enter Escape'] },
  { times: 2, keys: ['Shift+P Shift+Control+ArrowRight ArrowDown Escape'] },
  { times: 1, keys: ['y', '? Escape', 'Escape'] },
];
const drawn = gestures.flatMap(({ times, keys }) => Array.from({ length: times }, () => keys).flat());

/**
 * Plays so many gestures, and says what has come of it. With some of them a late host takes its time, and a few more are made before it answers;
 * a prompt one answers each key before the next.
 */
export async function playSession(
  reader: ReaderPage,
  { seed, length, host: kind }: { readonly seed: number; readonly length: number; readonly host: 'late' | 'prompt' },
): Promise<string[]> {
  const random = new Random(seed);
  const { host, page } = reader;
  const played: string[] = [];
  const press = async (keys: string) => {
    played.push(keys);
    for (const key of keys.match(/`[^`]*`|\S+/g) ?? []) {
      if (key.startsWith('`')) await page.keyboard.type(key.slice(1, -1));
      else await page.keyboard.press(key);
      if (!host.holdGestures) await settled(reader);
    }
  };
  try {
    const first = host.saved;
    await page.locator('.column').focus();
    for (let i = 0; i < length; i++) {
      const isLate = random.chance(0.3);
      host.holdGestures = isLate && kind === 'late';
      if (isLate) played.push('(');
      for (let many = isLate ? random.between(1, 4) : 1; many > 0; many--) await press(random.pick(drawn));
      if (isLate) played.push(')');
      host.release();
      await settled(reader);
      await assertShown(reader);
      await backToText(reader, press);
    }
    const last = host.saved;
    const steps = host.undoable;
    await press('Control+z '.repeat(steps));
    await settled(reader);
    await assertShown(reader);
    assert.equal(host.saved, first, 'all is undone, byte by byte');
    await press('Control+y '.repeat(steps));
    await settled(reader);
    await assertShown(reader);
    assert.equal(host.saved, last, 'all is redone, byte by byte');
    return cameOf(host);
  } catch (error) {
    throw new Error(`With the seed ${seed}, after ${played.join('  ')}\n${error}`, { cause: error });
  }
}

/** What is said in the end, whatever the ids are, and whatever stands first by them. */
export function cameOf(host: ReaderHost): string[] {
  const { annotations, arguments: args } = host.set;
  const said = new Map<string, string>();
  for (const { id, tag, note = '' } of annotations) said.set(id, `${tag}: ${host.words(id).join(' … ')} (${note})`);
  for (const { id, premises, supports, attacks } of args) {
    const target = said.get(supports ?? attacks ?? '');
    said.set(id, `${premises.map((one) => said.get(one)).join(' + ')} ${supports ? '→' : '↛'} ${target}`);
  }
  return [...said.values()].sort();
}

/** Escape leads back to the text from whatever a gesture has opened. */
async function backToText({ page }: ReaderPage, press: (keys: string) => Promise<void>): Promise<void> {
  const inText = () => page.locator('.column').evaluate((column) => column === document.activeElement);
  for (let tries = 0; tries < 3 && !(await inText()); tries++) await press('Escape');
  assert.ok(await inText(), 'Escape leads back to the text');
}

/** What is seen is what the host has, and what the host has is right. */
async function assertShown({ page, host, failures }: ReaderPage): Promise<void> {
  const shown = await page.evaluate(async () => {
    // Whatever is drawn with the next frame.
    for (let i = 0; i < 2; i++) await new Promise(requestAnimationFrame);
    const noteOf = (field: Element) => [field.id.replace(/-note$/, ''), (field as HTMLTextAreaElement).value] as const;
    return {
      painted: [...CSS.highlights].flatMap(([name, highlight]) => {
        const tag = /^argmark-tag-(.+?)(?:_\d+)?$/.exec(name)?.[1];
        return tag === undefined ? [] : [...highlight].map((range) => `${tag}: ${range}`);
      }),
      letters: [...document.querySelectorAll<HTMLElement>('.letter')].map(({ dataset }) => dataset.id ?? ''),
      brackets: [...document.querySelectorAll<HTMLElement>('.bracket')].map(({ dataset }) => dataset.argument ?? ''),
      notes: [...document.querySelectorAll('.details textarea[id$="-note"]:not(:focus)')].map(noteOf),
      focus: document.activeElement?.localName,
    };
  });
  const placed = host.set.annotations.filter(({ id }) => host.spans(id).length > 0);
  assert.deepEqual(sorted(shown.painted), sorted(placed.flatMap((one) => pieces(host, one))), 'painted');
  // Where there are more in one line than fit, some have no letter.
  const standing = new Set(placed.map(({ id }) => id));
  for (const id of shown.letters) assert.ok(standing.has(id), `the letter of ${id} has an annotation`);
  const known = new Set(host.set.arguments.map(({ id }) => id));
  for (const id of shown.brackets) assert.ok(known.has(id), `the bracket of ${id} has an argument`);
  for (const [id, note] of shown.notes)
    assert.equal(note, host.set.annotations.find((one) => one.id === id)?.note ?? '', `the note of ${id}`);
  assert.notEqual(shown.focus, 'body', 'something has the keyboard');
  for (const { id, spans } of host.set.annotations)
    assert.deepEqual(
      host.words(id),
      spans.map(({ quote }) => quote),
      `the words of ${id}`,
    );
  // What is there already, or cannot be its own reason, is refused; anything else means that a key came to the wrong place.
  const amiss = host.refusals.filter((said) => !/\balready\b|itself|belong to it|that very argument/.test(said));
  assert.deepEqual(amiss, [], 'nothing was refused but what a person could see');
  assert.deepEqual(failures, [], 'nothing went wrong in the page');
}

/** The words of an annotation as they are painted, block by block. */
function pieces(host: ReaderHost, { id, tag }: { readonly id: string; readonly tag: string }): string[] {
  const { blocks, text } = host.article;
  return host
    .spans(id)
    .flatMap((span) =>
      blocks
        .filter((block) => block.start < span.end && span.start < block.end)
        .map((block) => `${tag}: ${text.slice(Math.max(block.start, span.start), Math.min(block.end, span.end))}`),
    );
}

const sorted = (items: readonly string[]): string[] => [...new Set(items)].sort();
