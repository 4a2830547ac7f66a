/** Brings the meetings that are planned into line with a definition that has changed; history stays as it was. */
import type { Forum } from '../domain/agreement.ts';
import type { PlannedMeeting } from '../domain/cadence.ts';
import { type Meeting, planned } from '../domain/meeting.ts';
import { BY_PLAN, retimed } from '../domain/move.ts';
import { ownText } from '../domain/privacy.ts';
import type { Replanned } from '../domain/replan.ts';
import { stepsFor } from '../domain/steps.ts';
import type { Change, Reader } from '../ports.ts';
import type { FigureMap } from './agenda-view.ts';
import { foreseen } from './foresee-definition.ts';
import { ruleText } from './plan-words.ts';
import type { Product } from './product.ts';
import { retimeMeeting } from './retime-meeting.ts';

async function changes(product: Product, read: Reader, forum: Forum): Promise<Replanned> {
  return foreseen(forum, await read.meetings(forum.id), product.clock.now());
}

/** Held for a slot from now on, which may have had to leave its own day. */
const onSlot = (meeting: Meeting, { slot, moved }: PlannedMeeting): Meeting => ({
  ...meeting,
  follows: slot.toString(),
  moved: moved && { from: moved.from.toString(), because: moved.because },
});

/** True when following the definition would move or add a meeting. */
export async function differs(product: Product, read: Reader, forum: Forum): Promise<boolean> {
  const { moved, placed, added } = await changes(product, read, forum);
  return moved.length + placed.length + added.length > 0;
}

export async function followDefinition(product: Product, change: Change, forum: Forum, figures: FigureMap): Promise<void> {
  const { moved, placed, added } = await changes(product, change, forum);
  if (forum.rhythm.kind !== 'every') return;
  const reason = ownText(`Överenskommelsens fil är ändrad, ${ruleText(forum.rhythm)}`);
  for (const { meeting, to, plan: one } of moved) {
    const next = onSlot(retimed(meeting, to, reason, BY_PLAN, product.clock.now()), one);
    await retimeMeeting(product, change, meeting, next, figures, `follow-definition/${next.moves!.length}`);
    product.log.info({ meeting: meeting.id, from: meeting.start, to: to.start }, 'moved by a changed definition');
  }
  for (const { meeting, plan: one } of placed) await change.save({ ...meeting, follows: one.slot.toString() });
  for (const one of added) {
    await change.save(planned(one));
    await change.planSteps(one.id, forum.id, stepsFor(one, forum));
  }
}
