/** The definition's people, channels and libraries, as the local Teams and the local samarbetsyta need them. */
import fs from 'node:fs';
import path from 'node:path';
import type { Column } from '../../src/adapters/local/columns.ts';
import type { Row } from '../../src/adapters/local/ledger.ts';
import { type Agreement, unitName } from '../../src/domain/agreement.ts';
import type { LocalPerson, LocalTeam } from './roster.ts';

export const APP_ID = '00000000-0000-4000-8000-00000000b07a';
export const BOT_ID = `28:${APP_ID}`;
export const BOT_NAME = 'Samverkan';
export const LIBRARIES = { meetings: 'Mötesdokument', drafts: 'Utkast', statistics: 'Statistik' };
export const CALENDAR_MAILBOX = 'samverkan@stad.example';
export const SITE = { hostname: 'exempel.sharepoint.com', path: '/sites/samverkan' };

export const channelOf = (forum: string): string => `19:${forum}@thread.tacv2`;

export function samplePeople(agreement: Agreement): LocalPerson[] {
  return agreement.people.map((person) => {
    const authority = agreement.units.find((unit) => unit.id === person.unit)?.authority;
    return {
      id: person.id,
      name: person.name,
      tenantId: person.tenant ?? '',
      aadObjectId: person.entraId ?? '',
      teamsId: `29:${person.id}`,
      organisation: agreement.authorities.find((one) => one.id === authority)?.name ?? '',
      unit: unitName(agreement, person.unit),
      role: person.role,
      memberOf: person.forums.map(channelOf),
    };
  });
}

export function sampleTeam(agreement: Agreement): LocalTeam {
  const tenantId = agreement.people.find((person) => person.tenant)?.tenant ?? '';
  return {
    id: '19:samverkan@thread.tacv2',
    name: agreement.appendix,
    tenantId,
    aadGroupId: '00000000-0000-4000-8000-00000000beef',
    channels: agreement.forums.map((forum) => ({ id: channelOf(forum.id), name: forum.name, forum: forum.id })),
  };
}

/** Puts the sample statistikfiler on the local samarbetsyta the first time, as changed `at`; what people did to them later stays. */
export function layOutStatistics(agreement: Agreement, definition: string, dir: string, at?: Temporal.ZonedDateTime): void {
  const shelf = path.join(dir, 'samarbetsyta', LIBRARIES.statistics);
  fs.mkdirSync(shelf, { recursive: true });
  for (const file of new Set(agreement.indicators.flatMap(({ source }) => (source.kind === 'workbook' ? [source.file] : [])))) {
    const [from, to] = [path.join(path.dirname(definition), file), path.join(shelf, file)];
    if (fs.existsSync(to) || !fs.existsSync(from)) continue;
    fs.copyFileSync(from, to);
    if (at) fs.utimesSync(to, new Date(at.epochMilliseconds), new Date(at.epochMilliseconds));
  }
}

const text = (name: string) => ({ name, type: 'text' as const });
const number = (name: string) => ({ name, type: 'number' as const });

/** Columns of a list with figures, as manifest/permissions.md names them. */
export const figureColumns: Column[] = [
  ...['Title', 'Indikator', 'Period', 'Enhet', 'LamnadAv', 'EffectId'].map(text),
  ...['Kvinnor', 'Man', 'UnderlagKvinnor', 'UnderlagMan', 'Uteblivna', 'KandOrsak'].map(number),
];

interface SampleList {
  id: string;
  name: string;
  columns: Column[];
  rows: Row['fields'][];
}

/** The definition's lists; what lies in them from the start is in `exempellistor.json` beside it, made up. */
export function sampleLists(agreement: Agreement, definition: string): SampleList[] {
  const names = new Set(agreement.indicators.flatMap(({ source }) => (source.kind === 'list' ? [source.list] : [])));
  const file = path.join(path.dirname(definition), 'exempellistor.json');
  const samples = fs.existsSync(file) ? (JSON.parse(fs.readFileSync(file, 'utf8')) as Record<string, SampleList['rows']>) : {};
  return [...names].map((name) => ({ id: `list ${name}`, name, columns: figureColumns, rows: samples[name] ?? [] }));
}

export const sampleLibraries = [
  { id: 'b!motesdokument', name: LIBRARIES.meetings },
  { id: 'b!utkast', name: LIBRARIES.drafts },
  { id: 'b!statistik', name: LIBRARIES.statistics },
];
