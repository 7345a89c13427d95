/* All keys of the reading view, as they are in the table now: the codebook's tags, the grammar, and the browser's own moves. */

import { useEffect, useRef } from 'preact/hooks';
import { tagOf } from '../../core/annotation/codebook';
import type { ReaderAction } from '../../messages';
import type { KeyMeaning } from './keys';
import type { Reader } from './reader';
import type { Model } from './store';

const words: Readonly<Record<ReaderAction, string>> = {
  growSelection: 'grow the selection: word, sentence, paragraph, section',
  shrinkSelection: 'shrink it again',
  nextAnnotation: 'next annotation',
  previousAnnotation: 'previous annotation',
  nextOfTag: 'next of the same tag',
  previousOfTag: 'previous of the same tag',
  details: 'details and note of the annotation at the caret',
  hover: 'what is said about the words at the caret',
  support: 'this supports …, then a target',
  attack: 'this attacks …, then a target',
  tagByList: 'tag by list, with guidelines',
  addUnstated: 'an unstated premise for the argument here',
  respan: 'the selection becomes the words of the last annotation',
  addFragment: 'the selection becomes one more fragment of it',
  repeat: 'do the last tagging again here',
  armTag: 'arm a tag from the list, or disarm it',
  remove: 'delete the annotation (undo brings it back)',
  find: 'find in the article',
  goTo: 'go to an annotation by words',
  keys: 'show or hide the keys',
};

const moves: readonly (readonly [string, string])[] = [
  ['Arrows', 'move the caret; with Ctrl by word and paragraph; with Shift select'],
  ['Home', 'to the beginning of the line; with Ctrl of the article'],
  ['End', 'to the end of the line; with Ctrl of the article'],
  ['Page Up', 'and Page Down: by what the window shows'],
  ['Ctrl+K Ctrl+I', 'what is said about the words at the caret'],
  ['Ctrl+Z', 'and Ctrl+Y: undo and redo'],
  ['Tab', 'into the bar by the selection'],
  ['Esc', 'back to the text; close what is open'],
];

export function KeysOverlay({
  reader,
  model,
}: {
  readonly reader: Pick<Reader, 'keys' | 'caret' | 'setUi'>;
  readonly model: Model;
}) {
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    element.current?.focus();
  }, []);
  const close = () => {
    reader.setUi({ keys: false });
    reader.caret.takeFocus();
  };
  const rows = (wanted: (meaning: KeyMeaning) => string | undefined) =>
    [...reader.keys].flatMap(([key, meaning]) => {
      const text = wanted(meaning);
      return text === undefined ? [] : [<Row key={key} keys={key} text={text} />];
    });
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions lint/a11y/useKeyWithClickEvents: what lies around a dialog; its keys are Esc and `?`.
    <div class="overlay" onClick={close}>
      <div
        ref={element}
        class="keys"
        role="dialog"
        aria-modal="true"
        aria-label="Keys of the reading view"
        tabIndex={-1}
        onClick={(event) => event.stopPropagation()}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' && event.key !== '?') return;
          event.stopPropagation();
          close();
        }}
      >
        <h2>Tag the selection, or the sentence at the caret; retag an annotation</h2>
        <dl>{rows((meaning) => ('tag' in meaning ? tagOf(model.codebook, meaning.tag).label : undefined))}</dl>
        <h2>Arm a tag: each new selection gets it, until Esc</h2>
        <dl>{rows((meaning) => ('arm' in meaning ? tagOf(model.codebook, meaning.arm).label : undefined))}</dl>
        <h2>Annotations and arguments</h2>
        <dl>{rows((meaning) => ('action' in meaning ? words[meaning.action] : undefined))}</dl>
        <h2>Moving</h2>
        <dl>
          {moves.map(([keys, text]) => (
            <Row key={keys} keys={keys} text={text} />
          ))}
        </dl>
      </div>
    </div>
  );
}

function Row({ keys, text }: { readonly keys: string; readonly text: string }) {
  return (
    <div>
      <dt>
        <kbd>{keys}</kbd>
      </dt>
      <dd>{text}</dd>
    </div>
  );
}
