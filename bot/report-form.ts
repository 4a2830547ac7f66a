/** The amounts of a figure's form, as people type them, wherever the form stands. */
import type { Filled } from '../src/flows/report-figure.ts';

export const AMOUNTS = ['women', 'men', 'absent', 'causeKnown'] as const;
export type Amount = (typeof AMOUNTS)[number];

/** A whole number; undefined when the field is empty, NaN when it is none. */
function whole(said: string): number | undefined {
  const text = said.replace(/\s/g, '');
  if (text === '') return undefined;
  return /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
}

/** The amounts, or what is wrong and what to write instead. */
export function amountsIn(typed: Record<Amount, string>): Pick<Filled, Amount> | { error: string } {
  const [women, men, absent, causeKnown] = AMOUNTS.map((field) => whole(typed[field]));
  if (women === undefined || men === undefined)
    return { error: 'Skriv hur många kvinnor och hur många män som deltog. Skriv 0 om ingen gjorde det.' };
  if ([women, men, absent, causeKnown].some((value) => Number.isNaN(value)))
    return { error: 'Skriv antalen med siffror, till exempel 12.' };
  if (causeKnown !== undefined && causeKnown > (absent ?? 0))
    return { error: 'De med känd orsak kan inte vara fler än de som uteblev. Rätta det ena eller det andra.' };
  return { women, men, absent, causeKnown };
}
