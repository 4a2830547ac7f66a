/** What a changed definition does to the plan: only what differs, so that people see it before anybody is told. */
import type { Agreement } from './agreement.ts';
import { type YearMeeting, yearPlan } from './year-plan.ts';

export type PlanDifference =
  | { kind: 'moved'; forum: string; was: YearMeeting; now: YearMeeting }
  | { kind: 'new'; forum: string; now: YearMeeting }
  | { kind: 'gone'; forum: string; was: YearMeeting };

const sameTime = (a: YearMeeting, b: YearMeeting): boolean => a.start.equals(b.start) && a.end.equals(b.end);

/**
 * Differences between two dates, in time order. A meeting whose slot is in both plans is the same meeting; of the others
 * the first in one plan is the first in the other, since meetings are moved and never cancelled (N 1.8).
 */
export function planDifferences(
  was: Agreement,
  now: Agreement,
  from: Temporal.PlainDate,
  to: Temporal.PlainDate,
): PlanDifference[] {
  const [before, after] = [yearPlan(was, from, to).meetings, yearPlan(now, from, to).meetings];
  const found: PlanDifference[] = [];
  for (const forum of new Set([...before, ...after].map((one) => one.forum))) {
    const [old, fresh] = [before, after].map((all) => all.filter((one) => one.forum === forum)) as [YearMeeting[], YearMeeting[]];
    const same = (one: YearMeeting, among: readonly YearMeeting[]) => among.find((other) => other.id === one.id);
    for (const one of old) {
      const other = same(one, fresh);
      if (other && !sameTime(one, other)) found.push({ kind: 'moved', forum, was: one, now: other });
    }
    const [left, come] = [old.filter((one) => !same(one, fresh)), fresh.filter((one) => !same(one, old))];
    for (let n = 0; n < Math.max(left.length, come.length); n += 1) {
      const [one, other] = [left[n], come[n]];
      if (one && other && sameTime(one, other)) continue;
      if (one && other) found.push({ kind: 'moved', forum, was: one, now: other });
      else if (other) found.push({ kind: 'new', forum, now: other });
      else if (one) found.push({ kind: 'gone', forum, was: one });
    }
  }
  const at = (one: PlanDifference) => (one.kind === 'new' ? one.now : one.was).start;
  return found.sort((a, b) => Temporal.ZonedDateTime.compare(at(a), at(b)));
}
