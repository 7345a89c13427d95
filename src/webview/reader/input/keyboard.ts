/* Keys pressed in the text. Fields have their own; moves of the caret are the browser's; everything with Ctrl, Alt or Cmd is VS Code's. */

import type { Reader } from '../reader';
import { disarm } from './armed';
import { isModifier, namesOf, withControl } from './keys';
import { focusReview } from './prompts';

export function installKeyboard(
  reader: Pick<Reader, 'skeleton' | 'keys' | 'caret' | 'ui' | 'setUi' | 'say' | 'act'>,
): void {
  const { column } = reader.skeleton;
  document.addEventListener('keydown', (event) => {
    const target = event.target as Element;
    if (event.key === 'Escape' && target.closest('.fold')) reader.caret.takeFocus();
    if (event.isComposing || (target !== column && target !== document.body)) return;
    if (event.key === 'Escape') {
      if (leave(reader)) event.stopPropagation();
      return;
    }
    // What was said of the last gesture is not so any more.
    if (isUndoing(event)) reader.say('');
    // The pointer's card goes when a person turns to the keyboard, not when the host's late answer moves the caret.
    const held = event.ctrlKey || event.metaKey || isModifier(event);
    if (reader.ui.hover && !held) reader.setUi({ hover: undefined });
    if (event.key === 'Tab' && !event.shiftKey && reader.ui.bar) {
      const first = reader.skeleton.bar.querySelector('button');
      first?.focus();
      if (first) event.preventDefault();
      return;
    }
    for (const name of namesOf(event)) {
      const meaning = reader.keys.get(name);
      if (!meaning) continue;
      event.preventDefault();
      event.stopPropagation();
      reader.act(meaning);
      return;
    }
  });
}

/** Closes what is open, the topmost first; false where nothing was. */
function leave(reader: Pick<Reader, 'skeleton' | 'caret' | 'ui' | 'setUi'>): boolean {
  const { ui } = reader;
  if (ui.keys) reader.setUi({ keys: false });
  else if (ui.hover) reader.setUi({ hover: undefined });
  else if (ui.target) reader.setUi({ target: undefined });
  else if (ui.find) reader.setUi({ find: false, tagHits: false });
  else if (ui.armed !== undefined) disarm(reader);
  else if (reader.caret.anchor !== reader.caret.focus) reader.caret.set(reader.caret.focus);
  else if (ui.review) {
    reader.setUi({ anew: undefined });
    focusReview();
  } else if (ui.anew !== undefined) reader.setUi({ anew: undefined, message: '' });
  else if (ui.message !== '') reader.setUi({ message: '' });
  else return false;
  return true;
}

/**
 * In a field Ctrl+Z, Ctrl+Y and Ctrl+A are the field's own. VS Code would undo the annotation under the note being typed, and select the
 * field's words a second time, a moment later: what had been typed meanwhile would be typed over.
 */
export function keepOwnKeys(event: KeyboardEvent): void {
  if (withControl(event) && /^[zya]$/i.test(event.key)) event.stopPropagation();
}

const isUndoing = (event: KeyboardEvent): boolean => withControl(event) && /^[zy]$/i.test(event.key);
