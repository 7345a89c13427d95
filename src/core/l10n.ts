/*
 * The words of the product in the language of the person: every sentence that a person sees goes through here on its way out of core, host and
 * webviews. The English sentence is the key, so without a bundle everything is said in English, as on the command line. It is called in
 * functions, never while a module loads: the host learns the language at activation, a webview from its page.
 *
 * The calls have the form of `vscode.l10n.t`, which the core and the webviews cannot have.
 */

/** English sentence -> sentence. Keys of another plural form end in `#` and its name, those with a comment in `/` and that. */
export type Bundle = Readonly<Record<string, string>>;

/** What is put in for `{0}`, `{1}` …; numbers as they are: see `number` for those that are to be read as amounts. */
export type Insert = string | number;

/** A sentence with a word for translators, where the same English would be two things elsewhere. */
export interface Commented {
  readonly message: string;
  readonly comment: string;
}

let words: Bundle = {};
let tongue = 'en';
let numbers: Intl.NumberFormat | undefined;
let forms: Intl.PluralRules | undefined;

/** From now on, everything is said in the words of `bundle`; `language` is a BCP 47 tag. Without a bundle: English. */
export function speak(bundle: Bundle | undefined, language: string): void {
  words = bundle ?? {};
  tongue = bundle ? language : 'en';
  numbers = undefined;
  forms = undefined;
}

/** What a webview is to be told, to `speak` the same; no bundle where it is English. */
export function spoken(): { readonly bundle: Bundle; readonly language: string } {
  return { bundle: words, language: tongue };
}

export function isEnglish(): boolean {
  return tongue === 'en' || tongue.startsWith('en-');
}

/** Which way the lines of the language run. */
export function direction(): 'ltr' | 'rtl' {
  return /^(ar|arc|ckb|dv|fa|he|ks|ps|sd|ug|ur|yi)\b/i.test(tongue) ? 'rtl' : 'ltr';
}

/** The sentence in the person's language, with `args` in the place of `{0}`, `{1}` …. */
export function t(message: string | Commented, ...args: readonly Insert[]): string {
  const english = typeof message === 'string' ? message : message.message;
  const key = typeof message === 'string' ? message : `${message.message}/${message.comment}`;
  return filled(words[key] ?? english, args);
}

/**
 * The sentence for a count, which stands where it says `{0}`; `args` begin at `{1}`. `one` and `other` are the English forms; a language with
 * more has them under `other` with `#few` and the like behind it (Unicode CLDR's names, as in `Intl.PluralRules`).
 */
export function plural(count: number, one: string, other: string, ...args: readonly Insert[]): string {
  forms ??= new Intl.PluralRules(tongue);
  const form = forms.select(count);
  const message = form === 'one' ? (words[one] ?? one) : (words[`${other}#${form}`] ?? words[other] ?? other);
  return filled(message, [number(count), ...args]);
}

/** An amount as the language writes it: "12,500". */
export function number(amount: number): string {
  numbers ??= new Intl.NumberFormat(tongue);
  return numbers.format(amount);
}

/** "a, b, c", with the language's comma. */
export function commas(parts: readonly string[]): string {
  return parts.join(t(', '));
}

function filled(message: string, args: readonly Insert[]): string {
  if (args.length === 0) return message;
  return message.replace(/\{(\d+)\}/g, (whole, at: string) => {
    const arg = args[Number(at)];
    return arg === undefined ? whole : String(arg);
  });
}
