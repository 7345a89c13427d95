/*
 * Messages that reach a page before its script does: VS Code hands on what was sent ahead once the page has loaded, but after 200 ms at the
 * latest, when a page that is far away or on a slow machine does not listen yet.
 */

/** The first script of a page, as its text: what comes is kept until somebody takes it. */
export const keepsEarly = 'early=[];onmessage=(event)=>early.push(event)';

/** What was kept, to be told again to those who listen by now; nothing is kept from then on. */
export function takeEarly(): readonly MessageEvent[] {
  const page = globalThis as unknown as { onmessage: unknown; early?: MessageEvent[] };
  page.onmessage = null;
  return page.early?.splice(0) ?? [];
}
