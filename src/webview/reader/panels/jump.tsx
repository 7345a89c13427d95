/* A link within the page: it breaks across lines with the words around it, which no button does. */
import type { ComponentChildren } from 'preact';

interface Props {
  readonly onGo: () => void;
  readonly children: ComponentChildren;
}

export function Jump({ onGo, children }: Props) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: VS Code's page follows an `a` by itself, and this leads to a place on the page.
    <span
      class="jump"
      role="link"
      tabIndex={0}
      dir="auto"
      onClick={onGo}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return;
        event.preventDefault();
        event.stopPropagation();
        onGo();
      }}
    >
      {children}
    </span>
  );
}
