import { describe, expect, it } from 'vitest';
import { DAYS_KEPT, keptSince, type Passing } from '../../src/domain/retention.ts';
import type { Product } from '../../src/flows/product.ts';
import { takeAwayOld } from '../../src/flows/take-away.ts';
import { hub } from '../support/agreement.ts';
import { at, clockAt } from '../support/clock.ts';
import { listening } from '../support/quiet.ts';

describe('what need not be kept', () => {
  it('is taken away a little at a time until it is gone, each kind by its own days', async () => {
    const there: Record<Passing, number> = { causes: 1_200, contents: 500, attempts: 3, steps: 0 };
    const asked: { what: Passing; before: string; most: number }[] = [];
    const takeAway = async (what: Passing, before: Temporal.Instant, most: number) => {
      asked.push({ what, before: before.toString(), most });
      const now = Math.min(there[what], most);
      there[what] -= now;
      return now;
    };
    const log = listening();
    const store = { change: (work: (change: unknown) => unknown) => work({ takeAway }) };
    await takeAwayOld({ agreement: { forums: [] }, store, clock: clockAt('2027-03-10T03:50'), log } as unknown as Product);
    expect(there).toEqual({ causes: 0, contents: 0, attempts: 0, steps: 0 });
    expect(asked.map(({ what }) => what)).toEqual(['causes', 'causes', 'causes', 'contents', 'contents', 'attempts', 'steps']);
    const since = (what: Passing) => at('2027-03-10T03:50').subtract({ days: DAYS_KEPT[what] }).toInstant().toString();
    for (const { what, before, most } of asked) expect([before, most]).toEqual([since(what), 500]);
    expect(log.lines).toMatchObject([{ facts: { causes: 1_200, contents: 500, attempts: 3, steps: 0 } }]);
  });

  it('takes what was sent of cases with it, when the definition purges them sooner', () => {
    const sooner = { ...hub, cases: { ...hub.cases!, purgeAfterDays: 7 } };
    const kept = (what: Passing) =>
      keptSince(what, { forums: [hub, sooner] }, at('2027-03-10T03:50'))
        .toPlainDate()
        .toString();
    expect(kept('contents')).toBe('2027-03-03');
    expect(kept('causes')).toBe('2027-02-08');
  });

  it('outlasts every time that Teams and Graph deliver again', () => {
    const GRAPH_HOURS = 4;
    expect(DAYS_KEPT.causes * 24).toBeGreaterThan(GRAPH_HOURS * 10);
  });
});
