/* Where a person was, for the way back and forward, as in an editor: a place is kept when the caret leaves it by a jump or goes far. Pure but for its own list. */

/** Less far is the same place. UTF-16 units; about ten lines, as in VS Code's editors. */
const near = 700;
const most = 50;

export interface History {
  /** The caret has come to a place; after `leap` even a near one counts. */
  visit(offset: number): void;
  /** The next move is a jump. */
  leap(): void;
  /** The place before or after, or undefined at the end of the way. */
  go(by: 1 | -1): number | undefined;
  /** Every place as it is in another text. */
  carry(how: (offset: number) => number): void;
}

export function createHistory(): History {
  let places: number[] = [];
  let at = -1;
  let leaping = false;
  return {
    visit: (offset) => {
      const here = places[at];
      const same = here === undefined ? false : leaping ? offset === here : Math.abs(offset - here) < near;
      leaping = false;
      if (same) {
        places[at] = offset;
        return;
      }
      places = [...places.slice(0, at + 1), offset].slice(-most);
      at = places.length - 1;
    },
    leap: () => {
      leaping = true;
    },
    go: (by) => {
      const to = places[at + by];
      if (to !== undefined) at += by;
      return to;
    },
    carry: (how) => {
      places = places.map(how);
    },
  };
}
