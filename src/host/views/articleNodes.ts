/*
 * The shape of the "Articles" tree, without VS Code: the annotated articles first, then the others; by folder where they are many,
 * folders with annotated articles first.
 */
import { append } from '../../core/append';
import { longestList } from './chunks';

export interface ListedArticle {
  /** The article's uri as a string, which is its key in the tree too. */
  readonly key: string;
  /** Relative to the workspace, with its folder's name in front where there are several. */
  readonly path: string;
  readonly annotated: boolean;
}

export interface FolderNode {
  readonly key: string;
  readonly path: string;
  readonly articles: readonly ListedArticle[];
  readonly annotated: number;
}

export interface ArticleTree {
  readonly articles: ReadonlyMap<string, ListedArticle>;
  readonly folders: ReadonlyMap<string, FolderNode>;
  /** Keys under a folder's key, or on top. */
  children(key?: string): readonly string[];
  parentOf(key: string): string | undefined;
}

export function articleTree(listed: readonly ListedArticle[]): ArticleTree {
  const sorted = [...listed].sort((a, b) => Number(b.annotated) - Number(a.annotated) || comparePaths(a.path, b.path));
  const articles = new Map(sorted.map((article) => [article.key, article]));
  const folders = new Map<string, FolderNode>();
  const inFolders = sorted.length > longestList;
  if (inFolders) {
    const byPath = new Map<string, ListedArticle[]>();
    for (const article of sorted) append(byPath, folderOf(article.path), article);
    const nodes = [...byPath].map(([path, members]): FolderNode => {
      const annotated = members.filter((one) => one.annotated).length;
      return { key: `folder ${path}`, path, articles: members, annotated };
    });
    nodes.sort((a, b) => Number(b.annotated > 0) - Number(a.annotated > 0) || comparePaths(a.path, b.path));
    for (const node of nodes) folders.set(node.key, node);
  }
  const top = inFolders ? [...folders.keys()] : [...articles.keys()];
  return {
    articles,
    folders,
    children: (key) => (key === undefined ? top : (folders.get(key)?.articles.map((one) => one.key) ?? [])),
    parentOf: (key) => {
      const article = inFolders ? articles.get(key) : undefined;
      return article && `folder ${folderOf(article.path)}`;
    },
  };
}

export function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

const collator = new Intl.Collator(undefined, { numeric: true });
const comparePaths = (a: string, b: string): number => collator.compare(a, b);
