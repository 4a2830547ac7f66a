/**
 * Disclosure control: no figure about few persons can be read or computed from what has been shown (domain rules 16 and
 * 17, ours; S 2.2.2 lets figures pass "på gruppnivå"). Not shown is: a count of 1 to threshold − 1 persons ('few'), and
 * what would give one away: the other sex, a sibling unit, another period, a sum ('reveals').
 *
 * How to call it:
 * (`shown-tally.ts` does, and is the only one to.)
 * 1. Build the tables with `tablesOf` (disclosure-tables.ts) from all rows the source has of the indicator, also those
 *    this card leaves out: they are protected too. Figures of different indicators that no sum ties together are best
 *    protected indicator by indicator, each with its own `Shown`.
 * 2. `const safe = protect(tables, { threshold }, shown)`, under the lock under which `shown` was read.
 * 3. Store `safe.shown` before anything is posted. It holds hidden counts, so it lies where the observations lie and is
 *    never put on a card, in a log or in an error. What was shown to anybody counts for everybody: one history for all
 *    forums and documents, since people sit in several.
 * 4. Show `safe.cells.get(id)`: a value, or why not. A share (and its change in procentenheter, its status against a
 *    target, its place in a chart) may be shown only where its part and its base both are.
 *
 * The sentences: few → "visas inte (färre än 5)", reveals → "visas inte (skulle avslöja en annan uppgift)",
 * blurred → "visas inte (få personer)".
 *
 * Zero is shown: nobody is nobody, and "alla" or "ingen" of a group with its base is what the target asks for (ours).
 * Which cell follows a small one is decided by rank and order and not by size, since the choice would tell the size.
 */
import { anotherWorld, type Bounded } from './disclosure-worlds.ts';

/** A count of persons. `id` names what is counted, the same in every call; see `cellId`. */
export interface Cell {
  id: string;
  /**
   * Of a count that is added up: the counts it is made of. Made of others it is another fact, though it comes to the same:
   * nobody can tell a sum is what it was when its parts have changed.
   */
  madeOf?: string | undefined;
  /** Whole persons, 0 or more. */
  value: number;
  /** False for a count this card does not show, and that must not be computed either. */
  wanted: boolean;
  /** Among cells that could be hidden for another's sake the lowest rank goes first: details before sums. */
  rank: number;
}

/** `whole` = the sum of `parts`, by cell id. */
export interface SumOf {
  whole: string;
  parts: readonly string[];
}

export interface Tables {
  cells: readonly Cell[];
  sums: readonly SumOf[];
}

/**
 * Why a count is hidden. 'few': it is 1 to threshold − 1. 'reveals': it is threshold or more, and would give away another.
 * 'blurred': either; said of neighbours where telling which would be enough to work them out.
 */
export type Reason = 'few' | 'reveals' | 'blurred';

export type Safe = { value: number } | { hidden: Reason };

/** What is known of one count with one value: shown, hidden for a reason, or never asked for. */
type State = 'shown' | Reason | 'latent';
type Fact = readonly [id: string, value: number, state: State, threshold: number];

/**
 * What has been shown and hidden so far, as plain JSON. A corrected count is another fact beside the old one. It grows with
 * the different counts there are, not with how often they are shown. `sums` are places in `facts`, the whole first; `now`
 * are the places of what stood when it was last asked.
 */
export interface Shown {
  facts: readonly Fact[];
  sums: readonly (readonly number[])[];
  now: readonly number[];
}

export const NOTHING_SHOWN: Shown = { facts: [], sums: [], now: [] };

export interface Protection {
  /** Every wanted cell. */
  cells: Map<string, Safe>;
  shown: Shown;
  /** Hidden counts (ids) that can be worked out all the same, because of what was shown before; empty unless the history was unsafe. */
  exposed: string[];
}

/**
 * What of the tables may be shown, given all that was shown before. Pure: the same tables and history give the same
 * answer, and tables shown before give the answer they gave. Throws RangeError where a cell is not a whole number of
 * persons, stands twice with different values, or a sum does not hold (the message names cells, never values).
 */
export function protect(tables: Tables, rules: { threshold: number }, shown: Shown): Protection {
  const found = protectFrom(tables, rules, shown, false);
  if (found.exposed.length === 0) return found;
  // A count that was another meanwhile need not be what it was before that: it may be hidden though it was shown then.
  const anew = protectFrom(tables, rules, shown, true);
  return anew.exposed.length < found.exposed.length ? anew : found;
}

function protectFrom(tables: Tables, rules: { threshold: number }, shown: Shown, anew: boolean): Protection {
  const audit = new Audit(rules.threshold, shown, anew);
  const wanted = audit.take(tables);
  audit.protect();
  const cells = new Map(wanted.map(([id, at]) => [id, audit.safe(at)]));
  return { cells, shown: audit.shown(), exposed: audit.exposed() };
}

interface Known extends Bounded {
  id: string;
  state: State;
  threshold: number;
  rank: number;
  /** Decided in this call, so it can still be hidden or get another reason. */
  open: boolean;
}

/** In the history: after the name of a count what it is made of, and which time it came to this. */
const MADE_OF = '#';
const TIME = '~';
const calledIn = (fact: string): string => fact.split(TIME)[0]!.split(MADE_OF)[0]!;

const keyOf = (id: string, value: number): string => `${value} ${id}`;

class Audit {
  readonly #threshold: number;
  readonly #anew: boolean;
  /** What stood when it was last asked, by what it is called; and what stands now. */
  readonly #last: Map<string, number>;
  readonly #now = new Set<number>();
  readonly #facts: Known[];
  readonly #places: Map<string, number>;
  readonly #sums: (readonly number[])[];
  readonly #sumsOf: number[][];
  /** Sums that tell something new. */
  readonly #news = new Set<number>();
  readonly #proved = new Set<number>();
  readonly #exposed = new Set<number>();

  constructor(threshold: number, shown: Shown, anew: boolean) {
    this.#threshold = threshold;
    this.#anew = anew;
    this.#last = new Map(shown.now.map((at) => [calledIn(shown.facts[at]![0]), at]));
    this.#facts = shown.facts.map(([id, value, state, limit]) => ({
      ...{ id, value, state, threshold: limit, rank: 0, open: false },
      ...bounds(state, value, limit),
    }));
    this.#places = new Map(shown.facts.map(([id, value], at) => [keyOf(id.split(TIME)[0]!, value), at]));
    this.#sums = [...shown.sums];
    this.#sumsOf = this.#facts.map(() => []);
    for (const [sum, members] of this.#sums.entries()) for (const at of members) this.#sumsOf[at]!.push(sum);
  }

  /** Takes in the tables; gives the wanted cells with their places. */
  take(tables: Tables): [string, number][] {
    const places = new Map<string, number>();
    const wanted: [string, number][] = [];
    for (const cell of tables.cells) {
      const at = this.#place(cell);
      if ((places.get(cell.id) ?? at) !== at) throw new RangeError(`the cell ${cell.id} stands twice, with different values`);
      places.set(cell.id, at);
      this.#now.add(at);
      if (cell.wanted) wanted.push([cell.id, at]);
    }
    const before = new Set(this.#sums.map((members) => members.join(' ')));
    for (const { whole, parts } of tables.sums) {
      const members = [whole, ...parts].map((id) => {
        const at = places.get(id);
        if (at === undefined) throw new RangeError(`the sum ${whole} speaks of a cell that is not there: ${id}`);
        return at;
      });
      if (new Set(members).size !== members.length) throw new RangeError(`the sum ${whole} has a cell twice`);
      const added = members.slice(1).reduce((sum, at) => sum + this.#facts[at]!.value, 0);
      if (added !== this.#facts[members[0]!]!.value) throw new RangeError(`the cell ${whole} is not the sum of its parts`);
      const key = members.join(' ');
      if (before.has(key)) continue;
      before.add(key);
      const sum = this.#sums.push(members) - 1;
      this.#news.add(sum);
      for (const at of members) this.#sumsOf[at]!.push(sum);
    }
    return wanted;
  }

  #place({ id: called, madeOf, value, wanted, rank }: Cell): number {
    const name = madeOf === undefined ? called : `${called}${MADE_OF}${madeOf}`;
    if (!Number.isSafeInteger(value) || value < 0) throw new RangeError(`the cell ${called} is not a whole number of persons`);
    const state: State = !wanted ? 'latent' : this.#few(value) ? 'few' : 'shown';
    const key = keyOf(name, value);
    const known = this.#places.get(key);
    const isOld = known !== undefined && !this.#now.has(known) && known !== this.#last.get(called);
    const id = isOld && this.#anew ? `${name}${TIME}${this.#facts.length}` : name;
    const fact: Known = {
      ...{ id, value, state, threshold: this.#threshold, rank, open: wanted },
      ...bounds(state, value, this.#threshold),
    };
    if (known === undefined || id !== name) {
      this.#places.set(key, this.#facts.length);
      this.#sumsOf.push([]);
      return this.#facts.push(fact) - 1;
    }
    // Asked for the first time: decided now, and every sum it stands in may tell more.
    if (wanted && this.#facts[known]!.state === 'latent') {
      this.#facts[known] = fact;
      for (const sum of this.#sumsOf[known]!) this.#news.add(sum);
    }
    return known;
  }

  #few(value: number): boolean {
    return value > 0 && value < this.#threshold;
  }

  protect(): void {
    for (const sum of this.#news) this.#keepRestLarge(sum);
    const targets = this.#touched().filter((at) => this.#isTarget(at));
    for (const at of targets) this.#prove(at, targets);
  }

  /** Hidden, or few and never asked for: what must keep two values. */
  #isTarget(at: number): boolean {
    const { state, value } = this.#facts[at]!;
    return state === 'latent' ? this.#few(value) : state !== 'shown';
  }

  /** All that the news could help to work out: what hangs together with it through counts that are not shown. */
  #touched(): number[] {
    const seen = new Set<number>();
    const sums = [...this.#news];
    const queued = new Set(sums);
    for (const sum of sums) {
      for (const at of this.#sums[sum]!) {
        if (seen.has(at) || this.#facts[at]!.state === 'shown') continue;
        seen.add(at);
        for (const next of this.#sumsOf[at]!) {
          if (queued.has(next)) continue;
          queued.add(next);
          sums.push(next);
        }
      }
    }
    // A hidden count in no sum is still bound by its reason.
    for (const [at, fact] of this.#facts.entries()) if (fact.open && fact.state !== 'shown') seen.add(at);
    return [...seen].sort((a, b) => a - b);
  }

  /** What a shown whole leaves over for its hidden parts together is a count as well, and is not to be a small one. */
  #keepRestLarge(sum: number): void {
    const [whole, ...parts] = this.#sums[sum]!;
    if (this.#facts[whole!]!.state !== 'shown') return;
    const rest = () => parts.reduce((all, at) => all + (this.#facts[at]!.state === 'shown' ? 0 : this.#facts[at]!.value), 0);
    while (this.#facts[whole!]!.state === 'shown' && this.#few(rest())) {
      const next = this.#nextToHide([sum]);
      if (next === undefined) return;
      this.#hide(next);
    }
  }

  #prove(target: number, targets: number[]): void {
    while (!this.#proved.has(target)) {
      const search = anotherWorld(target, this.#facts, this.#sums, this.#sumsOf);
      if (search.found) {
        // One other world speaks for everybody who is different in it.
        for (const at of search.moved.keys()) this.#proved.add(at);
        return;
      }
      if (this.#blur(target)) return;
      // Where the search stopped is the best place to hide more, but what gives the count away may stand further off.
      const next = this.#nextToHide(search.stuck) ?? this.#nextToHide(this.#around(target));
      if (next === undefined) {
        this.#exposed.add(target);
        return;
      }
      this.#hide(next);
      targets.push(next);
    }
  }

  /** The sums that hang together with a count through counts that are not shown, the nearest first. */
  #around(target: number): number[] {
    const sums = [...this.#sumsOf[target]!];
    const queued = new Set(sums);
    for (const sum of sums) {
      for (const at of this.#sums[sum]!) {
        if (this.#facts[at]!.state === 'shown') continue;
        for (const next of this.#sumsOf[at]!) {
          if (queued.has(next)) continue;
          queued.add(next);
          sums.push(next);
        }
      }
    }
    return sums;
  }

  /** Where only the reasons give a count away, the reasons say less: for all that move, and all beside them. */
  #blur(target: number): boolean {
    const free = this.#facts.map((fact) =>
      fact.open && fact.state !== 'shown' ? { value: fact.value, ...bounds('blurred', fact.value, 0) } : fact,
    );
    const search = anotherWorld(target, free, this.#sums, this.#sumsOf);
    if (!search.found) return false;
    const beside = [...search.moved.keys()].flatMap((at) => [at, ...this.#sumsOf[at]!.flatMap((sum) => this.#sums[sum]!)]);
    for (const at of new Set(beside)) {
      const fact = this.#facts[at]!;
      if (fact.open && fact.state !== 'shown') this.#set(at, 'blurred');
    }
    for (const at of search.moved.keys()) this.#proved.add(at);
    return true;
  }

  /** From the first of the sums that has any: shown in this call for the first time, lowest rank, first in order; nobodies last. */
  #nextToHide(sums: readonly number[]): number | undefined {
    for (const zeros of [false, true]) {
      for (const sum of sums) {
        const able = this.#sums[sum]!.filter((at) => {
          const { open, state, value } = this.#facts[at]!;
          return open && state === 'shown' && (value === 0) === zeros;
        });
        if (able.length === 0) continue;
        return able.reduce((best, at) => {
          const [a, b] = [this.#facts[at]!.rank, this.#facts[best]!.rank];
          return a < b || (a === b && at < best) ? at : best;
        });
      }
    }
    return undefined;
  }

  #hide(at: number): void {
    this.#set(at, this.#facts[at]!.value === 0 ? 'blurred' : 'reveals');
  }

  #set(at: number, state: State): void {
    const fact = this.#facts[at]!;
    this.#facts[at] = { ...fact, state, ...bounds(state, fact.value, fact.threshold) };
  }

  /** A threshold that was raised hides what was shown under the lower one, though the history cannot be taken back. */
  safe(at: number): Safe {
    const { state, value } = this.#facts[at]!;
    if (state !== 'shown') return { hidden: state === 'latent' ? 'blurred' : state };
    return this.#few(value) ? { hidden: 'few' } : { value };
  }

  /** Sums of shown counts only say nothing any more. */
  shown(): Shown {
    const facts = this.#facts.map(({ id, value, state, threshold }): Fact => [id, value, state, threshold]);
    const sums = this.#sums.filter((members) => members.some((at) => this.#facts[at]!.state !== 'shown'));
    return { facts, sums, now: [...this.#now] };
  }

  exposed(): string[] {
    return [...this.#exposed].map((at) => calledIn(this.#facts[at]!.id));
  }
}

/** What an outsider knows of a count from the fact that it is shown, or from the reason given for hiding it. */
function bounds(state: State, value: number, threshold: number): { least: number; most: number } {
  if (state === 'shown') return { least: value, most: value };
  if (state === 'few') return { least: 1, most: threshold - 1 };
  return { least: state === 'reveals' ? threshold : 0, most: Number.POSITIVE_INFINITY };
}
