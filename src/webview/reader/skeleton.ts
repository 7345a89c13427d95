/* The parts of the page that always stand: notices, the scrolling paper with the text's column and its margin, details, status line. */

import * as l10n from '../../core/l10n';

export interface Skeleton {
  readonly root: HTMLElement;
  readonly notices: HTMLElement;
  readonly scroller: HTMLElement;
  /** Everything that scrolls with the text; floats are placed in it. */
  readonly paper: HTMLElement;
  /** The text, and nothing but the text's blocks. */
  readonly column: HTMLElement;
  readonly margin: HTMLElement;
  readonly bar: HTMLElement;
  readonly hover: HTMLElement;
  /** After the text: what has no words in it. */
  readonly unplaced: HTMLElement;
  /** The overview of the whole page at its right edge. */
  readonly ruler: HTMLElement;
  readonly details: HTMLElement;
  readonly prompt: HTMLElement;
  readonly status: HTMLElement;
  readonly overlay: HTMLElement;
  /** Read out by screen readers when its words change; not seen. */
  readonly live: HTMLElement;
}

export function buildSkeleton(root: HTMLElement): Skeleton {
  const part = (name: string, className: string, ...children: HTMLElement[]): HTMLElement => {
    const element = document.createElement(name);
    element.className = className;
    element.append(...children);
    return element;
  };
  const column = part('div', 'column');
  column.tabIndex = 0;
  column.setAttribute('role', 'textbox');
  column.setAttribute('aria-multiline', 'true');
  column.setAttribute('aria-readonly', 'true');
  column.spellcheck = false;
  const margin = part('div', 'margin');
  margin.setAttribute('aria-hidden', 'true');
  const bar = part('div', 'bar-place');
  const hover = part('div', 'hover-place');
  const unplaced = part('section', 'unplaced');
  const paper = part('div', 'paper', column, margin, bar, hover, unplaced);
  const scroller = part('main', 'scroller', paper);
  const notices = part('div', 'notices');
  const ruler = part('div', 'ruler');
  const overview = part('nav', 'overview', ruler);
  overview.setAttribute('aria-label', l10n.t('Overview'));
  const details = part('aside', 'details-place');
  details.hidden = true;
  const middle = part('div', 'middle', scroller, overview, details);
  const prompt = part('div', 'prompt-place');
  const status = part('footer', 'status');
  const overlay = part('div', 'overlay-place');
  const live = part('div', 'live');
  live.setAttribute('role', 'status');
  live.setAttribute('aria-live', 'polite');
  root.replaceChildren(notices, middle, prompt, status, overlay, live);
  root.classList.add('reader');
  return {
    root,
    notices,
    scroller,
    paper,
    column,
    margin,
    bar,
    hover,
    unplaced,
    ruler,
    details,
    prompt,
    status,
    overlay,
    live,
  };
}
