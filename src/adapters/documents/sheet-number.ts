import { cellFault } from './cell-faults.ts';
import type { Cell } from './cells.ts';

const empty = 'Skriv 0 om det inte fanns någon, och lämna cellen tom om uppgiften saknas.';

/** A number of persons, undefined for an empty cell, or in Swedish what to write instead. */
export function readNumber(cell: Cell): { value: number | undefined } | { fault: string } {
  if (cell === null || cell === '') return { value: undefined };
  if (typeof cell === 'number') return notNegative(cell);
  if (typeof cell !== 'string')
    return { fault: `Cellen ska innehålla ett tal, inte ett datum eller ett sanningsvärde. ${empty}` };
  if (cell === cellFault)
    return { fault: 'Formeln i cellen ger inget tal. Rätta den eller skriv talet, och spara filen i Excel.' };
  const text = cell.replace(/\s+/g, ' ').trim().replace('\u2212', '-');
  if (text.endsWith('%')) return { fault: notPercent };
  // 1,234 is a thousand to some and one and a bit to others.
  if (/^-?\d{1,3},\d{3}$/.test(text))
    return { fault: 'Talet kan läsas på två sätt. Skriv tusental utan kommatecken, till exempel 1234.' };
  if (!/^-?(\d+|\d{1,3}( \d{3})+)(,\d+)?$/.test(text)) return { fault: `Cellen ska innehålla ett tal, med siffror. ${empty}` };
  return notNegative(Number(text.replaceAll(' ', '').replace(',', '.')));
}

const notPercent = 'Skriv antal personer, inte procent: till exempel 34 under Kvinnor och 48 under Underlag kvinnor.';

/** A number of persons, also as a percentage of a base when only one number can be meant: `71%` of 48 is 34. */
export function readPart(cell: Cell, base: number | undefined): { value: number | undefined } | { fault: string } {
  const text = typeof cell === 'string' ? cell.replace(/\s+/g, '').replace(',', '.') : '';
  const [, whole, decimals = ''] = /^(\d{1,3})(?:\.(\d+))?%$/.exec(text) ?? [];
  if (whole === undefined || base === undefined || base < 1 || !Number.isInteger(base)) return readNumber(cell);
  const percent = Number(`${whole}.${decimals || 0}`);
  // Half a unit of the last figure that was written: 71 % is anything from 70,5 to 71,5.
  const margin = 0.5 / 10 ** decimals.length + 1e-9;
  const [from, to] = [((percent - margin) / 100) * base, ((percent + margin) / 100) * base];
  const [lowest, highest] = [Math.max(0, Math.ceil(from)), Math.min(base, Math.floor(to))];
  if (lowest === highest) return { value: lowest };
  if (lowest > highest) return { fault: 'Procenten av underlaget blir inget helt antal personer. Skriv antalet.' };
  return { fault: 'Procenten kan stå för mer än ett antal personer. Skriv antalet.' };
}

/** A personnummer typed as a number has ten digits or twelve. */
const LARGEST = 9_999_999;

function notNegative(value: number): { value: number } | { fault: string } {
  if (value < 0) return { fault: 'Antalet kan inte vara mindre än noll.' };
  return value > LARGEST ? { fault: 'Talet är för stort för ett antal personer.' } : { value };
}
