/** What a changed definition does to the plan: only what differs, so that people see it before anybody is told. */
import type { Agreement } from './agreement.ts';
import { type YearMeeting, yearPlan } from './year-plan.ts';

export type PlanDifference =
  | { kind: 'moved'; forum: string; was: YearMeeting; now: YearMeeting }
  | { kind: 'new'; forum: string; now: YearMeeting }
  /** `stuck`: not at rest, but on a day that it can neither be held on nor moved from. */
  | { kind: 'gone'; forum: string; was: YearMeeting; stuck: boolean };

const sameTime = (a: YearMeeting, b: YearMeeting): boolean => a.start.equals(b.start) && a.end.equals(b.end);

/** The meetings of one plan that are not in the other, in the gaps between those that are in both. */
function between(own: readonly YearMeeting[], others: readonly YearMeeting[]): YearMeeting[][] {
  const gaps: YearMeeting[][] = [[]];
  for (const one of own)
    if (others.some((other) => other.id === one.id)) gaps.push([]);
    else gaps.at(-1)!.push(one);
  return gaps;
}

const apart = (a: YearMeeting, b: YearMeeting): number => Math.abs(a.start.epochMilliseconds - b.start.epochMilliseconds);

/** Each with its like in the other plan, in order; the fewer are laid where they lie nearest. */
function paired(was: readonly YearMeeting[], now: readonly YearMeeting[]): [YearMeeting | undefined, YearMeeting | undefined][] {
  const [few, many] = was.length <= now.length ? [was, now] : [now, was];
  const away = (shift: number) => few.reduce((sum, one, n) => sum + apart(one, many[n + shift]!), 0);
  const shifts = Array.from({ length: many.length - few.length + 1 }, (_, shift) => shift);
  const nearest = shifts.reduce((best, shift) => (away(shift) < away(best) ? shift : best), 0);
  return many.map((one, n) => {
    const other = few[n - nearest];
    return many === now ? [other, one] : [one, other];
  });
}

/**
 * Differences between two dates, in time order. A meeting whose slot is in both plans is the same meeting; of the others
 * the first in one plan is the first in the other, since meetings are moved and never cancelled (N 1.8), and none changes
 * places with one that stays.
 */
export function planDifferences(
  was: Agreement,
  now: Agreement,
  from: Temporal.PlainDate,
  to: Temporal.PlainDate,
): PlanDifference[] {
  const [{ meetings: before }, { meetings: after, unplanned }] = [yearPlan(was, from, to), yearPlan(now, from, to)];
  const isStuck = (one: YearMeeting) => unplanned.some(({ forum, slot }) => forum === one.forum && slot.equals(one.slot));
  const found: PlanDifference[] = [];
  for (const forum of new Set([...before, ...after].map((one) => one.forum))) {
    const [old, fresh] = [before, after].map((all) => all.filter((one) => one.forum === forum)) as [YearMeeting[], YearMeeting[]];
    const same = (one: YearMeeting, among: readonly YearMeeting[]) => among.find((other) => other.id === one.id);
    for (const one of old) {
      const other = same(one, fresh);
      if (other && !sameTime(one, other)) found.push({ kind: 'moved', forum, was: one, now: other });
    }
    const [left, come] = [between(old, fresh), between(fresh, old)];
    for (let n = 0; n < Math.max(left.length, come.length); n += 1)
      for (const [one, other] of paired(left[n] ?? [], come[n] ?? [])) {
        if (one && other && sameTime(one, other)) continue;
        if (one && other) found.push({ kind: 'moved', forum, was: one, now: other });
        else if (other) found.push({ kind: 'new', forum, now: other });
        else if (one) found.push({ kind: 'gone', forum, was: one, stuck: isStuck(one) });
      }
  }
  const at = (one: PlanDifference) => (one.kind === 'new' ? one.now : one.was).start;
  return found.sort((a, b) => Temporal.ZonedDateTime.compare(at(a), at(b)));
}
