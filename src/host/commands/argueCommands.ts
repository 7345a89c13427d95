/* The verbs on arguments, each by palette alone: make one in three steps, support, attack, add what was left unstated, take a premise out. */
import * as vscode from 'vscode';
import { type Annotation, type Argument, indexOf, type Relation } from '../../core/annotation/model';
import { quoteOf } from '../../core/annotation/quote';
import { premisesInWords } from '../../core/annotation/relations';
import { shorten } from '../../core/annotation/words';
import * as l10n from '../../core/l10n';
import type { AnnotatedArticle, Articles } from '../articles';
import { plainLabel } from '../plainLabel';
import { shownSet } from '../shownSet';
import { askOne, askStep } from '../steps';
import { annotationChoice, annotationChoices, argumentChoice, type Choice } from './picks';
import type { Args, SubjectFinder } from './subjects';
import { pickTag } from './tagPick';

type Doing = vscode.QuickPickItem & { readonly does: Relation | 'another' };

const doings = (): readonly Doing[] => [
  {
    label: `$(add) ${l10n.t('Supports')}`,
    does: 'supports',
    detail: l10n.t('A reason to believe it; onto an argument: it joins the premises.'),
  },
  {
    label: `$(remove) ${l10n.t('Attacks')}`,
    does: 'attacks',
    detail: l10n.t('A reason to doubt it; onto an argument: it undercuts.'),
  },
  {
    label: `$(link) ${l10n.t('Together with Another Premise…')}`,
    does: 'another',
    detail: l10n.t('Reasons that only count together.'),
  },
];

export class ArgueCommands {
  private readonly articles: Articles;
  private readonly subjects: SubjectFinder;

  constructor(articles: Articles, subjects: SubjectFinder) {
    this.articles = articles;
    this.subjects = subjects;
  }

  /** Premises, what they do, and to what: with a way back between the questions. */
  async addArgument(args: Args): Promise<void> {
    const nodes = this.subjects.nodes(args);
    const state = await this.subjects.article();
    if (!state) return;
    const rows = nodes?.flatMap((node) => (node.kind === 'annotation' ? [node.id] : [])) ?? [];
    const made = await askArgument(state, rows, rows.length > 0 ? rows : this.subjects.here(state));
    if (made) await this.articles.perform(state.uri, { verb: 'argue', ...made });
  }

  /** The selected annotation supports or attacks what is chosen next. */
  async argue(relation: Relation, args: Args): Promise<void> {
    const title = relation === 'supports' ? l10n.t('Argmark: Support') : l10n.t('Argmark: Attack');
    if (this.subjects.isInReader(args)) {
      // There the target can be pointed at as well as named.
      this.articles.act(relation === 'supports' ? 'support' : 'attack');
      return;
    }
    const found = await this.subjects.annotations(args, title);
    if (!found) return;
    const { state, ids } = found;
    const what = premisesInWords(ids, indexOf(shownSet(state)));
    const items = targetChoices(state, ids, relation);
    const placeholder = relation === 'supports' ? l10n.t('{0} → supports …', what) : l10n.t('{0} → attacks …', what);
    const target = await askOne({ title, placeholder, items });
    if (target) await this.articles.perform(state.uri, { verb: 'argue', premises: ids, relation, target: target.id });
  }

  /** A premise that the author left out, for an argument at hand or a new one. */
  async addUnstatedPremise(args: Args): Promise<void> {
    const title = l10n.t('Argmark: Add Unstated Premise');
    const state = await this.subjects.article();
    if (!state) return;
    const node = this.subjects.nodes(args)?.[0];
    const subject = node?.kind === 'annotation' ? node.id : this.subjects.here(state)[0];
    const place = node?.kind === 'argument' ? { argument: node.id } : await pickPlace(state, subject, title);
    if (!place) return;
    const tag = await premiseTag(state, title);
    if (tag === undefined) return;
    const wording = await vscode.window.showInputBox({
      title,
      prompt: l10n.t('What the argument takes for granted, in your words'),
      validateInput: (typed) =>
        typed.trim() === '' ? l10n.t('An unstated premise is nothing but its wording.') : undefined,
    });
    if (wording === undefined) return;
    const { argument, supports } = place;
    await this.articles.perform(state.uri, {
      verb: 'addUnstated',
      wording,
      tag,
      ...(argument !== undefined && { argument }),
      ...(supports !== undefined && { supports }),
    });
  }

  async removePremise(args: Args): Promise<void> {
    const title = l10n.t('Argmark: Remove Premise');
    const nodes = this.subjects.nodes(args)?.filter((node) => node.kind === 'annotation');
    const state = await this.subjects.article();
    if (!state) return;
    const direct = nodes?.flatMap(({ id, premiseOf }) =>
      premiseOf === undefined ? [] : [{ argument: premiseOf, premise: id }],
    );
    const drops = direct && direct.length > 0 ? direct : await pickPremise(state, this.subjects.here(state)[0], title);
    if (drops) await this.articles.perform(state.uri, { verb: 'movePremises', from: drops });
  }
}

interface NewArgument {
  readonly premises: readonly string[];
  readonly relation: Relation;
  readonly target: string;
}

/** `given` are premises that are chosen already, `near` those that are offered first. Undefined when the person turned away. */
async function askArgument(
  state: AnnotatedArticle,
  given: readonly string[],
  near: readonly string[],
): Promise<NewArgument | undefined> {
  const title = l10n.t('Argmark: Add Argument');
  const totalSteps = 3;
  let premises = given;
  let relation: Relation = 'supports';
  let step = given.length > 0 ? 2 : 1;
  for (;;) {
    if (step === 1) {
      const placeholder =
        premises.length === 0 ? l10n.t('Which premise?') : l10n.t('Together with which other premise?');
      const items = annotationChoices(state, { first: near, without: premises });
      const chosen = await askStep({ title, step, totalSteps, placeholder, items });
      if (chosen === undefined || chosen === 'back') return undefined;
      premises = [...premises, chosen.id];
      step = 2;
    } else if (step === 2) {
      const placeholder = l10n.plural(premises.length, 'What does it do?', 'What do these {0} do together?');
      const chosen = await askStep({ title, step, totalSteps, placeholder, items: doings() });
      if (chosen === undefined) return undefined;
      if (chosen === 'back') premises = [];
      else if (chosen.does !== 'another') relation = chosen.does;
      step = chosen === 'back' || chosen.does === 'another' ? 1 : 3;
    } else {
      const placeholder =
        relation === 'supports'
          ? l10n.plural(premises.length, 'What does it support?', 'What do they support?')
          : l10n.plural(premises.length, 'What does it attack?', 'What do they attack?');
      const items = targetChoices(state, premises, relation);
      const chosen = await askStep({ title, step, totalSteps, placeholder, items });
      if (chosen === undefined) return undefined;
      if (chosen !== 'back') return { premises, relation, target: chosen.id };
      step = 2;
    }
  }
}

/** What can be supported or attacked: the other annotations, then arguments, to be joined or undercut. */
function targetChoices(state: AnnotatedArticle, premises: readonly string[], relation: Relation): Choice[] {
  const verb = relation === 'supports' ? l10n.t('join its premises') : l10n.t({ message: 'undercut', comment: 'verb' });
  const joinable = state.sidecar.set.arguments.filter(
    (argument) => !premises.every((id) => argument.premises.includes(id)),
  );
  return [
    ...annotationChoices(state, { without: premises }),
    ...joinable.map((argument) => argumentChoice(argument, state, verb)),
  ];
}

interface PremisePlace {
  readonly argument?: string;
  /** A new argument, of the premise alone, for this annotation. */
  readonly supports?: string;
}

/** Which argument an unstated premise belongs to; undefined when the person turned away. */
async function pickPlace(
  state: AnnotatedArticle,
  subject: string | undefined,
  title: string,
): Promise<PremisePlace | undefined> {
  const index = indexOf(shownSet(state));
  const near =
    subject === undefined ? [] : [...(index.onto.get(subject) ?? []), ...(index.premiseIn.get(subject) ?? [])];
  const [only] = near;
  if (near.length === 1 && only) return { argument: only.id };
  const annotation = subject === undefined ? undefined : index.annotations.get(subject);
  const offered: readonly Argument[] = near.length > 0 ? near : annotation ? [] : state.sidecar.set.arguments;
  const items: (vscode.QuickPickItem & { readonly place: PremisePlace })[] = offered.map((argument) => ({
    ...argumentChoice(argument, state),
    place: { argument: argument.id },
  }));
  if (annotation) {
    const words = shorten(quoteOf(annotation), 60);
    items.push({
      label: `$(add) ${l10n.t('New argument for “{0}”', plainLabel(words))}`,
      place: { supports: annotation.id },
    });
  }
  items.push({ label: `$(circle-outline) ${l10n.t('No argument yet')}`, place: {} });
  if (items.length === 1) return {};
  return (await askOne({ title, placeholder: l10n.t('Which argument does it belong to?'), items }))?.place;
}

/** The codebook's own word for a premise, or one that is asked for. */
async function premiseTag(state: AnnotatedArticle, title: string): Promise<string | undefined> {
  const { tags } = state.codebook;
  const premise = tags.find((tag) => tag.name === 'premise');
  return premise ? premise.name : pickTag(state.codebook, { title, recent: [] });
}

async function pickPremise(
  state: AnnotatedArticle,
  subject: string | undefined,
  title: string,
): Promise<readonly { readonly argument: string; readonly premise: string }[] | undefined> {
  const index = indexOf(state.sidecar.set);
  const all = subject === undefined ? [] : (index.premiseIn.get(subject) ?? []);
  const inferences = all.length > 0 ? all : state.sidecar.set.arguments;
  const drop = (argument: Argument, premise: string) => [{ argument: argument.id, premise }];
  const choices = inferences.map((one) => argumentChoice(one, state));
  const chosen =
    all.length === 1
      ? all[0]?.id
      : (await askOne({ title, placeholder: l10n.t('Out of which argument?'), items: choices }))?.id;
  const argument = chosen === undefined ? undefined : index.arguments.get(chosen);
  if (!argument) return undefined;
  if (subject !== undefined && argument.premises.includes(subject)) return drop(argument, subject);
  const premises = argument.premises.flatMap((id): Annotation[] => {
    const annotation = index.annotations.get(id);
    return annotation ? [annotation] : [];
  });
  if (premises.length === 1 && premises[0]) return drop(argument, premises[0].id);
  const items = premises.map((one) => annotationChoice(one, state));
  const premise = await askOne({ title, placeholder: l10n.t('Which premise?'), items });
  return premise && drop(argument, premise.id);
}
