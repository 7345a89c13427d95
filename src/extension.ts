/* Where everything begins: the rooms are built, each gets by its arguments what it needs, and what they registered is handed to VS Code. */
import * as vscode from 'vscode';
import { registerCommands } from './host/commands/commands';
import { isWanted, whatElseGoes } from './host/commands/deletion';
import { SampleWindow } from './host/commands/sampleWindow';
import { speakDisplayLanguage } from './host/displayLanguage';
import { Annotator } from './host/editor/annotator';
import { ClosedArticles } from './host/editor/closedArticles';
import { Codebooks } from './host/editor/codebooks';
import { EditorSwitch } from './host/editor/editorSwitch';
import { LeftBackups } from './host/editor/leftBackups';
import { OpenArticles } from './host/editor/openArticles';
import { ArticleEditorProvider } from './host/editor/provider';
import { askPerson } from './host/editor/questions';
import { readAhead } from './host/editor/readAhead';
import { Registry } from './host/editor/registry';
import { Renames } from './host/editor/renames';
import { DiskFiles } from './host/files';
import { registerLanguage } from './host/language/language';
import { RecentTags } from './host/recentTags';
import { registerViews, type Views } from './host/views/views';

/** What tests inside the extension host get to see. */
export interface Rooms {
  readonly articles: OpenArticles;
  readonly registry: Registry;
  readonly views: Views;
}

let left: LeftBackups | undefined;

/** VS Code lets the host live until this is over, for a few seconds. */
export const deactivate = () => left?.settled;

export function activate(context: vscode.ExtensionContext): Rooms | undefined {
  speakDisplayLanguage();
  const log = vscode.window.createOutputChannel('Argmark', { log: true });
  const files = new DiskFiles();
  const codebooks = new Codebooks(files);
  const annotator = new Annotator();
  const registry = new Registry();
  const closed = new ClosedArticles(files, codebooks);
  const recent = new RecentTags(context.workspaceState);
  const articles = new OpenArticles(registry, closed, annotator, recent.note);
  const renames = new Renames(files, registry, closed);
  left = new LeftBackups(context.storageUri ?? context.globalStorageUri, files);
  const provider = new ArticleEditorProvider({
    extensionUri: context.extensionUri,
    ...{ files, codebooks, annotator, registry, renames, left, closed },
    questions: askPerson,
    listener: {
      selectionChanged: (panel) => articles.moved(panel),
      viewStateChanged: () => articles.lookAgain(),
      beside: (panel) => registry.beside(panel),
      confirmsRemoval: (annotated, ids) => isWanted(whatElseGoes(annotated, ids)),
      performed: recent.note,
      failed: (message) => log.error(message),
    },
  });
  context.subscriptions.push(log, files, codebooks, registry, closed, articles, renames);
  context.subscriptions.push(provider.register());
  const views = registerViews(articles, codebooks, files, context.workspaceState);
  const samples = new SampleWindow(files, context.globalStorageUri);
  const commands = registerCommands(articles, {
    views,
    editors: new EditorSwitch(articles, registry),
    readers: registry,
    files,
    extensionUri: context.extensionUri,
    resolveById: async (article) => {
      const { resolveById } = await import('./host/editor/resolveById');
      await resolveById(article, files, askPerson);
    },
    memory: context.workspaceState,
    ...{ samples, recent },
  });
  context.subscriptions.push(samples, views, commands, registerLanguage(articles, codebooks), readAhead(articles));
  const folders = vscode.workspace.workspaceFolders ?? [];
  void samples.arrive(folders.map(({ uri }) => uri));
  return context.extensionMode === vscode.ExtensionMode.Test ? { articles, registry, views } : undefined;
}
