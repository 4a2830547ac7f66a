/**
 * Figures from the statistikfil on the samarbetsyta. A look asks only whether the file has changed; what cannot be read
 * is said in words, never shown as 0 or as an older period's.
 */
import type { Agreement, Forum } from '../domain/agreement.ts';
import { STOCKHOLM } from '../domain/calendar.ts';
import { type Indicator, isShare } from '../domain/indicator.ts';
import { type Figure, latestFigure } from '../domain/indicators.ts';
import { wallClock } from '../domain/meeting.ts';
import { targetOn } from '../domain/targets.ts';
import type { Clock, Log, Samarbetsyta, Sheets } from '../ports.ts';
import type { FigureView } from './views.ts';

interface FileState {
  eTag: string;
  rows: Awaited<ReturnType<Sheets['parse']>>['rows'];
  problems: Awaited<ReturnType<Sheets['parse']>>['problems'];
  source: NonNullable<FigureView['source']>;
  /** What has been counted from the rows, for one day. */
  counted: { day: string; figures: Map<string, Figure | undefined> };
}

interface Asked {
  file: FileState | undefined;
  /** Why there is no file, in Swedish. */
  problem: string;
}

export interface Figures {
  /** Looks whether the file has changed, and gives the forum's figures as they are now. */
  look(forum: Forum): Promise<Map<string, FigureView>>;
}

export function createFigures(given: {
  agreement: Agreement;
  samarbetsyta: Samarbetsyta;
  sheets: Sheets;
  clock: Clock;
  log: Log;
}): Figures {
  const { agreement, samarbetsyta, sheets, clock, log } = given;
  const files = new Map<string, FileState>();

  const asking = new Map<string, Promise<Asked>>();

  /** Those who look at the same moment share one question. */
  function refresh(path: string): Promise<Asked> {
    const asked = asking.get(path) ?? ask(path).finally(() => asking.delete(path));
    asking.set(path, asked);
    return asked;
  }

  async function ask(path: string): Promise<Asked> {
    const known = files.get(path);
    const now = wallClock(clock.now());
    try {
      const read = await samarbetsyta.read('statistics', path, known?.eTag);
      if (read.kind === 'missing') {
        files.delete(path);
        return {
          file: undefined,
          problem: `Statistikfilen ${path} ligger inte på samarbetsytan. Lägg tillbaka den under samma namn.`,
        };
      }
      if (read.kind === 'unchanged') {
        known!.source.read = now;
        return { file: known, problem: '' };
      }
      const { rows, problems } = await sheets.parse(read.bytes);
      const changed = wallClock(Temporal.Instant.from(read.modifiedAt).toZonedDateTimeISO(STOCKHOLM));
      const source = { name: path, url: read.webUrl, changed, read: now };
      const file: FileState = { eTag: read.eTag, rows, problems, source, counted: { day: '', figures: new Map() } };
      files.set(path, file);
      return { file, problem: '' };
    } catch (error) {
      log.warn({ file: path, error: String(error) }, 'figures: the statistikfil could not be read');
      if (!known) return { file: undefined, problem: `Statistikfilen ${path} kunde inte läsas. Försök igen om en stund.` };
      return { file: known, problem: '' };
    }
  }

  function counted(indicator: Indicator, file: FileState, today: Temporal.PlainDate): Figure | undefined {
    const day = today.toString();
    if (file.counted.day !== day) file.counted = { day, figures: new Map() };
    const { figures } = file.counted;
    const limits = { threshold: agreement.disclosureThreshold, few: agreement.fewBelow };
    if (!figures.has(indicator.id)) figures.set(indicator.id, latestFigure(indicator, file.rows, today, limits));
    return figures.get(indicator.id);
  }

  function figure(indicator: Indicator, file: FileState | undefined, problem: string): FigureView {
    const today = clock.now().toPlainDate();
    const found = file && counted(indicator, file, today);
    const { target, expired } = targetOn(indicator, [], today) ?? { target: undefined, expired: false };
    const fault = file?.problems[0];
    const missing =
      problem ||
      (found ? '' : fault ? `${fault.sheet}, cell ${fault.cell}: ${fault.text}` : `Uppgift saknas från ${indicator.owner.name}.`);
    return {
      indicator: indicator.id,
      name: indicator.name,
      measure: isShare(indicator) ? 'share' : 'count',
      period: found?.period ?? '',
      women: found?.women ?? null,
      men: found?.men ?? null,
      total: found?.total ?? null,
      womenBase: found?.womenBase ?? null,
      menBase: found?.menBase ?? null,
      totalBase: found?.totalBase ?? null,
      hidden: found?.hidden ?? false,
      hiddenBelow: agreement.disclosureThreshold,
      few: found?.few ?? false,
      target: target ? { value: target.value ?? 0, direction: target.direction, validTo: target.validTo ?? null, expired } : null,
      status: found?.status ?? 'unknown',
      source: found && file ? { ...file.source } : null,
      perUnit: (found?.perUnit ?? []).map(({ unit, women, men, total, hidden }) => ({ unit, women, men, total, hidden })),
      problem: missing || (fault ? `${fault.sheet}, cell ${fault.cell}: ${fault.text}` : ''),
    };
  }

  return {
    async look(forum) {
      const ids = [...new Set(forum.standingItems.flatMap((item) => item.indicators))];
      const indicators = ids.map((id) => agreement.indicators.find((one) => one.id === id)!);
      const states = new Map<string, Asked>();
      for (const path of new Set(indicators.flatMap(({ source }) => (source.kind === 'workbook' ? [source.file] : []))))
        states.set(path, await refresh(path));
      const none: Asked = { file: undefined, problem: '' };
      return new Map(
        indicators.map((one) => {
          const { file, problem } = (one.source.kind === 'workbook' && states.get(one.source.file)) || none;
          return [one.id, figure(one, file, problem)];
        }),
      );
    },
  };
}
