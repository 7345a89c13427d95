/**
 * Two windows on one article: its text is edited and saved in one, as text, and the other follows, with what is unsaved there. Words that were
 * edited are recorded once, by the window that saved them.
 */
import assert from 'node:assert/strict';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { explorerRow, isDirty, openFromExplorer, waitUntil } from './gestures';
import { readIndependently, sidecarOf } from './independentReader';
import { openAsArticle, save } from './opening';
import { editorHover, pointAtText } from './textEditor';
import { journey, openWorkbench, workspaceWith } from './workbench';

const name = 'depth.txt';
const claim = 'Ports gain from depth';
const premise = 'somebody has to pay for the digging';
const text = `The price of depth\n\n${claim}, and ${premise}.\n\nShips that draw less pass free.\n`;

const sidecar = `argmark: 1

annotations:
  - id: clm234
    tag: claim
    spans:
      - quote: "${claim}"
        prefix: "The price of depth\\n\\n"
        suffix: ", and somebody has to pay for th"
        start: 20
        end: 41
`;

journey(
  'an article that is edited and saved in one window is followed in the other, with what is unsaved there',
  async () => {
    const folder = await workspaceWith({ [`town/${name}`]: text, [`town/${sidecarOf(name)}`]: sidecar });
    const file = join(folder, 'town', name);
    // What was tagged on an earlier text keeps its offsets, which are hints.
    const quotes = async () =>
      [...(await readFile(sidecarOf(file), 'utf8')).matchAll(/quote: (".*")/g)].map(([, quote]) =>
        JSON.parse(quote ?? ''),
      );
    const settings = { 'argmark.annotator': 'ana' };
    const one = await openWorkbench({ folder: join(folder, 'town'), settings });
    await openFromExplorer(one.page, name);
    await pointAtText(one.page, claim);
    // Two windows on one folder would share what VS Code itself keeps of unsaved editors.
    const two = await openWorkbench({ folder, settings, beside: one });
    await explorerRow(two.page, 'town').click();
    const view = await openAsArticle(two.page, name, claim);
    await view.showsTagged('claim', claim);
    await view.selectWithMouse(premise);
    await two.page.keyboard.press('p');
    await view.showsTagged('premise', premise);

    await one.page.bringToFront();
    await pointAtText(one.page, claim);
    await one.page.mouse.down();
    await one.page.mouse.up();
    await one.page.keyboard.type('XY');
    await one.page.keyboard.press('Home');
    await one.page.keyboard.insertText('Once more: ');
    await save(one.page, name);
    const edited = await readFile(file, 'utf8');
    const [, words = ''] = /Once more: (.*), and/.exec(edited) ?? [];
    assert.equal(words.replace('XY', ''), claim, edited);
    await waitUntil(
      async () => (await readIndependently(file)).annotations[0]?.spans[0]?.quote === words,
      'the words are recorded by the window that saved them',
    );

    await two.page.bringToFront();
    await view.showsTagged('claim', words);
    await view.showsTagged('premise', premise);
    assert.ok(await isDirty(two.page, name), 'what was unsaved is unsaved still');
    assert.deepEqual(await quotes(), [words], 'and not on disk');
    await save(two.page, name);
    assert.deepEqual(await quotes(), [words, premise]);
    assert.equal(await readFile(file, 'utf8'), edited, 'the text is as it was saved');
    const { mtimeMs } = await stat(sidecarOf(file));
    await one.page.bringToFront();
    const hover = editorHover(one.page).getByText('Premise');
    // It is asked for once when the pointer comes, maybe before this window has read what the other one saved.
    await waitUntil(async () => {
      await pointAtText(one.page, 'Ships that draw');
      await pointAtText(one.page, 'digging');
      return hover.waitFor({ timeout: 3000 }).then(
        () => true,
        () => false,
      );
    }, 'the other window’s premise is hovered');
    assert.equal((await stat(sidecarOf(file))).mtimeMs, mtimeMs, 'the window that follows writes nothing');
    await two.close();
    await one.close();
  },
);
