/*
 * Which language words are in, where their script says so: browsers break lines and choose letters by it, and screen readers their voice.
 * Latin and Cyrillic letters say nothing; the language of the window would be a guess. Pure.
 */

/** Script to BCP 47 tag, the telling ones first: Japanese has Han characters too, and Persian most of the Arabic letters. */
const scripts: readonly (readonly [RegExp, string])[] = [
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/gu, 'ja'],
  [/\p{Script=Hangul}/gu, 'ko'],
  [/\p{Script=Han}/gu, 'zh'],
  [/[پچژگ]/gu, 'fa'],
  [/\p{Script=Arabic}/gu, 'ar'],
  [/\p{Script=Hebrew}/gu, 'he'],
  [/\p{Script=Thai}/gu, 'th'],
  [/\p{Script=Greek}/gu, 'el'],
];
/** How much of the words is looked at, in UTF-16 units. */
const looked = 600;

/** A BCP 47 tag, or undefined where the script leaves it open; a few foreign words among others do not count. */
export function languageOf(text: string): string | undefined {
  const beginning = text.slice(0, looked);
  const letters = beginning.match(/\p{L}/gu)?.length ?? 0;
  for (const [script, language] of scripts) {
    const found = beginning.match(script)?.length ?? 0;
    // A tenth is enough for letters that only one language has among those of others.
    const enough = language === 'ja' || language === 'fa' ? letters / 20 : letters / 2;
    if (found > 0 && found >= enough) return language;
  }
  return undefined;
}
