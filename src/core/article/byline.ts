/*
 * Who wrote it: bylines in several languages, and the names in them. Strict about what a name looks like, since "By contrast …"
 * and "Von Anfang an …" begin many a sentence.
 */
const openers: readonly RegExp[] = [
  /^(?:(?:written|words|text|story|posted|reported|published|report|analysis|opinion|commentary|comment|essay)\s+)?by\s*:?\s+/i,
  /^(?:(?:ein|eine)\s+\p{L}+\s+)?von\s*:?\s+/iu,
  /^(?:propos recueillis\s+|une tribune de\s+|tribune\s+)?par\s*:?\s+/i,
  /^por\s*:?\s+/i,
  /^(?:authors?|autor(?:en|in|innen|es|a|as)?|auteure?s?|verfasser(?:in|innen)?|autori|autore|autrice|auteur\(e\))\s*[:：]\s*/i,
  /^(?:بقلم|كتبه?ا?|إعداد|الكاتبة?|المؤلفة?)\s*[:：/]?\s*/u,
  /^(?:文|作者|撰文|撰稿|记者|記者|本报记者|特约记者|作者简介)\s*[|｜/／:：\s]\s*/u,
];

const particles = new Set(
  'de del della di da das dos du des la le el al bin ibn ben von van der den ter ten zu zur und y e af av o’ d’'.split(
    ' ',
  ),
);
const roles =
  /\b(?:correspondent|editor|fellow|director|professor|minister|analyst|reporter|senior|chief|head|staff|president|chair|researcher|columnist|economist|ambassador|phd|secretary|contributor|redaktion|korrespondent(?:in)?|journalist|institut[e]?|university|ministry)\b/i;

export interface Byline {
  readonly authors: readonly string[];
  /** What follows the names on the same line (role, date), without the separator. */
  readonly rest: string;
}

/** Reads a line such as "By Ana Ruiz and Tom Hale | 12 March 2024"; undefined where it is not surely a byline. */
export function readByline(text: string): Byline | undefined {
  if (text.length > 200) return undefined;
  for (const opener of openers) {
    const match = opener.exec(text);
    if (!match) continue;
    const after = text.slice(match[0].length);
    const cut =
      /\s*[|｜•·]\s*|\s+[–—-]\s+|\s{3,}|[,，]?\s+(?=\d)|\s*[（(]|\s+(?=编辑|责编|责任编辑|摄影|图[/｜：])/u.exec(after);
    const names = readNames(cut ? after.slice(0, cut.index) : after);
    if (names) return { authors: names, rest: cut ? after.slice(cut.index).replace(/^[\s|｜•·–—,，-]+/u, '') : '' };
  }
  return undefined;
}

/** The names in "Ana Ruiz, Tom Hale and Mia de Jong"; undefined where one of them does not look like a name. */
export function readNames(text: string): string[] | undefined {
  const names: string[] = [];
  const parts = text
    .replace(/[.,;:\s]+$/u, (end) => (end === '.' && /\b(?:\p{Lu}|Jr|Sr)\.$/u.test(text) ? end : ''))
    .split(/\s*[,;،、，；&]\s*(?:and\s+|und\s+|et\s+|y\s+)?|\s+(?:and|AND|und|UND|et|ET|y|Y|e|with|mit|avec|con|و)\s+/u)
    .flatMap(splitArabic);
  for (const part of parts) {
    const name = part.replace(/\s+in\s+\p{Lu}.*$/u, '').trim();
    if (name === '' || (names.length > 0 && roles.test(name))) continue;
    if (!isName(name)) return undefined;
    names.push(name);
  }
  return names.length > 0 && names.length <= 20 ? names : undefined;
}

/** The Arabic "and" is written onto the second name; taken so only between two names of two words each, since names begin with that letter too. */
function splitArabic(part: string): string[] {
  const match = /^([\u0600-\u06ff]+\s+[\u0600-\u06ff]+)\s+و([\u0600-\u06ff]+\s+[\u0600-\u06ff]+)$/u.exec(part);
  return match?.[1] && match[2] ? [match[1], match[2]] : [part];
}

/** Whether a text looks like the name of one person: two to six capitalised words, or a short one in a script without capitals. */
export function isName(text: string): boolean {
  if (text.length > 60 || /[\d!?:;@#/\\|"“”«»]/.test(text)) return false;
  if (/^[\p{Script=Han}·・]+$/u.test(text)) return text.length >= 2 && text.length <= 12;
  const words = text.split(/\s+/);
  if (words.length > 6) return false;
  if (/^[\u0600-\u06ff]/.test(text)) return words.length >= 1 && words.length <= 5;
  const capitalised = words.filter((word) => /^(?:[dlDO]['’])?\p{Lu}/u.test(word));
  if (capitalised.some((word) => /\p{L}{2}\.$/u.test(word) && !/^(?:Dr|Prof|Mr|Mrs|Ms|Jr|Sr|St)\.$/.test(word)))
    return false;
  return (
    capitalised.length >= 1 && words.every((word) => capitalised.includes(word) || particles.has(word.toLowerCase()))
  );
}
