/** From an indicator as the definition file has it to the domain's. */
import type { Origin } from '../domain/agreement.ts';
import type { Cited, Indicator, IndicatorSource, Target } from '../domain/indicator.ts';
import type { PeriodKind } from '../domain/periods.ts';
import type { GivenIndicator, GivenTarget } from './indicator-schema.ts';

const DIRECTION = { minst: 'at-least', högst: 'at-most', öka: 'increase', följs: 'follow' } as const;
const MEASURE = { antal: 'count', andel: 'share', 'inom tid': 'within-limit' } as const;
const MANNER = { exakt: 'exact', ungefär: 'about', över: 'over', intervall: 'interval' } as const;
const PERIOD = {
  vecka: 'week',
  'sex veckor': 'six-weeks',
  månad: 'month',
  halvår: 'half-year',
  år: 'year',
  läsår: 'school-year',
} as const satisfies Record<string, PeriodKind>;

/** Days after a period within which its figure should be there, where the definition says nothing. */
const DUE_AFTER_DAYS = 7;

type WithOrigin = { källa?: string | undefined; 'vårt val'?: string | undefined };
export const originOf = (rule: WithOrigin): Origin =>
  rule.källa !== undefined ? { source: rule.källa } : { choice: rule['vårt val'] ?? '' };

const hasOrigin = (rule: WithOrigin) => rule.källa !== undefined || rule['vårt val'] !== undefined;

/** A target without an origin of its own comes from where its indicator comes from. */
const targetOf = (given: GivenTarget, of: GivenIndicator): Target => ({
  value: given.värde,
  direction: DIRECTION[given.riktning],
  against: given.mot === 'utgångsvärdet' ? 'baseline' : 'period-before',
  holdsFor: given['gäller för'] === 'alla' ? 'all' : 'each-sex',
  validFrom: given['gäller från'],
  validTo: given['gäller till'],
  decidedAt: given.beslutat,
  reportedAt: undefined,
  origin: originOf(hasOrigin(given) ? given : of),
});

const citedOf = (given: NonNullable<GivenIndicator['citerat']>[number]): Cited => ({
  period: given.period,
  said: given.står,
  low: given.värde,
  high: given.till ?? given.värde,
  manner: MANNER[given.slag],
  what: given.mål === 'ja' ? 'target' : 'outcome',
  sentence: given.mening,
  source: given.källa,
});

function sourceOf({ statistikfil, lista }: GivenIndicator): IndicatorSource {
  if (lista !== undefined) return { kind: 'list', list: lista };
  return statistikfil === undefined ? { kind: 'none' } : { kind: 'workbook', file: statistikfil };
}

export function indicatorOf(given: GivenIndicator, appendix: string): Indicator {
  const period = PERIOD[given.period];
  const setter = given['mål sätts av'];
  const threshold = given['ny punkt vid'];
  return {
    id: given.id,
    name: given.namn,
    appendix,
    state: given.läge === 'tas fram' ? 'developed' : given.läge === 'historik' ? 'history' : 'live',
    measure: MEASURE[given['mäts som']],
    limit: given.gräns ?? '',
    numerator: given.räknar ?? '',
    denominator: given.av ?? '',
    period,
    reportedPer: given['rapporteras per'] ? PERIOD[given['rapporteras per']] : period === 'six-weeks' ? 'week' : period,
    bySex: given['per kön'] !== 'nej',
    perUnit: given['per verksamhet'] === 'ja' || given.delar !== undefined,
    partsAre: given.delar?.kallas ?? 'Enhet',
    parts: given.delar?.är ?? [],
    targetPerPart: given.delar?.['mål för varje'] === 'ja',
    target: given.mål && targetOf(given.mål, given),
    earlierTargets: (given['tidigare mål'] ?? []).map((one) => targetOf(one, given)),
    setBy: setter && {
      forum: setter.forum,
      when: setter.när === 'varje januari' ? 'each-january' : 'each-sixth-week',
      origin: originOf(setter),
    },
    baseline: given.utgångsvärde && {
      period: given.utgångsvärde.period,
      value: given.utgångsvärde.värde === 'ej satt' ? undefined : given.utgångsvärde.värde,
      origin: originOf(given.utgångsvärde),
    },
    cited: (given.citerat ?? []).map(citedOf),
    threshold: threshold && { below: threshold.under, above: threshold.över, origin: originOf(threshold) },
    owner: { name: given.ägare, units: given['lämnas av'] ?? [], proposed: given['ägare är förslag'] === 'ja' },
    source: sourceOf(given),
    dueAfterDays: given['lämnas inom dagar'] ?? DUE_AFTER_DAYS,
    followedUp: given['följs upp'] === 'varje år' ? 'yearly' : 'each-meeting',
    activity: given.aktivitet ?? '',
    effect: given.effekt ?? '',
    performance: given.prestation ?? '',
    caveat: given.förbehåll ?? '',
    origin: originOf(given),
  };
}
