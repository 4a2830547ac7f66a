/** Keeps the coming meetings planned: each has its row and stands in the calendar, and the nearest have their steps. */
import type { Forum } from '../domain/agreement.ts';
import { plan } from '../domain/cadence.ts';
import { lastDayOf, type Meeting, planned, plannedAs, reachedStage } from '../domain/meeting.ts';
import { stepsFor, stillWorth } from '../domain/steps.ts';
import type { Change } from '../ports.ts';
import { planAsks } from './ask-for-targets.ts';
import { isOver, NEAREST, nearest } from './nearest.ts';
import type { Product } from './product.ts';
import { planReports } from './remind-of-report.ts';
import { tellCalendarOf } from './tell-calendar.ts';
import { planDigest } from './write-digest.ts';

/**
 * Plans from the last meeting planned (so nothing is skipped after a long stop; the first time: from now) as far ahead as
 * the definition says, and however far it is to the nearest; those are in the calendar as they are now.
 */
export async function planAhead(product: Product, change: Change, forum: Forum): Promise<void> {
  if (forum.rhythm.kind !== 'every') return;
  const known = await change.meetings(forum.id);
  const added = missing(product, forum, known);
  for (const meeting of added) await change.save(meeting);
  await prepare(product, change, forum, [...known, ...added]);
  await planAsks(product, change, forum);
  await planReports(product, change, forum);
  await planDigest(product, change, forum, [...known, ...added]);
  await tellCalendarOf(product, change, forum);
}

function missing({ clock, agreement }: Product, forum: Forum, known: readonly Meeting[]): Meeting[] {
  if (forum.rhythm.kind !== 'every') return [];
  const { days } = forum.rhythm;
  const now = clock.now();
  const today = now.toPlainDate();
  const newest = known.at(-1);
  const last = newest && lastDayOf(newest);
  const from = last ? Temporal.PlainDate.from(last).add({ days: 1 }) : today.subtract({ days });
  const horizon = today.add({ months: agreement.heldAhead.months });
  // A slot just outside may have been moved in, and a pause may lie between the nearest.
  const furthest = [horizon.add({ days }), today.add({ days: days * (NEAREST + 4) })].sort(Temporal.PlainDate.compare).at(-1)!;
  let ahead = known.filter((meeting) => !isOver(meeting, now)).length;
  const found: Meeting[] = [];
  for (const meeting of plan(forum, from, furthest).meetings.map(planned)) {
    const over = isOver(meeting, now);
    if (over && !last) continue;
    if (!over && ahead >= NEAREST && meeting.start.slice(0, 10) > horizon.toString()) break;
    found.push(meeting);
    if (!over) ahead += 1;
  }
  return found;
}

/**
 * Steps for the nearest, and for those that went by unprepared; from then on a move gives them their new times. A meeting an
 * earlier version prepared gets the steps there were not then: one that is kept already, done or not, is never kept twice.
 */
async function prepare(product: Product, change: Change, forum: Forum, meetings: readonly Meeting[]): Promise<void> {
  const now = product.clock.now();
  const gone = meetings.filter((meeting) => isOver(meeting, now) && meeting.stage.name === 'planned');
  const ahead = nearest(meetings, now).filter((meeting) => !reachedStage(meeting, 'in-progress'));
  if (gone.length + ahead.length === 0) return;
  const waiting = Map.groupBy(await change.openSteps(forum.id), ({ meeting }) => meeting);
  for (const meeting of [...gone, ...ahead]) {
    const known = new Set(waiting.get(meeting.id)?.map(({ name }) => name));
    const steps = stepsFor(plannedAs(meeting), forum);
    const isPrepared = meeting.stage.name !== 'planned' || known.has('open-agenda');
    const lacks = (isPrepared ? stillWorth(steps, now) : steps).filter(({ name }) => !known.has(name));
    if (lacks.length > 0) await change.planSteps(meeting.id, forum.id, lacks);
  }
}
