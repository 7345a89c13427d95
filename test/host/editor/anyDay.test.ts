/*
 * A day's work in random order: text is edited, moved about and saved, words are tagged, annotations come and go, another program writes the
 * sidecar. Each word of the text stands in it once, so that it is known at every moment which words an annotation may be on.
 */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { AnnotatedArticle } from '../../../src/host/articles';
import { sidecarOf } from '../../../src/host/editor/uris';
import { Random } from '../../random';
import { test } from '../harness';
import { type Way, ways } from './livingScene';
import { freshArticle, onDisk, openReader, read, rooms, sidecarWith, tabOf, until, write } from './support';

const seeds = [1, 2, 21];
const steps = 30;

/** Of the text: a word, with its place in UTF-16 units. */
const wordsOf = (text: string) =>
  Array.from(text.matchAll(/\p{L}+\d+(?:🚢|\u0301)?/gu), ({ 0: word, index }) => ({
    word,
    start: index,
    end: index + word.length,
  }));

for (const way of ways) {
  for (const seed of seeds) {
    test(
      `a day in random order (${seed}): every annotation on its words, none lost, ${way}`,
      async (t) => {
        const day = new Day(new Random(seed));
        day.uri = await freshArticle(t, 'day.txt', `${[1, 2, 3, 4].map(() => day.paragraph()).join('\n\n')}\n`);
        if (way === 'with a reading view') await openReader(day.uri, vscode.ViewColumn.Two);
        await vscode.window.showTextDocument(day.uri, { viewColumn: vscode.ViewColumn.One, preview: false });
        try {
          for (let step = 0; step < steps; step++) {
            await day.act(way);
            await day.check();
          }
          await day.end();
        } catch (error) {
          throw new Error(`${(error as Error).message}\nThe day was:\n${day.log.join('\n')}`);
        }
      },
      { timeout: 120_000 },
    );
  }
}

class Day {
  uri!: vscode.Uri;
  readonly log: string[] = [];
  private readonly random: Random;
  private written = 0;
  private others = 0;
  /** By annotation: the words that stood in the text when it was made, and are none of its own. */
  private readonly truth = new Map<string, ReadonlySet<string>>();
  private readonly removed = new Set<string>();

  constructor(random: Random) {
    this.random = random;
  }

  /** Of words that nobody has written before. */
  paragraph(): string {
    const word = () =>
      this.random.pick(['port', 'rent', 'état', '港口', 'cost']) +
      this.written++ +
      this.random.pick(['', '', '🚢', '\u0301']);
    const sentence = () => `${Array.from({ length: this.random.between(4, 12) }, word).join(' ')}.`;
    return Array.from({ length: this.random.between(1, 3) }, sentence).join(' ');
  }

  async act(way: Way): Promise<void> {
    const acts = [
      this.tag,
      this.tag,
      this.type,
      this.type,
      this.cut,
      this.movePara,
      this.saveText,
      this.remove,
      this.other,
    ];
    const act = this.random.pick(way === 'with a reading view' ? [...acts, this.saveAll] : acts);
    await act.call(this);
  }

  private async tag(): Promise<void> {
    const { text } = (await this.now()).article;
    const paragraph = this.random.pick(text.trimEnd().split('\n\n'));
    const words = wordsOf(paragraph);
    const from = this.random.between(0, words.length - 1);
    const to = Math.min(words.length - 1, from + this.random.between(0, 6));
    const at = text.indexOf(paragraph);
    const span = { start: at + (words[from]?.start ?? 0), end: at + (words[to]?.end ?? 0) };
    const { articles } = await rooms();
    const ids = await articles.perform(this.uri, { verb: 'tag', tag: 'claim', spans: [span] }, text);
    this.log.push(`tagged ${text.slice(span.start, span.end)} as ${ids}`);
    if (ids?.[0]) this.know(ids[0], text, span);
  }

  private async type(): Promise<void> {
    const document = await this.document();
    const { word, start } = this.random.pick(wordsOf(document.getText()));
    const what = this.random.chance(0.25) ? `${this.paragraph()}\n\n` : `${this.paragraph().split(' ')[0]} `;
    this.log.push(`put in before ${word}: ${what}`);
    await this.edit((edit) => edit.insert(this.uri, document.positionAt(start), what));
  }

  private async cut(): Promise<void> {
    const document = await this.document();
    const words = wordsOf(document.getText());
    if (words.length < 20) return;
    const from = this.random.between(0, words.length - 5);
    const [first, last] = [words[from], words[from + this.random.between(1, 4)]];
    if (!first || !last) return;
    this.log.push(`cut from ${first.word} to before ${last.word}`);
    await this.edit((edit) =>
      edit.delete(this.uri, new vscode.Range(document.positionAt(first.start), document.positionAt(last.start))),
    );
  }

  /** As a formatter or a paste over everything does it: the text is handed over whole. */
  private async movePara(): Promise<void> {
    const document = await this.document();
    const paragraphs = document.getText().trimEnd().split('\n\n');
    const [moved] = paragraphs.splice(this.random.between(0, paragraphs.length - 1), 1);
    paragraphs.splice(this.random.between(0, paragraphs.length), 0, moved ?? '');
    this.log.push(`moved ${moved}`);
    const whole = new vscode.Range(0, 0, document.lineCount, 0);
    await this.edit((edit) => edit.replace(this.uri, whole, `${paragraphs.join('\n\n')}\n`));
  }

  private async saveText(): Promise<void> {
    this.log.push('saved the text');
    assert.ok(await (await this.document()).save());
  }

  private async saveAll(): Promise<void> {
    this.log.push('saved all');
    const { registry } = await rooms();
    const isDirty = () => registry.document(this.uri)?.annotated.dirty === true;
    await until('the tab says so', () => !isDirty() || tabOf(this.uri)?.isDirty);
    await vscode.commands.executeCommand('workbench.action.files.saveAll');
    await until('nothing is unsaved', async () => !(await this.document()).isDirty && !tabOf(this.uri)?.isDirty);
  }

  private async remove(): Promise<void> {
    const ids = [...this.truth.keys()];
    if (ids.length < 3) return;
    const id = this.random.pick(ids);
    this.log.push(`removed ${id}`);
    const { articles } = await rooms();
    assert.ok(await articles.perform(this.uri, { verb: 'remove', ids: [id] }));
    this.truth.delete(id);
    this.removed.add(id);
  }

  /** Another program adds an annotation. */
  private async other(): Promise<void> {
    const { text } = (await this.now()).article;
    const { word, ...span } = this.random.pick(wordsOf(text));
    const id = `ext${'bcdfghjkmn'[this.others++ % 10]}22`;
    if (this.truth.has(id) || this.removed.has(id)) return;
    this.log.push(`another program tagged ${word} as ${id}`);
    const before = await read(sidecarOf(this.uri));
    const alone = sidecarWith({ id, quote: word });
    const entry = alone.slice(alone.indexOf('  - id'));
    await write(sidecarOf(this.uri), before?.includes('  - id') ? `${before.trimEnd()}\n\n${entry}` : alone);
    await until('it is seen', async () => (await this.ids()).includes(id));
    this.know(id, text, span);
  }

  async check(): Promise<void> {
    const document = await this.document();
    await until('the article has the text', async () => (await this.now()).article.text === document.getText());
    const ids = await this.ids();
    assert.equal(new Set(ids).size, ids.length, 'each id is there once');
    for (const id of this.truth.keys()) assert.ok(ids.includes(id), `${id} is lost`);
    for (const id of this.removed) assert.ok(!ids.includes(id), `${id} is back`);
    const { article, placements } = await this.now();
    for (const [id, foreign] of this.truth) {
      const { status, spans = [] } = placements.get(id) ?? {};
      // A person is told to look at those.
      if (status === 'drifted') continue;
      const wrong = spans
        .flatMap(({ start, end }) => wordsOf(article.text.slice(start, end)))
        .filter(({ word }) => foreign.has(word));
      assert.deepEqual(wrong, [], `${id} (${status}) is on the wrong words`);
    }
  }

  /** All is saved, and read again by another window it is the same. */
  async end(): Promise<void> {
    if (tabOf(this.uri)) await this.saveAll();
    else await this.saveText();
    const shown = (await this.now()).sidecar.set.annotations;
    await until('the disk has what is shown', async () => {
      const saved = (await onDisk(this.uri))?.set.annotations ?? [];
      return JSON.stringify(saved) === JSON.stringify(shown);
    });
    await this.check();
  }

  private know(id: string, text: string, { start, end }: { readonly start: number; readonly end: number }): void {
    const own = new Set(wordsOf(text.slice(start, end)).map(({ word }) => word));
    const foreign = wordsOf(text).flatMap(({ word }) => (own.has(word) ? [] : [word]));
    this.truth.set(id, new Set(foreign));
  }

  private async edit(change: (edit: vscode.WorkspaceEdit) => void): Promise<void> {
    const edit = new vscode.WorkspaceEdit();
    change(edit);
    assert.ok(await vscode.workspace.applyEdit(edit));
  }

  private document(): Thenable<vscode.TextDocument> {
    return vscode.workspace.openTextDocument(this.uri);
  }

  private async now(): Promise<AnnotatedArticle> {
    const { articles } = await rooms();
    const state = await articles.at(this.uri);
    assert.ok(state, 'the article is known');
    return state;
  }

  private async ids(): Promise<string[]> {
    return (await this.now()).sidecar.set.annotations.map(({ id }) => id);
  }
}
