/* Styles of the reading view name the sides of a line, not left and right: a language from right to left turns the whole page around. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';

/** Where a side of the screen is meant: a float is placed by the script, in pixels from the left. */
const exceptions = ['media/readerFloats.css: left: 0'];

/** The declarations of a style sheet that name a side of the screen, or four sides of which left and right differ. */
function sided(css: string): string[] {
  const code = css.replaceAll(/\/\*[\s\S]*?\*\//g, '');
  const sides =
    /(?<=[;{\s])(?:(?:margin|padding|border|scroll-margin|scroll-padding)-(?:left|right)[\w-]*|left|right|text-align|float|border-(?:top|bottom)-(?:left|right)-radius)\s*:[^;}]+/g;
  const named = (code.match(sides) ?? []).filter((one) => !/^(text-align|float)\s*:(?!\s*(left|right))/.test(one));
  const four = [
    ...code.matchAll(/(?<=[;{\s])(?:margin|padding|inset)\s*:\s*(\S+) (\S+) (\S+) (\S+)(?=\s*[;}])/g),
  ].filter(([, , right, , left]) => right !== left);
  return [...named, ...four.map(([whole]) => whole)].map((one) => one.replaceAll(/\s+/g, ' ').trim());
}

test('no style names left or right', () => {
  const found = readdirSync('media')
    .filter((name) => name.endsWith('.css'))
    .flatMap((name) => sided(readFileSync(`media/${name}`, 'utf8')).map((one) => `media/${name}: ${one}`));
  assert.deepEqual(found, exceptions);
});

test('sides are found, and what has none is let through', () => {
  assert.deepEqual(sided('.a { margin-left: 1px; left: 0; text-align: right; padding: 1px 2px 3px 4px }'), [
    'margin-left: 1px',
    'left: 0',
    'text-align: right',
    'padding: 1px 2px 3px 4px',
  ]);
  assert.deepEqual(
    sided('/* left: 0 */ .right { margin-inline: 1px; text-align: start; padding: 1px 2px 3px 2px; inset: 0 }'),
    [],
  );
});
