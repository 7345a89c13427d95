/*
 * Words selected anew for an annotation that has lost its own or stands on changed ones: the find prompt opens with what is likely to lead to
 * them, and the key for a new span then means this annotation, until it has been pressed or Esc.
 */
import * as l10n from '../../../core/l10n';
import type { Reader } from '../reader';
import { keyFor } from './keys';

export function selectAnew(
  reader: Pick<Reader, 'caret' | 'keys' | 'ui' | 'setUi' | 'say'>,
  id: string,
  search: string,
): void {
  const key = keyFor(reader.keys, { action: 'respan' });
  reader.setUi({ anew: id, bar: false, hover: undefined });
  reader.say(
    key === undefined
      ? l10n.t('Select the new words, then run “Argmark: Change Span to Selection”.')
      : l10n.t('Select the new words, then press {0}.', key),
  );
  if (search === '') reader.caret.takeFocus();
  else reader.setUi({ find: true, search: { ...reader.ui.search, words: search, wholeWord: false, matchCase: false } });
}
