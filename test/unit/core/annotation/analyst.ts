/* Someone at work on an article: gestures in, the set as it is afterwards out. With the real placing and recording behind it. */
import assert from 'node:assert/strict';
import type { Codebook } from '../../../../src/core/annotation/codebook';
import { defaultCodebook } from '../../../../src/core/annotation/defaultCodebook';
import { applyEdit, type Edit } from '../../../../src/core/annotation/edit';
import type { Gesture } from '../../../../src/core/annotation/gesture';
import { type AnnotationSet, emptySet } from '../../../../src/core/annotation/model';
import type { Placements } from '../../../../src/core/annotation/placement';
import type { Outcome } from '../../../../src/core/annotation/verbContext';
import { editFor } from '../../../../src/core/annotation/verbs';
import type { Span } from '../../../../src/core/article/article';
import { selectorOf } from '../../../../src/core/sidecar/selector';
import { placedIn } from '../anchor/annotate';

export const article =
  'Ports and power 😀. Ships have doubled in draught, and each metre costs more. Those who gain should pay. ' +
  'In 2023 the bill passed ninety million. Critics say that a levy would push ships away.\n\nThe rest is arithmetic.\n';

export interface Analyst {
  set: AnnotationSet;
  text: string;
  annotator: string;
  readonly codebook: Codebook;
  readonly placements: () => Placements;
  /** What the gesture comes to, without doing it. */
  readonly ask: (gesture: Gesture) => Outcome;
  /** Does it, and returns the edit and what was said; fails where it is refused. */
  readonly act: (gesture: Gesture) => { readonly edit: Edit; readonly ids: readonly string[]; readonly also?: string };
  /** The sentence with which the gesture is refused; fails where it is not. */
  readonly refusal: (gesture: Gesture) => string;
  /** Tags the first occurrence of these words and returns the id. */
  readonly tag: (tag: string, ...words: readonly string[]) => string;
  readonly spanOf: (words: string) => Span;
}

export function analyst(set: AnnotationSet = emptySet, text = article, codebook: Codebook = defaultCodebook): Analyst {
  let count = 0;
  const self: Analyst = {
    set,
    text,
    annotator: 'ana',
    codebook,
    placements: () => placedIn(self.text, self.set.annotations),
    ask: (gesture) =>
      editFor(gesture, {
        set: self.set,
        text: self.text,
        placements: self.placements(),
        codebook,
        annotator: self.annotator,
        now: '2026-11-24T12:00:00Z',
        newId: () => `n${String(++count).padStart(4, '0')}`,
        selector: (span) => selectorOf(self.text, span),
      }),
    act: (gesture) => {
      const outcome = self.ask(gesture);
      if ('refused' in outcome) assert.fail(`refused: ${outcome.refused}`);
      const applied = applyEdit(self.set, outcome.edit);
      assert.deepEqual(applied.skipped, []);
      self.set = applied.set;
      return outcome;
    },
    refusal: (gesture) => {
      const outcome = self.ask(gesture);
      if (!('refused' in outcome)) assert.fail(`not refused: ${outcome.edit.label}`);
      return outcome.refused;
    },
    tag: (tag, ...words) => self.act({ verb: 'tag', tag, spans: words.map(self.spanOf) }).ids[0] ?? '',
    spanOf: (words) => {
      const start = self.text.indexOf(words);
      assert.notEqual(start, -1, words);
      return { start, end: start + words.length };
    },
  };
  return self;
}
