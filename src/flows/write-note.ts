/** A unit writes why a figure is as it is, for a period; each unit its own, and what it wrote before is kept. */
import { type Person, unitName } from '../domain/agreement.ts';
import type { Indicator } from '../domain/indicator.ts';
import { type IndicatorNote, NOTE_FIELDS, NOTE_LONGEST, saysSomething } from '../domain/indicator-notes.ts';
import { wallClock } from '../domain/meeting.ts';
import { endedPeriods } from '../domain/periods.ts';
import type { SafeText } from '../domain/privacy.ts';
import { no, type Result, yes } from '../domain/result.ts';
import type { Actor, Product, Refusal } from './product.ts';
import { showAnew } from './watch-sources.ts';

/** Indicators that one of the person's forums follows up. */
export function notableBy({ agreement }: Product, { forums }: Person): Indicator[] {
  const own = agreement.forums.filter(({ id }) => forums.includes(id));
  const followed = new Set(own.flatMap(({ standingItems }) => standingItems.flatMap(({ indicators }) => indicators)));
  return agreement.indicators.filter(({ id, state }) => state === 'live' && followed.has(id));
}

/** Periods that may be written about, newest first: those the figure's card shows. */
export async function notablePeriods(product: Product, indicator: Indicator): Promise<string[]> {
  const figure = (await product.figures.lookAt([indicator.id])).get(indicator.id);
  const shown = (figure?.trend ?? []).map(({ period }) => period).toReversed();
  const all = [...new Set([...(figure?.period ? [figure.period] : []), ...shown])];
  return all.length > 0 ? all : endedPeriods(indicator.period, product.clock.now().toPlainDate(), 1);
}

/** What the person's own unit has written about each period. */
export async function ownNotes(product: Product, { unit }: Person, indicator: Indicator): Promise<Map<string, IndicatorNote>> {
  const notes = await product.store.read((reader) => reader.notes([indicator.id]));
  return new Map(notes.filter((note) => note.unit === unit).map((note) => [note.period, note]));
}

export interface Written {
  indicator: string;
  period: string;
  factors: SafeText;
  analysis: SafeText;
  direction: SafeText;
}

/** @returns the unit's name. Emptying every field takes back what the unit wrote. */
export async function writeNote(
  product: Product,
  { person, cause }: Actor,
  written: Written,
): Promise<Result<string, Extract<Refusal, 'not-followed' | 'no-such-period' | 'too-long-note' | 'empty-note'>>> {
  const indicator = notableBy(product, person).find(({ id }) => id === written.indicator);
  if (!indicator) return no('not-followed');
  if (!(await notablePeriods(product, indicator)).includes(written.period)) return no('no-such-period');
  if (NOTE_FIELDS.some((field) => written[field].length > NOTE_LONGEST)) return no('too-long-note');
  const before = (await ownNotes(product, person, indicator)).get(written.period);
  if (!saysSomething(written) && !(before && saysSomething(before))) return no('empty-note');
  const at = wallClock(product.clock.now());
  const isNew = await product.store.change(async (change) => {
    if (!(await change.once(cause))) return false;
    await change.keepNote({ ...written, unit: person.unit, by: person.id, at });
    await showAnew(change, cause);
    return true;
  });
  if (isNew)
    product.log.info({ indicator: indicator.id, unit: person.unit, by: person.id, at }, 'a note about a figure was written');
  return yes(unitName(product.agreement, person.unit));
}
