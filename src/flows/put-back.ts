/**
 * "Mötena ska ej avbokas" (N 1.8): what somebody did to a meeting in Outlook is put right, never followed silently, and the
 * convener is told how a meeting is moved; the forum's channel, where nobody convenes it. At most once a day for each meeting.
 */
import { quoted } from '../domain/agreement.ts';
import { longDate, meetingTime } from '../domain/swedish.ts';
import type { CalendarEvent, Change } from '../ports.ts';
import { convenerId } from './agenda-view.ts';
import { message, postCard } from './cards.ts';
import { nextNumber } from './next-number.ts';
import { nudge } from './nudge.ts';
import type { Product } from './product.ts';

/** Each time everybody asked gets mail from Outlook; against something that takes the meeting away at once we wait till tomorrow. */
const MOST_A_DAY = 5;

const today = ({ clock }: Product): string => clock.now().toPlainDate().toString();

/** Counts a time the meeting is put back; false when that has been often enough today. */
export async function mayPutBack(product: Product, change: Change, meeting: string): Promise<boolean> {
  const name = `put-back/${meeting}/${today(product)}`;
  if (Number((await change.setting(name)) ?? 0) >= MOST_A_DAY) return false;
  await nextNumber(change, name);
  return true;
}

/** `what`: the event was deleted, or somebody gave it this other time. */
export async function tellPutBack(
  product: Product,
  change: Change,
  meetingId: string,
  what: 'deleted' | Pick<CalendarEvent, 'start' | 'end'>,
): Promise<void> {
  const meeting = await change.meeting(meetingId);
  const convener = meeting && convenerId(product, meeting.forum);
  product.log.warn({ meeting: meetingId, what: what === 'deleted' ? what : 'changed' }, 'put back in the calendar');
  if (!meeting) return;
  const text =
    what === 'deleted'
      ? `Mötet ${longDate(meeting.start)} var borttaget ur kalendern. Det är inte avbokat: jag har lagt tillbaka det.`
      : `Mötet ${longDate(meeting.start)} hade fått en annan tid i Outlook, ${meetingTime(what.start, what.end)}. Jag har ställt tillbaka den.`;
  const rule = quoted(product.agreement, product.agreement.neverCancelled);
  const key = `put-back/${meeting.id}/${today(product)}`;
  if (!convener) {
    const detail = `${rule} Forumet har ingen sammankallande som kan flytta mötet: kom överens om en.`;
    await postCard(change, { forum: meeting.forum }, key, message(text, { detail }));
    return;
  }
  const detail = `${rule} Behövs en annan tid: flytta mötet här, så följer dagordning, sekreterare och kalender med.`;
  const buttons = [{ title: 'Flytta mötet', verb: 'move', data: { meeting: meeting.id }, dialog: true, primary: true }];
  const to = { forum: meeting.forum, person: convener, before: meeting.start };
  await nudge(product, change, to, key, message(text, { detail, buttons }));
}
