/* The style rules of highlights, generated from the codebook; colours are the theme's, by variables. Pure. */
import type { Tag } from '../../core/annotation/codebook';

/** Of all names of highlights. */
export const prefix = 'argmark-';
/** Stands for tags that the codebook lacks. */
export const unknown = 'unknown';

/** Underline offsets differ by tag, so that the lines of overlapping annotations are all seen. In px below the baseline. */
const offsets = [3.5, 5.5, 7.5];

/**
 * The rules as CSS text, for blocks only: what is in a block inherits them, and the thousands of elements around blocks are spared.
 * Tag names are made of letters, digits and hyphens (codebook.md), so they need no escaping.
 */
export function highlightRules(tags: readonly Tag[]): string {
  const rules = tags.map((tag, i) => {
    const colour = `var(--tag-${tag.colour})`;
    const thickness = tag.line === 'double' ? 1 : tag.line === 'dotted' ? 2 : 1.6;
    return tagRules(tag.name, colour, tag.line, thickness, offsets[i % offsets.length] ?? 4);
  });
  return [tagRules(unknown, 'var(--tag-unknown)', 'wavy', 1, 4), ...rules].join('\n');
}

function tagRules(name: string, colour: string, line: string, thickness: number, offset: number): string {
  const underline = (strength: number, extra: number) =>
    `text-decoration: underline ${line} color-mix(in srgb, ${colour} ${strength}%, transparent) ${thickness + extra}px; text-underline-offset: ${offset}px;`;
  return (
    `.block::highlight(${prefix}tag-${name}) { background-color: color-mix(in srgb, ${colour} var(--tint, 13%), transparent); ${underline(75, 0)} }\n` +
    `.block::highlight(${prefix}on-${name}) { background-color: color-mix(in srgb, ${colour} var(--tint-on, 24%), transparent); ${underline(100, 0.6)} }`
  );
}
