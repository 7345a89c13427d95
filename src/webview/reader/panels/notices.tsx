/* What has to be said on top of the page: why nothing can be changed, and what is wrong in the files. */
import * as l10n from '../../../core/l10n';
import type { Model } from '../model/store';
import type { Reader } from '../reader';
import { Jump } from './jump';

const signs = { error: '×', warning: '!', info: 'i' } as const;

interface Props {
  readonly reader: Pick<Reader, 'host'>;
  readonly model: Pick<Model, 'notices' | 'readOnly'>;
}

export function Notices({ reader, model: { notices, readOnly } }: Props) {
  const named = { error: l10n.t('Error'), warning: l10n.t('Warning'), info: l10n.t('Information') };
  if (notices.length === 0 && !readOnly) return null;
  return (
    <section aria-label={l10n.t('Problems')}>
      {readOnly && notices.length === 0 && (
        <p class="notice info">{l10n.t('Read-only: nothing can be changed here.')}</p>
      )}
      {notices.map(({ severity, message, at }) => (
        <p class={`notice ${severity}`} key={message}>
          <span class="severity" aria-hidden="true">
            {signs[severity]}
          </span>
          <span class="sr-only">{l10n.t('{0}:', named[severity])} </span>
          <span>
            <span dir="auto">{message}</span>{' '}
            {at && <Jump onGo={() => reader.host.send({ type: 'openSidecar', ...at })}>{l10n.t('Go to Line')}</Jump>}
          </span>
        </p>
      ))}
    </section>
  );
}
