/** Whether the words of a language are those that are to be said in it: none missing, none left over, and each with the values that are put into it. */

/** What is translated: the English text by key. `many` are keys of counts for more than one, which a language may have more forms of. */
export interface Wanted {
  readonly texts: ReadonlyMap<string, string>;
  readonly many: ReadonlySet<string>;
  /** Keys in which the count may go without saying, as in "one annotation". */
  readonly counted: ReadonlySet<string>;
}

/** What is wrong with a translation into `language`, as sentences without the name of its file. */
export function faultsOf(translated: Readonly<Record<string, string>>, wanted: Wanted, language: string): string[] {
  const faults: string[] = [];
  const keys = new Map(wanted.texts);
  // A language may say some counts in a way that is the same for all of its forms.
  const more = [...wanted.many].flatMap((key) => formsOf(language).map((form) => `${key}#${form}`));
  for (const key of more)
    if (translated[key] !== undefined) keys.set(key, wanted.texts.get(key.replace(/#\w+$/, '')) ?? '');
  for (const [key, english] of keys) {
    const text = translated[key];
    if (text === undefined || text.trim() === '') {
      faults.push(`lacks “${key}”.`);
      continue;
    }
    const whole = wanted.texts.has(key) ? key : key.slice(0, key.lastIndexOf('#'));
    const mayLack = wanted.counted.has(whole) ? ['{0}'] : [];
    const [there, needed] = [partsOf(text), partsOf(english)];
    const strange = [...there].filter((part) => !needed.has(part) && !mayLack.includes(part));
    const lost = [...needed].filter((part) => !there.has(part) && !mayLack.includes(part));
    if (strange.length + lost.length > 0)
      faults.push(`has other values than English in “${key}”: ${[...lost, ...strange].join(', ')}.`);
  }
  for (const key of Object.keys(translated))
    if (!keys.has(key)) faults.push(`has “${key}”, which is not said any more.`);
  return faults;
}

/** The forms of counts that a language has beside those for one and for others, as far as everyday numbers come to them. */
export function formsOf(language: string): string[] {
  const rules = new Intl.PluralRules(language);
  const forms = new Set(Array.from({ length: 1000 }, (_, count) => rules.select(count)));
  return [...forms].filter((form) => form !== 'one' && form !== 'other');
}

/** What stands in a text for something else and must not be lost: values, code, and the addresses of links. */
function partsOf(text: string): ReadonlySet<string> {
  return new Set(text.match(/\{\d+\}|``[^`]+``|`[^`]+`|\]\([^)]+\)/g) ?? []);
}
