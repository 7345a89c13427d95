/*
 * Dates as articles write them, in the languages that policy texts mostly come in, and the line that does nothing but give one.
 * A date that can be read in two ways (03/04/2024) is known as a date, and left as it is written.
 */
const months: Readonly<Record<string, number>> = Object.fromEntries(
  [
    'january jan januar jänner janvier janv enero ene gennaio gen janeiro januari يناير كانون_الثاني جانفي',
    'february feb februar feber février fevrier févr febrero febbraio fevereiro februari فبراير شباط فيفري',
    'march mar märz maerz mrz mars marzo março maart مارس آذار',
    'april apr avril avr abril abr aprile نيسان أبريل ابريل إبريل أفريل',
    'may mai mayo maggio maio mei أيار مايو ماي',
    'june jun juni juin junio giugno giu junho يونيو حزيران جوان',
    'july jul juli juillet juil julio luglio lug julho يوليو تموز جويلية',
    'august aug août aout agosto ago augustus أغسطس آب اغسطس أوت',
    'september sep sept septembre septiembre settembre set setembro سبتمبر أيلول',
    'october oct oktober okt octobre octubre ottobre ott outubro أكتوبر تشرين_الأول اكتوبر',
    'november nov novembre noviembre novembro نوفمبر تشرين_الثاني',
    'december dec dezember dez décembre decembre déc diciembre dic dicembre dezembro ديسمبر كانون_الأول',
  ].flatMap((names, index) => names.split(' ').map((name) => [name.replace('_', ' '), index + 1])),
);

const word = '\\p{L}[\\p{L}\\p{M}]*';
const monthName = `${word}(?: (?:الثاني|الأول))?(?: ?/ ?${word}(?: (?:الثاني|الأول))?)?`;
const iso = /(?<!\d)(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/;
const eastAsian = /(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일号號]/;
const dayFirst = new RegExp(
  `(?<!\\d)(\\d{1,2})(?:st|nd|rd|th|er|ère|\\.º|º|ª|\\.)?[ \\u00a0\\u202f]?(?:de |of )?(${monthName})[.,،]?[ \\u00a0\\u202f](?:de |del )?(\\d{4})(?!\\d)`,
  'u',
);
const monthFirst = new RegExp(
  `(?<!\\p{L})(${word})\\.?[ \\u00a0](\\d{1,2})(?:st|nd|rd|th)?,?[ \\u00a0](\\d{4})(?!\\d)`,
  'u',
);
const numeric = /(?<![\d.])(\d{1,2})([./-])(\d{1,2})\2(\d{4})(?!\d|[./-]\d)/;
const monthOnly = new RegExp(`(?<!\\p{L}|\\d[ .]?|\\d[.] )(${monthName})[., ،]{1,2}(\\d{4})(?!\\d)`, 'u');

interface FoundDate {
  /** ISO, `2024-03-12`; only the month (`2024-03`) where no day is given; undefined where day and month could be swapped. */
  readonly iso?: string;
  readonly start: number;
  readonly end: number;
}

/** The first date in a text, or undefined. Offsets are UTF-16 units of `text`. Meant for short texts: looks at the first 300 units. */
export function findDate(text: string): FoundDate | undefined {
  const digits = westernDigits(text.slice(0, 300));
  if (!/\d{4}/.test(digits)) return undefined;
  const found = [
    ordered(iso, digits, 1, 2, 3),
    ordered(eastAsian, digits, 1, 2, 3),
    named(dayFirst, digits, 3, 2, 1),
    named(monthFirst, digits, 3, 1, 2),
    byNumbers(digits),
  ].filter((date) => date !== undefined);
  const first = found.sort((a, b) => a.start - b.start)[0];
  return first ?? named(monthOnly, digits, 2, 1, undefined);
}

/** A date on its own, e.g. in front matter or page data, as ISO; undefined where it is none or unclear. A time of day is left off. */
export function isoDate(text: string): string | undefined {
  return findDate(text.trim())?.iso;
}

function ordered(pattern: RegExp, text: string, year: number, month: number, day: number): FoundDate | undefined {
  const match = pattern.exec(text);
  if (!match) return undefined;
  return dated(match, Number(match[year]), Number(match[month]), Number(match[day]));
}

function named(pattern: RegExp, text: string, year: number, month: number, day?: number): FoundDate | undefined {
  const match = pattern.exec(text);
  if (!match) return undefined;
  const number = monthNumber(match[month] ?? '');
  return number === undefined
    ? undefined
    : dated(match, Number(match[year]), number, day === undefined ? undefined : Number(match[day]));
}

function byNumbers(text: string): FoundDate | undefined {
  const match = numeric.exec(text);
  if (!match) return undefined;
  const first = Number(match[1]);
  const second = Number(match[3]);
  const year = Number(match[4]);
  if (match[2] === '.' || first > 12 || first === second) return dated(match, year, second, first);
  if (second > 12) return dated(match, year, first, second);
  return dated(match, year, second, first) && { start: match.index, end: match.index + match[0].length };
}

function dated(match: RegExpExecArray, year: number, month: number, day: number | undefined): FoundDate | undefined {
  if (year < 1400 || year > 2200 || month < 1 || month > 12) return undefined;
  if (day !== undefined && (day < 1 || day > new Date(Date.UTC(year, month, 0)).getUTCDate())) return undefined;
  const parts = [String(year).padStart(4, '0'), pad(month), ...(day === undefined ? [] : [pad(day)])];
  return { iso: parts.join('-'), start: match.index, end: match.index + match[0].length };
}

function pad(number: number): string {
  return String(number).padStart(2, '0');
}

function monthNumber(name: string): number | undefined {
  for (const part of name.toLowerCase().split('/')) {
    const number = months[part.trim().replace(/\.$/, '')];
    if (number !== undefined && Object.hasOwn(months, part.trim().replace(/\.$/, ''))) return number;
  }
  return undefined;
}

/** Arabic and Persian digits as 0-9; same length. */
function westernDigits(text: string): string {
  return text.replace(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 15));
}

const updating =
  /updated|modified|revised|aktualisiert|geändert|mis(?:e)? à jour|modifié|actualizado|aggiornato|تحديث|更新|修改/iu;
const dateWords = new Set(
  `published on posted at date dated issued released release created first edition online publication the of updated last modified revised and
  from by time reading et est edt gmt bst cet cest utc am pm monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun
  veröffentlicht am erschienen aktualisiert stand vom uhr zuletzt datum den um geändert montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag mo di mi do fr sa so
  publié publiée le mis mise à jour modifié modifiée paru date de du lundi mardi mercredi jeudi vendredi samedi dimanche h min
  publicado publicada el actualizado actualizada última actualización fecha lunes martes miércoles jueves viernes sábado domingo hora horas
  pubblicato aggiornato il lunedì martedì mercoledì giovedì venerdì sabato domenica
  نشر نُشر نشرت في بتاريخ تاريخ النشر آخر تحديث الموافق يوم الساعة الأحد الاثنين الإثنين الثلاثاء الأربعاء الخميس الجمعة السبت م ص
  发布 发布于 发表于 发布时间 发表时间 发布日期 更新 更新于 更新时间 日期 时间 时间 来源 星期一 星期二 星期三 星期四 星期五 星期六 星期日 周一 周二 周三 周四 周五 周六 周日 年 月 日 上午 下午`.split(
    /\s+/,
  ),
);

export interface DateLine {
  /** ISO where it could be read, else as written. */
  readonly published: string;
}

/**
 * Reads a line that does nothing but say when the article appeared ("Published on Nov 3, 2011", "Berlin, 12. März 2024",
 * "2024年3月12日 09:30"), or undefined. Of several dates the first that is not said to be an update counts.
 */
export function readDateLine(text: string): DateLine | undefined {
  if (text.length > 140) return undefined;
  let rest = text;
  let chosen: string | undefined;
  let fallback: string | undefined;
  for (let found = findDate(rest); found; found = findDate(rest)) {
    const written = found.iso ?? rest.slice(found.start, found.end);
    if (updating.test(rest.slice(0, found.start))) fallback ??= written;
    else chosen ??= written;
    const before = rest.slice(0, found.start);
    if (!onlyDateWords(before, true)) return undefined;
    rest = rest.slice(found.end);
  }
  const published = chosen ?? fallback;
  return published !== undefined && onlyDateWords(rest, false) ? { published } : undefined;
}

/** What stands around a date on its line: known words, times of day, and before it perhaps the place where it was written. */
function onlyDateWords(text: string, mayNamePlace: boolean): boolean {
  const plain = westernDigits(text).replace(
    /\d{1,2}\s?[:.h]\s?\d{2}(?::\d{2})?(?:\s?[ap]\.?m\.?)?|\d{1,2}\s?[ap]\.?m\.?|[T+]\d{2}:\d{2}\S*|\b(?:GMT|UTC)\s?[+-]\d{1,2}\b/giu,
    ' ',
  );
  if (/\d/.test(plain)) return false;
  const words = plain.match(/[\p{L}\p{M}']+/gu) ?? [];
  const unknown = words.filter((one) => !dateWords.has(one.toLowerCase()));
  if (unknown.length === 0) return true;
  return (
    mayNamePlace &&
    unknown.length <= 3 &&
    /^[\p{Lu}\p{Lo}]/u.test(plain.trim()) &&
    unknown.every((one) => /^[\p{Lu}\p{Lo}]/u.test(one)) &&
    /[,،，|·–—(/]\s*(?:den |le |am |the |\p{L}+day,? )?$/iu.test(plain)
  );
}
