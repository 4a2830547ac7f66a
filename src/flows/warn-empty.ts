/** A unit that nobody comes from: the convener is told once, from the day the agenda is published (N 1.8). */
import { forumOf, quoted, unitName } from '../domain/agreement.ts';
import { answersByUnit } from '../domain/answers.ts';
import { type Meeting, plannedAs } from '../domain/meeting.ts';
import { stepsFor } from '../domain/steps.ts';
import { list, longDate, weekday } from '../domain/swedish.ts';
import type { Change, KeptEvent } from '../ports.ts';
import { convenerId } from './agenda-view.ts';
import { message } from './cards.ts';
import { nudge } from './nudge.ts';
import type { Product } from './product.ts';
import { isAhead } from './tell-calendar.ts';

export async function warnEmpty(product: Product, change: Change, meeting: Meeting, event: KeptEvent | undefined): Promise<void> {
  const { agreement, clock } = product;
  const forum = forumOf(agreement, meeting.forum);
  const convener = convenerId(product, forum.id);
  const from = stepsFor(plannedAs(meeting), forum).find(({ name }) => name === 'publish-agenda')!.at;
  if (!event || !convener || !isAhead(product, meeting) || Temporal.ZonedDateTime.compare(from, clock.now()) > 0) return;
  const told: string[] = [];
  for (const { unit, empty } of answersByUnit(agreement, forum, meeting, event.answers))
    if (empty && (await change.once(`empty/${meeting.id}/${meeting.start}/${unit}`))) told.push(unit);
  if (told.length === 0) return;
  const units = list(told.map((unit) => unitName(agreement, unit)));
  const text = `Ingen kommer från ${units} till mötet ${weekday(meeting.start)} ${longDate(meeting.start)}.`;
  const detail = `${quoted(agreement, agreement.represented)} Be dem skicka någon annan, eller skriv "flytta" för att flytta mötet.`;
  await nudge(
    product,
    change,
    { forum: forum.id, person: convener, before: meeting.start },
    `empty/${meeting.id}/${meeting.start}/${told.join('+')}`,
    message(text, { detail }),
  );
}
