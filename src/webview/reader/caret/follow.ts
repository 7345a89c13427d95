/* Ways through an article that are not its own order: along its arguments, and back and forward over the places where the caret was. */
import { along, type Direction, endOfTheWay } from '../../../core/annotation/along';
import * as l10n from '../../../core/l10n';
import { contextOf } from '../model/describing';
import type { Model } from '../model/store';
import type { Reader } from '../reader';

/** One step along the arguments from the annotation at the caret; the host asks where several lead on. */
export function follow(
  reader: Pick<Reader, 'current' | 'say' | 'ask' | 'pick'>,
  model: Model,
  direction: Direction,
): void {
  const { current } = reader;
  if (current === undefined) {
    reader.say(l10n.t('Put the caret on an annotation first, then follow its arguments.'));
    return;
  }
  const [id, another] = along(contextOf(model), current, direction);
  if (another !== undefined) reader.ask(direction === 'conclusion' ? 'goToConclusion' : 'goToPremise');
  else if (id !== undefined) reader.pick(id, { flash: true, focus: true });
  else reader.say(endOfTheWay(direction));
}

/** Back or forward; at the end of the way on to the editors that VS Code remembers. */
export function goThrough(reader: Pick<Reader, 'history' | 'view' | 'caret' | 'ask'>, by: 1 | -1): void {
  const offset = reader.history.go(by);
  if (offset === undefined) {
    reader.ask(by < 0 ? 'navigateBack' : 'navigateForward');
    return;
  }
  reader.view.bringIntoView({ start: offset, end: offset });
  reader.caret.set(offset);
  reader.caret.takeFocus();
}
