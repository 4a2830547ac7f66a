/** What a changed definition would do to the meetings that are known, told before it is run. Changes nothing. */
import type { Agreement, Forum } from '../domain/agreement.ts';
import { hardlyMeets, pauseOn, plan, upcoming } from '../domain/cadence.ts';
import { dayOf } from '../domain/days.ts';
import { type Meeting, reachedStage, wallClock, zoned } from '../domain/meeting.ts';
import { movedByHand, type Replanned, replan } from '../domain/replan.ts';
import { hindranceOn, REST } from '../domain/slots.ts';
import type { Reader } from '../ports.ts';

/** Places after the last known meeting, besides one for each that lies ahead. */
const FAR = 12;
/** Days looked through for each place, in slots: a forum that holds one in ten may have to be looked through twice as far. */
const SLOTS = 20;

/**
 * What following the definition would move or add, for one forum and its known meetings. One that hardly ever meets gives
 * meetings no place to go: they stay where they are, and the check has warned of it.
 */
export function foreseen(forum: Forum, known: readonly Meeting[], now: Temporal.ZonedDateTime): Replanned {
  if (forum.rhythm.kind !== 'every' || hardlyMeets(forum)) return { moved: [], placed: [], added: [] };
  const { days } = forum.rhythm;
  const today = now.toPlainDate();
  const last = known
    .map((one) => one.end)
    .toSorted()
    .at(-1);
  const beyond = last !== undefined && last > wallClock(now) ? zoned(last) : now;
  // However long a pause is, there are places behind it.
  const places = known.filter((one) => isAhead(one, now)).length + FAR;
  const furthest = upcoming(forum, beyond, places, places * SLOTS * days).at(-1)?.slot ?? today;
  return replan(known, plan(forum, today.subtract({ days: 2 * days }), furthest).meetings, now);
}

export interface Foreseen extends Replanned {
  forum: Forum;
  /** Those ahead that stay where somebody put them, whatever the definition says. */
  byHand: Meeting[];
  /** Those ahead that stay on a day the definition does not let them meet on, since it leaves them nowhere to go, and why not. */
  stuck: { meeting: Meeting; because: string }[];
}

export interface Foresight {
  forums: Foreseen[];
  /** Forums with meetings ahead that the definition no longer has. */
  gone: { forum: string; meetings: Meeting[] }[];
}

const isAhead = (one: Meeting, now: Temporal.ZonedDateTime): boolean =>
  one.start > wallClock(now) && !reachedStage(one, 'in-progress');

function hindered(forum: Forum, meeting: Meeting): Foreseen['stuck'] {
  const day = Temporal.PlainDate.from(meeting.start.slice(0, 10));
  const because = hindranceOn(dayOf(day), forum);
  if (because === undefined) return [];
  return [{ meeting, because: because === REST ? `uppehåll: ${pauseOn(day, forum.pauses)?.name ?? ''}` : because }];
}

export async function foresee(agreement: Agreement, read: Reader, now: Temporal.ZonedDateTime): Promise<Foresight> {
  const forums = await Promise.all(
    agreement.forums.map(async (forum) => {
      const known = await read.meetings(forum.id);
      const byHand = known.filter((one) => isAhead(one, now) && movedByHand(one));
      const found = foreseen(forum, known, now);
      const settled = new Set([...byHand, ...found.moved.map(({ meeting }) => meeting)]);
      const stuck = known.filter((one) => isAhead(one, now) && !settled.has(one)).flatMap((one) => hindered(forum, one));
      return { forum, ...found, byHand, stuck };
    }),
  );
  const waiting = new Set((await read.openSteps()).map((step) => step.forum));
  const lost = [...waiting].filter((id) => !agreement.forums.some((forum) => forum.id === id));
  const gone = await Promise.all(
    lost.map(async (forum) => ({ forum, meetings: (await read.meetings(forum)).filter((one) => isAhead(one, now)) })),
  );
  return { forums, gone: gone.filter(({ meetings }) => meetings.length > 0) };
}
