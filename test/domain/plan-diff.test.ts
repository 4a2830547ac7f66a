import { describe, expect, it } from 'vitest';
import type { Agreement, Forum } from '../../src/domain/agreement.ts';
import { planDifferences } from '../../src/domain/plan-diff.ts';
import { day, stockholm } from './definition.ts';

const [from, to] = [day('2027-01-01'), day('2027-12-31')];
const changed = (id: string, change: (forum: Forum) => Forum): Agreement => ({
  ...stockholm,
  forums: stockholm.forums.map((forum) => (forum.id === id ? change(forum) : forum)),
});
const anchored = (anchor: string) =>
  changed('section', (forum) => ({ ...forum, rhythm: { ...forum.rhythm, anchor } as Forum['rhythm'] }));

describe('what a changed definition does to the plan', () => {
  it('is nothing when nothing has changed', () => {
    expect(planDifferences(stockholm, stockholm, from, to)).toEqual([]);
  });

  it('with another weekday every meeting of that forum moves, and of no other; one that had to stay stays', () => {
    const found = planDifferences(stockholm, anchored('2027-03-31'), from, to);
    expect(found.map((one) => [one.kind, one.forum])).toEqual(found.map(() => ['moved', 'section']));
    expect(found).toHaveLength(8);
    for (const one of found)
      if (one.kind === 'moved') expect(one.was.start.until(one.now.start, { largestUnit: 'days' }).days).toBe(1);
  });

  it('with another hour the meeting is the same one, moved', () => {
    const later = changed('section', (forum) => ({ ...forum, rhythm: { ...forum.rhythm, start: '10:00' } as Forum['rhythm'] }));
    const [first] = planDifferences(stockholm, later, from, to);
    expect(first).toMatchObject({ kind: 'moved', forum: 'section' });
    if (first?.kind === 'moved') expect(first.was.id).toBe(first.now.id);
  });

  it('with another rhythm no meeting changes places with one that stays, and each is laid where it lies nearest', () => {
    const rarer = changed('section', (forum) => ({ ...forum, rhythm: { ...forum.rhythm, days: 45 } as Forum['rhythm'] }));
    const found = planDifferences(stockholm, rarer, from, to);
    expect(found[0]).toMatchObject({ kind: 'gone', was: { id: 'section-2027-01-05' } });
    const days = found
      .slice(1)
      .map((one) => (one.kind === 'moved' ? [one.was, one.now].map(({ id }) => id.slice(-5)) : one.kind));
    expect(days).toEqual([
      ['02-16', '02-13'],
      ['05-11', '05-14'],
      ['06-22', '06-28'],
      ['08-03', '08-12'],
      ['09-14', '09-26'],
      ['10-26', '11-10'],
      ['12-07', '12-25'],
    ]);
  });

  it('with a longer pause says what is gone', () => {
    const longer = changed('hub-intro', (forum) => ({
      ...forum,
      pauses: [...forum.pauses, { name: 'Höst', kind: 'weeks', from: 45, to: 45, origin: { choice: 'test' } }],
    }));
    expect(planDifferences(stockholm, longer, from, to)).toMatchObject([
      { kind: 'gone', was: { id: 'hub-intro-2027-11-09' }, stuck: false },
    ]);
  });

  it('and of those that may not rest, which can be held nowhere', () => {
    const shut = changed('section', (forum) => ({
      ...forum,
      pauses: [{ name: 'Stängt', kind: 'dates', from: '04-01', to: '12-31', origin: { choice: 'test' } }],
    }));
    const gone = planDifferences(stockholm, shut, from, to).filter((one) => one.kind === 'gone');
    expect(gone.map(({ was, stuck }) => [was.id, stuck])).toContainEqual(['section-2027-06-22', true]);
    expect(gone.every(({ stuck }) => stuck)).toBe(true);
  });
});
