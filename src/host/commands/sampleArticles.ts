/* The articles of `media/samples` by name: in a browser the extension's own files come over HTTP, and a folder there cannot be listed. */
export const sampleArticles = [
  'a-pause-is-not-a-plan.txt',
  'ports-and-power.txt',
  'the-border-is-not-a-wall.md',
] as const;
