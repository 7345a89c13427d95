/* Where an annotation stands, as the trees say it: with `exact` and `moved` it simply has its place. */
import type { Placement } from '../../core/annotation/placement';
import * as l10n from '../../core/l10n';
import type { Icon } from './tagIcon';

/** In the order of their groups: what needs a look comes first. */
export const shownStatuses = ['orphan', 'drifted', 'placed', 'unstated'] as const;
export type ShownStatus = (typeof shownStatuses)[number];

export function shownStatus(placement: Placement | undefined): ShownStatus {
  return shownStatuses.find((one) => one === placement?.status) ?? 'placed';
}

/** What a group of them is called. */
export function statusLabel(status: ShownStatus): string {
  switch (status) {
    case 'orphan':
      return l10n.t('Orphans');
    case 'drifted':
      return l10n.t('Please look');
    case 'placed':
      return l10n.t('Placed');
    case 'unstated':
      return l10n.t('Unstated');
  }
}

/** What has to be looked at stands out; the others have the sign of their tag. */
export function statusIcon(status: ShownStatus): Icon | undefined {
  if (status === 'orphan') return { name: 'warning', colour: 'list.warningForeground' };
  return status === 'drifted' ? { name: 'question', colour: 'list.warningForeground' } : undefined;
}
