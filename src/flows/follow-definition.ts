/** Brings the meetings that are planned into line with a definition that has changed; history stays as it was. */
import type { Forum } from '../domain/agreement.ts';
import type { PlannedMeeting } from '../domain/cadence.ts';
import { type Meeting, planned, plannedAs } from '../domain/meeting.ts';
import { BY_PLAN, retimed } from '../domain/move.ts';
import { ownText } from '../domain/privacy.ts';
import { stepsFor } from '../domain/steps.ts';
import { longDate, meetingTime } from '../domain/swedish.ts';
import type { Change, Reader } from '../ports.ts';
import type { FigureMap } from './agenda-view.ts';
import { message, postCard } from './cards.ts';
import { foreseen } from './foresee-definition.ts';
import { nearest } from './nearest.ts';
import { nextNumber } from './next-number.ts';
import { ruleText } from './plan-words.ts';
import type { Product } from './product.ts';
import { retimeMeeting } from './retime-meeting.ts';

/** Held for a slot from now on, which may have had to leave its own day. */
const onSlot = (meeting: Meeting, { slot, moved }: PlannedMeeting): Meeting => ({
  ...meeting,
  follows: slot.toString(),
  moved: moved && { from: moved.from.toString(), because: moved.because },
});

/** True when following the definition would move or add a meeting. */
export async function differs(product: Product, read: Reader, forum: Forum): Promise<boolean> {
  const { moved, placed, added } = foreseen(forum, await read.meetings(forum.id), product.clock.now());
  return moved.length + placed.length + added.length > 0;
}

/**
 * Each of the nearest is told of as any move. Those further ahead are told of together, and the calendar hears of them with
 * everything else that is planned anew (`planAhead`, which comes after and also gives what is added its steps).
 */
export async function followDefinition(product: Product, change: Change, forum: Forum, figures: FigureMap): Promise<void> {
  const known = await change.meetings(forum.id);
  const { moved, placed, added } = foreseen(forum, known, product.clock.now());
  if (forum.rhythm.kind !== 'every') return;
  const near = new Set(nearest(known, product.clock.now()).map(({ id }) => id));
  const reason = ownText(`Överenskommelsens fil är ändrad, ${ruleText(forum.rhythm)}`);
  const far: Meeting[] = [];
  for (const { meeting, to, plan: one } of moved) {
    const next = onSlot(retimed(meeting, to, reason, BY_PLAN, product.clock.now()), one);
    if (near.has(meeting.id) || meeting.stage.name !== 'planned')
      await retimeMeeting(product, change, meeting, next, figures, `follow-definition/${next.moves!.length}`);
    else {
      await change.save(next);
      await change.retimeSteps(next.id, stepsFor(plannedAs(next), forum));
      far.push(next);
    }
    product.log.info({ meeting: meeting.id, from: meeting.start, to: to.start }, 'moved by a changed definition');
  }
  for (const { meeting, plan: one } of placed) await change.save({ ...meeting, follows: one.slot.toString() });
  for (const one of added) await change.save(planned(one));
  await tellOf(change, forum, far);
}

async function tellOf(change: Change, forum: Forum, far: readonly Meeting[]): Promise<void> {
  const [first, last] = [far[0], far.at(-1)];
  if (!first || !last) return;
  const which =
    far.length === 1
      ? `Ett möte längre fram är flyttat, till ${meetingTime(first.start, first.end)}.`
      : `${far.length} möten längre fram är flyttade. De ligger nu mellan ${longDate(first.start)} och ${longDate(last.start)}.`;
  const detail = `Skäl: ${first.moves?.at(-1)?.reason ?? ''}. Skriv "plan" för att se alla tider.`;
  const number = await nextNumber(change, `moved-far/${forum.id}`);
  await postCard(change, { forum: forum.id }, `moved-far/${forum.id}/${number}`, message(which, { detail }));
}
