/** The whole agreement's meetings between two dates: every forum, in time order, with what people should know of each. */
import type { Agreement, Forum } from './agreement.ts';
import { type PlannedMeeting, plan } from './cadence.ts';
import { isSqueezed } from './calendar.ts';
import { type Day, dayNumber, dayOf, isoWeekOf } from './days.ts';
import { covers } from './spans.ts';

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

/** The flag of a moved meeting for which no day kept the order of the levels. */
export const OUT_OF_ORDER = 'bryter nivåernas ordning';

/**
 * A fortnightly meeting after a year with 53 weeks: people who think in even and odd weeks should hear that they change.
 * Said of the first slot of the new year, counted from the anchor, wherever the plan begins.
 */
function parityFlag(forum: Forum, day: Day): string | undefined {
  if (forum.rhythm.kind !== 'every' || forum.rhythm.days !== 14) return undefined;
  const { year, week } = isoWeekOf(day);
  if (week > 3 || isoWeekOf(dayNumber(year - 1, 12, 28)).week !== 53) return undefined;
  return `${week % 2 === 0 ? 'jämna' : 'udda'} veckor från och med nu: ${year - 1} hade 53 veckor`;
}

/** What people should know of a day on which a meeting is held; nothing of it moves the meeting. */
export function flagsOf(agreement: Pick<Agreement, 'notices'>, forum: Forum, day: Day): string[] {
  const flags = isSqueezed(day) ? ['klämdag'] : [];
  for (const notice of agreement.notices) if (covers(notice, day)) flags.push(notice.name);
  const parity = parityFlag(forum, day);
  if (parity) flags.push(parity);
  return flags;
}

function yearMeeting(agreement: Agreement, forum: Forum, meeting: PlannedMeeting): YearMeeting {
  const flags = flagsOf(agreement, forum, dayOf(meeting.start.toPlainDate()));
  if (meeting.moved?.outOfOrder) flags.push(OUT_OF_ORDER);
  return { ...meeting, tier: tierOf(agreement, forum), flags };
}

/** Meetings held between two dates, both included, whatever their slot; rests and lost slots by their slot. */
export function yearPlan(agreement: Agreement, from: Temporal.PlainDate, to: Temporal.PlainDate, only?: string): YearPlan {
  const found: YearPlan = { meetings: [], rests: [], unplanned: [] };
  const within = (date: Temporal.PlainDate) =>
    Temporal.PlainDate.compare(date, from) >= 0 && Temporal.PlainDate.compare(date, to) <= 0;
  for (const forum of agreement.forums) {
    if ((only !== undefined && forum.id !== only) || forum.rhythm.kind !== 'every') continue;
    const { days } = forum.rhythm;
    // A slot just outside may have been moved in.
    const { meetings, rests, unplanned } = plan(forum, from.subtract({ days }), to.add({ days }));
    for (const meeting of meetings)
      if (within(meeting.start.toPlainDate())) found.meetings.push(yearMeeting(agreement, forum, meeting));
    for (const rest of rests) if (within(rest.slot)) found.rests.push({ forum: forum.id, ...rest });
    for (const slot of unplanned) if (within(slot)) found.unplanned.push({ forum: forum.id, slot });
  }
  found.meetings.sort((a, b) => Temporal.ZonedDateTime.compare(a.start, b.start) || a.tier - b.tier);
  return found;
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
