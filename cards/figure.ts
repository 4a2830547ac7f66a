import { z } from 'zod';
import type { Space } from './card.ts';
import { count, link, localDate, localTime, text } from './fields.ts';
import { sayAsked, sayBrief } from './figure-brief.ts';
import { sayNotes } from './figure-notes.ts';
import { sayTrend } from './trend.ts';
import { sayWithheld } from './withheld.ts';
import type { Words } from './words.ts';

const amount = z.number().nullable();

const why = z.enum(['', 'few', 'reveals', 'blurred']);
export type Why = z.infer<typeof why>;
const hidden = z.strictObject({ women: why, men: why, total: why });
export type Hidden = z.infer<typeof hidden>;

/** Where a figure is written. */
export const place = z.strictObject({ name: text, sheet: text, url: link });

export const figure = z.strictObject({
  indicator: text,
  name: text,
  measure: z.enum(['share', 'count']),
  period: text,
  women: amount,
  men: amount,
  total: amount,
  unsplit: amount,
  bySex: z.boolean(),
  womenBase: count.nullable(),
  menBase: count.nullable(),
  totalBase: count.nullable(),
  hidden: hidden.extend({ unsplit: why }),
  hiddenBelow: z.number(),
  few: z.boolean(),
  target: z
    .strictObject({
      value: z.number(),
      direction: z.enum(['at-least', 'at-most', 'increase', 'follow']),
      validTo: localDate.nullable(),
      expired: z.boolean(),
      setter: text,
      baseline: z.strictObject({ period: text, value: amount }).nullable(),
    })
    .nullable(),
  status: z.enum(['reached', 'missed', 'follow', 'unknown']),
  change: z.strictObject({ since: text, women: amount, men: amount, total: amount }).nullable(),
  trend: z.array(z.strictObject({ period: text, women: amount, men: amount, total: amount, hidden })),
  late: z
    .strictObject({
      period: text,
      from: z.array(text),
      place,
      asked: z.strictObject({ on: z.union([localDate, z.literal('')]), not: z.array(text) }).optional(),
    })
    .nullable(),
  caveat: text,
  partsAre: text,
  source: z.strictObject({ name: text, url: link, changed: localTime, read: localTime }).nullable(),
  corrected: z.union([localTime, z.literal('')]),
  perUnit: z.array(z.strictObject({ unit: text, women: amount, men: amount, total: amount, hidden })),
  notes: z.array(z.strictObject({ unit: text, factors: text, analysis: text, direction: text })),
  problem: text,
});

export type Figure = z.infer<typeof figure>;

const signs = { reached: '✓', missed: '⚠', follow: '•', unknown: '?' };
const badges = {
  reached: { style: 'Good', icon: 'CheckmarkCircle' },
  missed: { style: 'Warning', icon: 'Warning' },
  follow: { style: 'Subtle', icon: 'DataTrending' },
  unknown: { style: 'Subtle', icon: 'QuestionCircle' },
};

/** A figure in words: the same on every card, large or small. */
export function sayFigure(
  view: Figure,
  words: Words,
  space: Space = 'full',
  withTrend = false,
  room: Parameters<typeof sayNotes>[2] = space === 'tight' ? 'none' : 'brief',
) {
  const { figure: say, format } = words;
  const number = (value: number) => (view.measure === 'share' ? format.share(value) : format.count(value));
  const withheld = sayWithheld(view, words);
  const told = (of: number | null, hidden: Why) => (of === null ? withheld.told(hidden) : number(of));
  const cell = (sex: 'women' | 'men' | 'total', base: number | null) => {
    const [of, hidden] = [view[sex], view.hidden[sex]];
    return {
      value: of === null ? withheld.short(hidden) : number(of),
      told: told(of, hidden),
      size: of === null ? 'Default' : 'ExtraLarge',
      base: of === null ? (hidden === '' ? '' : `(${withheld.why(hidden)})`) : base === null ? '' : say.of(format.count(base)),
    };
  };
  const brief = sayBrief(view, words);
  const status = say.status[view.status];
  const known = view.period !== '';
  const shown = [view.women, view.men, view.total].some((each) => each !== null);
  const units = (space === 'tight' ? [] : view.perUnit).map((row) => {
    const short = (sex: 'women' | 'men' | 'total') => (row[sex] === null ? withheld.short(row.hidden[sex]) : number(row[sex]));
    const long = (sex: 'women' | 'men' | 'total') => told(row[sex], row.hidden[sex]);
    return {
      unit: row.unit,
      women: view.bySex ? short('women') : '–',
      men: view.bySex ? short('men') : '–',
      total: short('total'),
      line: view.bySex ? say.bySex(long('women'), long('men'), long('total')) : long('total'),
    };
  });
  const trend = sayTrend(withTrend && space === 'full' ? view : { ...view, trend: [] }, words);
  const inTables = [...(units.length > 0 ? view.perUnit : []), ...(trend.hasTrend ? view.trend : [])];
  return {
    name: view.name,
    period: format.period(view.period),
    periodInline: format.period(view.period).replaceAll(' ', '\u00a0'),
    known,
    shown,
    /** Instead of numbers, when there is none to show and no problem that says why. */
    nothing: !shown && (known || view.problem === '') ? withheld.together(view) : '',
    women: cell('women', view.womenBase),
    men: cell('men', view.menBase),
    total: cell('total', view.totalBase),
    few: view.few ? say.few : '',
    bySex: view.bySex,
    shownBySex: shown && view.bySex,
    unsplit:
      view.hidden.unsplit !== ''
        ? say.unsplitHidden(withheld.told(view.hidden.unsplit))
        : view.unsplit === null || view.unsplit === 0
          ? ''
          : say.unsplit(number(view.unsplit)),
    change: space === 'tight' ? brief.changeBrief : sayChange(view, words),
    late: space === 'tight' ? brief.lateBrief : sayLate(view, words),
    ...brief,
    notes: sayNotes(view, words, room),
    caveat: view.caveat,
    partsAre: view.partsAre,
    ...trend,
    /** Below tables and charts, what "not shown" in them comes of. */
    hiddenKey: withheld.key(inTables),
    target: sayTarget(view, words, number),
    statusLine: `${signs[view.status]} ${status}`,
    /** For a line that says the target too; a figure that is only followed has no verdict. */
    verdict: view.status === 'follow' ? '' : `${signs[view.status]} ${status}. `,
    badge: { ...badges[view.status], text: status },
    problem: view.problem === '' ? '' : `⚠ ${view.problem}`,
    source:
      view.source === null
        ? ''
        : [
            say.source(view.source.name, format.moment(view.source.changed), format.moment(view.source.read)),
            ...(view.corrected === '' ? [] : [say.corrected(format.moment(view.corrected))]),
          ].join(' '),
    url: view.source?.url ?? '',
    hasUnits: units.length > 0,
    perUnit: units,
    unitsElsewhere: units.length < view.perUnit.length ? say.unitsElsewhere : '',
  };
}

/** The figures of one item; what comes from the same file names it once, below the last of them. */
export function sayFigures(views: readonly Figure[], words: Words, space: Space = 'full') {
  const said = views.map((view) => sayFigure(view, words, space));
  return said.map((each, index) => (each.source === said[index + 1]?.source ? { ...each, source: '' } : each));
}

function sayTarget({ target }: Figure, { figure: say, format }: Words, number: (value: number) => string): string {
  if (target === null) return say.noTarget;
  const { baseline, setter } = target;
  const goal =
    baseline === null
      ? say.target[target.direction](number(target.value))
      : say.sinceBaseline(format.period(baseline.period), baseline.value === null ? '' : number(baseline.value));
  if (!target.expired || target.validTo === null) return goal;
  return [goal, say.expired(format.until(target.validTo)), setter && say.setter(setter)].filter((each) => each !== '').join(' ');
}

/** `▲ Totalt +1,8 procentenheter sedan januari 2027 (kvinnor +3,3, män ±0).` The sign says it, the arrow only repeats. */
function sayChange({ change, measure, bySex }: Figure, { figure: say, format }: Words): string {
  if (change === null) return '';
  const said = (value: number) => (measure === 'share' ? format.points(value) : format.difference(value));
  const { women, men, total } = change;
  const arrow = total === null || said(total).startsWith('±') ? '' : total > 0 ? '▲ ' : '▼ ';
  const sexes = bySex && women !== null && men !== null ? say.changeBySex(said(women), said(men)) : '';
  const sum = total === null ? '' : say.changeInTotal(said(total));
  const parts = [sum, sexes].filter((each) => each !== '').join(', ');
  return parts === '' ? '' : `${arrow}${format.capital(say.changeSince(parts, format.period(change.since)))}`;
}

function sayLate({ late, period }: Figure, words: Words): string {
  const { figure: say, format } = words;
  if (late === null) return '';
  const missing = [say.late(format.period(late.period), format.list(late.from)), ...sayAsked(late, words)].join(' ');
  return `⚠ ${period === '' ? missing : `${missing} ${say.latest(format.period(period))}`}`;
}
