/*
 * What becomes of single characters when text is folded for comparing: quotation marks, dashes, spaces and letters that are the same to a
 * reader become the same unit. What changes the meaning (a raised digit, a fraction, a trade mark) stays what it is. Worked out for a
 * character when it is met first.
 */

/** What a UTF-16 unit is to folding. */
export const unitClass = {
  /** Stands for itself. */
  plain: 0,
  /** White space. */
  space: 1,
  /** Unseen: soft hyphens, direction marks, joiners of words, the Arabic tatweel. */
  dropped: 2,
  /** Another unit stands for it. */
  mapped: 3,
  /** Several units stand for it, such as a ligature's letters. */
  spelled: 4,
  /** Belongs to the character before it, such as an accent. */
  joined: 5,
  /** A dash of any length. */
  dash: 6,
} as const;

const unknown = 255;
const classes = new Uint8Array(65536).fill(unknown);
const images = new Uint16Array(65536);
const spellings = new Map<number, string>();
const lowers = new Uint16Array(65536);

/** The class of a UTF-16 unit. */
export function classOf(unit: number): number {
  const known = classes[unit] as number;
  return known === unknown ? classify(unit) : known;
}

/** The unit that stands for a mapped one. */
export const imageOf = (unit: number): number => images[unit] as number;

/** The units that stand for a spelled one. */
export const spellingOf = (unit: number): string => spellings.get(unit) ?? '';

/** The lower case of a unit where that is one unit too; a final sigma counts as any other. */
export function lowerOf(unit: number): number {
  const known = lowers[unit] as number;
  if (known !== 0) return known;
  const lower = unit === 0x3c2 ? 'σ' : String.fromCharCode(unit).toLowerCase();
  const made = lower.length === 1 ? lower.charCodeAt(0) : unit;
  lowers[unit] = made;
  return made;
}

/** Whether a unit belongs to a script that puts no spaces between words: Han, kana, Thai, Lao, Khmer, Burmese, and their signs. */
export function isUnspaced(unit: number): boolean {
  if (unit < 0xe00) return false;
  return (
    (unit >= 0x2e80 && unit <= 0x312f) ||
    (unit >= 0x31a0 && unit <= 0x9fff) ||
    (unit >= 0xe00 && unit <= 0xeff) ||
    (unit >= 0x1000 && unit <= 0x109f) ||
    (unit >= 0x1780 && unit <= 0x17ff) ||
    (unit >= 0xd840 && unit <= 0xd87f) ||
    (unit >= 0xf900 && unit <= 0xfaff) ||
    (unit >= 0xff00 && unit <= 0xffef)
  );
}

const singleQuotes = '‘’‚‛′`´ʼ‹›＇';
const doubleQuotes = '“”„‟″«»「」『』〝〞＂';
const dashes = '-‐‑‒–—―−﹘﹣－';
const unseen =
  /\u00ad|\u061c|\u0640|[\u180b-\u180e]|[\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\ufff9-\ufffb]|[\ufe00-\ufe0f]/;
/** Raised and lowered letters and digits, fractions, numbers in circles: to write them as plain ones would change what is said. */
const telling = /[ª²³¹º¼-¾ʰ-ʸˠ-ˤᴬ-ᵪᶛ-ᶿ⁰-ₜ℠™⅐-⅟↉①-⓿❶-➓㉈-㉏㉑-㉟㊱-㊿]/;

function classify(unit: number): number {
  const sign = String.fromCharCode(unit);
  const found = classFound(unit, sign);
  classes[unit] = found;
  return found;
}

function classFound(unit: number, sign: string): number {
  if (unit >= 0xd800 && unit <= 0xdfff) return unitClass.plain;
  if (unseen.test(sign)) return unitClass.dropped;
  if (/\s/.test(sign) || unit === 0x85) return unitClass.space;
  if (dashes.includes(sign)) return unitClass.dash;
  if (singleQuotes.includes(sign)) return mapped(unit, "'");
  if (doubleQuotes.includes(sign)) return mapped(unit, '"');
  // Vowels and final consonants of Hangul written letter by letter join the consonant before them.
  if (/\p{M}/u.test(sign) || (unit >= 0x1160 && unit <= 0x11ff)) return unitClass.joined;
  if (telling.test(sign)) return unitClass.plain;
  const compatible = sign.normalize('NFKC');
  if (compatible === sign || /^\s/.test(compatible)) return unitClass.plain;
  if (compatible.length === 1) return mapped(unit, compatible);
  spellings.set(unit, compatible);
  return unitClass.spelled;
}

function mapped(unit: number, image: string): number {
  images[unit] = image.charCodeAt(0);
  return unitClass.mapped;
}
