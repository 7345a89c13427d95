/* The verbs that write into an annotation: note, paraphrase, speaker, the codebook's attributes, and where its words stand. */
import * as vscode from 'vscode';
import { tagOf } from '../../core/annotation/codebook';
import { indexOf } from '../../core/annotation/model';
import { quoteOf } from '../../core/annotation/quote';
import { argumentInWords } from '../../core/annotation/relations';
import { quoted, shorten } from '../../core/annotation/words';
import * as l10n from '../../core/l10n';
import type { Articles } from '../articles';
import { shownSet } from '../shownSet';
import type { Args, SubjectFinder } from './subjects';

/** Loaded when it is first asked for an attribute. */
const input = () => Promise.all([import('./attributeInput'), import('./askedAttributes'), import('../setAttribute')]);

type Field = 'note' | 'wording' | 'speaker';

/** `prompt`: a question about the entry that is named behind it. */
function questionOf(field: Field): { readonly title: string; readonly prompt: string } {
  switch (field) {
    case 'note':
      return { title: l10n.t('Argmark: Edit Note'), prompt: l10n.t('Your comment') };
    case 'wording':
      return { title: l10n.t('Argmark: Edit Paraphrase'), prompt: l10n.t('The claim in your words') };
    case 'speaker':
      return {
        title: l10n.t('Argmark: Set Speaker'),
        prompt: l10n.t('Whose claim it is, where it is not simply the author’s'),
      };
  }
}

export class WriteCommands {
  private readonly articles: Articles;
  private readonly subjects: SubjectFinder;

  constructor(articles: Articles, subjects: SubjectFinder) {
    this.articles = articles;
    this.subjects = subjects;
  }

  async write(field: Field, args: Args): Promise<void> {
    const { title, prompt } = questionOf(field);
    const onArgument = field === 'note' && this.subjects.nodes(args)?.[0]?.kind === 'argument';
    const found = onArgument ? await this.ofArgument(args, title) : await this.subjects.annotations(args, title);
    if (!found) return;
    const { state, ids } = found;
    const { annotations, arguments: inferences } = indexOf(state.sidecar.set);
    const entries = ids.flatMap((id) => annotations.get(id) ?? inferences.get(id) ?? []);
    const values = new Set(entries.map((entry) => (entry as Partial<Record<Field, string>>)[field] ?? ''));
    // Of several that differ none is put into the box, or Enter would write one's words over the others'.
    const [value = ''] = values.size === 1 ? values : [];
    const annotation = indexOf(shownSet(state)).annotations.get(ids[0] ?? '');
    const whose =
      annotation && ids.length === 1
        ? quoted(shorten(quoteOf(annotation), 60))
        : l10n.plural(ids.length, '{0} entry', '{0} entries');
    const written = await askText({ title, prompt: `${prompt}: ${whose}`, value });
    if (written === undefined || written === value) return;
    await this.articles.perform(state.uri, { verb: 'write', ids, field, value: written });
  }

  /** The argumentation scheme of an argument, by name. */
  async setScheme(args: Args): Promise<void> {
    const title = l10n.t('Argmark: Set Scheme');
    const found = await this.subjects.argument(args, title);
    if (!found) return;
    const { state, argument } = found;
    const value = argument.scheme ?? '';
    const prompt = l10n.t(
      'How {0}: such as cause-to-effect, expert-opinion, analogy',
      argumentInWords(argument, indexOf(shownSet(state))),
    );
    const written = await askText({ title, prompt, value });
    if (written === undefined || written === value) return;
    await this.articles.perform(state.uri, { verb: 'write', ids: [argument.id], field: 'scheme', value: written });
  }

  /** What F2 does in the tree: the paraphrase of annotations, the scheme of an argument. */
  async rename(args: Args): Promise<void> {
    if (this.subjects.nodes(args)?.[0]?.kind === 'argument') await this.setScheme(args);
    else await this.write('wording', args);
  }

  async setAttribute(args: Args): Promise<void> {
    const title = l10n.t('Argmark: Set Attribute');
    const found = await this.subjects.annotations(args, title);
    if (!found) return;
    const { state, ids } = found;
    const annotations = ids.flatMap((id) => indexOf(state.sidecar.set).annotations.get(id) ?? []);
    const label = tagOf(state.codebook, annotations[0]?.tag ?? '').label;
    const [{ askAttribute }, { attributesFor }, { setAttribute }] = await input();
    const set = await askAttribute(attributesFor(annotations, state.codebook), {
      title,
      none: l10n.t('The codebook has no attributes for the tag “{0}”. Add one to it first.', label),
      of: annotations.length,
    });
    if (set) await setAttribute({ verb: 'setAttribute', ids, ...set }, state, this.articles);
  }

  /** An attribute of the article itself. */
  async setArticleAttribute(): Promise<void> {
    const state = await this.subjects.article();
    if (!state) return;
    const { codebook, sidecar, uri } = state;
    const { attributes } = sidecar.set;
    const [{ askAttribute }, { attributesOfArticle }] = await input();
    const set = await askAttribute(attributesOfArticle(codebook, attributes), {
      title: l10n.t('Argmark: Set Attribute of Article'),
      of: 1,
      none: l10n.t('The codebook has no attributes for the article itself. Add one to it first, below “article:”.'),
    });
    if (set) await this.articles.perform(uri, { verb: 'setArticleAttribute', ...set });
  }

  /** Says itself what came of it: the gesture's sentence has the counts. */
  async updatePositions(): Promise<void> {
    const state = await this.subjects.article();
    if (state) await this.articles.perform(state.uri, { verb: 'updatePositions' });
  }

  private async ofArgument(args: Args, title: string) {
    const found = await this.subjects.argument(args, title);
    return found && { state: found.state, ids: [found.argument.id] };
  }
}

/** An input box has one line: line ends are shown as a sign that the text does not hold, and come back as line ends. */
async function askText(options: {
  readonly title: string;
  readonly prompt: string;
  readonly value: string;
}): Promise<string | undefined> {
  const sign = ['⏎', '↵', '␤', '⤶'].find((one) => !options.value.includes(one)) ?? '⏎';
  const lined = options.value.includes('\n');
  const written = await vscode.window.showInputBox({
    title: options.title,
    prompt: lined ? l10n.t('{0}. {1} stands for a new line.', options.prompt, sign) : options.prompt,
    value: options.value.replaceAll('\n', sign),
  });
  return lined ? written?.replaceAll(sign, '\n') : written;
}
