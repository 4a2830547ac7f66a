/** Sees to it that the calendar is told what a meeting says: who asks names the meeting, and what is said is what is true by then. */
import { createHash } from 'node:crypto';
import { type Forum, forumOf } from '../domain/agreement.ts';
import { type Invitation, invitationFor } from '../domain/invitation.ts';
import { type Meeting, wallClock } from '../domain/meeting.ts';
import type { Change } from '../ports.ts';
import { nextNumber } from './next-number.ts';
import type { Product } from './product.ts';

export interface EventPayload {
  meeting: string;
}

export const eventLane = (meeting: string): string => `event/${meeting}`;

/** A meeting that has begun is not called to again. */
export const isAhead = ({ clock }: Product, meeting: Meeting): boolean => meeting.start > wallClock(clock.now());

export const invitationTo = ({ agreement }: Product, meeting: Meeting): Invitation =>
  invitationFor(meeting, forumOf(agreement, meeting.forum), agreement);

export const hashOf = (invitation: Invitation): string => createHash('sha256').update(JSON.stringify(invitation)).digest('hex');

export async function tellCalendar(product: Product, change: Change, meeting: Meeting): Promise<void> {
  if (!product.calendar || !isAhead(product, meeting)) return;
  const lane = eventLane(meeting.id);
  await change.lock(lane);
  await change.supersede(lane, `${lane}/`);
  const number = await nextNumber(change, `asked/${lane}`);
  const payload: EventPayload = { meeting: meeting.id };
  await change.enqueue({ idemKey: `${lane}/${number}`, kind: 'event', lane, payload });
}

/** Every meeting of the forum that the calendar does not know as it is now: new ones, and those a changed definition or roster concerns. */
export async function tellCalendarOf(product: Product, change: Change, forum: Forum): Promise<void> {
  if (!product.calendar) return;
  for (const meeting of await change.meetings(forum.id)) {
    if (!isAhead(product, meeting)) continue;
    const kept = await change.calendarEvent(meeting.id);
    if (kept?.sent !== hashOf(invitationTo(product, meeting))) await tellCalendar(product, change, meeting);
  }
}
