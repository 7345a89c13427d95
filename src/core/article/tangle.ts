/*
 * Whether a text would hold up a Markdown parser out of all proportion: matching brackets, emphasis and tags within one paragraph
 * takes time that grows with the square of their number, and nesting with its depth. No article comes near; such a text is read as
 * plain text instead.
 */

// Measured with micromark 4: how much more than a bracket one of the others costs.
const emphasisWeight = 6;
const tagWeight = 40;
// About a second.
const budget = 1e8;
const deepest = 100;

const nested = new RegExp(`^(?:[ \\t]*(?:>|[-+*][ \\t]|\\d{1,9}[.)][ \\t])){${deepest}}`);
const indented = new RegExp(`^[ \\t]{${deepest * 2},}(?:[-+*>]|\\d{1,9}[.)])`);
const opensBlock = /^[ \t]*(?:$|[-+*|#>]|\d{1,9}[.)])/;

/** Whether reading the text as Markdown would take more than about a second for its signs alone. One pass over the text. */
export function isTangled(text: string): boolean {
  let cost = 0;
  let brackets = 0;
  let emphases = 0;
  let tags = 0;
  for (let at = 0; at <= text.length; ) {
    const newline = text.indexOf('\n', at);
    const end = newline < 0 ? text.length : newline;
    const start = text.slice(at, Math.min(end, at + 2000));
    if (nested.test(start) || indented.test(start)) return true;
    if (opensBlock.test(start)) {
      cost += costOf(brackets, emphases, tags);
      brackets = emphases = tags = 0;
    }
    for (let i = at; i < end; i++) {
      const code = text.charCodeAt(i);
      if (code === 0x5b || code === 0x5d) brackets++;
      else if (code === 0x2a || code === 0x5f || code === 0x7e) emphases++;
      else if (code === 0x3c || code === 0x60) tags++;
    }
    if (cost + costOf(brackets, emphases, tags) > budget) return true;
    at = end + 1;
  }
  return false;
}

function costOf(brackets: number, emphases: number, tags: number): number {
  return brackets ** 2 + emphasisWeight * emphases ** 2 + tagWeight * tags ** 2;
}
