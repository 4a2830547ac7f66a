import { describe, expect, it } from 'vitest';
import { auditOf, changedFacets, facetsOf } from '../../src/domain/audit.ts';
import { stockholm } from './definition.ts';
import { plannedMeeting, text } from './meetings.ts';

describe('what an auditor can read', () => {
  it('of a changed definition is who came and went, in which role', () => {
    const before = facetsOf(stockholm).people;
    const people = stockholm.people.map((one) =>
      one.id === 'per' ? { ...one, forums: [] } : one.id === 'kim' ? { ...one, forums: ['hub-ec'], convenes: ['hub-ec'] } : one,
    );
    const changes = changedFacets(before, facetsOf({ ...stockholm, people }).people);
    expect(changes).toEqual([
      { facet: 'convener/hub-ec', joined: ['kim'], left: [] },
      { facet: 'members/hub-ec', joined: ['kim'], left: [] },
      { facet: 'members/hub-intro', joined: [], left: ['per'] },
    ]);
    expect(changedFacets(before, before)).toEqual([]);
    const offices = stockholm.people.map((one) =>
      one.id === 'kim' ? { ...one, registersFor: 'amn' } : { ...one, leadsReports: one.id === 'per' },
    );
    expect(changedFacets(before, facetsOf({ ...stockholm, people: offices }).people)).toEqual([
      { facet: 'registrar/amn', joined: ['kim'], left: [] },
      { facet: 'report-lead/', joined: ['per'], left: ['vera'] },
    ]);
  });

  it('tells that a target or a rule changed, and which', () => {
    const [first, ...others] = stockholm.indicators;
    const changed = { ...stockholm, indicators: [{ ...first!, target: undefined }, ...others] };
    const [was, is] = [facetsOf(stockholm).rules, facetsOf(changed).rules];
    const differ = Object.keys(was).filter((key) => JSON.stringify(was[key]) !== JSON.stringify(is[key]));
    expect(differ.every((key) => key === `target/${first!.id}`)).toBe(true);
  });

  it('of meetings is who moved, approved and opened them again, and never a word of them', () => {
    const secret = text('Det här står i anteckningarna');
    const meeting = {
      ...plannedMeeting(),
      moves: [{ from: '2027-03-16T13:00', to: '2027-03-17T13:00', reason: secret, by: 'johan', at: '2027-03-10T08:00' }],
      notes: [{ id: 'n', item: 'i', text: secret }],
      stage: { name: 'approved' as const, by: 'sara', at: '2027-03-20T09:00', version: 2, hash: 'h' },
      reopenings: [
        {
          by: 'johan',
          at: '2027-03-19T09:00',
          reason: secret,
          approved: { name: 'filed' as const, by: 'sara', at: '2027-03-18T09:00', version: 1, hash: 'g', url: '' },
          text: { notes: [], outcomes: [], actions: [] },
        },
      ],
    };
    const events = auditOf([{ at: '2027-03-01T08:00', by: 'drift', facets: {} }], [], [meeting]);
    expect(events.map(({ at, by, what }) => [at.slice(5, 10), by, what])).toEqual([
      ['03-01', 'drift', 'definition'],
      ['03-10', 'johan', 'moved'],
      ['03-18', 'sara', 'approved'],
      ['03-19', 'johan', 'reopened'],
      ['03-20', 'sara', 'approved'],
    ]);
    expect(JSON.stringify(events)).not.toContain('anteckningarna');
  });
});
