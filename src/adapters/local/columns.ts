import { z } from 'zod';
import { GraphNo } from './graph-no.ts';

/** A column of a library, by its internal name. */
export interface Column {
  name: string;
  type: 'text' | 'dateTime' | 'number' | 'boolean';
}

export const meetingColumns: readonly Column[] = [
  ...[
    'Title',
    'EffectId',
    'Forum',
    'Handlingstyp',
    'Status',
    'Version',
    'Diarienummer',
    'Myndigheter',
    'Sekreterare',
    'GodkandAv',
    'Innehallshash',
    'Sekretess',
  ].map((name) => ({ name, type: 'text' as const })),
  { name: 'Motesdatum', type: 'dateTime' },
];

const longestText = 255;
const values = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]));

export type Values = z.infer<typeof values>;

/** The body of a change of columns. @throws GraphNo 400 for a column the library has not, or a value it does not take. */
export function columnValues(columns: readonly Column[], body: unknown): Values {
  const read = values.safeParse(body);
  if (!read.success) throw new GraphNo(400, 'invalidRequest', 'The body is not a set of columns.');
  for (const [name, value] of Object.entries(read.data)) {
    const column = columns.find((one) => one.name === name);
    if (!column) throw new GraphNo(400, 'invalidRequest', `Field '${name}' is not recognized`);
    if (value !== null && !fits(column, value)) {
      throw new GraphNo(400, 'invalidRequest', `The value of '${name}' does not fit a column of type ${column.type}`);
    }
  }
  return read.data;
}

function fits({ type }: Column, value: string | number | boolean): boolean {
  if (type === 'text') return typeof value === 'string' && value.length <= longestText;
  if (type === 'dateTime') return typeof value === 'string' && !Number.isNaN(Date.parse(value));
  return type === typeof value;
}
