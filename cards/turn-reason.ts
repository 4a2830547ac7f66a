import { z } from 'zod';
import { localDate, person, text } from './fields.ts';
import type { Words } from './words.ts';

/** Why this person writes: the rule, in facts. */
export const turnReason = z.strictObject({
  person,
  kind: z.enum(['longest-waiting', 'never-written', 'after-decline', 'repays', 'swapped', 'convener-stands-in']),
  insteadOf: person.nullable(),
  unitLast: localDate.nullable(),
  personLast: localDate.nullable(),
  passed: z.array(z.strictObject({ name: text, unit: text, why: z.enum(['away', 'declined', 'newcomer', 'credit']) })),
});

type TurnReason = z.infer<typeof turnReason>;

/** What decided: `AF Järva har väntat längst, hade turen senast 2 februari 2027` */
export function sayBecause(because: TurnReason, words: Words): string {
  const { reason: say, format } = words;
  const { kind, insteadOf, unitLast } = because;
  const { unit } = because.person;
  const whose = insteadOf && words.person(insteadOf.name, insteadOf.unit);
  if (kind === 'convener-stands-in') return say.standsIn(unit);
  if (kind === 'swapped') return whose === null ? say.swapped : say.swappedWith(whose);
  if (kind === 'repays') return whose === null ? say.repays : say.repaysInsteadOf(whose);
  if (kind === 'after-decline')
    return unitLast === null ? say.afterDeclineNever(unit) : say.afterDecline(unit, format.day(unitLast));
  return unitLast === null ? say.unitNeverWrote(unit) : say.unitWaited(unit, format.day(unitLast));
}

/** `Det är Saras tur: …`, or `Sara skriver: …` where the turn was somebody else's. */
export function sayWhose(because: TurnReason, words: Words): string {
  const { reason: say } = words;
  const name = firstName(because.person.name);
  const why = sayBecause(because, words);
  return because.kind === 'swapped' || because.kind === 'repays'
    ? say.writes(name, why)
    : say.itIsTheTurnOf(say.genitive(name), why);
}

/** That the whole unit has never had the turn is said already. */
const said = ({ kind, personLast, unitLast }: TurnReason): boolean =>
  personLast === null && unitLast === null && ['longest-waiting', 'never-written', 'after-decline'].includes(kind);

/** `Sara skrev senast 3 november 2026.` */
export function sayPersonLast(who: string, because: TurnReason, { reason: say, format }: Words): string {
  if (said(because)) return '';
  return because.personLast === null ? say.personNever(who) : say.personLast(who, format.day(because.personLast));
}

/** The same to the person: `Du skrev senast 3 november 2026.` */
export function sayYouLast(because: TurnReason, { reason: say, format }: Words): string {
  if (said(because)) return '';
  return because.personLast === null ? say.youNever : say.youLast(format.day(because.personLast));
}

export function firstName(name: string): string {
  return name.split(' ')[0] || name;
}
