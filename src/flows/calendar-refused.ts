/** The calendar will not take a meeting: the convener is told once, and the product tries again with the next night's planning. */
import { longDate } from '../domain/swedish.ts';
import type { Change } from '../ports.ts';
import { convenerId } from './agenda-view.ts';
import { message } from './cards.ts';
import { nudge } from './nudge.ts';
import type { Product } from './product.ts';

/** One word a day for each forum: when the whole calendar says no, it says so to every meeting. */
export async function calendarRefused(product: Product, change: Change, meetingId: string): Promise<void> {
  const meeting = await change.meeting(meetingId);
  const convener = meeting && convenerId(product, meeting.forum);
  if (!meeting || !convener || !(await change.once(`calendar-refused/${meetingId}`))) return;
  const day = product.clock.now().toPlainDate().toString();
  const text = `Mötet ${longDate(meeting.start)} kunde inte läggas i kalendern. Be administratören titta i loggen.`;
  const detail = 'Mötet gäller som vanligt. Skriv "kalender forum" för en adress som visar mötena i allas kalendrar så länge.';
  const to = { forum: meeting.forum, person: convener };
  await nudge(product, change, to, `calendar-refused/${meeting.forum}/${day}`, message(text, { detail }));
}
