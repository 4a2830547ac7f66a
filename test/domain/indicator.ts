/** An invented indicator, plain except where told otherwise. */
import type { Indicator, Target } from '../../src/domain/indicator.ts';

const choice = { choice: 'invented for a test' };

export const aTarget = (over: Partial<Target>): Target => ({
  value: 0.7,
  direction: 'at-least',
  against: 'period-before',
  holdsFor: 'each-sex',
  validFrom: undefined,
  validTo: undefined,
  decidedAt: undefined,
  reportedAt: undefined,
  origin: choice,
  ...over,
});

export const anIndicator = (over: Partial<Indicator>): Indicator => ({
  id: 'indicator',
  name: 'Indikator',
  appendix: 'bilaga',
  state: 'live',
  measure: 'count',
  limit: '',
  numerator: '',
  denominator: '',
  period: 'week',
  reportedPer: 'week',
  bySex: true,
  perUnit: false,
  partsAre: 'Enhet',
  parts: [],
  targetPerPart: false,
  target: undefined,
  earlierTargets: [],
  setBy: undefined,
  baseline: undefined,
  cited: [],
  threshold: undefined,
  owner: { name: 'AF', units: [], proposed: false },
  source: { kind: 'workbook', file: 'f.xlsx' },
  dueAfterDays: 7,
  followedUp: 'each-meeting',
  activity: '',
  effect: '',
  performance: '',
  caveat: '',
  origin: choice,
  ...over,
});
