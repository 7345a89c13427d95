/*
 * Chips of a page that lost their spaces when it was saved ("SecurityTradeNorth Africa"), and lines such as "Topics: Security,
 * Trade". What the page's data names is taken apart exactly; without data only at a capital that follows a small letter.
 */
import { unique } from '../metadata';

const label =
  /^(topics?|tags?|tagged|filed under|keywords?|categor(?:y|ies)|regions?|countries|schlagw[oö]rter|schlagworte|themen|stichworte|mots[- ]clés|thèmes?|sujets|étiquettes|etiquetas|temas|الوسوم|وسوم|الكلمات المفتاحية|كلمات مفتاحية|كلمات دلالية|المواضيع|标签|关键词|关键字|主题词?)\s*[:：]\s*(\S.*)$/iu;

export interface Topics {
  readonly topics: readonly string[];
  readonly regions: readonly string[];
}

/** The topics on a line that begins by saying so, or undefined. */
export function labelledTopics(text: string): Topics | undefined {
  const match = text.length > 400 ? null : label.exec(text);
  if (!match?.[1] || !match[2]) return undefined;
  const entries = match[2].split(/\s*[,;،、，；|·•/]\s*|\s{2,}/u).filter((entry) => entry !== '');
  const words = entries.length > 1 ? entries : match[2].split(/\s+(?=#)|(?<=\p{Script=Han}{2,})\s+/u);
  const listed = unique(
    words.map((word) => word.replace(/^#|[.。]$/gu, '').trim()).filter((word) => word !== '' && word.length <= 60),
  );
  return /^(?:regions?|countries)/i.test(match[1]) ? { topics: [], regions: listed } : { topics: listed, regions: [] };
}

/** The entries that a line is glued together from, or undefined. `names` are those that the page's data holds. */
export function gluedEntries(text: string, names: readonly string[]): string[] | undefined {
  if (text.length < 8 || text.length > 2000) return undefined;
  return fromNames(text, names) ?? fromCapitals(text);
}

/** Entry by entry from the names that are known, the longest first; at least two, and nothing left over. */
function fromNames(text: string, names: readonly string[]): string[] | undefined {
  const byLength = unique(names.filter((name) => name.length >= 2 && text.includes(name))).sort(
    (a, b) => b.length - a.length,
  );
  if (byLength.length < 2) return undefined;
  // Walked from the end, so that each place knows what the rest of the line consists of.
  const rests = new Map<number, readonly string[]>([[text.length, []]]);
  for (let at = text.length - 2; at >= 0; at--) {
    for (const name of byLength) {
      const rest = text.startsWith(name, at) ? rests.get(at + name.length) : undefined;
      if (!rest) continue;
      rests.set(at, [name, ...rest]);
      break;
    }
  }
  const entries = rests.get(0);
  return entries && entries.length >= 2 ? [...entries] : undefined;
}

/** At least three entries of up to four words, parted only by a capital after a small letter. */
function fromCapitals(text: string): string[] | undefined {
  if (/[.,:;!?()"“”/]/.test(text)) return undefined;
  const entries = text.split(/(?<=\p{Ll})(?=\p{Lu})/u);
  const surnames = /^(?:Mc|Mac|De|Le|La|Van|Fitz|O)$/;
  if (
    entries.length < 3 ||
    !text.includes(' ') ||
    entries.some((entry) => entry.length < 3 || entry.split(' ').length > 4 || surnames.test(entry))
  ) {
    return undefined;
  }
  return entries.every((entry) => /^\p{Lu}/u.test(entry)) ? entries : undefined;
}
