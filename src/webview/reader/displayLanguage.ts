/* The words of the page: what the host has put into it, for all that is drawn afterwards. Without any, as in English, they are those of the sources. */
import { type Bundle, speak } from '../../core/l10n';

/** Reads the bundle that the host wrote into the page; its language is the page's own. */
export function speakPageLanguage(): void {
  const told = document.getElementById('words')?.textContent;
  if (told) speak(JSON.parse(told) as Bundle, document.documentElement.lang);
}
