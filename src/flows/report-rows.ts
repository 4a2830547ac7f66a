/** A figure as rows of a report: every period of the half-year that is shown of it, newest first. */
import { belongs, type Cell, type ReportRow, standsFor } from '../domain/report.ts';
import { count, periodName } from '../domain/swedish.ts';
import { figureNumber, frozenFigure } from './figure-text.ts';
import type { FigureView } from './views/figures.ts';

const NOT_OF_PERSONS = '–';

function cells(figure: FigureView, newest: boolean): Record<'women' | 'men' | 'total', Cell> {
  const cell = (sex: 'women' | 'men' | 'total', base: number | null): Cell =>
    !figure.bySex && sex !== 'total'
      ? { text: NOT_OF_PERSONS, hidden: false }
      : { text: figureNumber(figure, sex, newest ? base : null), hidden: figure[sex] === null && figure.hidden[sex] !== '' };
  return {
    women: cell('women', figure.womenBase),
    men: cell('men', figure.menBase),
    total: cell('total', figure.totalBase),
  };
}

/** One row that says it is missing, where nothing of the half-year has been reported: never another period's figure. */
export function reportRows(figure: FigureView, half: string): ReportRow[] {
  const { target, source } = frozenFigure('', figure);
  const named = { indicator: figure.indicator, name: figure.name };
  if (!standsFor(figure.period, half)) {
    const missing: Cell = { text: 'uppgift saknas', hidden: false };
    const none: Cell = figure.bySex ? missing : { text: NOT_OF_PERSONS, hidden: false };
    return [{ ...named, period: '', women: none, men: none, total: missing, target: '', source: figure.problem }];
  }
  const earlier = figure.trend.filter(({ period }) => period !== figure.period && belongs(period, half)).toReversed();
  return [
    { ...named, period: figure.period, ...cells(figure, true), target, source },
    ...earlier.map((point) => ({
      ...named,
      period: point.period,
      ...cells({ ...figure, ...at(point) }, false),
      target: '',
      source,
    })),
  ];
}

/** What is protected of a point: numbers and reasons, nothing else. */
const at = ({ period, women, men, total, hidden }: FigureView['trend'][number]) => {
  return { period, women, men, total, hidden: { ...hidden, unsplit: '' as const } };
};

/** How a row is called in words: what is counted by the year stands with its year. */
export const rowName = ({ name, period }: Pick<ReportRow, 'name' | 'period'>): string =>
  period === '' ? name : `${name}, ${periodName(period)}`;

/** Why women and men are fewer than the total; silent where it is withheld, for then the total does not add up either way. */
export const unsplitSaid = ({ name, period, unsplit }: FigureView): string[] =>
  unsplit === null || unsplit === 0 ? [] : [`${rowName({ name, period })}: uppgift om kön saknas för ${count(unsplit)} av dem.`];
