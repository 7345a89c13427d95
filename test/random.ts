/** Random numbers that are the same in every run: what cannot be repeated is an anecdote. */

/** A source of numbers in [0, 1) that depends on nothing but its seed (mulberry32, Tommy Ettinger, public domain). */
export class Random {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = this.#state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  }

  /** A whole number of `from` to `to`, both included. */
  between(from: number, to: number): number {
    return from + Math.floor(this.next() * (to - from + 1));
  }

  /** One of the items; there must be one. */
  pick<T>(items: ArrayLike<T>): T {
    return items[this.between(0, items.length - 1)] as T;
  }

  /** True in that share of the cases. */
  chance(share: number): boolean {
    return this.next() < share;
  }
}
