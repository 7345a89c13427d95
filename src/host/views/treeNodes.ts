/* The nodes of the "Annotations" tree: what one says of itself, and under which key. */

import type { Codebook } from '../../core/annotation/codebook';
import type { AnnotationSet, AttributeValue } from '../../core/annotation/model';
import type { Placements } from '../../core/annotation/placement';
import type { Article } from '../../core/article/article';
import type { ShownStatus } from './shownStatus';

/** What the tree is made of; an `AnnotatedArticle` of the host, told apart from it to need no VS Code. */
export interface TreeSource {
  readonly article: Article;
  readonly set: AnnotationSet;
  readonly placements: Placements;
  readonly codebook: Codebook;
}

interface Common {
  readonly key: string;
  /** Undefined for the nodes on top. */
  readonly parent: string | undefined;
}
/** What is the same in all of a group. */
export type Giving =
  | { readonly of: 'tag'; readonly tag: string }
  /** Without a value: the annotations that have none. */
  | { readonly of: 'attribute'; readonly name: string; readonly value?: AttributeValue }
  | { readonly of: 'person'; readonly name: string | undefined }
  | { readonly of: 'status'; readonly status: ShownStatus }
  | { readonly of: 'heading' };

export interface GroupNode extends Common {
  readonly kind: 'group';
  /** `chunk`: a part of a long list. */
  readonly of: 'orphans' | 'loose' | 'chunk' | 'same';
  readonly label: string;
  /** How many annotations are in it. */
  readonly count: number;
  /** `same`: what all in it have in common. */
  readonly gives?: Giving;
}
export interface AnnotationNode extends Common {
  readonly kind: 'annotation';
  readonly id: string;
  /** The argument whose premise it is at this place of the tree. */
  readonly premiseOf?: string;
  readonly again?: Again;
}
export interface ArgumentNode extends Common {
  readonly kind: 'argument';
  readonly id: string;
  readonly again?: Again;
}
/** It stands elsewhere in the tree too; `cycle` when even above this place, so that nothing more is shown under it. */
export type Again = 'elsewhere' | 'cycle';
export type TreeNode = GroupNode | AnnotationNode | ArgumentNode;
