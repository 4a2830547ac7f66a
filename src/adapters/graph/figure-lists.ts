/** Lists with figures, through Graph: read whole, added to row by row, never written over. */
import type { Client } from '@microsoft/microsoft-graph-client';
import { z } from 'zod';
import { readPeriod } from '../../domain/periods.ts';
import { concerning, type ReportedPer, wrongPeriod } from '../../domain/reported-per.ts';
import type { Columns, FilledForm, ListRow, Lists, SheetProblem } from '../../ports.ts';
import { everyOne, understood } from './answer.ts';
import type { Site } from './libraries.ts';
import { findLists } from './lists.ts';

const amount = z.number().nullish();
/** What people fill in is looked at field by field, so that each fault can be named; anything goes here. */
const fields = z.looseObject({
  Indikator: z.unknown().optional(),
  Period: z.unknown().optional(),
  Enhet: z.unknown().optional(),
  Kvinnor: amount,
  Man: amount,
  UnderlagKvinnor: amount,
  UnderlagMan: amount,
  LamnadAv: z.string().nullish(),
  EffectId: z.string().nullish(),
});
const item = z.object({
  id: z.string(),
  eTag: z.string(),
  lastModifiedDateTime: z.string(),
  lastModifiedBy: z.looseObject({ user: z.looseObject({ displayName: z.string().nullish() }).nullish() }).nullish(),
  fields,
});
type Item = z.infer<typeof item>;
const added = z.object({ id: z.string() });

export function graphLists({ client, site }: { client: Client; site: Site }): Lists {
  const listAt = findLists(client, site);
  const itemsOf = (address: string) => everyOne(client, `${address}/items?$expand=fields&$top=200`, item);

  return {
    async read(list, reportedPer) {
      const { address, webUrl } = await listAt(list);
      const read = (await itemsOf(address)).map((one) => rowOf(list, one, reportedPer));
      const rows = read.flatMap((one) => ('row' in one ? [one.row] : []));
      const problems = read.flatMap((one) => ('problem' in one ? [one.problem] : []));
      return { url: webUrl, rows: rows.toSorted((a, b) => a.id - b.id), problems };
    },

    async add(list, form, effectId) {
      const { address } = await listAt(list);
      // An earlier attempt may have gone through without our knowing its answer.
      if ((await itemsOf(address)).some((one) => one.fields.EffectId === effectId)) return;
      const answer = await client.api(`${address}/items`).post({ fields: columnsOf(form, effectId) });
      understood(added, `POST ${address}/items`, 'maybe', answer);
    },
  };
}

function columnsOf({ indicator, period, unit, women, men, absent, causeKnown, by }: FilledForm, effectId: string): Columns {
  return {
    Title: `${unit}, ${period}`,
    Indikator: indicator,
    Period: period,
    Enhet: unit,
    Kvinnor: women,
    Man: men,
    ...(absent === undefined ? {} : { Uteblivna: absent }),
    ...(causeKnown === undefined ? {} : { KandOrsak: causeKnown }),
    LamnadAv: by,
    EffectId: effectId,
  };
}

const text = (value: unknown) =>
  typeof value === 'string' ? value.replaceAll('\ufeff', '').normalize('NFC').replace(/\s+/g, ' ').trim() : '';

/** A personnummer typed as a number has ten digits or twelve. */
const LARGEST = 9_999_999;

/** `2027-W10`, `2027 v. 10`, `2027-02`: as people write it in a list. */
function periodOf(value: unknown): string | undefined {
  const said = text(value).replace(/^(\d{4}) ?v\.? ?(\d{1,2})$/i, (_, year, week) => `${year}-W${String(week).padStart(2, '0')}`);
  return readPeriod(said) && said;
}

function rowOf(
  list: string,
  { id, eTag, lastModifiedDateTime, lastModifiedBy, fields: given }: Item,
  reportedPer: ReportedPer,
): { row: ListRow } | { problem: SheetProblem } {
  const [indicator, period, unit] = [text(given.Indikator), periodOf(given.Period), text(given.Enhet)];
  const about = concerning(reportedPer, indicator);
  const problem = (column: string, said: string) => ({
    problem: { sheet: list, cell: `rad ${id}, ${column}`, text: said, ...about },
  });
  if (indicator === '') return problem('Indikator', 'Indikator saknas. Skriv den på varje rad.');
  if (period === undefined)
    return problem('Period', 'Perioden går inte att tolka. Skriv en vecka som ”2027 v. 10” eller en månad som ”2027-02”.');
  const otherKind = wrongPeriod(reportedPer, indicator, period);
  if (otherKind) return problem('Period', otherKind);
  if (unit === '') return problem('Enhet', 'Enhet saknas. Skriv den på varje rad.');
  const numbers = {
    Kvinnor: given.Kvinnor,
    Man: given.Man,
    UnderlagKvinnor: given.UnderlagKvinnor,
    UnderlagMan: given.UnderlagMan,
  };
  for (const [column, value] of Object.entries(numbers))
    if (value !== undefined && value !== null && (value < 0 || value > LARGEST || !Number.isInteger(value)))
      return problem(column, 'Skriv antalet personer i hela tal, 0 eller mer.');
  for (const [column, part, base] of [
    ['Kvinnor', given.Kvinnor, given.UnderlagKvinnor],
    ['Man', given.Man, given.UnderlagMan],
  ] as const)
    if ((part ?? 0) > (base ?? Number.POSITIVE_INFINITY))
      return problem(column, 'Antalet är större än underlaget. Rätta det ena eller det andra.');
  return {
    row: {
      indicator,
      period,
      unit,
      women: given.Kvinnor ?? undefined,
      men: given.Man ?? undefined,
      womenBase: given.UnderlagKvinnor ?? undefined,
      menBase: given.UnderlagMan ?? undefined,
      cell: `${list}, rad ${id}`,
      id: Number(id),
      version: eTag,
      changedAt: lastModifiedDateTime,
      changedBy: given.LamnadAv ?? lastModifiedBy?.user?.displayName ?? '',
    },
  };
}
