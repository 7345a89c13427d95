/* A tag as it is shown everywhere on the page: a dot of its colour and its label; marked where the codebook lacks it. */
import type { ShownTag } from '../../core/annotation/codebook';
import { notInCodebook } from '../../core/annotation/hoverText';

export function TagLabel({ tag }: { readonly tag: ShownTag }) {
  return (
    <span class={`tag-label ${colourClass(tag)}`}>
      <i class={`dot line-${tag.line}`} aria-hidden="true" />
      <b dir="auto">{tag.label}</b>
      {tag.unknown && <span class="dim"> ({notInCodebook})</span>}
    </span>
  );
}

export const colourClass = (tag: ShownTag): string => (tag.unknown ? 'colour-unknown' : `colour-${tag.colour}`);
