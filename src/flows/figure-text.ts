/** A figure as a row of a document: words where there is no number. */
import type { FrozenFigure } from '../domain/meeting.ts';
import { count, longDate, moment, percent, periodName } from '../domain/swedish.ts';
import type { FigureView } from './views.ts';

function number(figure: FigureView, value: number | null, base: number | null): string {
  if (value === null) return figure.hidden ? `visas inte (färre än ${figure.hiddenBelow})` : 'uppgift saknas';
  if (figure.measure === 'count') return count(value);
  return base === null ? percent(value) : `${percent(value)} (av ${count(base)})`;
}

function target(figure: FigureView): string {
  if (!figure.target) return 'Följs';
  const { direction, value, validTo, expired } = figure.target;
  if (direction === 'follow') return 'Följs';
  if (direction === 'increase') return 'Ska öka';
  const said = `${direction === 'at-least' ? 'Minst' : 'Högst'} ${figure.measure === 'share' ? percent(value) : count(value)}`;
  if (expired) return `${said}, gällde t.o.m. ${longDate(validTo!)}; nytt mål ej satt`;
  const status = { reached: ': nått', missed: ': ej nått', follow: '', unknown: '' }[figure.status];
  return `${said}${status}`;
}

export function frozenFigure(item: string, figure: FigureView): FrozenFigure {
  const period = figure.period ? `, ${periodName(figure.period)}` : '';
  const source = figure.source
    ? `${figure.source.name}, ändrad ${moment(figure.source.changed)}, läst ${moment(figure.source.read)}`
    : figure.problem || 'uppgift saknas';
  return {
    item,
    indicator: `${figure.name}${period}`,
    women: number(figure, figure.women, figure.womenBase),
    men: number(figure, figure.men, figure.menBase),
    total: number(figure, figure.total, figure.totalBase),
    target: target(figure),
    source,
  };
}
