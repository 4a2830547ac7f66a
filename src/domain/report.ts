/**
 * The report to the styrgrupp, twice a year (N 1.8), the education forum's report of its goals (N 4) and the yearly follow-up of
 * the whole agreement (U 9): which half-year or year and which indicators it is of, what it froze, and what has been corrected since.
 */
import { type Agreement, type Forum, forumOf, membersOf, type Person, type ReportSpan, type YearlyDuty } from './agreement.ts';
import { type DutyWindow, windowsBetween } from './duties.ts';
import type { Handlingstyp } from './filing.ts';
import type { FollowUp, YearChange } from './follow-up.ts';
import type { Indicator } from './indicator.ts';
import { TREND } from './indicators.ts';
import { byTime, lastEnded, periodBefore, periodEnd, periodOf, periodStart, ROLLING_WEEKS, readPeriod } from './periods.ts';

export interface ReportKind {
  /** The forum whose convener makes it. */
  from: string;
  /** The forum it is made for. */
  to: string;
  of: ReportSpan;
  duty: YearlyDuty;
  indicators: Indicator[];
}

/**
 * The report this forum makes or is made. Where the definition names the forum it is of every indicator that is counted;
 * another forum that sets goals of its own reports those for the half-year, in the same windows (ours).
 */
export function reportOf(agreement: Agreement, forum: string, of: ReportSpan = 'half-year'): ReportKind | undefined {
  const duty = agreement.duties.find(({ report }) => report?.of === of);
  if (!duty?.report) return undefined;
  const live = agreement.indicators.filter(({ state }) => state === 'live');
  const { from, to } = duty.report;
  if (forum === from || forum === to) return { from, to, of, duty, indicators: live };
  const own = live.filter(({ setBy }) => setBy?.forum === forum);
  return of === 'half-year' && own.length > 0 ? { from: forum, to, of, duty, indicators: own } : undefined;
}

/** The report of the first of these forums that has one. */
export const reportAmong = (agreement: Agreement, forums: readonly string[], of: ReportSpan): ReportKind | undefined =>
  forums.map((forum) => reportOf(agreement, forum, of)).find((kind) => kind !== undefined);

/** Of how long a time a report is, by its period: `2027` or `2027-H1`. */
export const spanOf = (period: string): ReportSpan => (readPeriod(period)?.kind === 'year' ? 'year' : 'half-year');

export const reportType = (period: string): Extract<Handlingstyp, 'styrgruppsrapport' | 'arlig-uppfoljning'> =>
  spanOf(period) === 'year' ? 'arlig-uppfoljning' : 'styrgruppsrapport';

export const makerOf = (agreement: Agreement, { from }: ReportKind): Forum => forumOf(agreement, from);

/**
 * Who gets word when a report is filed: the members of the forum the definition names as its receiver (N 1.8, N 4), each by
 * themselves, for that forum may have no meetings and no channel here (ours). Not who froze it, nor who is not in Teams.
 */
export const toldOfReport = (agreement: Agreement, { to }: ReportKind, frozenBy: string): Person[] =>
  membersOf(agreement, to).filter(({ id, entraId }) => id !== frozenBy && entraId !== undefined);

const reportedIn = ({ report }: YearlyDuty, { from }: DutyWindow): string => periodOf(report?.of ?? 'half-year', from);

/** The half-year or year a report is of on a day: that of the window that began last. Late rather than never: it has no last day. */
export function reportPeriod(duty: YearlyDuty, today: Temporal.PlainDate): string | undefined {
  const begun = windowsBetween(duty, today.subtract({ years: 1 }), today);
  const last = begun.findLast(({ from }) => Temporal.PlainDate.compare(from, today) <= 0);
  return last && reportedIn(duty, last);
}

export interface ReportAsk {
  period: string;
  /** The window's first day. */
  day: Temporal.PlainDate;
  last: Temporal.PlainDate;
}

/** The windows that are open on a day, or come within the year after. */
export const reportAsks = (duty: YearlyDuty, today: Temporal.PlainDate): ReportAsk[] =>
  windowsBetween(duty, today, today.add({ years: 1 })).map((window) => ({
    period: reportedIn(duty, window),
    day: window.from,
    last: window.to,
  }));

const earlier = (a: Temporal.PlainDate, b: Temporal.PlainDate) => (Temporal.PlainDate.compare(a, b) < 0 ? a : b);

/** The day whose figures a report of a half-year has: today, or the day after its last when that has been. */
export const asOf = (period: string, today: Temporal.PlainDate): Temporal.PlainDate => earlier(today, periodEnd(period));

/** True when a figure's period is one of the half-year's: it ends in it. */
export function belongs(figure: string, half: string): boolean {
  const span = readPeriod(figure);
  if (!span) return false;
  const compare = Temporal.PlainDate.compare;
  return compare(span.end, periodEnd(half)) <= 0 && compare(span.end, periodStart(half)) > 0;
}

/**
 * How many periods are read back from a day, so that the report has all of its time: the weeks of a half-year and the months of a
 * year are more than a card's trend shows. Rolling weeks are shown six weeks apart.
 */
export function readBack({ period: kind }: Pick<Indicator, 'period'>, reported: string, day: Temporal.PlainDate): number {
  let own = 0;
  for (let at = lastEnded(kind, day); belongs(at, reported); at = periodBefore(at)) own += 1;
  return Math.max(TREND, kind === 'six-weeks' ? Math.ceil(own / ROLLING_WEEKS) : own);
}

/** The same for the newest there is: what is counted by the year stands as the last year, under its own name. */
export function standsFor(newest: string, half: string): boolean {
  const span = readPeriod(newest);
  const yearly = span?.kind === 'year' || span?.kind === 'school-year';
  return belongs(newest, half) || (yearly && Temporal.PlainDate.compare(span.end, periodEnd(half)) <= 0);
}

/** One number as it stands in the report. */
export interface Cell {
  text: string;
  /** True when it is withheld, and the text says why. */
  hidden: boolean;
}

export const SEXES = ['women', 'men', 'total'] as const;
type Sex = (typeof SEXES)[number];

/** A figure as it was frozen; `period` is '' where nothing had been reported. */
export interface ReportRow extends Record<Sex, Cell> {
  indicator: string;
  name: string;
  period: string;
  target: string;
  source: string;
}

export interface Report {
  forum: string;
  period: string;
  edition: number;
  /** Stockholm wall clock, and who froze it. */
  at: string;
  by: string;
  /** Of the figures it holds: the day they were read as of. */
  asOf: string;
  rows: ReportRow[];
  /** What there was to say beside the figures, by indicator. */
  notes: { indicator: string; text: string }[];
  /** Against the edition before. */
  changed: Correction[];
  /** Only in a follow-up of a year: what there was besides figures, and what of it has become another since the edition before. */
  year?: FollowUp;
  changedYear?: YearChange[];
}

export interface Correction {
  indicator: string;
  name: string;
  period: string;
  /** `added` and `gone`: reported since, or no longer. `corrected`: the numbers, old and new, of those that differ. */
  kind: 'corrected' | 'added' | 'gone';
  /** Both '' where either is withheld: then nothing is said but that it is corrected. */
  numbers: { sex: Sex; was: string; now: string }[];
}

const same = (a: Cell, b: Cell): boolean => (a.hidden && b.hidden) || (a.hidden === b.hidden && a.text === b.text);

function numbersOf(was: ReportRow, now: ReportRow): Correction['numbers'] {
  return SEXES.filter((sex) => !same(was[sex], now[sex])).map((sex) =>
    was[sex].hidden || now[sex].hidden ? { sex, was: '', now: '' } : { sex, was: was[sex].text, now: now[sex].text },
  );
}

/**
 * What has become of the frozen rows, in their order, then what has been added. Both sides are as they may be shown: of what
 * is withheld on either side no number is told.
 */
export function correctionsSince(frozen: readonly ReportRow[], shown: readonly ReportRow[]): Correction[] {
  const key = ({ indicator, period }: Pick<ReportRow, 'indicator' | 'period'>) => `${indicator} ${period}`;
  const now = new Map(shown.map((row) => [key(row), row]));
  const known = new Set(frozen.map(key));
  const of = ({ indicator, name, period }: ReportRow) => ({ indicator, name, period });
  const was = frozen.flatMap((row): Correction[] => {
    if (row.period === '') return [];
    const later = now.get(key(row));
    if (!later) return [{ ...of(row), kind: 'gone', numbers: [] }];
    const numbers = numbersOf(row, later);
    return numbers.length > 0 ? [{ ...of(row), kind: 'corrected', numbers }] : [];
  });
  const added = shown.filter((row) => row.period !== '' && !known.has(key(row)));
  return [...was, ...added.map((row): Correction => ({ ...of(row), kind: 'added', numbers: [] }))];
}

/** As of which day each indicator is read again, so that the newest period then is the newest period frozen. */
export function readAgain({ rows, asOf: day }: Report): { indicator: string; asOf: Temporal.PlainDate }[] {
  return [...Map.groupBy(rows, ({ indicator }) => indicator)].map(([indicator, own]) => {
    const newest = own
      .map(({ period }) => period)
      .filter((period) => period !== '')
      .toSorted(byTime)
      .at(-1);
    return { indicator, asOf: newest === undefined ? Temporal.PlainDate.from(day) : periodEnd(newest) };
  });
}

/** The name a report's documents are kept under. */
export const reportId = ({ forum, period }: Pick<Report, 'forum' | 'period'>): string => `report/${forum}/${period}`;

/** What a report's id is made of; undefined when it is none. */
export function reportNamed(id: string): Pick<Report, 'forum' | 'period'> | undefined {
  const [, forum, period] = /^report\/([^/]+)\/([^/]+)$/.exec(id) ?? [];
  return forum === undefined || period === undefined ? undefined : { forum, period };
}

export const reportForum = (id: string): string | undefined => reportNamed(id)?.forum;

/** `unit/2027/unit-2027-h1-styrgruppsrapport.docx`, `unit/2027/unit-2027-arlig-uppfoljning.docx`; a later edition ends in `-v2`. */
export function reportPath({ forum, period, edition }: Pick<Report, 'forum' | 'period' | 'edition'>): string {
  const name = `${forum}-${period.toLowerCase()}-${reportType(period)}${edition > 1 ? `-v${edition}` : ''}`;
  return `${forum}/${period.slice(0, 4)}/${name}.docx`;
}
