/*
 * What is to become of each entry and each key of two versions: decided by comparing them with the version that both came from, before a byte
 * is written. First by bytes, so that comments travel with the entries that hold them, then by values, field by field.
 */
import { sameValue } from '../annotation/edit';
import { type EntryKind, entryKinds } from '../annotation/model';
import { isPlainMap, type Plain } from '../yaml/values';
import { type Choose, type Clash, mergedMap, type PlainMap, type Side } from './mergeFields';
import { type Item, sameItem, sameText, type Version } from './mergeItems';
import { interleaved } from './mergeOrder';

/** What becomes of an entry: ours stays, with their lines, with other values; or theirs comes in. */
export type Fate =
  | { readonly do: 'keep'; readonly ours: Item }
  | { readonly do: 'take'; readonly ours: Item; readonly theirs: Item }
  | { readonly do: 'set'; readonly ours: Item; readonly value: PlainMap }
  | { readonly do: 'add'; readonly theirs: Item };

export class Plan {
  readonly clashes: Clash[] = [];
  /** The entries of the result in their order. */
  readonly fates: { readonly [K in EntryKind]: readonly Fate[] };
  readonly dropped: Item[] = [];
  /** The values of all keys of the root but the lists of entries. */
  readonly keys: PlainMap;
  readonly base: Version | undefined;
  readonly ours: Version;
  readonly theirs: Version;
  private readonly choose: Choose | undefined;

  constructor(base: Version | undefined, ours: Version, theirs: Version, choose: Choose | undefined) {
    this.base = base;
    this.ours = ours;
    this.theirs = theirs;
    this.choose = choose;
    const fates = entryKinds.map((kind) => [kind, this.fatesOf(kind)] as const);
    this.fates = Object.fromEntries(fates) as Plan['fates'];
    this.keys = this.mergedKeys();
  }

  /** The name under which an entry of the result is known. */
  static itemOf(fate: Fate): Item {
    return fate.do === 'add' ? fate.theirs : fate.ours;
  }

  /** All that an entry of the result says. */
  valueOf(fate: Fate): Plain {
    if (fate.do === 'set') return fate.value;
    return fate.do === 'keep' ? this.ours.valueOf(fate.ours) : this.theirs.valueOf(fate.theirs);
  }

  private fatesOf(kind: EntryKind): readonly Fate[] {
    const [ours, theirs] = [this.ours.byKey[kind], this.theirs.byKey[kind]];
    const incoming = this.incomingBefore(kind);
    const result: Fate[] = [];
    let alone: Fate[] = [];
    const close = (key: string): void => {
      result.push(...interleaved(alone, incoming.get(key) ?? [], Plan.itemOf));
      alone = [];
    };
    for (const item of ours.values()) {
      const twin = theirs.get(item.key);
      const fate = this.fateOf(item, twin);
      if (!fate) this.dropped.push(item);
      else if (!twin) alone.push(fate);
      else {
        close(item.key);
        result.push(fate);
        if (this.areTwins(item, twin)) result.push({ do: 'add', theirs: twin });
      }
    }
    close('');
    return result;
  }

  /** The entries that come in from their side, by the key of the next one behind them that both sides have; `''` for the end. */
  private incomingBefore(kind: EntryKind): ReadonlyMap<string, readonly Fate[]> {
    const result = new Map<string, Fate[]>();
    let waiting: Fate[] = [];
    for (const item of this.theirs.items[kind]) {
      if (this.ours.byKey[kind].has(item.key)) {
        result.set(item.key, waiting);
        waiting = [];
      } else if (this.comesIn(item)) waiting.push({ do: 'add', theirs: item });
    }
    return result.set('', waiting);
  }

  private fateOf(ours: Item, theirs: Item | undefined): Fate | undefined {
    const base = this.base?.byKey[ours.kind].get(ours.key);
    if (!theirs) return this.isDropped(ours, base) ? undefined : { do: 'keep', ours };
    if (base && sameText(theirs, base)) return { do: 'keep', ours };
    if (base && sameText(ours, base)) return { do: 'take', ours, theirs };
    if (sameItem(ours, this.ours, theirs, this.theirs) || this.areTwins(ours, theirs)) return { do: 'keep', ours };
    return this.fieldByField(ours, theirs, base);
  }

  /** Whether both sides made an entry of one id, each another one: both stay, the second to be renumbered (rule 6). */
  private areTwins(ours: Item, theirs: Item): boolean {
    if (!this.base || this.base.byKey[ours.kind].has(ours.key)) return false;
    return !sameItem(ours, this.ours, theirs, this.theirs);
  }

  private isDropped(ours: Item, base: Item | undefined): boolean {
    if (!base || !this.base) return false;
    if (sameItem(ours, this.ours, base, this.base)) return true;
    return (
      this.decide(ours, { base: this.base.valueOf(base), ours: this.ours.valueOf(ours), theirs: undefined }, 'ours') ===
      'theirs'
    );
  }

  private comesIn(theirs: Item): boolean {
    const base = this.base?.byKey[theirs.kind].get(theirs.key);
    if (!base || !this.base) return true;
    if (sameItem(theirs, this.theirs, base, this.base)) return false;
    const values = { base: this.base.valueOf(base), ours: undefined, theirs: this.theirs.valueOf(theirs) };
    return this.decide(theirs, values, 'theirs') === 'theirs';
  }

  private fieldByField(ours: Item, theirs: Item, base: Item | undefined): Fate {
    const [o, t] = [this.ours.valueOf(ours), this.theirs.valueOf(theirs)];
    const b = base && this.base ? this.base.valueOf(base) : common(o, t);
    if (!isPlainMap(o) || !isPlainMap(t) || !isPlainMap(b)) return { do: 'keep', ours };
    const value = mergedMap(b, o, t, (field, base, ours_, theirs) =>
      this.decide(ours, { field, base, ours: ours_, theirs }, 'ours'),
    );
    return sameValue(value, o) ? { do: 'keep', ours } : { do: 'set', ours, value };
  }

  private mergedKeys(): PlainMap {
    const [o, t] = [this.ours.keys(), this.theirs.keys()];
    const b = this.base?.keys() ?? common(o, t);
    return mergedMap(b, o, t, (field, base, ours, theirs) =>
      this.choice({ kind: 'file', id: '', field, base, ours, theirs }, 'ours'),
    );
  }

  private decide(item: Item, rest: Omit<Clash, 'kind' | 'id'>, without: Side): Side {
    return this.choice({ kind: item.kind, id: item.record.entry?.id ?? item.record.id ?? '', ...rest }, without);
  }

  private choice(clash: Clash, without: Side): Side {
    this.clashes.push(clash);
    return this.choose?.(clash) ?? without;
  }
}

/** What two versions of a map agree in. */
function common(a: Plain | PlainMap, b: Plain | PlainMap): PlainMap {
  if (!isPlainMap(a) || !isPlainMap(b)) return {};
  return Object.fromEntries(Object.entries(a).filter(([key, value]) => sameValue(value, b[key])));
}
