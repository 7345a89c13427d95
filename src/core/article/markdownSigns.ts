/*
 * Whether a text is Markdown, told by its signs alone: front matter, headings, links, fences, tables. A dash before a line or one
 * asterisk says little, since plain text and saved pages have those too.
 */

/** How surely a text is Markdown: `yes`, `perhaps` (only signs that other texts have as well), or `no`. */
export function markdownSigns(text: string): 'yes' | 'perhaps' | 'no' {
  if (
    /^---[ \t]*\n(?:[^\n]*\n){0,400}?(?:---|\.\.\.)[ \t]*(?:\n|$)/.test(text) &&
    /^---[ \t]*\n(?:\s*#[^\n]*\n|\s*\n)*\s*["']?[\w-]{1,60}["']?\s*:/.test(text)
  ) {
    return 'yes';
  }
  let strong = 0;
  let weak = 0;
  let seen = 0;
  let before = '';
  for (let at = 0; at < text.length && seen < 4000 && at < 400_000; ) {
    const newline = text.indexOf('\n', at);
    const end = newline < 0 ? text.length : newline;
    const line = text.slice(at, Math.min(end, at + 2000)).trimEnd();
    at = end + 1;
    if (line.trim() === '') {
      before = '';
      continue;
    }
    if (/^ {0,3}#{1,6}[ \t]+\S/.test(line)) strong += seen === 0 ? 2 : 1;
    else if (/^ {0,3}(?:={3,}|-{3,})$/.test(line) && before !== '' && before.length < 120) strong += 0.5;
    else if (/^ {0,3}(?:```|~~~)/.test(line)) strong++;
    else if (/^ {0,3}\|?[ \t]*:?-{2,}:?[ \t]*\|[ \t:|-]*$/.test(line)) strong++;
    else if (/^ {0,3}\[[^\]]{1,100}\]:[ \t]*\S/.test(line)) strong++;
    else if (/^ {0,3}>[ \t]?\S/.test(line)) weak += 0.5;
    if (/\]\((?:https?:|mailto:|[./#<])[^\s)]*(?:\s[^)]*)?\)/.test(line)) strong++;
    if (/(?:^|[\s(])(?:\*\*|__)\S(?:[^*_]{0,200}\S)?(?:\*\*|__)/.test(line)) weak++;
    else if (/(?:^|[\s(])[*_]\p{L}[^*_]{0,200}[*_](?=[\s.,;:!?)]|$)/u.test(line)) weak += 0.5;
    before = line;
    seen++;
    if (strong >= 2) return 'yes';
  }
  if (strong >= 1 && strong + weak >= 2) return 'yes';
  return strong + weak >= 1.5 ? 'perhaps' : 'no';
}
