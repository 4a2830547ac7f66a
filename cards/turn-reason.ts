import { z } from 'zod';
import { localDate, person, text } from './fields.ts';
import type { Words } from './words.ts';

/** Why this person writes: the rule, in facts. */
export const turnReason = z.strictObject({
  person,
  kind: z.enum(['longest-waiting', 'never-written', 'after-decline', 'convener-stands-in']),
  unitLast: localDate.nullable(),
  personLast: localDate.nullable(),
  passed: z.array(z.strictObject({ name: text, unit: text, why: z.enum(['away', 'declined', 'newcomer']) })),
});

type TurnReason = z.infer<typeof turnReason>;

/** What decided: `AF Järva har väntat längst, skrev senast 2 februari 2027`. */
export function sayBecause({ kind, person: { unit }, unitLast }: TurnReason, { reason: say, format }: Words): string {
  if (kind === 'convener-stands-in') return say.standsIn(unit);
  if (kind === 'after-decline')
    return unitLast === null ? say.afterDeclineNever(unit) : say.afterDecline(unit, format.day(unitLast));
  return unitLast === null ? say.unitNeverWrote(unit) : say.unitWaited(unit, format.day(unitLast));
}

/** `Sara skrev senast 3 november 2026.` Nothing where the whole unit has never written: that is said already. */
export function sayPersonLast(who: string, { kind, personLast, unitLast }: TurnReason, { reason: say, format }: Words): string {
  if (unitLast === null && kind !== 'convener-stands-in') return '';
  return personLast === null ? say.personNever(who) : say.personLast(who, format.day(personLast));
}

/** The same to the person: `Du skrev senast 3 november 2026.` */
export function sayYouLast({ kind, personLast, unitLast }: TurnReason, { reason: say, format }: Words): string {
  if (unitLast === null && kind !== 'convener-stands-in') return '';
  return personLast === null ? say.youNever : say.youLast(format.day(personLast));
}

export function firstName(name: string): string {
  return name.split(' ')[0] || name;
}
