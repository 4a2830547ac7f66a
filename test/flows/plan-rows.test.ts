import { describe, expect, it } from 'vitest';
import { isoWeek } from '../../src/domain/calendar.ts';
import { dayOf } from '../../src/domain/days.ts';
import { yearPlan } from '../../src/domain/year-plan.ts';
import { planRows } from '../../src/flows/plan-rows.ts';
import { stockholm } from '../support/agreement.ts';

const day = (iso: string) => Temporal.PlainDate.from(iso);
const rowsOf = (from: string, to: string, only?: string) => [...planRows(stockholm, dayOf(day(from)), dayOf(day(to)), only)];

describe('the plan as rows', () => {
  it('says of a meeting in its place which rule put it there, and of a moved one what was in the way', () => {
    const rows = rowsOf('2027-01-01', '2028-12-31');
    expect(rows.find((row) => row.forum === 'hub-intro')).toEqual({
      forum: 'hub-intro',
      tier: 1,
      start: '2027-01-19T13:00:00+01:00',
      end: '2027-01-19T14:00:00+01:00',
      week: '2027-W03',
      reason: 'var 14:e dag räknat från tisdag 19\u00a0januari 2027 (N 1.8, "ståendetid varannan vecka, två timmar")',
      flags: ['udda veckor från och med nu: 2026 hade 53 veckor'],
    });
    const moved = rows.filter((row) => row.movedFrom !== undefined);
    expect(moved.length).toBeGreaterThan(0);
    for (const row of moved)
      expect(row.reason).toMatch(/: flyttat från \p{L}+ \d+\s\p{L}+ 20\d\d till närmaste tillåtna arbetsdag$/u);
  });

  it('are the meetings of the plan, in its order, for ten years of the agreement', () => {
    const rows = rowsOf('2027-01-01', '2036-12-31');
    const { meetings } = yearPlan(stockholm, day('2027-01-01'), day('2036-12-31'));
    const text = (at: Temporal.ZonedDateTime) => at.toString({ timeZoneName: 'never', smallestUnit: 'second' });
    expect(rows.map(({ reason: _, ...row }) => row)).toEqual(
      meetings.map((one) => ({
        forum: one.forum,
        tier: one.tier,
        start: text(one.start),
        end: text(one.end),
        week: isoWeek(one.start.toPlainDate()),
        ...(one.moved ? { movedFrom: one.moved.from.toString() } : {}),
        flags: one.flags,
      })),
    );
    for (const row of rows) expect(row.reason).not.toBe('');
  });

  it('are of one forum when it is named, and none where none lies', () => {
    expect(new Set(rowsOf('2027-01-01', '2027-12-31', 'section').map((row) => row.forum))).toEqual(new Set(['section']));
    expect(rowsOf('2027-12-24', '2027-12-26')).toEqual([]);
  });

  it('come one at a time: a thousand years begin at once', () => {
    const years = planRows(stockholm, dayOf(day('2027-01-01')), dayOf(day('3026-12-31')));
    expect(years.next().value).toMatchObject({ forum: 'section', start: '2027-01-05T09:00:00+01:00' });
  });
});
