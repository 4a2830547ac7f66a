/**
 * The owner of a figure fills it in in Teams; it is written as a row of the list on the samarbetsyta. Numbers only: causes
 * stay between the authorities (N 1.6).
 */
import { unitName } from '../domain/agreement.ts';
import type { Indicator } from '../domain/indicator.ts';
import { lastEnded, periodBefore } from '../domain/periods.ts';
import { no, type Result, yes } from '../domain/result.ts';
import type { Change, FilledForm, StoredEffect } from '../ports.ts';
import { aboutToCall } from './effect-flow.ts';
import type { Actor, Product, Refusal } from './product.ts';
import { askFor } from './watch-sources.ts';

export interface ListRowPayload {
  list: string;
  form: FilledForm;
}

/** Periods a figure may be filled in for: the newest that has ended, and those before it. */
const PERIODS = 6;

export interface Reportable {
  indicator: Indicator;
  list: string;
  /** Newest first. */
  periods: string[];
}

/** What a person may fill in: figures one of their forums follows, kept in a list and owned by their own unit. */
export function reportableBy(product: Product, who: Actor['person']): Reportable[] {
  const today = product.clock.now().toPlainDate();
  const own = product.agreement.forums.filter((forum) => who.forums.includes(forum.id));
  const followed = new Set(own.flatMap((forum) => forum.standingItems.flatMap((item) => item.indicators)));
  return product.agreement.indicators.flatMap((indicator) => {
    const { source, owner, reportedPer } = indicator;
    if (source.kind !== 'list' || !followed.has(indicator.id) || !owner.units.includes(who.unit)) return [];
    const periods = [lastEnded(reportedPer, today)];
    while (periods.length < PERIODS) periods.push(periodBefore(periods.at(-1)!));
    return [{ indicator, list: source.list, periods }];
  });
}

export interface Filled {
  indicator: string;
  period: string;
  women: number;
  men: number;
  absent: number | undefined;
  causeKnown: number | undefined;
}

/** Writes the row through the outbox. @returns what it was about, for the answer. */
export async function reportFigure(
  product: Product,
  who: Actor,
  filled: Filled,
): Promise<Result<{ name: string; unit: string }, Refusal>> {
  const found = reportableBy(product, who.person).find((one) => one.indicator.id === filled.indicator);
  if (!found?.periods.includes(filled.period)) return no('not-your-figure');
  const unit = unitName(product.agreement, who.person.unit);
  const payload: ListRowPayload = { list: found.list, form: { ...filled, unit, by: who.person.name } };
  await product.store.change(async (change) => {
    if (!(await change.once(who.cause))) return;
    await change.enqueue({ idemKey: `list-row/${who.cause}`, kind: 'list-row', lane: `list/${found.list}`, payload });
  });
  return yes({ name: found.indicator.name, unit });
}

/** @returns what is remembered with it: a look at the list, for nobody may tell us of our own row. */
export async function performListRow(product: Product, effect: StoredEffect): Promise<(change: Change) => Promise<void>> {
  const { list, form } = effect.payload as ListRowPayload;
  await aboutToCall(product, effect);
  await product.lists.add(list, form, effect.idemKey);
  return (change) => askFor(change, 'look', `list:${list}`);
}
