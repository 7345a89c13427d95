/** Articles for the tests of the reading view's page: every kind of block, and letters that are hard to count. */

import type { Annotation, AnnotationSet } from '../../src/core/annotation/model';
import { selectorOf } from '../../src/core/sidecar/selector';

export const harbour = `---
title: "Ports and Power"
author: Mara Lindqvist
date: 2024-03-14
outlet: The Harbour Review
topics: [Infrastructure]
---

# Ports and Power

By Mara Lindqvist

For thirty years the harbour has lived on a compromise: the state digs, the city collects, and the lines complain. That compromise no longer works. Ships have doubled in draught 🚢🏴‍☠️ and each extra metre of channel costs more than the four before it. In 2023 the bill for maintenance alone passed ninety million.

The usual answer is to let the treasury pay once more. But those who gain from depth should carry its cost, and they are easy to name. The lines save a day’s sailing on every call; the **city** draws fees on every container that a larger ship brings in. Neither pays for the ground that is moved.

## What the ministry says

> The state will go on paying, and it will go on asking why.

1. Who sails, and how deep?
2. What does it save them, in [fuel](https://example.org/fuel) or in [time](javascript:alert(1))?

هذا نص عربي قصير فيه أرقام 2023 وكلمات كثيرة. وهذه جملة ثانية تقول شيئا آخر.

A cafe\u0301 and a nai\u0308ve claim stand here. What is needed first is a public account.

<script>window.hacked = true</script><img src=x onerror="window.hacked = true">
`;

/** Some words of it. */
export const harbourWords = {
  c1: 'But those who gain from depth should carry its cost',
  p1: 'each extra metre of channel costs more than the four before it',
  p2: 'every container that a larger ship brings in',
  a1: 'those who gain from depth',
};

function annotation(id: string, tag: string, quote: string, more: Partial<Annotation> = {}): Annotation {
  const start = harbour.indexOf(quote);
  const spans = start < 0 ? [{ quote }] : [selectorOf(harbour, { start, end: start + quote.length })];
  return { id, tag, spans, by: 'ana', at: '2026-11-24T11:20:00Z', ...more };
}

/** Claims and reasons on these words, an orphan and an unstated premise. */
export const harbourSet: AnnotationSet = {
  annotations: [
    annotation('p1', 'premise', harbourWords.p1),
    annotation('c1', 'claim', harbourWords.c1, { note: 'The thesis.', attributes: { kind: 'policy' } }),
    annotation('a1', 'assumption', harbourWords.a1),
    annotation('p2', 'premise', harbourWords.p2),
    annotation('o1', 'claim', 'These words are gone'),
    { id: 'u1', tag: 'premise', spans: [], wording: 'Whoever gains should pay.', by: 'ana' },
  ],
  arguments: [{ id: 'g1', premises: ['p1'], supports: 'c1' }],
  links: [],
};

/** Many plain paragraphs, each with a sentence that can be found by its number. */
export function longText(paragraphs: number): string {
  const filler =
    'The committee heard from three ministries and from the port itself, and it heard nothing that had not been said before. ' +
    'What was new was the tone, which had become that of people who know that they will have to move. ';
  const parts = Array.from(
    { length: paragraphs },
    (_, i) => `Paragraph ${i + 1} says that matter ${i + 1} is settled. ${filler.repeat(1 + (i % 3))}`,
  );
  return `A long report\n\n${parts.join('\n\n')}\n`;
}
