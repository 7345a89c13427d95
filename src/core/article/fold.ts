/*
 * Text as it is compared: what typesetters, converters and keyboards change without a change of words is made the same, and each unit
 * keeps the place that it came from. Quotation marks and dashes are one each, white space is one space, and none where a line was only
 * broken; ligatures are spelled out, accents joined to their letters (NFC, NFKC but for what tells something), unseen signs left out.
 */
import { firstWhere } from '../halving';
import { classOf, imageOf, isUnspaced, lowerOf, spellingOf, unitClass } from './foldUnits';

/** A text folded, with an exact way back. */
export interface Folded {
  readonly length: number;
  /** The folded UTF-16 units, capitals kept. */
  readonly units: Uint16Array;
  /** The same in lower case, unit by unit. */
  readonly lower: Uint16Array;
  /** `lower` as a string. */
  readonly text: string;
  /** Where in the source the character of each unit begins, and where it ends. Units of one character share both. */
  readonly from: Uint32Array;
  readonly to: Uint32Array;
}

const space = 0x20;
const hyphen = 0x2d;
const guillemetLeft = 0xab;
const mostJoined = 32;
/** Signs that some set a space before, as the French do. */
const spacedBefore = new Set([...'!?;:%»…'].map((sign) => sign.charCodeAt(0)));

/** Folds a text. Linear in it; the arrays take eleven bytes a unit. */
export function fold(source: string): Folded {
  const made = new Folding(source);
  for (let at = 0; at < source.length; ) at = made.take(at);
  return made.done();
}

/** One folding on its way: lives as long as a call of `fold`. */
class Folding {
  readonly #source: string;
  #units: Uint16Array;
  #from: Uint32Array;
  #to: Uint32Array;
  #length = 0;

  constructor(source: string) {
    this.#source = source;
    const room = source.length + 16;
    this.#units = new Uint16Array(room);
    this.#from = new Uint32Array(room);
    this.#to = new Uint32Array(room);
  }

  /** Folds the character, or the white space, at an offset; the offset behind it. */
  take(at: number): number {
    const unit = this.#source.charCodeAt(at);
    const kind = classOf(unit);
    const next = at + 1;
    if (kind === unitClass.plain) return this.#takePlain(at);
    if (kind === unitClass.space) return this.#takeSpace(at);
    if (kind === unitClass.mapped) this.#put(imageOf(unit), at, next);
    else if (kind === unitClass.dash) this.#takeDash(at);
    else if (kind === unitClass.joined) this.#join(at);
    else if (kind === unitClass.spelled) {
      for (const letter of spellingOf(unit)) this.#put(letter.charCodeAt(0), at, next);
    }
    return next;
  }

  /** All that stands for itself from an offset on, as most of a text does, and the spaces in it that a Latin letter follows. */
  #takePlain(first: number): number {
    const [source, units, from, to] = [this.#source, this.#units, this.#from, this.#to];
    const end = Math.min(source.length, first + units.length - this.#length);
    let length = this.#length;
    let at = first;
    for (; at < end; at++) {
      const unit = source.charCodeAt(at);
      const kind = classOf(unit);
      if (kind === unitClass.plain) units[length] = unit;
      else if (kind === unitClass.space && isLatin(source.charCodeAt(at + 1))) units[length] = space;
      else break;
      from[length] = at;
      to[length++] = at + 1;
    }
    this.#length = length;
    if (at === first) this.#grow();
    return at;
  }

  #put(unit: number, from: number, to: number): void {
    if (this.#length === this.#units.length) this.#grow();
    this.#units[this.#length] = unit;
    this.#from[this.#length] = from;
    this.#to[this.#length++] = to;
  }

  #takeSpace(at: number): number {
    let end = at + 1;
    while (end < this.#source.length && isGap(this.#source.charCodeAt(end))) end++;
    const before = this.#length === 0 ? 0 : this.#source.charCodeAt((this.#to[this.#length - 1] as number) - 1);
    const after = end < this.#source.length ? this.#source.charCodeAt(end) : 0;
    const last = this.#length === 0 ? 0 : this.#units[this.#length - 1];
    const joins =
      last === hyphen ||
      before === guillemetLeft ||
      spacedBefore.has(after) ||
      (isUnspaced(before) && isUnspaced(after)) ||
      (isLowSurrogate(before) && isUnspaced(after));
    if (!joins) this.#put(space, at, end);
    return end;
  }

  /** Dashes in a row are one, and the spaces around it are a matter of taste. */
  #takeDash(at: number): void {
    if (this.#length > 0 && this.#units[this.#length - 1] === space) this.#length--;
    if (this.#length > 0 && this.#units[this.#length - 1] === hyphen) this.#to[this.#length - 1] = at + 1;
    else this.#put(hyphen, at, at + 1);
  }

  /** An accent and all before it that it belongs to, as one character where there is one. */
  #join(at: number): void {
    const from = this.#length === 0 ? at : (this.#from[this.#length - 1] as number);
    // No letter has so many; piled up without end they would be joined again and again.
    if (from === at || at - from > mostJoined) {
      this.#put(this.#source.charCodeAt(at), at, at + 1);
      return;
    }
    while (this.#length > 0 && this.#from[this.#length - 1] === from) this.#length--;
    let seen = '';
    for (let i = from; i <= at; i++) {
      if (classOf(this.#source.charCodeAt(i)) !== unitClass.dropped) seen += this.#source.charAt(i);
    }
    const whole = seen.normalize('NFC');
    for (let i = 0; i < whole.length; i++) {
      const unit = whole.charCodeAt(i);
      const kind = classOf(unit);
      if (kind === unitClass.mapped) this.#put(imageOf(unit), from, at + 1);
      else this.#put(unit, from, at + 1);
    }
  }

  #grow(): void {
    const room = this.#units.length * 2;
    this.#units = widened(this.#units, new Uint16Array(room));
    this.#from = widened(this.#from, new Uint32Array(room));
    this.#to = widened(this.#to, new Uint32Array(room));
  }

  done(): Folded {
    const length = this.#length;
    const units = this.#units.subarray(0, length);
    const lower = new Uint16Array(length);
    for (let i = 0; i < length; i++) lower[i] = lowerOf(units[i] as number);
    return {
      length,
      units,
      lower,
      text: stringOf(lower),
      from: this.#from.subarray(0, length),
      to: this.#to.subarray(0, length),
    };
  }
}

/** White space, and what is unseen within it. */
function isGap(unit: number): boolean {
  const kind = classOf(unit);
  return kind === unitClass.space || kind === unitClass.dropped;
}

const isLatin = (unit: number): boolean => (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x41 && unit <= 0x5a);

const isLowSurrogate = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff;

function widened<A extends Uint16Array | Uint32Array>(old: A, wide: A): A {
  wide.set(old);
  return wide;
}

function stringOf(units: Uint16Array): string {
  let text = '';
  for (let at = 0; at < units.length; at += 8192) {
    text += String.fromCharCode.apply(null, units.subarray(at, at + 8192) as unknown as number[]);
  }
  return text;
}

/** The first folded unit whose character ends behind an offset of the source: where a span that starts there starts. */
export function foldedStart({ length, to }: Folded, offset: number): number {
  return firstWhere(length, (i) => (to[i] as number) > offset);
}

/** The folded units whose characters begin before an offset of the source: where a span that ends there ends. */
export function foldedEnd({ length, from }: Folded, offset: number): number {
  return firstWhere(length, (i) => (from[i] as number) >= offset);
}

/** Whether two texts are the same words, in whatever typography. */
export function sameWords(a: string, b: string): boolean {
  if (a === b) return true;
  const [one, other] = [fold(a), fold(b)];
  return one.length === other.length && one.units.every((unit, i) => unit === other.units[i]);
}
