/* A tag as it is shown everywhere on the page: a dot of its colour and its label; marked where the codebook lacks it, its guideline behind it. */
import type { ComponentChildren } from 'preact';
import { notInCodebook, type ShownTag } from '../../../core/annotation/codebook';

export function TagLabel({ tag }: { readonly tag: ShownTag }) {
  return (
    <span class={`tag-label ${colourClass(tag)}`}>
      <i class={`dot line-${tag.line}`} aria-hidden="true" />
      <b dir="auto">{tag.label}</b>
      {tag.unknown && <span class="dim"> ({notInCodebook()})</span>}
    </span>
  );
}

/** A tag's name that unfolds to what the codebook says of it, with examples; just the name where it says nothing. */
export function Guided({
  guideline,
  children,
}: {
  readonly guideline: string | undefined;
  readonly children: ComponentChildren;
}) {
  if (guideline === undefined) return <>{children}</>;
  return (
    <details class="guided">
      <summary title={guideline}>{children}</summary>
      <p dir="auto">{guideline}</p>
    </details>
  );
}

export const colourClass = (tag: ShownTag): string => (tag.unknown ? 'colour-unknown' : `colour-${tag.colour}`);
