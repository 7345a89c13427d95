/* Small questions about words and letters that hold across scripts: how many words, does it end like a sentence, how wide is it. */

/** The scripts that have no space between words, as they stand inside of the brackets of a pattern with the flag `u`. */
export const unspacedScripts = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}`;

/** Characters of scripts that are written without spaces between words and, in a terminal, twice as wide: Chinese, Japanese, Korean (which has spaces). */
export function isWide(code: number): boolean {
  return (
    (code >= 0x1100 && code <= 0x115f) ||
    (code >= 0x2e80 && code <= 0xa4cf) ||
    (code >= 0xac00 && code <= 0xd7a3) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0xfe30 && code <= 0xfe4f) ||
    (code >= 0xff00 && code <= 0xff60) ||
    (code >= 0xd840 && code <= 0xd8bf)
  );
}

/** Whether a line end beside this character stands for no space: ideographs, and the full-width marks between them. */
export function isSpaceless(code: number): boolean {
  return isIdeographic(code) || (code >= 0xff00 && code <= 0xff60);
}

/** Han characters and Japanese kana: no spaces between words, two of them counted as one word here. */
function isIdeographic(code: number): boolean {
  return (code >= 0x2e80 && code <= 0x9fff) || (code >= 0xf900 && code <= 0xfaff) || (code >= 0xd840 && code <= 0xd8bf);
}

const measured = 3000;

/**
 * About how many words a passage has, enough to tell a paragraph from a menu entry: stretches between spaces, and two ideographs a
 * word. Looks at the first 3,000 UTF-16 units only.
 */
export function roughWords(text: string): number {
  let words = 0;
  let ideographs = 0;
  let inWord = false;
  const length = Math.min(text.length, measured);
  for (let i = 0; i < length; i++) {
    const code = text.charCodeAt(i);
    if (code <= 32 || code === 0x3000) inWord = false;
    else if (code >= 0x2e80 && isIdeographic(code)) {
      if (code > 0x303f) ideographs++;
      inWord = false;
    } else if (!inWord) {
      inWord = true;
      words++;
    }
  }
  return words + Math.round(ideographs / 2);
}

const sentenceEnd = /[.!?…。！？؟۔।](?:["'”’“»›«」』）)\]\s]|\d{1,3}(?=[\])])|\[|[¹²³⁰-⁹])*$/u;

/** Whether the text ends as a sentence does, closing quotes, brackets and a footnote's number aside. */
export function endsSentence(text: string): boolean {
  return sentenceEnd.test(text.slice(-16));
}

const upper = /^\p{Lu}/u;

export function startsUpper(text: string): boolean {
  return upper.test(text);
}
