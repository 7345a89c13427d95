/**
 * An article as it was tagged, and as an editor of the paper has rewritten it since: one sentence with other words, one whose likeness came beside
 * it, one written anew, and one taken out.
 */
export const before = `The price of depth

Ports gain from depth, and somebody has to pay for the digging of the channel every single year.

The harbour master keeps a ledger in which all of the small fees are written down by hand.

In spring the council votes on the levy, and in autumn the court strikes the levy down again.

Ships that draw less water than the old sluice allows are free to pass without any toll at all.

Nobody in the ministry has ever asked what the dredgers burn.
`;

export const after = `The price of depth

Ports gain from depth, and someone must pay for the deepening of the channel every single year.

The harbour master keeps a ledger in which all of the small fees are written down by hand.

Each spring our council votes on a levy, and by autumn a court strikes it down again.

Ferries wait here. Every spring the council voted on the levy, but in autumn the court struck the levy down once more.

Ships which draw less water than the new lock allows may pass without paying anything at all.

What they burn is a secret of state.
`;

/** The words that were tagged, and what they have become. */
export const changed = {
  other: {
    was: 'somebody has to pay for the digging of the channel every single year',
    is: 'someone must pay for the deepening of the channel every single year',
  },
  twice: {
    was: 'In spring the council votes on the levy, and in autumn the court strikes the levy down again.',
    is: 'Each spring our council votes on a levy, and by autumn a court strikes it down again.',
  },
  anew: {
    was: 'Ships that draw less water than the old sluice allows are free to pass without any toll at all.',
    is: 'Ships which draw less water',
  },
  gone: { was: 'Nobody in the ministry has ever asked what the dredgers burn.' },
} as const;
