/* The articles of `media/samples` by name: in a browser the extension's own files come over HTTP, and a folder there cannot be listed. */

/** The first one is shown when they are opened; `activationEvents` names it as well. */
export const sampleArticles = [
  'ports-and-power.txt',
  'a-pause-is-not-a-plan.txt',
  'the-border-is-not-a-wall.md',
] as const;
