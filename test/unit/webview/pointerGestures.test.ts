/** Everything that the pointer does has a key: the table of gestures against the sources, the table of keys and the manifest. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { test } from 'node:test';
import { defaultCodebook } from '../../../src/core/annotation/defaultCodebook';
import { keyTable } from '../../../src/webview/reader/input/keys';
import { moveWords } from '../../../src/webview/reader/input/keyWords';
import { pointerGestures } from '../../run/pointerGestures';

const folder = 'src/webview/reader';
const sources = new Map(
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path))
    .map((path) => [basename(path), readFileSync(`${folder}/${path}`, 'utf8').replaceAll(/\/\/.*$/gm, '')]),
);
const { contributes } = JSON.parse(readFileSync('package.json', 'utf8'));
const pointer =
  '(?:click|dblclick|auxclick|contextmenu|wheel|mouse\\w+|pointer\\w+|touch\\w+|drag(?:over|enter|end)|drop)';

/** Elements of JSX that have keys by themselves: a button, and what is drawn as one. */
const controls = /^(?:button|select|input|Jump|Button|Option)$/;

/** File and event of everything that minds the pointer and is no control. */
function listening(): Set<string> {
  const found = new Set<string>();
  for (const [name, source] of sources) {
    for (const [, event] of source.matchAll(new RegExp(`addEventListener\\(\\s*'(${pointer})'`, 'g')))
      found.add(`${name} ${event}`);
    for (const match of source.matchAll(
      /\bon(Click|DblClick|ContextMenu|Wheel|Mouse\w+|Pointer\w+|Touch\w+|Drag\w*|Drop)=\{([^\n]*)/g,
    )) {
      // What only keeps the focus where it is does nothing by itself.
      if (/^\(event\) => event\.(?:preventDefault|stopPropagation)\(\)\}/.test(match[2] ?? '')) continue;
      const element = [...source.slice(0, match.index).matchAll(/<([a-zA-Z]+)(?=[\s>])/g)].at(-1)?.[1] ?? '';
      if (!controls.test(element)) found.add(`${name} ${match[1]?.toLowerCase()}`);
    }
  }
  return found;
}

test('the table has every place where the sources mind the pointer, and no other', () => {
  const listed = new Set<string>(pointerGestures.flatMap(({ listens }) => listens));
  assert.deepEqual([...listening()].sort(), [...listed].sort());
});

test('every gesture has a key, a command or a move that does the same', () => {
  const keyed = [...keyTable({}, defaultCodebook.tags).values()];
  const moves = moveWords().map(([key]) => key);
  const hidden = contributes.menus.commandPalette.filter(({ when }: { when: string }) => when === 'false');
  for (const { does, keys, listens } of pointerGestures) {
    assert.ok(keys.length > 0, does);
    for (const one of keys) {
      if ('action' in one)
        assert.ok(
          keyed.some((meaning) => 'action' in meaning && meaning.action === one.action),
          `${does}: ${one.action}`,
        );
      else if ('command' in one) {
        assert.ok(
          contributes.commands.some(({ command }: { command: string }) => command === one.command),
          one.command,
        );
        assert.ok(
          !hidden.some(({ command }: { command: string }) => command === one.command),
          `${one.command} is listed`,
        );
      } else if (!moves.includes(one.key)) {
        // Keys of its own: the file minds them, by this name.
        const name = listens[0]?.split(' ')[0] ?? '';
        const source = sources.get(name) ?? '';
        assert.match(source, /onKeyDown|'keydown'/, `${does}: ${name} minds keys`);
        const sign = one.key === 'Space' ? "' '" : one.key;
        assert.ok(source.includes(sign), `${does}: ${name} knows ${one.key}`);
      }
    }
  }
});

test('all that the context menu of the text offers is in the palette as well', () => {
  const { commandPalette } = contributes.menus;
  const items: readonly { readonly command?: string; readonly submenu?: string }[] =
    contributes.menus['webview/context'];
  assert.ok(items.length > 5);
  for (const { command, submenu } of items) {
    if (submenu !== undefined) continue;
    assert.notEqual(
      commandPalette.find((item: { command: string }) => item.command === command)?.when,
      'false',
      command,
    );
  }
});
