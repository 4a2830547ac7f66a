/**
 * An outsider who has kept everything that was ever shown, and tries every other way it could have been. Counts are sums
 * of groups of persons; nothing here knows how the product decides what to hide.
 */

/** What was told of one count: the sum of these groups lies within these bounds. */
export interface Told {
  groups: readonly number[];
  least: number;
  most: number;
}

const PATIENCE = 3_000_000;

/** Groups of other sizes that fit all that was told and give `target` another sum; undefined when there are none. */
export function otherwise(truth: readonly number[], told: readonly Told[], target: readonly number[]): number[] | undefined {
  const all = Math.max(12, ...truth) * 2;
  for (const reach of [1, 2, 4, all]) {
    const found = tryAll(truth, told, target, reach);
    if (found) return found;
  }
  return undefined;
}

function tryAll(truth: readonly number[], told: readonly Told[], target: readonly number[], reach: number): number[] | undefined {
  const world = truth.map(() => 0);
  const added = told.map(() => 0);
  const lastOf = told.map(({ groups }) => Math.max(...groups));
  const toldOf = truth.map((_, group) => told.flatMap(({ groups }, one) => (groups.includes(group) ? [one] : [])));
  const real = target.reduce((sum, group) => sum + truth[group]!, 0);
  let looks = 0;

  const visit = (group: number): boolean => {
    looks += 1;
    if (looks > PATIENCE) throw new Error('the outsider lost patience: make the example smaller');
    if (group === truth.length) return target.reduce((sum, one) => sum + world[one]!, 0) !== real;
    let most = truth[group]! + reach;
    let least = Math.max(0, truth[group]! - reach);
    for (const one of toldOf[group]!) {
      most = Math.min(most, told[one]!.most - added[one]!);
      if (lastOf[one] === group) least = Math.max(least, told[one]!.least - added[one]!);
    }
    for (let size = least; size <= most; size += 1) {
      world[group] = size;
      for (const one of toldOf[group]!) added[one]! += size;
      const found = visit(group + 1);
      for (const one of toldOf[group]!) added[one]! -= size;
      if (found) return true;
    }
    return false;
  };
  return visit(0) ? [...world] : undefined;
}
