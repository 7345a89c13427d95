/* Where words stand in a text, for finding. Pure. */
import type { Span } from '../../core/article/article';

/** All places of the words, whatever the case; runs of white space count as one. UTF-16 units of the text. */
export function placesOf(text: string, typed: string): Span[] {
  const words = typed.trim().split(/\s+/).filter(Boolean);
  if (words.length === 0) return [];
  const pattern = words.map((word) => word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')).join('\\s+');
  return [...text.matchAll(new RegExp(pattern, 'giu'))].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
}
