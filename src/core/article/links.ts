/* Which links of an article may be opened: those whose scheme is known to be harmless. Everything else is plain text. */

/** The address as it would be opened, or undefined where its scheme is not http, https or mailto, or where it is no address. */
export function openableHref(href: string | undefined): string | undefined {
  if (href === undefined || !URL.canParse(href)) return undefined;
  const { protocol } = new URL(href);
  return protocol === 'http:' || protocol === 'https:' || protocol === 'mailto:' ? href : undefined;
}
