import { describe, expect, it } from 'vitest';
import { type Act, forumsByOffice, may, mayIn, type Role, rights, rolesIn } from '../../src/domain/rights.ts';
import { stockholm as agreement } from '../support/agreement.ts';
import { openMeeting } from './meetings.ts';

const roles: readonly Role[] = ['member', 'secretary', 'convener', 'owner', 'colleague', 'registrar', 'report-lead'];
const OFFICES: readonly Role[] = ['registrar', 'report-lead'];

/** The table as people would read it: what each role may do, besides being a member. */
const expected: Record<Act, readonly Role[]> = {
  'take-part': roles,
  'register-own': roles,
  'register-all': ['secretary', 'convener'],
  'register-report': roles,
  'see-filed': roles,
  'see-figures': roles,
  'keep-minutes': ['secretary', 'convener'],
  'move-meeting': ['convener'],
  'answer-turn': ['secretary'],
  'swap-turn': ['secretary', 'convener', 'colleague'],
  'take-turn-over': roles,
  'withdraw-swap': ['convener'],
  'see-reach': ['secretary', 'convener'],
  'finish-action': ['secretary', 'convener', 'owner'],
  'withdraw-action': ['secretary', 'convener'],
  'take-off-proposal': ['convener'],
  'make-report': ['convener', 'report-lead'],
  'remove-case': ['convener', 'owner'],
};

describe('who may do what', () => {
  it.each(Object.keys(rights) as Act[])('%s, for each role', (act) => {
    for (const role of roles) expect(may(act, new Set(['member', role])), role).toBe(expected[act].includes(role));
  });

  it('is nothing at all for somebody who is no member, whatever else they are', () => {
    for (const act of Object.keys(rights) as Act[])
      for (const role of roles.slice(1)) if (!OFFICES.includes(role)) expect(may(act, new Set([role])), act).toBe(false);
  });

  it('is its own few things for an office without a seat', () => {
    const all = Object.keys(rights) as Act[];
    expect(all.filter((act) => may(act, new Set<Role>(['registrar'])))).toEqual(['register-own', 'register-report', 'see-filed']);
    expect(all.filter((act) => may(act, new Set<Role>(['report-lead'])))).toEqual([
      'register-report',
      'see-figures',
      'make-report',
    ]);
  });
});

describe('what somebody is to a meeting', () => {
  const secretary = { person: 'sara', unit: 'af-jarva', accepted: true, declined: [], reason: {} as never };
  const meeting = { ...openMeeting(), secretary };
  const person = (id: string) => agreement.people.find((one) => one.id === id)!;
  const of = (id: string) => [...rolesIn(agreement, person(id), meeting)].sort();

  it('follows from the roster and from whose turn it is', () => {
    expect(of('sara')).toEqual(['member', 'secretary']);
    expect(of('johan')).toEqual(['colleague', 'convener', 'member']);
    expect(of('per')).toEqual(['member']);
  });

  it('is nothing for members of other forums, and for those of none', () => {
    expect(of('kim')).toEqual([]);
    expect([
      ...rolesIn(agreement, { ...person('per'), forums: ['hub-ec'], convenes: ['hub-intro'] }, meeting, ['owner']),
    ]).toEqual([]);
  });

  it('is an office where the authority sits, and for reports everywhere', () => {
    expect(of('rita')).toEqual(['registrar']);
    expect(of('ove')).toEqual([]);
    expect(of('vera')).toEqual(['report-lead']);
    const forums = (id: string, act: Act) => forumsByOffice(agreement, person(id), act).map((forum) => forum.id);
    expect(forums('ove', 'see-filed')).not.toContain('hub-intro');
    expect(forums('ove', 'register-own')).toContain('hub-ec');
    expect(forums('vera', 'see-figures')).toEqual(agreement.forums.map(({ id }) => id));
    for (const id of ['rita', 'vera', 'sara']) expect(forums(id, 'take-part')).toEqual([]);
  });

  it('ends when the turn is somebody else’s', () => {
    const next = { ...meeting, secretary: { ...secretary, person: 'per', unit: 'intro-ekonomi' } };
    expect(mayIn(agreement, person('sara'), 'keep-minutes', meeting)).toBe(true);
    expect(mayIn(agreement, person('sara'), 'keep-minutes', next)).toBe(false);
    expect(mayIn(agreement, person('per'), 'keep-minutes', { ...meeting, secretary: undefined })).toBe(false);
  });
});
