import { describe, expect, it } from 'vitest';
import type { Indicator } from '../../src/domain/indicator.ts';
import { askSteps } from '../../src/domain/steps.ts';
import { targetAsks } from '../../src/domain/target-asks.ts';
import type { SetTarget } from '../../src/domain/targets.ts';
import { day } from './definition.ts';
import { anIndicator, aTarget } from './indicator.ts';

const choice = { choice: 'test' };
const yearly: Indicator = anIndicator({
  id: 'inskrivning',
  target: aTarget({ value: 0.85, validTo: '2025-12-31' }),
  setBy: { forum: 'unit', when: 'each-january', origin: choice },
});
const often: Indicator = { ...yearly, setBy: { forum: 'education', when: 'each-sixth-week', origin: choice } };
const set = (validFrom: string, validTo: string, decidedAt = validFrom): SetTarget => ({
  indicator: 'inskrivning',
  value: 0.9,
  direction: 'at-least',
  validFrom,
  validTo,
  by: 'eva',
  forum: 'unit',
  decidedAt,
  reportedAt: undefined,
});
const asks = (indicator: Indicator, all: SetTarget[], on: string) =>
  targetAsks(indicator, all, day(on)).map(({ about, day: at }) => [about, at.toString()]);

describe('the body that sets a target is asked', () => {
  it('once for each January, after the holidays, on a working day', () => {
    expect(asks(yearly, [], '2027-03-10')).toEqual([
      ['2027', '2027-01-07'],
      ['2028', '2028-01-07'],
    ]);
    // 7 January 2029 is a Sunday.
    expect(asks(yearly, [], '2029-01-01')[0]).toEqual(['2029', '2029-01-08']);
  });

  it('not for a year it has decided for, before the year or in it', () => {
    for (const one of [set('2027-01-01', '2027-12-31', '2026-12-14'), set('2027-02-01', '2027-10-31', '2027-02-01')])
      expect(asks(yearly, [one], '2027-03-10').map(([about]) => about)).not.toContain('2027');
  });

  it('for a year whose target has been taken back, as for one that has none', () => {
    const back = { ...set('2027-01-04', '2027-12-31'), takenBack: { by: 'eva', at: '2027-03-09T10:00' } };
    expect(asks(yearly, [back], '2027-03-10').map(([about]) => about)).toContain('2027');
  });

  it('when a target has run out within its year, the working day after', () => {
    expect(asks(yearly, [set('2027-02-01', '2027-10-30')], '2027-03-10')).toContainEqual(['2027-10-30', '2027-11-01']);
  });

  it('every sixth week where it revises its goals, and for each one once', () => {
    expect(asks(often, [], '2027-03-10')).toEqual([['2025-12-31', '2026-01-02']]);
    const now = set('2027-03-10', '2027-04-20');
    expect(asks(often, [now], '2027-03-11')).toEqual([['2027-04-20', '2027-04-21']]);
    expect(asks(often, [now], '2027-05-01')).toEqual([['2027-04-20', '2027-04-21']]);
  });

  it('never where the definition names nobody, gives no last day, or only tells history', () => {
    expect(asks({ ...yearly, setBy: undefined }, [], '2027-03-10')).toEqual([]);
    expect(asks({ ...often, target: aTarget({ value: 0.7 }) }, [], '2027-03-10')).toEqual([]);
    expect(asks({ ...yearly, state: 'history' }, [], '2027-03-10')).toEqual([]);
  });

  it('in the morning; what is late on the next working morning, once however much it is', () => {
    const steps = askSteps([day('2026-01-02'), day('2027-01-07'), day('2027-04-21')], day('2027-03-13'));
    expect(steps.map(({ name, at }) => [name, at.toPlainDateTime().toString()])).toEqual([
      ['ask-targets@2027-03-15', '2027-03-15T08:00:00'],
      ['ask-targets@2027-04-21', '2027-04-21T08:00:00'],
    ]);
  });
});
