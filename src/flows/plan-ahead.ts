/** Keeps the coming meetings planned: each has its row and its steps before anything is due. */
import type { Forum } from '../domain/agreement.ts';
import { plan } from '../domain/cadence.ts';
import { lastDayOf, planned } from '../domain/meeting.ts';
import { stepsFor } from '../domain/steps.ts';
import type { Change } from '../ports.ts';
import { planAsks } from './ask-for-targets.ts';
import type { Product } from './product.ts';
import { tellCalendarOf } from './tell-calendar.ts';

const AHEAD = 3;

/**
 * Plans from the last meeting planned (so nothing is skipped after a long stop; the first time: from now) until `AHEAD`
 * meetings lie in the future; those are in the calendar as they are now.
 */
export async function planAhead(product: Product, change: Change, forum: Forum): Promise<void> {
  if (forum.rhythm.kind !== 'every') return;
  const now = product.clock.now();
  const today = now.toPlainDate();
  const known = await change.meetings(forum.id);
  const newest = known.at(-1);
  const last = newest && lastDayOf(newest);
  const from = last ? Temporal.PlainDate.from(last).add({ days: 1 }) : today.subtract({ days: forum.rhythm.days });
  const horizon = today.add({ days: forum.rhythm.days * (AHEAD + 4) });
  let ahead = known.filter((meeting) => meeting.end > now.toPlainDateTime().toString()).length;
  for (const meeting of plan(forum, from, horizon).meetings) {
    const over = Temporal.ZonedDateTime.compare(meeting.end, now) <= 0;
    if (over && !last) continue;
    if (!over && ahead >= AHEAD) break;
    await change.save(planned(meeting));
    await change.planSteps(meeting.id, forum.id, stepsFor(meeting, forum));
    if (!over) ahead += 1;
  }
  await planAsks(product, change, forum);
  await tellCalendarOf(product, change, forum);
}
