/*
 * The table of commands: each id of package.json, and one with an underscore that only links and rows run, with what it does.
 * A verb is a gesture of `core/annotation`, done by `Articles.perform`.
 */
import * as vscode from 'vscode';
import type { Articles } from '../articles';
import type { EditorSwitch } from '../editor/editorSwitch';
import type { Registry } from '../editor/registry';
import type { Files } from '../files';
import type { RecentTags } from '../recentTags';
import type { Views } from '../views/views';
import { ArgueCommands } from './argueCommands';
import { CodebookCommands } from './codebookCommands';
import { ContextKeys } from './contextKeys';
import { GoCommands } from './goCommands';
import type { ReviewCommands } from './reviewCommands';
import type { SampleWindow } from './sampleWindow';
import { type Args, SubjectFinder } from './subjects';
import { TagCommands } from './tagCommands';
import { WriteCommands } from './writeCommands';

/** What the commands need beside the articles. */
export interface CommandHelpers {
  readonly views: Views;
  readonly editors: EditorSwitch;
  readonly files: Files;
  /** Where the extension's own files lie. */
  readonly extensionUri: vscode.Uri;
  /** The reading views that are open. */
  readonly readers: Pick<Registry, 'panel'>;
  /** Puts the two sides of a merge conflict in an article's sidecar together. */
  readonly resolveById?: (article: vscode.Uri) => Promise<void>;
  /** Keeps which tags were used last. */
  readonly memory?: vscode.Memento;
  /** Shows the samples, in whichever window they open. */
  readonly samples: SampleWindow;
  readonly recent: RecentTags;
}

type Handler = (...args: Args) => unknown;

export function registerCommands(articles: Articles, helpers: CommandHelpers): vscode.Disposable {
  const registered = Object.entries(commandTable(articles, helpers)).map(([id, handler]) =>
    vscode.commands.registerCommand(id, handler),
  );
  return vscode.Disposable.from(new ContextKeys(articles), ...registered);
}

/** A row of the “Articles” tree. */
const asUri = (row: unknown): vscode.Uri | undefined =>
  typeof row === 'string' ? vscode.Uri.parse(row, true) : undefined;

/** What a key of the tree acts on: VS Code hands over nothing then. */
const inTree = (args: Args): Args => (args[0] === undefined ? [{ from: 'tree' }] : args);

function commandTable(articles: Articles, helpers: CommandHelpers) {
  const { views, editors, files, resolveById, memory, recent } = helpers;
  const subjects = new SubjectFinder(articles, views);
  const tags = new TagCommands(articles, subjects, recent);
  const writes = new WriteCommands(articles, subjects);
  const argues = new ArgueCommands(articles, subjects);
  const codebook = new CodebookCommands(articles, views, files);
  // Not needed before the first of them is called.
  const reading = async () => new (await import('./readingCommands')).ReadingCommands(articles, subjects);
  const print = async () =>
    new (await import('./printCommands')).PrintCommands(articles, subjects, files, helpers.extensionUri);
  const layout = async () => new (await import('./treeCommands')).TreeCommands(views.annotations, memory);
  // One for all: it keeps what was reviewed.
  let reviews: Promise<ReviewCommands> | undefined;
  const review = () => {
    reviews ??= import('./reviewCommands').then(
      (commands) => new commands.ReviewCommands({ articles, registry: helpers.readers, editors }, subjects),
    );
    return reviews;
  };
  const goes = new GoCommands(articles, subjects, views, editors);
  // The walkthrough offers these, and an article that is open may lie behind it.
  const inFront = async (args: Args, run: () => unknown) => {
    if (args[0] === undefined) await articles.bringBack();
    await run();
  };
  return {
    'argmark.tagSelectionAsClaim': () => tags.tag('claim'),
    'argmark.tagSelectionAsPremise': () => tags.tag('premise'),
    'argmark.tagSelectionAsEvidence': () => tags.tag('evidence'),
    'argmark.tagSelectionAsMajorClaim': () => tags.tag('major-claim'),
    'argmark.tagSelectionAsAssumption': () => tags.tag('assumption'),
    'argmark.tagSelection': () => inFront([], () => tags.tag()),
    'argmark.retag': (...args) => tags.retag(args),
    'argmark.deleteAnnotation': (...args) => tags.delete(args),
    'argmark.deleteArgument': (...args) => tags.deleteArgument(args),
    'argmark.deleteRow': (...args) => tags.delete(inTree(args)),
    'argmark.changeSpan': (...args) => tags.changeSpan(args),
    'argmark.addFragment': (...args) => tags.addFragment(args),

    'argmark.editNote': (...args) => writes.write('note', args),
    'argmark.editParaphrase': (...args) => writes.write('wording', args),
    'argmark.paraphraseRow': (...args) => writes.rename(inTree(args)),
    'argmark.setScheme': (...args) => writes.setScheme(args),
    'argmark.setSpeaker': (...args) => writes.write('speaker', args),
    'argmark.setAttribute': (...args) => writes.setAttribute(args),
    'argmark.setArticleAttribute': () => writes.setArticleAttribute(),

    'argmark.updatePositions': () => writes.updatePositions(),

    'argmark.reviewDrift': (...args) => review().then((commands) => commands.reviewDrift(args)),
    '_argmark.reattachDragged': () => review().then((commands) => commands.reattachDragged(views.annotations.dragged)),
    'argmark.reattach': (...args) => review().then((commands) => commands.reattach(args)),

    'argmark.addArgument': (...args) => inFront(args, () => argues.addArgument(args)),
    'argmark.support': (...args) => argues.argue('supports', args),
    'argmark.attack': (...args) => argues.argue('attacks', args),
    'argmark.addUnstatedPremise': (...args) => argues.addUnstatedPremise(args),
    'argmark.removePremise': (...args) => argues.removePremise(args),

    'argmark.goToAnnotation': () => goes.goTo(),
    'argmark.nextAnnotation': () => goes.step(1),
    'argmark.previousAnnotation': () => goes.step(-1),
    'argmark.goToHeading': () => reading().then((commands) => commands.goToHeading()),
    'argmark.goToConclusion': (...args) => reading().then((commands) => commands.goAlong('conclusion', args)),
    'argmark.goToPremise': (...args) => reading().then((commands) => commands.goAlong('premise', args)),
    'argmark.goBack': () => articles.act('goBack'),
    'argmark.goForward': () => articles.act('goForward'),
    'argmark.printArticle': () => print().then((commands) => commands.print()),
    'argmark.copyQuote': (...args) => reading().then((commands) => commands.copyQuote(args)),
    'argmark.zoomIn': () => reading().then((commands) => commands.zoom(1)),
    'argmark.zoomOut': () => reading().then((commands) => commands.zoom(-1)),
    'argmark.resetZoom': () => reading().then((commands) => commands.zoom(0)),
    'argmark.revealInArticle': (...args) => goes.revealInArticle(args),
    'argmark.revealRow': (...args) => goes.revealInArticle(inTree(args)),
    'argmark.detailsRow': (...args) => goes.showDetails(inTree(args)),
    '_argmark.revealAnnotation': (...args) => goes.revealAnnotation(args),
    '_argmark.revealSection': (...args) => goes.revealSection(args),
    'argmark.showHover': () => goes.showHover(),
    'argmark.pickHere': () => articles.act('pickHere'),
    'argmark.toggleAnnouncements': () => reading().then((commands) => commands.toggleAnnouncements()),
    'argmark.showDetails': () => articles.act('details'),
    'argmark.showKeys': () => inFront([], () => articles.act('keys') || subjects.askForArticle()),
    'argmark.growSelection': () => articles.act('growSelection'),
    'argmark.shrinkSelection': () => articles.act('shrinkSelection'),
    'argmark.nextOfTag': () => articles.act('nextOfTag'),
    'argmark.previousOfTag': () => articles.act('previousOfTag'),
    'argmark.repeatTag': () => articles.act('repeat'),
    'argmark.armTag': () => articles.act('armTag'),
    '_argmark.armTagByList': () => tags.armByList(),
    'argmark.findInArticle': () => articles.act('find'),
    'argmark.tagAllHits': () => articles.act('tagAllHits'),
    'argmark.openAsArticle': (...args) => goes.openAsArticle(args),
    'argmark.openAsText': (...args) => goes.openAsText(args),
    'argmark.openSidecar': (...args) => inFront(args, () => goes.openSidecar(args)),
    'argmark.resolveById': async (...args) => {
      // A sidecar in front is meant, not an article that is only to be seen beside it.
      const uri = (args[0] === undefined ? subjects.sidecar() : undefined) ?? subjects.uri(args);
      if (uri) await resolveById?.(uri);
    },
    'argmark.attachAnnotations': async (...[row]) => {
      const { attachSidecar } = await import('../editor/lostSidecars');
      await attachSidecar(row instanceof vscode.Uri ? row : asUri(row), files);
    },

    'argmark.openSampleWorkspace': async () => {
      const { SampleCommands } = await import('./sampleCommands');
      await new SampleCommands(files, helpers.extensionUri, helpers.samples).open();
    },
    'argmark.createCodebook': () => codebook.create(),
    'argmark.openCodebook': (...args) => codebook.open(args),
    'argmark.findAnnotationsOfTag': (...args) => codebook.listTag(args),
    'argmark.setTagColour': (...args) => codebook.setColour(args),
    '_argmark.showTag': (...args) => codebook.showTag(args),
    '_argmark.showAnnotationsOfTag': (...args) => codebook.showAnnotations(args),

    'argmark.filterAnnotations': () => layout().then((commands) => commands.filter()),
    'argmark.clearFilter': () => views.annotations.setFilter(''),
    'argmark.groupAnnotations': (...args) => layout().then((commands) => commands.group(args)),
    'argmark.sortAnnotations': (...args) => layout().then((commands) => commands.sort(args)),
  } as const satisfies Record<string, Handler>;
}
