/** Who has been asked for which figures before a meeting, and its figures with what that says of those that are missing. */
import { askedSince, type MissingFigure } from '../domain/figure-asks.ts';
import type { Reader } from '../ports.ts';
import type { FigureView } from './views/figures.ts';

/** What somebody was asked for; `person` is '' for the forum's channel. */
export interface AskedFigures {
  person: string;
  /** The day they were first asked. */
  day: string;
  missing: MissingFigure[];
}

export const askedName = (meeting: string): string => `figures-asked/${meeting}`;

/** What was asked for before the day of each figure was kept, was asked for on the day of the first. */
export const askedFigures = async (read: Reader, meeting: string): Promise<AskedFigures[]> =>
  (JSON.parse((await read.setting(askedName(meeting))) ?? '[]') as AskedFigures[]).map((one) => ({
    ...one,
    missing: one.missing.map((figure) => ({ on: one.day, ...figure })),
  }));

/** The figures as a meeting sees them: of one that is missing it is said since when it has been asked for, or that it has not. */
export async function asAsked(read: Reader, meeting: string, figures: Map<string, FigureView>): Promise<Map<string, FigureView>> {
  if ([...figures.values()].every(({ late }) => !late)) return figures;
  const asked = (await askedFigures(read, meeting)).flatMap(({ missing }) => missing);
  return new Map(
    [...figures].map(([id, figure]) =>
      figure.late ? [id, { ...figure, late: { ...figure.late, asked: askedSince(asked, id, figure.late) } }] : [id, figure],
    ),
  );
}
