import { concerning, type ReportedPer, wrongPeriod } from '../../domain/reported-per.ts';
import type { SheetProblem, SheetRow } from '../../ports.ts';
import { type Cell, cellName, type Sheet } from './cells.ts';
import type { Field, Headings } from './sheet-headings.ts';
import { readNumber, readPart } from './sheet-number.ts';
import { readPeriod } from './sheet-period.ts';

/** A row as far as it can be read: `row` when nothing is wrong with it, `key` when we know what it is about. */
export interface ReadRow {
  row: SheetRow | undefined;
  key: string | undefined;
  place: { sheet: string; cell: string };
  /** Its row on the sheet, from zero. */
  index: number;
  problems: SheetProblem[];
}

/** Undefined for an empty row, and for a note under the table. */
export function readRow(sheet: Sheet, index: number, { columns }: Headings, reportedPer: ReportedPer): ReadRow | undefined {
  const cell = (field: Field): Cell => sheet.rows[index]?.[columns[field] ?? -1] ?? null;
  const about: Field[] = ['period', 'unit', 'women', 'men', 'unsplit', 'womenBase', 'menBase', 'unsplitBase'];
  if (about.every((field) => cell(field) === null)) return undefined;

  const at = (field: Field) => ({ sheet: sheet.name, cell: cellName(index, columns[field] ?? 0) });
  const problems: SheetProblem[] = [];
  const value = <Value>(field: Field, read: { value: Value } | { fault: string }): Value | undefined => {
    if ('value' in read) return read.value;
    problems.push({ ...at(field), text: read.fault });
    return undefined;
  };
  const indicator = value('indicator', readName(cell('indicator'), 'Indikator'));
  const period = value('period', readPeriod(cell('period')));
  const unit = value('unit', readName(cell('unit'), 'Enhet'));
  const womenBase = value('womenBase', readNumber(cell('womenBase')));
  const menBase = value('menBase', readNumber(cell('menBase')));
  const unsplitBase = value('unsplitBase', readNumber(cell('unsplitBase')));
  const unsplit = value('unsplit', readPart(cell('unsplit'), unsplitBase));
  const women = value('women', readPart(cell('women'), womenBase));
  const men = value('men', readPart(cell('men'), menBase));
  const otherKind = wrongPeriod(reportedPer, indicator ?? '', period ?? '');
  if (otherKind) problems.push({ ...at('period'), text: otherKind });
  if (problems.length === 0) {
    const amounts = { women, men, unsplit, womenBase, menBase, unsplitBase };
    for (const [field, text] of shareFaults(amounts, columns.women === undefined)) problems.push({ ...at(field), text });
  }
  const isKnown = indicator !== undefined && period !== undefined && unit !== undefined;
  const place = at(columns.women === undefined ? 'unsplit' : 'women');
  const unknown = unsplit === undefined && unsplitBase === undefined ? {} : { unsplit, unsplitBase };
  return {
    row:
      isKnown && problems.length === 0
        ? { indicator, period, unit, women, men, womenBase, menBase, ...unknown, cell: `${place.sheet}!${place.cell}` }
        : undefined,
    key: isKnown ? JSON.stringify([indicator, period, unit]).toLowerCase() : undefined,
    place,
    index,
    problems: problems.map((one) => ({ ...one, ...concerning(reportedPer, indicator) })),
  };
}

type Numbers = Record<'women' | 'men' | 'unsplit' | 'womenBase' | 'menBase' | 'unsplitBase', number | undefined>;

function shareFaults(numbers: Numbers, isWhole: boolean): [Field, string][] {
  const isShare = [numbers.womenBase, numbers.menBase, numbers.unsplitBase].some((base) => base !== undefined);
  const groups: [keyof Numbers, keyof Numbers, string, string][] = [
    ['women', 'womenBase', 'Antalet kvinnor', 'hur många kvinnor'],
    ['men', 'menBase', 'Antalet män', 'hur många män'],
    isWhole
      ? ['unsplit', 'unsplitBase', 'Antalet', 'vad']
      : ['unsplit', 'unsplitBase', 'Antalet utan uppgift om kön', 'hur många utan uppgift om kön'],
  ];
  const whole = `Skriv ${isWhole ? 'antalet' : 'antalet personer'} i hela tal, inte en andel.`;
  return groups.flatMap(([count, base, name, how]): [Field, string][] => {
    const part = numbers[count];
    const of = numbers[base];
    // Persons are whole; other things may be counted in halves, but not written as a share.
    const isOdd = isShare || !isWhole ? (n: number) => !Number.isInteger(n) : (n: number) => n > 0 && n < 1;
    if (part !== undefined && isOdd(part)) return [[count, whole]];
    if (of !== undefined && !Number.isInteger(of)) return [[base, whole]];
    if (isShare && part !== undefined && of === undefined) return [[base, `Skriv ${how} andelen räknas på.`]];
    if (part !== undefined && of !== undefined && part > of) {
      return [[count, `${name} är större än underlaget. Rätta det ena eller det andra.`]];
    }
    return [];
  });
}

function readName(cell: Cell, heading: string): { value: string } | { fault: string } {
  // What nobody sees is not made a blank: it would part what it stands in.
  const said = typeof cell === 'string' || typeof cell === 'number' ? String(cell).replaceAll('\ufeff', '') : '';
  const text = said.normalize('NFC').replace(/\s+/g, ' ').trim();
  return text === '' ? { fault: `${heading} saknas. Skriv den på varje rad.` } : { value: text };
}
