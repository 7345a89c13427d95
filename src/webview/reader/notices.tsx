/* What has to be said on top of the page: why nothing can be changed, and what is wrong in the files. */
import * as l10n from '../../core/l10n';
import type { Model } from './store';

const signs = { error: '×', warning: '!', info: 'i' } as const;

export function Notices({ notices, readOnly }: Pick<Model, 'notices' | 'readOnly'>) {
  if (notices.length === 0 && !readOnly) return null;
  return (
    <section aria-label={l10n.t('Problems')}>
      {readOnly && notices.length === 0 && (
        <p class="notice info">{l10n.t('Read-only: nothing can be changed here.')}</p>
      )}
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
