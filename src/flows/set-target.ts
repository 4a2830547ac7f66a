/** A member of the body the definition names writes in the target it has decided, or takes one back. */
import type { Person } from '../domain/agreement.ts';
import { forumOf } from '../domain/agreement.ts';
import type { Indicator } from '../domain/indicator.ts';
import { wallClock } from '../domain/meeting.ts';
import { type Result, yes } from '../domain/result.ts';
import {
  type DecidedTarget,
  maySetTarget,
  type SetTarget,
  setTarget,
  type TakenBack,
  type TargetNo,
  takeable,
  takeBack,
} from '../domain/targets.ts';
import type { Reader } from '../ports.ts';
import { planAsks } from './ask-for-targets.ts';
import type { Actor, Product } from './product.ts';
import { showAnew } from './watch-sources.ts';

/** The indicators whose targets a person may set. */
export const settableBy = ({ agreement }: Product, { forums }: Person): Indicator[] =>
  agreement.indicators.filter((one) => one.state === 'live' && maySetTarget(one, forums));

/** Kept beside the earlier ones; the cards follow. The log says who, when and about what, and no more. */
export async function decideTarget(
  product: Product,
  { person, cause }: Actor,
  indicator: Indicator,
  decided: DecidedTarget,
): Promise<Result<SetTarget, TargetNo>> {
  const now = product.clock.now();
  const set = setTarget(indicator, { person: person.id, forums: person.forums }, decided, now.toPlainDate());
  if (!set.ok) return set;
  const forum = forumOf(product.agreement, set.value.forum);
  const isNew = await product.store.change(async (change) => {
    await change.lock(forum.id);
    if (!(await change.once(cause))) return false;
    await change.keepTarget(set.value);
    await planAsks(product, change, forum);
    await showAnew(change, cause);
    return true;
  });
  if (isNew) product.log.info({ indicator: indicator.id, by: person.id, at: wallClock(now) }, 'a target was set');
  return yes(set.value);
}

/** The indicator's targets that can be taken back today, oldest first. */
export const takeableNow = async ({ clock }: Product, read: Reader, indicator: Indicator) =>
  takeable(indicator, await read.targets(), clock.now().toPlainDate());

/** Takes a target back without setting another; it stays in the history, and the cards follow. */
export async function takeBackTarget(
  product: Product,
  { person, cause }: Actor,
  indicator: Indicator,
  id: string,
): Promise<Result<TakenBack, TargetNo>> {
  const at = wallClock(product.clock.now());
  const who = { person: person.id, forums: person.forums };
  const done = await product.store.change(async (change): Promise<Result<TakenBack, TargetNo>> => {
    if (indicator.setBy) await change.lock(indicator.setBy.forum);
    const set = await change.targets();
    const before = set.find((one) => one.id === id)?.takenBack;
    if (!(await change.once(cause)) && before?.by === person.id) return yes(before);
    const taken = takeBack(indicator, who, id, set, at);
    if (!taken.ok) return taken;
    await change.takeBackTarget(id, taken.value);
    await showAnew(change, cause);
    return taken;
  });
  if (done.ok) product.log.info({ indicator: indicator.id, by: person.id, at }, 'a target was taken back');
  return done;
}
