/* The style rules of highlights, generated from the codebook; colours are the theme's, by variables. Pure. */
import type { LineStyle, Tag } from '../../../core/annotation/codebook';

/** Of all names of highlights. */
export const prefix = 'argmark-';
/** Stands for tags that the codebook lacks; no tag can have this name. */
const unknown = { name: '_unknown', line: 'wavy', colour: 'unknown' } as const;

/** How much of its tint a lane has: all together leave the words legible. */
const tints = [1, 0.6, 0.35, 0.2];

/** In em below the baseline: the first lane, and how far the lanes are apart. A double line is as high as this. */
const nearest = 0.19;
const apart = 0.17;

/** The name of a tag's highlight in a lane, without the prefix; of what speaks up (`on`), or of what is merely tagged. */
export function highlightName(kind: 'tag' | 'on', tag: string = unknown.name, lane = 0): string {
  return lane === 0 ? `${kind}-${tag}` : `${kind}-${tag}_${lane}`;
}

/**
 * The rules of a tag in a lane as CSS text, for blocks near the view only: what is in a block inherits them, and every rule costs each
 * element that it is for time and memory. Undefined stands for all tags that the codebook lacks. Tag names are letters, digits and hyphens, so they need no escaping.
 */
export function highlightRules(tag: Tag | undefined, lane: number): string[] {
  const { name, line, colour } = tag ?? unknown;
  const mark = `var(--tag-${colour})`;
  const rule = (kind: 'tag' | 'on', tint: string, share: number, strength: number, extra: number) =>
    `.near .block::highlight(${prefix}${highlightName(kind, name, lane)}) { ` +
    `background-color: color-mix(in srgb, ${mark} calc(var(${tint}) * ${share}), transparent); ` +
    `text-decoration: underline ${line} color-mix(in srgb, ${mark} ${strength}%, transparent) max(1px, ${(thicknessOf(line) + extra).toFixed(3)}em); ` +
    `text-underline-offset: ${(nearest + lane * apart).toFixed(2)}em; }`;
  return [
    rule('tag', '--tint', tints[lane] ?? 0, 85, 0),
    rule('on', '--tint-on', 1, 100, line === 'double' ? 0 : 0.035),
  ];
}

/** In em. */
function thicknessOf(line: LineStyle): number {
  if (line === 'double' || line === 'wavy') return 0.06;
  return line === 'dotted' ? 0.12 : 0.095;
}
