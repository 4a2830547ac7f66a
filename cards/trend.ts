/** A figure's last periods: a line chart where Teams draws one, a table of the same figures where it does not. */
import type { Figure } from './figure.ts';
import { sayWithheld } from './withheld.ts';
import type { Words } from './words.ts';

const COLOURS = { women: 'categoricalPurple', men: 'categoricalTeal', total: 'categoricalBlue', target: 'neutral' } as const;

/** One point is no trend. A figure that is hidden or missing leaves a gap. */
export function sayTrend(view: Pick<Figure, 'trend' | 'measure' | 'target' | 'bySex' | 'hiddenBelow'>, words: Words) {
  const { figure: say, format } = words;
  const { trend, measure, target } = view;
  const known = trend.filter((point) => point.total !== null || point.women !== null);
  const hasTrend = known.length > 1;
  const plotted = (value: number) => (measure === 'share' ? Math.round(value * 1000) / 10 : value);
  const line = (which: 'women' | 'men' | 'total') => ({
    legend: say.labels[which],
    color: COLOURS[which],
    values: trend.flatMap((point) => {
      const value = point[which];
      return value === null ? [] : [{ x: format.period(point.period), y: plotted(value) }];
    }),
  });
  const goal =
    target !== null && (target.direction === 'at-least' || target.direction === 'at-most') && !target.expired
      ? [
          {
            legend: say.goal,
            color: COLOURS.target,
            values: trend.map((point) => ({ x: format.period(point.period), y: plotted(target.value) })),
          },
        ]
      : [];
  const lines = (['women', 'men', 'total'] as const).map(line).filter(({ values }) => values.length > 1);
  // The fullest line comes first: the periods along the axis are in the order of the first that names them.
  const series = [...lines, ...goal].toSorted((a, b) => b.values.length - a.values.length);
  const withheld = sayWithheld(view, words);
  const said = (value: number) => (measure === 'share' ? format.share(value) : format.count(value));
  return {
    hasTrend,
    trendTitle: hasTrend ? say.trend(measure === 'share') : '',
    series: hasTrend ? series : [],
    points: (hasTrend ? trend : []).map((point) => {
      const short = (which: 'women' | 'men' | 'total') =>
        point[which] === null ? withheld.short(point.hidden[which]) : said(point[which]);
      const long = (which: 'women' | 'men' | 'total') =>
        point[which] === null ? withheld.told(point.hidden[which]) : said(point[which]);
      return {
        period: format.period(point.period),
        women: view.bySex ? short('women') : '–',
        men: view.bySex ? short('men') : '–',
        total: short('total'),
        line: view.bySex ? say.bySex(long('women'), long('men'), long('total')) : long('total'),
      };
    }),
  };
}
