/** What a changed definition would do to the meetings that are known, told before it is run. Changes nothing. */
import type { Agreement, Forum } from '../domain/agreement.ts';
import { plan } from '../domain/cadence.ts';
import { type Meeting, reachedStage, wallClock } from '../domain/meeting.ts';
import { movedByHand, type Replanned, replan } from '../domain/replan.ts';
import type { Reader } from '../ports.ts';

/** Cadences ahead in which a planned meeting can find its new place. */
const FAR = 12;

/** What following the definition would move or add, for one forum and its known meetings. */
export function foreseen(forum: Forum, known: readonly Meeting[], now: Temporal.ZonedDateTime): Replanned {
  if (forum.rhythm.kind !== 'every') return { moved: [], added: [] };
  const { days } = forum.rhythm;
  const today = now.toPlainDate();
  return replan(known, plan(forum, today.subtract({ days }), today.add({ days: days * FAR })).meetings, days, now);
}

export interface Foreseen extends Replanned {
  forum: Forum;
  /** Those ahead that stay where somebody put them, whatever the definition says. */
  byHand: Meeting[];
}

export interface Foresight {
  forums: Foreseen[];
  /** Forums with meetings ahead that the definition no longer has. */
  gone: { forum: string; meetings: Meeting[] }[];
}

const isAhead = (one: Meeting, now: Temporal.ZonedDateTime): boolean =>
  one.start > wallClock(now) && !reachedStage(one, 'in-progress');

export async function foresee(agreement: Agreement, read: Reader, now: Temporal.ZonedDateTime): Promise<Foresight> {
  const forums = await Promise.all(
    agreement.forums.map(async (forum) => {
      const known = await read.meetings(forum.id);
      const byHand = known.filter((one) => isAhead(one, now) && movedByHand(one));
      return { forum, ...foreseen(forum, known, now), byHand };
    }),
  );
  const waiting = new Set((await read.openSteps()).map((step) => step.forum));
  const lost = [...waiting].filter((id) => !agreement.forums.some((forum) => forum.id === id));
  const gone = await Promise.all(
    lost.map(async (forum) => ({ forum, meetings: (await read.meetings(forum)).filter((one) => isAhead(one, now)) })),
  );
  return { forums, gone: gone.filter(({ meetings }) => meetings.length > 0) };
}
