import { describe, expect, it } from 'vitest';
import type { Agreement, Person } from '../../src/domain/agreement.ts';
import { forumOf } from '../../src/domain/agreement.ts';
import { askedNow, askedSince, figureAsks, stillMissing } from '../../src/domain/figure-asks.ts';
import { stockholm } from '../support/agreement.ts';
import { day } from './definition.ts';

const today = day('2027-04-06');
const late = (id: string, period: string, ...from: string[]) => [id, { period, from }] as const;
const ask = (forum: string, found: ReturnType<typeof late>[], agreement = stockholm, on = today) =>
  figureAsks(agreement, forumOf(agreement, forum), new Map(found), on);
const askedIn = (...given: Parameters<typeof ask>) => ask(...given).map(({ person }) => person);
const without = (...ids: string[]): Agreement => ({
  ...stockholm,
  people: stockholm.people.filter(({ id }) => !ids.includes(id)),
});
const changed = (id: string, more: Partial<Person>): Agreement => ({
  ...stockholm,
  people: stockholm.people.map((person) => (person.id === id ? { ...person, ...more } : person)),
});

describe('a figure that is late is asked for', () => {
  it('from those of the unit who sit in the forum, and nobody else', () => {
    expect(askedIn('hub-intro', [late('inskrivningssamtal', '2027-W12', 'AF Järva')])).toEqual(['sara', 'johan']);
    expect(askedIn('section', [late('inskrivning', '2027-03', 'AF Järva', 'AF City/Vällingby')])).toEqual(['peter', 'karin']);
  });

  it('on one card for each person, however many figures are missing', () => {
    const asks = ask('section', [
      late('inskrivning', '2027-03', 'AF Järva'),
      late('hanvisning', '2027-03', 'AF Järva', 'AF City/Vällingby'),
    ]);
    expect(asks).toEqual([
      {
        person: 'karin',
        missing: [
          { indicator: 'inskrivning', period: '2027-03', from: ['AF Järva'], standIn: false },
          { indicator: 'hanvisning', period: '2027-03', from: ['AF Järva'], standIn: false },
        ],
      },
      { person: 'peter', missing: [{ indicator: 'hanvisning', period: '2027-03', from: ['AF City/Vällingby'], standIn: false }] },
    ]);
  });

  it('from another forum that follows it where the unit is not in this one, and from nobody who is away', () => {
    // CSO reports it, and sits in the coordinators' meeting.
    expect(askedIn('section', [late('um-anmalda', '2027-W12', 'Centrum för samhällsorientering')])).toEqual(['elias']);
    const missing = [late('inskrivningssamtal', '2027-W10', 'AF City/Vällingby')];
    expect(askedIn('hub-intro', missing, stockholm, day('2027-03-22'))).toEqual(['omar']);
    // Omar is away, and nobody else of AF City sits in a forum that follows the figure: the convener is told.
    expect(ask('hub-intro', missing, stockholm, day('2027-03-18'))).toMatchObject([
      { person: 'johan', missing: [{ from: ['AF City/Vällingby'], standIn: true }] },
    ]);
  });

  it('from the operations within a unit that has nobody itself, where it is written in a file', () => {
    // Vuxenutbildningscentrum has nobody; its guidance unit sits in the education forum.
    expect(askedIn('education', [late('vagledning-bokade', '2027-03', 'Vuxenutbildningscentrum')])).toEqual(['bo', 'iris']);
  });

  it('from all units that report it, where what is missing is no unit', () => {
    expect(askedIn('education', [late('aktiva-grupper', '2027-03', 'Kombinationsutbildningar')])).toEqual(['bo', 'iris']);
  });

  it('through the convener, or the channel, where nobody of the unit is in the roster', () => {
    const missing = [late('vagledning-bokade', '2027-03', 'Vuxenutbildningscentrum')];
    expect(ask('education', missing, without('bo', 'iris'))).toMatchObject([{ person: 'karin', missing: [{ standIn: true }] }]);
    expect(ask('education', missing, without('bo', 'iris', 'karin'))).toMatchObject([{ person: undefined }]);
    // A unit that no definition names has nobody to ask either.
    expect(ask('section', [late('unga-jobbtorg', '2026', 'Jobbtorg Stockholm')])).toMatchObject([
      { person: 'karin', missing: [{ from: ['Jobbtorg Stockholm'], standIn: true }] },
    ]);
  });

  it('on the convener’s one card, both their own and what they stand in for', () => {
    const both = ask(
      'education',
      [late('vagledning-bokade', '2027-03', 'Vuxenutbildningscentrum'), late('utbildningsplikt', '2027-03', 'Grundskola')],
      without('bo', 'iris'),
    );
    expect(both).toHaveLength(1);
    expect(both[0]!.missing.map(({ standIn }) => standIn)).toEqual([true, false]);
  });

  it('from nobody in a forum they have left', () => {
    const missing = [late('inskrivningssamtal', '2027-W12', 'AF Järva')];
    expect(askedIn('hub-intro', missing, changed('sara', { forums: [] }))).toEqual(['johan']);
  });
});

describe('what was asked for', () => {
  const asked = [{ indicator: 'inskrivning', period: '2027-03', from: ['AF Järva', 'AF City/Vällingby'], standIn: false }];

  it('is missing until it has come, part by part', () => {
    expect(stillMissing(asked, new Map([late('inskrivning', '2027-03', 'af järva')]))).toMatchObject([{ from: ['af järva'] }]);
    expect(stillMissing(asked, new Map([late('inskrivning', '2027-03', 'AF Globen')]))).toEqual([]);
    expect(stillMissing(asked, new Map())).toEqual([]);
  });
});

describe('a figure that falls due after the ask', () => {
  const week = (period: string, ...from: string[]) => ({ indicator: 'inskrivningssamtal', period, from, standIn: false });
  const before = { ...week('2027-W10', 'AF Järva', 'AF Globen'), on: '2027-03-18' };

  it('is asked for in its own right, and takes the place of the period before it', () => {
    const { missing, fresh } = askedNow([before], [week('2027-W11', 'AF Järva')], day('2027-03-23'));
    expect(fresh).toEqual([{ ...week('2027-W11', 'AF Järva'), on: '2027-03-23' }]);
    expect(missing).toEqual(fresh);
  });

  it('is not asked for again while it is the same, or part of it has come', () => {
    for (const due of [week('2027-W10', 'AF Järva', 'AF Globen'), week('2027-W10', 'af järva')])
      expect(askedNow([before], [due], day('2027-03-23'))).toEqual({ missing: [before], fresh: [] });
    expect(askedNow([before], [], day('2027-03-23'))).toEqual({ missing: [before], fresh: [] });
  });

  it('is said to have been asked for only by those who have been asked for that very period', () => {
    const late = (period: string, ...from: string[]) => ({ period, from });
    expect(askedSince([before], 'inskrivningssamtal', late('2027-W10', 'AF Järva'))).toEqual({ on: '2027-03-18', not: [] });
    expect(askedSince([before], 'inskrivningssamtal', late('2027-W11', 'AF Järva'))).toEqual({ on: '', not: ['AF Järva'] });
    expect(askedSince([before], 'deltagande', late('2027-W10', 'AF Järva'))).toEqual({ on: '', not: ['AF Järva'] });
    const later = { ...week('2027-W10', 'AF City'), on: '2027-03-22' };
    expect(askedSince([before, later], 'inskrivningssamtal', late('2027-W10', 'AF Järva', 'AF City', 'Intro'))).toEqual({
      on: '2027-03-22',
      not: ['Intro'],
    });
  });
});
