/* The table of commands: each id of package.json with what it does. A verb is a gesture of `core/annotation`, done by `Articles.perform`. */
import * as vscode from 'vscode';
import type { Articles } from '../articles';
import type { Views } from '../views/views';
import { ArgueCommands } from './argueCommands';
import { ContextKeys } from './contextKeys';
import { askFilter } from './filterInput';
import { GoCommands, type Opening } from './goCommands';
import { type Args, SubjectFinder } from './subjects';
import { TagCommands } from './tagCommands';
import { WriteCommands } from './writeCommands';

/** What the commands need beside the articles. */
export interface CommandHelpers {
  readonly views: Views;
  readonly opening: Opening;
  /** Puts the two sides of a merge conflict in an article's sidecar together. */
  resolveById(article: vscode.Uri): Promise<void>;
  /** Keeps which tags were used last. */
  readonly memory?: vscode.Memento;
}

type Handler = (...args: Args) => unknown;

export function registerCommands(articles: Articles, helpers: CommandHelpers): vscode.Disposable {
  const registered = Object.entries(commandTable(articles, helpers)).map(([name, handler]) =>
    vscode.commands.registerCommand(`argmark.${name}`, handler),
  );
  return vscode.Disposable.from(new ContextKeys(articles), ...registered);
}

function commandTable(articles: Articles, { views, opening, resolveById, memory }: CommandHelpers) {
  const subjects = new SubjectFinder(articles, views);
  const tags = new TagCommands(articles, subjects, memory);
  const writes = new WriteCommands(articles, subjects);
  const argues = new ArgueCommands(articles, subjects);
  const goes = new GoCommands(articles, subjects, views, opening);
  return {
    tagSelectionAsClaim: () => tags.tag('claim'),
    tagSelectionAsPremise: () => tags.tag('premise'),
    tagSelectionAsEvidence: () => tags.tag('evidence'),
    tagSelectionAsMajorClaim: () => tags.tag('major-claim'),
    tagSelectionAsAssumption: () => tags.tag('assumption'),
    tagSelection: () => tags.tag(),
    retag: (...args) => tags.retag(args),
    deleteAnnotation: (...args) => tags.delete(args),
    changeSpan: (...args) => tags.changeSpan(args),
    addFragment: (...args) => tags.addFragment(args),

    editNote: (...args) => writes.write('note', args),
    editParaphrase: (...args) => writes.write('wording', args),
    setSpeaker: (...args) => writes.write('speaker', args),
    setAttribute: (...args) => writes.setAttribute(args),

    addArgument: (...args) => argues.addArgument(args),
    support: (...args) => argues.argue('supports', args),
    attack: (...args) => argues.argue('attacks', args),
    addUnstatedPremise: (...args) => argues.addUnstatedPremise(args),
    removePremise: (...args) => argues.removePremise(args),

    goToAnnotation: () => goes.goTo(),
    nextAnnotation: () => goes.step(1),
    previousAnnotation: () => goes.step(-1),
    revealInArticle: (...args) => goes.revealInArticle(args),
    revealAnnotation: (...args) => goes.revealAnnotation(args),
    showHover: () => goes.showHover(),
    showDetails: () => articles.act('details'),
    showKeys: () => articles.act('keys'),
    openAsArticle: (...args) => goes.openAsArticle(args),
    openAsText: (...args) => goes.openAsText(args),
    openSidecar: (...args) => goes.openSidecar(args),
    resolveById: async (...args) => {
      const uri = subjects.uri(args);
      if (uri) await resolveById(uri);
    },

    filterAnnotations: () => askFilter(views.annotations),
    clearFilter: () => views.annotations.setFilter(''),
    groupByArgument: () => views.annotations.setGrouping('argument'),
    groupByTag: () => views.annotations.setGrouping('tag'),
    groupByReadingOrder: () => views.annotations.setGrouping('order'),
  } as const satisfies Record<string, Handler>;
}
