/*
 * An orphan dropped onto the text from the tree of annotations gets the selection there, or the sentence. VS Code lets a page have a drag only
 * while Shift is held, and says in it no more than where it comes from; the host knows which rows are dragged.
 */
import type { Span } from '../../../core/article/article';
import { sentenceSpan } from '../../../core/article/sentences';
import type { Reader } from '../reader';

const tree = 'application/vnd.code.tree.argmark.annotations';

export function installDrops(reader: Pick<Reader, 'skeleton' | 'view' | 'caret' | 'model' | 'spans' | 'ask'>): void {
  const { column } = reader.skeleton;
  const isOurs = ({ dataTransfer }: DragEvent) => dataTransfer?.types.includes(tree) === true;

  const wordsAt = ({ clientX, clientY }: DragEvent): readonly Span[] => {
    const offset = reader.view.offsetAt(clientX, clientY);
    if (offset === undefined || !reader.model) return [];
    if (reader.spans.some(({ start, end }) => start <= offset && offset <= end)) return reader.spans;
    const sentence = sentenceSpan(reader.model.article, offset);
    return sentence ? [sentence] : [];
  };

  column.addEventListener('dragover', (event) => {
    if (!isOurs(event)) return;
    event.preventDefault();
    reader.view.mark('target', wordsAt(event));
  });
  column.addEventListener('dragleave', () => reader.view.mark('target', []));
  column.addEventListener('drop', (event) => {
    if (!isOurs(event)) return;
    event.preventDefault();
    reader.view.mark('target', []);
    const words = wordsAt(event);
    const [first] = words;
    if (!first) return;
    if (words !== reader.spans) reader.caret.set(first.start, first.end);
    reader.ask('reattachDragged');
  });
}
