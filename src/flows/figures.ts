/**
 * Figures from their sources on the samarbetsyta: a statistikfil or a list. A look asks only whether the source has
 * changed; what cannot be read is said in words, never shown as 0 or as an older period's.
 */
import type { Agreement, Forum } from '../domain/agreement.ts';
import { STOCKHOLM } from '../domain/calendar.ts';
import type { Indicator, IndicatorSource } from '../domain/indicator.ts';
import { lateFrom } from '../domain/indicators.ts';
import { latestWords } from '../domain/latest-word.ts';
import { wallClock } from '../domain/meeting.ts';
import { isOdd, observationKey } from '../domain/observations.ts';
import type { Changes, Clock, Lists, Log, Samarbetsyta, SheetProblem, SheetRow, Sheets, Store } from '../ports.ts';
import { type Added, figureView } from './figure-view.ts';
import { keepObservations } from './keep-observations.ts';
import { type MayBeSeen, protectFigures } from './protect-figures.ts';
import type { FigureView, PlaceView } from './views/figures.ts';

interface SourceState {
  /** A file's eTag, or a list's mark of changes. */
  version: string;
  rows: SheetRow[];
  problems: SheetProblem[];
  source: NonNullable<FigureView['source']>;
  /** Rows that took the place of another word, by `observationKey`, and when they did. */
  corrected: Map<string, string>;
  /** What may be seen of the rows, and what is said beside it, on one day: a card costs the same however many rows there are. */
  counted: { day: string; figures: Map<string, MayBeSeen>; said: Map<string, Said> };
  protecting: Promise<unknown>;
}

/** What only the rows tell of one indicator. */
interface Said {
  late: FigureView['late'];
  corrected: FigureView['corrected'];
  odd: string;
}

interface Asked {
  file: SourceState | undefined;
  /** True when there is no such file or list: nothing in it has been reported. */
  gone?: boolean;
  /** Why there is no file, in Swedish. */
  problem: string;
}

type Place = Exclude<IndicatorSource, { kind: 'none' }>;

const nameOf = (place: Place): string => (place.kind === 'list' ? `list:${place.list}` : `file:${place.file}`);

/** `periods`: how many its trend is of. */
export interface LookedBack {
  indicator: string;
  asOf: Temporal.PlainDate;
  periods: number;
}

/**
 * How fresh figures must be: as the source says now, or as it said some seconds ago. The latter is enough for those who only
 * read: when many open one card at once, they share a question.
 */
export type Fresh = 'now' | 'lately';

export interface Figures {
  /** Looks whether the file has changed, and gives the forum's figures as they are now. */
  look(forum: Forum, fresh?: Fresh): Promise<Map<string, FigureView>>;
  /** The same for these indicators of the agreement, whoever follows them up. */
  lookAt(indicators: readonly string[], fresh?: Fresh): Promise<Map<string, FigureView>>;
  /** Each as of a day that has been: what has ended when it begins, with the target that held then. */
  lookBack(asked: readonly LookedBack[]): Promise<Map<string, FigureView>>;
}

const ODD = 'antal personer ska vara hela tal, och inte fler än underlaget. Skriv till exempel 12, inte 12,5.';

/** Why counts that cannot be are not shown: the first row that says so, by sheet and cell, or what the rows cannot be together. */
function oddSaid(rows: readonly SheetRow[], { id }: Indicator): string {
  const row = rows.find((one) => one.indicator === id && isOdd(one));
  if (!row) return `Siffrorna visas inte: ${ODD}`;
  const [sheet = '', cell] = row.cell.split('!');
  const where = cell === undefined ? sheet : `${sheet}, cell ${cell}`;
  return `Siffrorna visas inte. ${where}: ${ODD}`;
}

const unseen = (): Pick<SourceState, 'counted' | 'protecting'> => ({
  counted: { day: '', figures: new Map(), said: new Map() },
  protecting: Promise.resolve(),
});

const inStockholm = (instant: string): string => wallClock(Temporal.Instant.from(instant).toZonedDateTimeISO(STOCKHOLM));

export function createFigures(given: {
  agreement: Agreement;
  samarbetsyta: Samarbetsyta;
  sheets: Sheets;
  lists: Lists;
  changes: Pick<Changes, 'since'>;
  store: Store;
  clock: Clock;
  log: Log;
  /** How many seconds are `lately`; 0 asks every time. */
  latelySeconds: number;
}): Figures {
  const { agreement, samarbetsyta, sheets, lists, changes, store, clock, log, latelySeconds } = given;
  const states = new Map<string, SourceState>();
  const limits = { threshold: agreement.disclosureThreshold, few: agreement.fewBelow };

  const reportedPer = Object.fromEntries(agreement.indicators.map((one) => [one.id, one.reportedPer]));

  const asking = new Map<string, Promise<Asked>>();
  const answered = new Map<string, { asked: Asked; at: number }>();

  const now = () => clock.now().epochMilliseconds;

  /** Those who look at the same moment share one question. */
  function refresh(place: Place, fresh: Fresh): Promise<Asked> {
    const name = nameOf(place);
    const known = answered.get(name);
    if (fresh === 'lately' && known && now() < known.at + latelySeconds * 1000) return Promise.resolve(known.asked);
    const asked = asking.get(name) ?? askNow(name, place);
    asking.set(name, asked);
    return asked;
  }

  async function askNow(name: string, place: Place): Promise<Asked> {
    const at = now();
    try {
      const asked = await ask(place);
      answered.set(name, { asked, at });
      return asked;
    } finally {
      asking.delete(name);
    }
  }

  async function ask(place: Place): Promise<Asked> {
    const known = states.get(nameOf(place));
    const [what, its] =
      place.kind === 'list' ? [`Listan ${place.list}`, place.list] : [`Statistikfilen ${place.file}`, place.file];
    try {
      const read = place.kind === 'list' ? await askList(place.list, known) : await askFile(place.file, known);
      if (read === 'missing') {
        states.delete(nameOf(place));
        return {
          file: undefined,
          gone: true,
          problem: `${what} ligger inte på samarbetsytan. Lägg tillbaka den under samma namn.`,
        };
      }
      if (read === 'unchanged') known!.source.read = wallClock(clock.now());
      else states.set(nameOf(place), read);
      return { file: read === 'unchanged' ? known : read, problem: '' };
    } catch (error) {
      log.warn({ source: its, error: String(error) }, 'figures: the source could not be read');
      if (!known) return { file: undefined, problem: `${what} kunde inte läsas. Försök igen om en stund.` };
      return { file: known, problem: '' };
    }
  }

  async function askFile(path: string, known: SourceState | undefined): Promise<SourceState | 'unchanged' | 'missing'> {
    const read = await samarbetsyta.read('statistics', path, known?.version);
    if (read.kind !== 'read') return read.kind;
    const { rows, problems } = await sheets.parse(read.bytes, reportedPer);
    const changed = inStockholm(read.modifiedAt);
    const source = { name: path, url: read.webUrl, changed, read: wallClock(clock.now()) };
    const from = { source: path, url: read.webUrl, version: read.eTag, changed, by: read.modifiedBy };
    const corrected = await keep(
      `file:${path}`,
      rows.map((row) => ({ row, from })),
    );
    return { version: read.eTag, rows, problems, source, corrected, ...unseen() };
  }

  async function keep(source: string, rows: Parameters<typeof keepObservations>[2]): Promise<Map<string, string>> {
    const kept = await keepObservations(store, source, rows);
    return new Map([...kept].map(([key, at]) => [key, inStockholm(at)]));
  }

  /** An unchanged list costs one request for what has changed; a changed one is read whole. */
  async function askList(list: string, known: SourceState | undefined): Promise<SourceState | 'unchanged'> {
    const what = `list:${list}` as const;
    let since = await changes.since(what, known?.version);
    if (known && since !== 'too-old' && since.changed === 0) return 'unchanged';
    // The mark is taken before the rows, so that what comes meanwhile is seen the next time.
    if (since === 'too-old') since = await changes.since(what, undefined);
    if (since === 'too-old') throw new Error(`${what}: the samarbetsyta gives no mark to begin with`);
    const read = await lists.read(list, reportedPer);
    const words = latestWords(read.rows);
    const newest = read.rows
      .map((row) => row.changedAt)
      .toSorted()
      .at(-1);
    const changed = newest === undefined ? wallClock(clock.now()) : inStockholm(newest);
    const rows = words.map(({ row }) => {
      const { id: _id, version, changedAt, changedBy, ...figures } = row;
      return { row: figures, from: { source: list, url: read.url, version, changed: inStockholm(changedAt), by: changedBy } };
    });
    const written = words.flatMap(({ row, before }) =>
      before.length > 0 ? [[observationKey(row), inStockholm(row.changedAt)] as const] : [],
    );
    const corrected = new Map([...(await keep(what, rows)), ...written]);
    return {
      version: since.mark,
      rows: rows.map(({ row }) => row),
      problems: read.problems,
      source: { name: list, url: read.url, changed, read: wallClock(clock.now()) },
      corrected,
      ...unseen(),
    };
  }

  /** Protected once for each day and version of the source, however many look. */
  function protect(file: SourceState, indicators: readonly Indicator[], today: Temporal.PlainDate) {
    const work = async (): Promise<ReadonlyMap<string, MayBeSeen>> => {
      const day = today.toString();
      if (file.counted.day !== day) file.counted = { day, figures: new Map(), said: new Map() };
      const { figures } = file.counted;
      const unseen = indicators.filter(({ id }) => !figures.has(id));
      const seen = await protectFigures({ store, log }, unseen, file.rows, today, limits);
      for (const [id, one] of seen) figures.set(id, one);
      return figures;
    };
    // Those who look at the same moment stand in line, so that the later ones find it done.
    const done = file.protecting.then(work, work);
    file.protecting = done;
    return done;
  }

  /** When a row of the figure last took the place of an earlier word; '' when none did. */
  function correctedIn({ corrected, rows }: SourceState, indicator: Indicator, period: string): string {
    if (corrected.size === 0) return '';
    const own = rows.filter((row) => row.indicator === indicator.id && row.period === period);
    const moments = own.flatMap((row) => corrected.get(observationKey(row)) ?? []);
    return moments.toSorted().at(-1) ?? '';
  }

  function figure(
    indicator: Indicator,
    seen: MayBeSeen,
    { file, problem, gone }: Asked,
    today: Temporal.PlainDate,
    added: Added,
    readRows = saidOnce,
  ): FigureView {
    const found = seen === 'odd' ? undefined : seen;
    const fault = file?.problems.find((one) => one.indicator === undefined || one.indicator === indicator.id);
    const said = fault ? `${fault.sheet}, cell ${fault.cell}: ${fault.text}` : '';
    const { late, corrected, odd } = file
      ? readRows(file, indicator, seen, today)
      : saidOf(gone ? [] : undefined, indicator, today);
    const none = odd || said;
    const silent = late ? '' : `Uppgift saknas från ${indicator.owner.name}.`;
    return figureView(agreement, indicator, found, today, added, {
      late,
      source: file ? { ...file.source } : null,
      corrected,
      problem: problem || (found ? said : none || silent),
    });
  }

  /** Read out of the rows once for each day and version of the source. */
  function saidOnce(file: SourceState, indicator: Indicator, seen: MayBeSeen, today: Temporal.PlainDate): Said {
    const { said } = file.counted;
    const known = said.get(indicator.id);
    if (known) return known;
    const now = saidNow(file, indicator, seen, today);
    said.set(indicator.id, now);
    return now;
  }

  function saidNow(file: SourceState, indicator: Indicator, seen: MayBeSeen, today: Temporal.PlainDate): Said {
    return {
      ...saidOf(file.rows, indicator, today, file),
      corrected: seen && seen !== 'odd' ? correctedIn(file, indicator, seen.period) : '',
      odd: seen === 'odd' ? oddSaid(file.rows, indicator) : '',
    };
  }

  /** `rows` undefined: nobody knows what has been reported. */
  function saidOf(
    rows: readonly SheetRow[] | undefined,
    indicator: Indicator,
    today: Temporal.PlainDate,
    file?: SourceState,
  ): Said {
    const late = rows && lateFrom(indicator, rows, today);
    return { late: late ? { ...late, place: placeOf(indicator, file) } : null, corrected: '', odd: '' };
  }

  /** Where the figure is written, on the sheet where it was written last. */
  function placeOf({ id, source }: Indicator, file: SourceState | undefined): PlaceView {
    const name = source.kind === 'list' ? source.list : source.kind === 'workbook' ? source.file : '';
    const cell = source.kind === 'workbook' ? (file?.rows.findLast((row) => row.indicator === id)?.cell ?? '') : '';
    return { name, sheet: cell.split('!')[0] ?? '', url: file?.source.url ?? '' };
  }

  const indicatorsOf = (ids: readonly string[]) => ids.map((id) => agreement.indicators.find((one) => one.id === id)!);

  const addedTo = (ids: readonly string[]) =>
    store.read(async (reader) => ({ targets: await reader.targets(), notes: await reader.notes(ids) }));

  return {
    look(forum, fresh) {
      return lookAt([...new Set(forum.standingItems.flatMap((item) => item.indicators))], fresh);
    },
    lookAt,
    lookBack,
  };

  /** What there is of each indicator's source, by the indicator's id. */
  async function sourcesOf(indicators: readonly Indicator[], fresh: Fresh): Promise<Map<string, Asked>> {
    const places = new Map(indicators.flatMap(({ source }) => (source.kind === 'none' ? [] : [[nameOf(source), source]])));
    const asked = new Map(
      await Promise.all([...places].map(async ([name, place]) => [name, await refresh(place, fresh)] as const)),
    );
    const none: Asked = { file: undefined, problem: '' };
    return new Map(
      indicators.map((one) => [one.id, (one.source.kind !== 'none' && asked.get(nameOf(one.source))) || none] as const),
    );
  }

  async function lookBack(asked: readonly LookedBack[]): Promise<Map<string, FigureView>> {
    const ids = asked.map(({ indicator }) => indicator);
    const from = await sourcesOf(indicatorsOf(ids), 'now');
    const added = await addedTo(ids);
    const views = new Map<string, FigureView>();
    for (const { indicator: id, asOf, periods } of asked) {
      const [indicator] = indicatorsOf([id]) as [Indicator];
      const source = from.get(id)!;
      const rows = source.file?.rows;
      const seen = rows && (await protectFigures({ store, log }, [indicator], rows, asOf, limits, periods)).get(id);
      views.set(id, figure(indicator, seen, source, asOf.subtract({ days: 1 }), added, saidNow));
    }
    return views;
  }

  async function lookAt(ids: readonly string[], fresh: Fresh = 'now'): Promise<Map<string, FigureView>> {
    const today = clock.now().toPlainDate();
    const indicators = indicatorsOf(ids);
    const from = await sourcesOf(indicators, fresh);
    const seen = new Map<string, MayBeSeen>();
    for (const file of new Set([...from.values()].map((one) => one.file))) {
      if (!file) continue;
      const its = indicators.filter(({ id }) => from.get(id)!.file === file);
      const figures = await protect(file, its, today);
      for (const { id } of its) seen.set(id, figures.get(id));
    }
    const added = await addedTo(ids);
    return new Map(
      indicators.map((one) => {
        return [one.id, figure(one, seen.get(one.id), from.get(one.id)!, today, added)];
      }),
    );
  }
}
