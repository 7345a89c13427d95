/* Articles for the unit tests of the reading view, read by the same function as in the product. */

import { defaultCodebook } from '../../../src/core/annotation/defaultCodebook';
import type { Article } from '../../../src/core/article/article';
import { parseArticle } from '../../../src/core/article/parse';
import type { ReaderChanges, ReaderState } from '../../../src/messages';

/** Markdown with everything that makes offsets of the text and of the page differ. */
export const source = `---
title: "Ports"
---

# Ports

For thirty years Mr. Smith has asked. The **city** draws fees; the U.S. navy does not. 🚢 That is all!

Second paragraph,
wrapped over lines.

## Next

> Quoted *words* here.

- one
- two
`;

export const article: Article = parseArticle(source);

export function stateOf(parts: Partial<ReaderState> = {}): ReaderState {
  return {
    type: 'state',
    revision: 1,
    name: 'ports.md',
    article: article as ReaderState['article'],
    annotations: [],
    arguments: [],
    links: [],
    attributes: {},
    codebook: defaultCodebook as ReaderState['codebook'],
    settings: { readingFont: 'serif', lineWidth: 66, zoom: 100, keys: {}, annotator: 'ana', announce: true },
    readOnly: false,
    dirty: false,
    notices: [],
    ...parts,
  };
}

/** From the first revision to the second, with nothing changed but these. */
export function changesOf(parts: Partial<ReaderChanges>): ReaderChanges {
  return {
    type: 'changes',
    from: 1,
    revision: 2,
    annotations: [],
    removedAnnotations: [],
    arguments: [],
    removedArguments: [],
    links: [],
    removedLinks: [],
    dirty: true,
    ...parts,
  };
}
