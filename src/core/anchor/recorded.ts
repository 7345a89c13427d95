/* Whether recorded words stand where they were recorded: the first question to any text, answered by comparing strings. */
import type { Selector } from '../annotation/model';
import type { Span } from '../article/article';
import { hasContext } from './context';

/** How the offsets that are recorded with words count in a text: `core/sidecar` knows, and nothing here has to. */
export interface RecordedOffsets {
  /** The UTF-16 offset that a recorded one means in this text. */
  readonly toUnits: (recorded: number) => number;
  /** The offset that would be recorded of a UTF-16 one. */
  readonly fromUnits: (units: number) => number;
}

/** The recorded place (UTF-16 units of the text), where quote, prefix and suffix stand there. */
export function standsAt(selector: Selector, text: string, recorded: RecordedOffsets): Span | undefined {
  const { quote, start: hint } = selector;
  if (quote === '' || !isOffset(hint)) return undefined;
  const start = recorded.toUnits(hint);
  const end = start + quote.length;
  return text.startsWith(quote, start) && hasContext(selector, text, start, end) ? { start, end } : undefined;
}

export const isOffset = (hint: number | undefined): hint is number =>
  Number.isSafeInteger(hint) && (hint as number) >= 0;
