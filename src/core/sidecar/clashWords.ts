/* Clashes in words, for the question which side counts. */
import type { Clash } from './mergeFields';

/** One sentence on what both sides did: "The note of k7m2xq is “a” here and “b” there." */
export function describeClash(clash: Clash): string {
  const { id, field, ours, theirs } = clash;
  if (field === undefined) {
    const [changed, gone] = theirs === undefined ? ['here', 'there'] : ['there', 'here'];
    return `The ${clash.kind} ${id} was changed ${changed} and taken out ${gone}.`;
  }
  const what = clash.kind === 'file' ? `\`${field}\`` : `The ${field} of ${id}`;
  return `${what} is ${inWords(ours)} here and ${inWords(theirs)} there.`;
}

/** Letters of a value that are shown before it is cut. */
const most = 60;

function inWords(value: unknown): string {
  if (value === undefined || value === null) return 'not given';
  if (Array.isArray(value) && value.length === 0) return 'empty';
  const text = typeof value === 'string' ? value : typeof value === 'object' ? JSON.stringify(value) : String(value);
  const line = [...text.replace(/\s+/g, ' ').trim()];
  return `“${line.length > most ? `${line.slice(0, most - 1).join('')}…` : line.join('')}”`;
}
