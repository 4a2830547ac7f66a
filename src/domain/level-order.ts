/**
 * "Mötena ska följa organisationshierarkin" (N 1.8): every forum is told which forums stand right below and above it, so
 * that a move keeps the order. The forums below know their own order; those above give their slots only, which nothing moves.
 */
import type { Forum, Level } from './agreement.ts';

const dated = (forum: Forum): boolean => forum.rhythm.kind === 'every';

/** The forums with their `order` set anew from the levels' parents; a level without dates is passed over. */
export function inLevelOrder(levels: readonly Level[], forums: readonly Forum[]): Forum[] {
  const bare = forums.map(({ order: _order, ...forum }): Forum => forum);
  const above = (forum: Forum): Forum[] => {
    const seen = new Set([forum.level]);
    let level = levels.find((one) => one.id === forum.level)?.parent;
    while (level !== undefined && !seen.has(level)) {
      seen.add(level);
      const here = bare.filter((one) => one.level === level && dated(one));
      if (here.length > 0) return here;
      level = levels.find((one) => one.id === level)?.parent;
    }
    return [];
  };
  const known = new Map<string, Forum>();
  const ordered = (forum: Forum): Forum => {
    const done = known.get(forum.id);
    if (done) return done;
    const below = bare.filter((one) => dated(one) && above(one).some((upper) => upper.id === forum.id));
    const order = { below: below.map(ordered), above: dated(forum) ? above(forum) : [] };
    const made: Forum = order.below.length + order.above.length > 0 ? { ...forum, order } : forum;
    known.set(forum.id, made);
    return made;
  };
  return bare.map(ordered);
}
