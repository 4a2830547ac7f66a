import { cellFault } from './cell-faults.ts';
import type { Cell } from './workbook.ts';

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
  if (text.endsWith('%')) {
    return { fault: 'Skriv antal personer, inte procent: till exempel 34 under Kvinnor och 48 under Underlag kvinnor.' };
  }
  // 1,234 is a thousand to some and one and a bit to others.
  if (/^-?\d{1,3},\d{3}$/.test(text))
    return { fault: 'Talet kan läsas på två sätt. Skriv tusental utan kommatecken, till exempel 1234.' };
  if (!/^-?(\d+|\d{1,3}( \d{3})+)(,\d+)?$/.test(text)) return { fault: `Cellen ska innehålla ett tal, med siffror. ${empty}` };
  return notNegative(Number(text.replaceAll(' ', '').replace(',', '.')));
}

const notNegative = (value: number) => (value < 0 ? { fault: 'Antalet kan inte vara mindre än noll.' } : { value });
