/**
 * Could it have been otherwise? A hidden count is safe when other counts fit everything that was shown, and the way to
 * know is to exhibit them: people moved between hidden cells, one in or out of each, so that every sum still holds.
 *
 * What is found is a proof. Where nothing is found the answer is no, also when the search gave up: never safe by mistake.
 * In tables of two ways (sex and units, units and periods) moves of one are enough whenever anything is (their matrices
 * are totally unimodular, and any other world is made of such moves); beyond that the search may say no too often.
 */

/** A count with the bounds an outsider knows for it; equal bounds for what was shown. */
export interface Bounded {
  value: number;
  least: number;
  most: number;
}

/** A whole and its parts, as places in the list of counts: `[whole, ...parts]`. */
export type Sum = readonly number[];

export type Search =
  | { found: true; moved: ReadonlyMap<number, 1 | -1> }
  /** The sums that could not be made to hold, those without any way out first. */
  | { found: false; stuck: readonly number[] };

const FEWEST_MOVES = 6;
const STEPS = 1500;

/** Looks for other counts, within bounds and with every sum kept, in which `target` differs. */
export function anotherWorld(
  target: number,
  counts: readonly Bounded[],
  sums: readonly Sum[],
  sumsOf: readonly (readonly number[])[],
): Search {
  const stuck = new Set<number>();
  const tried = new Set<number>();
  for (const first of [1, -1] as const) {
    if (!within(counts[target]!, first)) continue;
    let steps = STEPS;
    for (let moves = FEWEST_MOVES; ; moves *= 4) {
      const search = new Moves(counts, sums, sumsOf, moves, steps);
      if (search.from(target, first)) return { found: true, moved: search.moved };
      for (const sum of search.stuck) stuck.add(sum);
      for (const sum of search.tried) tried.add(sum);
      steps = search.steps;
      if (!search.cut || steps <= 0) break;
    }
  }
  for (const sum of sumsOf[target]!) tried.add(sum);
  return { found: false, stuck: [...stuck.union(tried)] };
}

const within = (count: Bounded, by: 1 | -1): boolean => (by > 0 ? count.value < count.most : count.value > count.least);

/** One search, depth first: as long as a sum does not hold, somebody in it moves; nobody moves twice. */
class Moves {
  readonly moved = new Map<number, 1 | -1>();
  readonly stuck = new Set<number>();
  readonly tried = new Set<number>();
  /** True when a world may have been missed for want of moves or steps. */
  cut = false;
  steps: number;
  readonly #counts: readonly Bounded[];
  readonly #sums: readonly Sum[];
  readonly #sumsOf: readonly (readonly number[])[];
  readonly #most: number;
  /** By how much each sum fails: whole minus parts. */
  readonly #off = new Map<number, number>();
  readonly #barred = new Set<number>();

  constructor(
    counts: readonly Bounded[],
    sums: readonly Sum[],
    sumsOf: readonly (readonly number[])[],
    most: number,
    steps: number,
  ) {
    this.#counts = counts;
    this.#sums = sums;
    this.#sumsOf = sumsOf;
    this.#most = most;
    this.steps = steps;
  }

  from(target: number, by: 1 | -1): boolean {
    this.#move(target, by);
    return this.#settle();
  }

  #settle(): boolean {
    if (this.#off.size === 0) return true;
    if (this.moved.size >= this.#most || this.steps <= 0) {
      this.cut = true;
      return false;
    }
    this.steps -= 1;
    const [sum, ways] = this.#tightest();
    this.tried.add(sum);
    if (ways.length === 0) this.stuck.add(sum);
    const barred: number[] = [];
    for (const [count, by] of ways) {
      this.#move(count, by);
      if (this.#settle()) return true;
      this.#unmove(count, by);
      // Worlds in which this one moves have all been looked at.
      this.#barred.add(count);
      barred.push(count);
    }
    for (const count of barred) this.#barred.delete(count);
    return false;
  }

  /** The failing sum with the fewest ways out, and those ways, the ones that mend most first. */
  #tightest(): [number, [number, 1 | -1][]] {
    let best: [number, [number, 1 | -1][]] | undefined;
    for (const [sum, off] of this.#off) {
      const ways: [number, 1 | -1][] = [];
      for (const [at, count] of this.#sums[sum]!.entries()) {
        const by = (at === 0) === off > 0 ? -1 : 1;
        if (!this.moved.has(count) && !this.#barred.has(count) && within(this.#counts[count]!, by)) ways.push([count, by]);
      }
      if (!best || ways.length < best[1].length) best = [sum, ways];
      if (ways.length === 0) break;
    }
    const [sum, ways] = best!;
    if (ways.length < 2) return [sum, ways];
    const scored = ways.map((way) => ({ way, worse: this.#worse(way) }));
    return [sum, scored.sort((a, b) => a.worse - b.worse).map(({ way }) => way)];
  }

  /** How much further off the sums are after a move. */
  #worse([count, by]: [number, 1 | -1]): number {
    return this.#sumsOf[count]!.reduce((worse, sum) => {
      const off = this.#off.get(sum) ?? 0;
      return worse + Math.abs(off + this.#weight(sum, count, by)) - Math.abs(off);
    }, 0);
  }

  #weight(sum: number, count: number, by: 1 | -1): number {
    return this.#sums[sum]![0] === count ? by : -by;
  }

  #move(count: number, by: 1 | -1): void {
    this.moved.set(count, by);
    this.#shift(count, by);
  }

  #unmove(count: number, by: 1 | -1): void {
    this.moved.delete(count);
    this.#shift(count, by === 1 ? -1 : 1);
  }

  #shift(count: number, by: 1 | -1): void {
    for (const sum of this.#sumsOf[count]!) {
      const off = (this.#off.get(sum) ?? 0) + this.#weight(sum, count, by);
      if (off === 0) this.#off.delete(sum);
      else this.#off.set(sum, off);
    }
  }
}
