/** The whole agreement's meetings between two dates: every forum, in time order, with what people should know of each. */
import type { Agreement, Forum } from './agreement.ts';
import { type Plan, type PlannedMeeting, plan } from './cadence.ts';
import { isSqueezeDay } from './calendar.ts';

export interface YearMeeting extends PlannedMeeting {
  /** The level's order: hubs 1, section managers 2, unit managers 3. */
  tier: number;
  flags: string[];
}

export interface YearPlan {
  meetings: YearMeeting[];
  rests: { forum: string; slot: Temporal.PlainDate; pause: string }[];
  unplanned: { forum: string; slot: Temporal.PlainDate }[];
}

export const tierOf = (agreement: Agreement, forum: Forum): number =>
  agreement.levels.find((level) => level.id === forum.level)?.order ?? 0;

function flagsOf(agreement: Agreement, date: Temporal.PlainDate): string[] {
  const week = date.weekOfYear!;
  const notices = agreement.notices.filter((notice) => week >= notice.from && week <= notice.to).map((notice) => notice.name);
  return [...(isSqueezeDay(date) ? ['klämdag'] : []), ...notices];
}

export function yearPlan(agreement: Agreement, from: Temporal.PlainDate, to: Temporal.PlainDate, only?: string): YearPlan {
  const forums = agreement.forums.filter((forum) => only === undefined || forum.id === only);
  const plans = forums.map((forum): [Forum, Plan] => [forum, plan(forum, from, to)]);
  const meetings = plans.flatMap(([forum, { meetings: all }]) =>
    all.map(
      (meeting): YearMeeting => ({
        ...meeting,
        tier: tierOf(agreement, forum),
        flags: flagsOf(agreement, meeting.start.toPlainDate()),
      }),
    ),
  );
  return {
    meetings: meetings.sort((a, b) => Temporal.ZonedDateTime.compare(a.start, b.start) || a.tier - b.tier),
    rests: plans.flatMap(([forum, { rests }]) => rests.map((rest) => ({ forum: forum.id, ...rest }))),
    unplanned: plans.flatMap(([forum, { unplanned }]) => unplanned.map((slot) => ({ forum: forum.id, slot }))),
  };
}

export interface Collision {
  forums: [string, string];
  /** The first day it happens, and how many there are. */
  first: Temporal.PlainDate;
  times: number;
}

/** Forums whose meetings lie on top of each other and that somebody is a member of both. */
export function collisions(agreement: Agreement, from: Temporal.PlainDate, to: Temporal.PlainDate): Collision[] {
  const { meetings } = yearPlan(agreement, from, to);
  const found = new Map<string, Collision>();
  for (const [n, one] of meetings.entries()) {
    for (const other of meetings.slice(n + 1)) {
      if (Temporal.ZonedDateTime.compare(other.start, one.end) >= 0) break;
      if (other.forum === one.forum) continue;
      const both = agreement.people.some((person) => person.forums.includes(one.forum) && person.forums.includes(other.forum));
      if (!both) continue;
      const forums = [one.forum, other.forum].sort() as [string, string];
      const known = found.get(forums.join());
      if (known) known.times += 1;
      else found.set(forums.join(), { forums, first: one.start.toPlainDate(), times: 1 });
    }
  }
  return [...found.values()];
}
