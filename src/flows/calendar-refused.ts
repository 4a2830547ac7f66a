/**
 * The calendar will not take a meeting: the convener is told once, and the product tries again with the next night's
 * planning; where it lacks the right to the mailbox, again and again until an administrator has given it.
 */
import { longDate } from '../domain/swedish.ts';
import type { Change } from '../ports.ts';
import { convenerId } from './agenda-view.ts';
import { message, postCard } from './cards.ts';
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

/** The mailbox does not let us in: said once for each forum and meeting, to its convener; in the channel, where nobody is. */
export async function calendarClosed(product: Product, change: Change, meetingId: string): Promise<void> {
  const meeting = await change.meeting(meetingId);
  if (!meeting || !(await change.once(`calendar-closed/${meetingId}`))) return;
  const convener = convenerId(product, meeting.forum);
  const key = `calendar-closed/${meeting.forum}/${product.clock.now().toPlainDate()}`;
  const shown = message('Jag släpps inte in i brevlådan som kallar till mötena, så kalendern visar inte mötena som de är.', {
    detail:
      'Be administratören ge mig rätt till brevlådan igen; stegen står i manifest/permissions.md under "The calendar". Mötena gäller som vanligt och läggs i kalendern av sig själva så snart det går. Skriv "kalender forum" för en adress som visar dem så länge.',
  });
  if (convener) await nudge(product, change, { forum: meeting.forum, person: convener }, key, shown);
  else await postCard(change, { forum: meeting.forum }, key, shown);
}
