/**
 * The places on the samarbetsyta where figures stand: a statistikfil or a list. A question asks only whether the place has
 * changed; what has is read whole, and kept beside what stood there before.
 */
import type { Agreement } from '../domain/agreement.ts';
import { STOCKHOLM } from '../domain/calendar.ts';
import type { IndicatorSource } from '../domain/indicator.ts';
import { latestWords } from '../domain/latest-word.ts';
import { wallClock } from '../domain/meeting.ts';
import { observationKey } from '../domain/observations.ts';
import type { Changes, Clock, Lists, Log, Samarbetsyta, SheetProblem, SheetRow, Sheets, Store } from '../ports.ts';
import { keepObservations } from './keep-observations.ts';
import type { FigureView } from './views/figures.ts';

/** One version of what stands in a place. */
export interface SourceRows {
  /** A file's eTag, or a list's mark of changes. */
  version: string;
  rows: SheetRow[];
  problems: SheetProblem[];
  source: NonNullable<FigureView['source']>;
  /** Rows that took the place of another word, by `observationKey`, and when they did. */
  corrected: Map<string, string>;
}

export interface Asked {
  file: SourceRows | undefined;
  /** True when there is no such file or list: nothing in it has been reported. */
  gone?: boolean;
  /** Why there is no file, in Swedish. */
  problem: string;
}

export type Place = Exclude<IndicatorSource, { kind: 'none' }>;

export const nameOf = (place: Place): string => (place.kind === 'list' ? `list:${place.list}` : `file:${place.file}`);

/**
 * How fresh figures must be: as the source says now, or as it said some seconds ago. The latter is enough for those who only
 * read: when many open one card at once, they share a question.
 */
export type Fresh = 'now' | 'lately';

export interface FigureSourcesGiven {
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
}

const inStockholm = (instant: string): string => wallClock(Temporal.Instant.from(instant).toZonedDateTimeISO(STOCKHOLM));

/** Never fails: what cannot be read is said in words, or stands as it was last read. */
export function figureSources(given: FigureSourcesGiven): (place: Place, fresh: Fresh) => Promise<Asked> {
  const { agreement, samarbetsyta, sheets, lists, changes, store, clock, log, latelySeconds } = given;
  const states = new Map<string, SourceRows>();
  const reportedPer = Object.fromEntries(agreement.indicators.map((one) => [one.id, one.reportedPer]));
  const asking = new Map<string, Promise<Asked>>();
  const answered = new Map<string, { asked: Asked; at: number }>();

  const now = () => clock.now().epochMilliseconds;

  return refresh;

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

  async function askFile(path: string, known: SourceRows | undefined): Promise<SourceRows | 'unchanged' | 'missing'> {
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
    return { version: read.eTag, rows, problems, source, corrected };
  }

  async function keep(source: string, rows: Parameters<typeof keepObservations>[2]): Promise<Map<string, string>> {
    const kept = await keepObservations(store, source, rows);
    return new Map([...kept].map(([key, at]) => [key, inStockholm(at)]));
  }

  /** An unchanged list costs one request for what has changed; a changed one is read whole. */
  async function askList(list: string, known: SourceRows | undefined): Promise<SourceRows | 'unchanged'> {
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
    };
  }
}
