/**
 * How long a question waits: raised in a hub, answered one level up, back on the hub's agenda. "Mötena ska följa
 * organisationshierarkin" (N 1.8): we read it as levels meeting in order, so this is what a good order is good for (ours).
 */
import type { Agreement, Forum } from './agreement.ts';
import type { PlannedMeeting } from './cadence.ts';
import { plan } from './cadence.ts';
import { workingDaysFrom } from './calendar.ts';
import { dayOf } from './days.ts';
import { PUBLISHED_BEFORE } from './slots.ts';

const MORNING = Temporal.PlainTime.from('08:00');

/** When a meeting's agenda is published: what comes later waits for the next one. */
export function publishedAt(meeting: PlannedMeeting): Temporal.ZonedDateTime {
  const day = workingDaysFrom(meeting.start.toPlainDate(), -PUBLISHED_BEFORE);
  return day.toZonedDateTime({ timeZone: meeting.start.timeZoneId, plainTime: MORNING });
}

/** A forum's meetings with what the way of a question asks of them, reckoned once. */
export interface Stop {
  meeting: PlannedMeeting;
  published: number;
  ends: number;
  /** Days since 1970, for the count of days. */
  day: number;
}

export const stops = (meetings: readonly PlannedMeeting[]): Stop[] =>
  meetings.map((meeting) => ({
    meeting,
    published: publishedAt(meeting).epochMilliseconds,
    ends: meeting.end.epochMilliseconds,
    day: dayOf(meeting.start.toPlainDate()),
  }));

/** The first meeting whose agenda is published after a moment; meetings stand in order. */
function after(all: readonly Stop[], moment: number): Stop | undefined {
  let [low, high] = [0, all.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (all[middle]!.published > moment) high = middle;
    else low = middle + 1;
  }
  return all[low];
}

export interface Way {
  /** The hub meeting at which the question is raised. */
  raised: PlannedMeeting;
  /** The meetings that carry it up, lowest first; the last one answers. */
  through: PlannedMeeting[];
  /** The hub meeting on whose agenda the answer stands; undefined when the plan ends before it. */
  back: PlannedMeeting | undefined;
  /** Days from raising to the answer. */
  days: number | undefined;
}

/** The way of a question raised at each meeting of `hub`, up through `chain` and back. */
export function ways(hub: readonly Stop[], chain: readonly (readonly Stop[])[]): Way[] {
  return hub.map((from) => {
    const through: PlannedMeeting[] = [];
    let moment = from.ends;
    for (const level of chain) {
      const stop = after(level, moment);
      if (!stop) return { raised: from.meeting, through, back: undefined, days: undefined };
      through.push(stop.meeting);
      moment = stop.ends;
    }
    const back = after(hub, moment);
    return { raised: from.meeting, through, back: back?.meeting, days: back && back.day - from.day };
  });
}

export interface Latency {
  median: number;
  worst: number;
  /** Hub meetings whose answer lies within the plan. */
  counted: number;
}

export function latency(all: readonly Way[]): Latency | undefined {
  const days = all.flatMap((way) => (way.days === undefined ? [] : [way.days])).sort((a, b) => a - b);
  if (days.length === 0) return undefined;
  return { median: days[Math.floor((days.length - 1) / 2)]!, worst: days.at(-1)!, counted: days.length };
}

/** The forums a hub's questions pass, lowest first: by the levels' parents, as far as forums with dates go. */
export function chainAbove(agreement: Agreement, hub: Forum): Forum[] {
  const chain: Forum[] = [];
  let level = agreement.levels.find((one) => one.id === hub.level)?.parent;
  while (level) {
    const forum = agreement.forums.find((one) => one.level === level && one.rhythm.kind === 'every');
    if (forum) chain.push(forum);
    level = agreement.levels.find((one) => one.id === level)?.parent;
  }
  return chain;
}

export interface OrderWarning {
  forum: string;
  meeting: PlannedMeeting;
  /** The level below whose meeting does not come before this agenda's publication. */
  below: string;
}

/** Agendas that are published before the level below has met since last time: its questions miss this meeting. */
export function outOfOrder(agreement: Agreement, from: Temporal.PlainDate, to: Temporal.PlainDate): OrderWarning[] {
  const warnings: OrderWarning[] = [];
  for (const hub of agreement.forums.filter((forum) => lowest(agreement, forum))) {
    const levels = [hub, ...chainAbove(agreement, hub)].map((forum) => ({ forum, meetings: plan(forum, from, to).meetings }));
    for (const [n, level] of levels.entries()) {
      const below = levels[n - 1];
      if (!below) continue;
      for (const [k, meeting] of level.meetings.entries()) {
        const before = level.meetings[k - 1];
        if (!before || warnings.some((one) => one.meeting.id === meeting.id && one.below === below.forum.id)) continue;
        const met = below.meetings.some(
          (one) =>
            Temporal.ZonedDateTime.compare(one.end, before.end) > 0 &&
            Temporal.ZonedDateTime.compare(one.end, publishedAt(meeting)) < 0,
        );
        if (!met) warnings.push({ forum: level.forum.id, meeting, below: below.forum.id });
      }
    }
  }
  return warnings;
}

/** A forum that no other stands below. */
export function lowest(agreement: Agreement, forum: Forum): boolean {
  return forum.rhythm.kind === 'every' && !agreement.levels.some((level) => level.parent === forum.level);
}
