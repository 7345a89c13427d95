/* What has to be said on top of the page: why nothing can be changed, and what is wrong in the files. */
import type { Model } from './store';

const signs = { error: '×', warning: '!', info: 'i' } as const;

export function Notices({ notices, readOnly }: Pick<Model, 'notices' | 'readOnly'>) {
  if (notices.length === 0 && !readOnly) return null;
  return (
    <section aria-label="Problems">
      {readOnly && notices.length === 0 && <p class="notice info">Read-only: nothing can be changed here.</p>}
      {notices.map(({ severity, message }) => (
        <p class={`notice ${severity}`} key={message}>
          <span class="severity" aria-hidden="true">
            {signs[severity]}
          </span>
          <span class="sr-only">{severity}: </span>
          <span dir="auto">{message}</span>
        </p>
      ))}
    </section>
  );
}
