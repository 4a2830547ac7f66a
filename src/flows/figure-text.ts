/** A figure as a row of a document: words where there is no number. */
import type { FrozenFigure } from '../domain/meeting.ts';
import type { Why } from '../domain/shown-tally.ts';
import { count, list, longDate, moment, percent, periodName } from '../domain/swedish.ts';
import type { FigureView } from './views/figures.ts';

/** Why a number is not shown, as it stands in documents. */
export const hiddenWords = (why: Why, below: number): string =>
  ({
    '': 'uppgift saknas',
    few: `visas inte (färre än ${below})`,
    reveals: 'visas inte (skulle avslöja en annan uppgift)',
    blurred: 'visas inte (få personer)',
  })[why];

export function figureNumber(figure: FigureView, sex: 'women' | 'men' | 'total', base: number | null): string {
  const value = figure[sex];
  if (value === null) return hiddenWords(figure.hidden[sex], figure.hiddenBelow);
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
    women: figureNumber(figure, 'women', figure.womenBase),
    men: figureNumber(figure, 'men', figure.menBase),
    total: figureNumber(figure, 'total', figure.totalBase),
    target: target(figure),
    source,
  };
}

/** Who has not reported, as a paragraph; empty when nothing is late. */
const frozenLate = ({ name, late }: FigureView): string[] =>
  late ? [`${name}: uppgift för ${periodName(late.period)} saknas från ${list(late.from)}.${saidAsked(late)}`] : [];

function saidAsked({ asked, from }: NonNullable<FigureView['late']>): string {
  if (!asked) return '';
  if (asked.not.length === 0) return asked.on === '' ? '' : ` Efterfrågad ${longDate(asked.on)}.`;
  return ` Den är inte efterfrågad än${asked.not.length === from.length ? '' : ` från ${list(asked.not)}`}.`;
}

const FIELDS = { factors: 'Påverkansfaktorer', analysis: 'Analys', direction: 'Inriktning' } as const;

/** What there is to say of a figure beside its row: who has not reported, and what each unit has written, as given. */
export const frozenNotes = (figure: FigureView): string[] => [
  ...frozenLate(figure),
  ...figure.notes.map((note) => {
    const said = Object.entries(FIELDS).flatMap(([field, name]) => {
      const text = note[field as keyof typeof FIELDS];
      return text === '' ? [] : [`${name}: ${text}`];
    });
    return `${figure.name}, ${periodName(figure.period)}, ${note.unit}. ${said.join(' ')}`;
  }),
];
