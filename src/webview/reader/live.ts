/* The region that screen readers read out when its words change. */

/** Says words politely; the same words as before are said once more. */
export function announce(live: HTMLElement, words: string): void {
  // Nobody sees or hears the space, but without it nothing has changed.
  live.textContent = live.textContent === words && words !== '' ? `${words}\u00a0` : words;
}
