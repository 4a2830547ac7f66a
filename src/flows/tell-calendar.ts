/** Sees to it that the calendar is told what meetings say: who asks names them, and what is said is what is true by then. */
import { createHash } from 'node:crypto';
import { type Forum, forumOf } from '../domain/agreement.ts';
import { type Invitation, invitationFor } from '../domain/invitation.ts';
import { type Meeting, wallClock } from '../domain/meeting.ts';
import type { Change } from '../ports.ts';
import { nextNumber } from './next-number.ts';
import type { Product } from './product.ts';
import { sayBooked } from './say-booked.ts';

export interface EventPayload {
  meetings: string[];
}

/** One for each forum: a meeting that moves while a whole year is being put in the calendar waits for that. */
export const eventLane = (forum: string): string => `event/${forum}`;

/** A meeting that has begun is not called to again. */
export const isAhead = ({ clock }: Product, meeting: Meeting): boolean => meeting.start > wallClock(clock.now());

export const invitationTo = ({ agreement }: Product, meeting: Meeting): Invitation =>
  invitationFor(meeting, forumOf(agreement, meeting.forum), agreement);

export const hashOf = (invitation: Invitation): string => createHash('sha256').update(JSON.stringify(invitation)).digest('hex');

export async function tellCalendar(product: Product, change: Change, meeting: Meeting): Promise<void> {
  if (!product.calendar || !isAhead(product, meeting)) return;
  await ask(change, meeting.forum, `event/${meeting.id}`, [meeting.id]);
}

/** `name` before the number: what was asked for by the same name and has not been tried is taken back. */
async function ask(change: Change, forum: string, name: string, meetings: string[]): Promise<void> {
  const lane = eventLane(forum);
  await change.lock(lane);
  await change.supersede(lane, `${name}/`);
  const payload: EventPayload = { meetings };
  await change.enqueue({ idemKey: `${name}/${await nextNumber(change, `asked/${name}`)}`, kind: 'event', lane, payload });
}

/** So many at a time, nearest first: what fails is tried again as a whole, and a process that stops has little to do over. */
const AT_A_TIME = 10;

/** Every meeting of the forum that the calendar does not know as it is now: new ones, and those a changed definition or roster concerns. */
export async function tellCalendarOf(product: Product, change: Change, forum: Forum): Promise<void> {
  if (!product.calendar) return;
  const ahead = (await change.meetings(forum.id)).filter((meeting) => isAhead(product, meeting));
  const kept = new Map((await change.calendarEvents(forum.id)).map((one) => [one.meeting, one]));
  const untold = ahead.filter((meeting) => kept.get(meeting.id)?.sent !== hashOf(invitationTo(product, meeting)));
  for (let n = 0; n * AT_A_TIME < untold.length; n += 1) {
    const meetings = untold.slice(n * AT_A_TIME, (n + 1) * AT_A_TIME).map(({ id }) => id);
    await ask(change, forum.id, `events/${forum.id}/${n}`, meetings);
  }
  await sayBooked(
    product,
    change,
    forum,
    untold.filter(({ id }) => !kept.has(id)),
  );
}
