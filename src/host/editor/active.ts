/* Which article a person works on: what the active tab shows, in the reading view or in a text editor. */
import * as vscode from 'vscode';
import type { ActiveArticle } from '../articles';
import { hasNeighbours, isArticle, sameUri, viewType } from './uris';

/** `last` stays active while the active tab is no article (a map, a sidecar, settings) as long as it is still to be seen in another group. */
export function activeArticle(last: ActiveArticle | undefined): ActiveArticle | undefined {
  const found = shownBy(vscode.window.tabGroups.activeTabGroup.activeTab);
  if (found) return found;
  const visible = vscode.window.tabGroups.all.map((group) => shownBy(group.activeTab));
  return last && visible.find((one) => one?.via === last.via && sameUri(one.uri, last.uri)) && last;
}

/** The article that a tab behind another shows: the last one if it has one still, else one in a reading view. */
export function articleBehind(last: ActiveArticle | undefined): ActiveArticle | undefined {
  const shown = vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs.flatMap((tab) => shownBy(tab) ?? []));
  const same = shown.find(({ via, uri }) => via === last?.via && sameUri(uri, last.uri));
  return same ?? shown.find(({ via }) => via === 'reader');
}

/** The column of a tab that shows the article in a reading view, whether its page is there already or not. */
export function readerColumn(uri: vscode.Uri): vscode.ViewColumn | undefined {
  return columnOf(
    ({ input }) => input instanceof vscode.TabInputCustom && input.viewType === viewType && sameUri(input.uri, uri),
  );
}

/** The column of a tab that shows the article as text. */
export function textColumn(uri: vscode.Uri): vscode.ViewColumn | undefined {
  return columnOf(({ input }) => input instanceof vscode.TabInputText && sameUri(input.uri, uri));
}

function columnOf(wanted: (tab: vscode.Tab) => boolean): vscode.ViewColumn | undefined {
  const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs.filter(wanted));
  const inFront = tabs.find((tab) => tab.isActive && tab.group.isActive) ?? tabs.find((tab) => tab.isActive) ?? tabs[0];
  return inFront?.group.viewColumn;
}

function shownBy(tab: vscode.Tab | undefined): ActiveArticle | undefined {
  const input = tab?.input;
  if (input instanceof vscode.TabInputCustom && input.viewType === viewType) return { uri: input.uri, via: 'reader' };
  if (input instanceof vscode.TabInputText && isArticle(input.uri) && hasNeighbours(input.uri)) {
    return { uri: input.uri, via: 'text' };
  }
  return undefined;
}
