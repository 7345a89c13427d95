/** Articles of the tests: one with all that makes counting characters hard, one that means harm, and ways to choose words in any. */

/** Words of `hardArticle` that tests tag, in the order in which they stand there. */
export const hardWords = {
  /** Letters with combining marks, and a family of emoji joined to one. */
  claim: 'A cafe\u0301 quarter 👩‍👩‍👧‍👦 and a working harbour cannot share one quay',
  /** Overlaps the end of the claim and goes on behind it. */
  crossing: 'cannot share one quay; the noise alone drives either one away',
  /** Inside the claim. */
  nested: 'a working harbour',
  /** A flag (two code points, four units) and a letter outside the basic plane. */
  premise: 'The 🇪🇺 survey, led by Dr. 𠮷野, counted twelve closures in two summers',
  /** Long enough to be wrapped at any width. */
  evidence:
    'Of the ninety-one leases that came up for renewal since the crane was moved, fifty-four were given back, and of these all but three named the night shifts, the dust or the detour round the closed bridge as the reason',
  arabic: 'لا يكفي أن تعد الحكومة بالإصلاح، بل عليها أن تدفع كلفته',
  hebrew: 'מי שמרוויח מהעומק צריך לשאת בעלותו',
} as const;

/** UTF-8 with its mark and CRLF at line ends; emoji, combining marks, letters of two units, two paragraphs from right to left. */
export const hardArticle = `\ufeff${[
  'Quays and Cafe\u0301s 🚢',
  `${hardWords.claim}; the noise alone drives either one away. Every town that tried has moved one of the two.`,
  `${hardWords.premise}. ${hardWords.evidence}. A town that wants both must pay for distance.`,
  `${hardWords.arabic}. وقد قالت الوزيرة إن 25% من الأرصفة 🚢 ستُنقل قبل عام 2030.`,
  `${hardWords.hebrew}. כך קבעה הוועדה בשנת 2019.`,
  'Distance is what a bridge sells. The old one carried a tram 🚋, two lanes and a footpath; the new one would carry what the harbour needs and no more.',
  'Whether the council can say so before the vote is another matter, and not one for engineers.',
].join('\r\n\r\n')}\r\n`;

/** What a hostile script does where it runs: the page, or a page around it, remembers. */
const attack = "try{top.harmed=1}catch{};window.harmed=1;document.title='harmed';alert(1)";

/** An article that tries to run something wherever its words are shown, in title, front matter, text and links. */
export const hostileArticle = `---
title: "<script>${attack}</script><img src=x onerror=\\"${attack}\\">"
author: "<svg onload=\\"${attack}\\">"
date: "2024-01-02\\"><script>${attack}</script>"
outlet: "[x](javascript:alert(1)) <iframe srcdoc='<script>${attack}</script>'></iframe>"
tags: ["<script>${attack}</script>", "$(alert) \${alert(1)} {{constructor.constructor('alert(1)')()}}"]
url: "javascript:${attack}"
---

# <script>${attack}</script> A title [here](javascript:${attack})

A paragraph with <b onmouseover="${attack}">bold</b>, <img src=x onerror="${attack}"> and a [link](javascript:${attack}), another
[one](data:text/html,<script>${attack}</script>), a [third](command:workbench.action.closeAllEditors), a [fourth](vbscript:x) and
<javascript:${attack}>. ![picture](https://example.invalid/x.png "<script>${attack}</script>")

<script>${attack}</script>

<iframe src="javascript:${attack}"></iframe>
<details open ontoggle="${attack}"><summary>More</summary></details>

</div></main></body></html><script>${attack}</script>

- <style>@import 'https://example.invalid/x.css'; * { display: none }</style> an item
- <meta http-equiv="refresh" content="0;url=https://example.invalid/"> another item

The last paragraph is plain, and these words are tagged by nobody.
`;

/** A sidecar for it with the same in every field that takes words. */
export function hostileSidecar(): string {
  const words = ['A paragraph with', 'another\n[one]', 'The last paragraph is plain'];
  const html = `<script>${attack}</script><img src=x onerror="${attack}">[x](javascript:${attack}) [y](command:workbench.action.closeAllEditors) \`\${alert(1)}\``;
  const points = Array.from(hostileArticle);
  const text = JSON.stringify(html);
  const out = ['argmark: 1', 'article:', `  title: ${text}`, '', 'annotations:'];
  for (const [at, quote] of words.entries()) {
    const start = Array.from(hostileArticle.slice(0, hostileArticle.indexOf(quote))).length;
    const end = start + Array.from(quote).length;
    out.push(
      ...[
        `  - id: harm${at}`,
        `    tag: ${at === 2 ? text : 'claim'}`,
        '    spans:',
        `      - quote: ${JSON.stringify(quote)}`,
      ],
      ...[
        `        suffix: ${JSON.stringify(points.slice(end, end + 32).join(''))}`,
        `        start: ${start}`,
        `        end: ${end}`,
      ],
      ...[
        `    speaker: ${text}`,
        `    wording: ${text}`,
        '    attributes:',
        `      kind: ${text}`,
        `      ${text}: ${text}`,
      ],
      ...[`    note: ${text}`, `    by: ${text}`, '    at: "2026-01-01T00:00:00Z"', ''],
    );
  }
  out.push(
    '  - id: harm3',
    '    tag: premise',
    '    spans:',
    `      - quote: ${text}`,
    '        start: 1',
    '        end: 9',
    '',
  );
  out.push('arguments:', '  - id: harm4', '    premises:', '      - harm1', '      - harm3', '    supports: harm0');
  out.push(`    scheme: ${text}`, `    note: ${text}`, `    by: ${text}`, '');
  return out.join('\n');
}
