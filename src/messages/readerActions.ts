/* What the reading view does, by name: the words of its table of keys, of the host's `do`, and of what it leaves to VS Code's own inputs. */

/** What the reading view does on a key, by name; `argmark.keys` maps keys to these names or to tags (`tag:claim`). */
export const readerActions = [
  'growSelection',
  'shrinkSelection',
  'nextAnnotation',
  'previousAnnotation',
  'nextOfTag',
  'previousOfTag',
  'details',
  'hover',
  'pickHere',
  'support',
  'attack',
  'tagByList',
  'addUnstated',
  'respan',
  'addFragment',
  'repeat',
  'remove',
  'armTag',
  'find',
  'tagAllHits',
  'goTo',
  'goToHeading',
  'goToConclusion',
  'goToPremise',
  'goBack',
  'goForward',
  'copyQuote',
  'toggleAnnouncements',
  'keys',
] as const;
export type ReaderAction = (typeof readerActions)[number];

/** What the reading view asks the host for, and the host answers with an input of VS Code. */
export const inputActions = [
  'tagByList',
  'armTag',
  'addUnstated',
  'goTo',
  'goToHeading',
  'goToConclusion',
  'goToPremise',
] as const;

/** All that the reading view asks the host for. */
export const askedActions = [
  ...inputActions,
  'copyQuote',
  'toggleAnnouncements',
  'reviewDrift',
  'reattachDragged',
  'navigateBack',
  'navigateForward',
] as const;
export type AskedAction = (typeof askedActions)[number];
