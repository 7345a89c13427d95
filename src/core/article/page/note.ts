/* How a page says who wrote the article: the sentences that introduce a person, in several languages. */
import type { Passage } from '../passages';
import { endsSentence } from '../script';

/** "(The author is …)", wherever it stands near the end. */
export function saysWhoWrote(text: string): boolean {
  return /^[（([]?(?:the authors? (?:is|are|was|were)\b|(?:der autor|die autorin) (?:ist|war)\b|l[’']aut(?:eur|rice|eure) est\b|(?:本文)?作者(?:系|为|是|单位)|الكاتبة? (?:هو|هي|باحث))/iu.test(
    text.slice(0, 80),
  );
}

/** Whether a passage says who somebody of this name is ("Ana Ruiz is an economist at …"). */
export function introduces({ text, words }: Passage, name: string): boolean {
  const sentence = words >= 4 && words <= 160 && endsSentence(text);
  return sentence && text.startsWith(name) && isSomeone.test(text.slice(name.length));
}

const isSomeone =
  /^\W*(?:\(.{1,40}\)\s*)?(?:is|was|are|were|has been|teaches|works|leads|heads|serves|directs|covers|writes|ist|war|arbeitet|lehrt|leitet|forscht|est|était|dirige|enseigne|es|fue|è|insegna|é)(?!\p{L})|^\s*(?:هو|هي|كاتب|باحث|أستاذ|是|系|为)|^[，,]\s/iu;
