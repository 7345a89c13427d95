/* Foreign words as a label of VS Code's lists, which draw `$(name)` as an icon: an article or a codebook must not paint any. */

/** The same words, with a sign of no width between `$` and `(`. */
export function plainLabel(words: string): string {
  return words.replaceAll('$(', '$\u2060(');
}
