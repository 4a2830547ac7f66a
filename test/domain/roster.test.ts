import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Person } from '../../src/domain/agreement.ts';
import { follow, type GroupMember, type GroupSource, type KnownMember, withGroups } from '../../src/domain/roster.ts';
import { stockholm } from './definition.ts';

const ids = ['a', 'b', 'c', 'd'].map((letter) => `${letter.repeat(8)}-0000-4000-8000-000000000000`);
const [anna, bo, cia, dag] = ids.map((entraId, n): GroupMember => {
  const name = ['Anna', 'Bo', 'Cia', 'Dag'][n]!;
  return { entraId, name, mail: `${name.toLowerCase()}@stad.example` };
}) as [GroupMember, GroupMember, GroupMember, GroupMember];

const group: GroupSource = { id: 'g1', unit: 'intro-stockholm', role: 'Handläggare', forums: ['hub-intro'] };
const other: GroupSource = { ...group, id: 'g2', unit: 'af-jarva', role: 'Arbetsförmedlare' };
const defined: Person = { ...stockholm.people[0]!, id: 'sara', entraId: anna.entraId, unit: 'af-jarva', forums: ['section'] };
const known = (...members: KnownMember[]) => new Map([['g1', members]]);

describe('who is in a group', () => {
  it('from the first reading has no first day; who comes later has the day they were seen', () => {
    const first = follow(undefined, [bo, anna], '2027-03-01');
    expect(first.map(({ name, since }) => [name, since])).toEqual([
      ['Anna', undefined],
      ['Bo', undefined],
    ]);
    expect(follow(first, [cia, bo, anna], '2027-03-02').at(-1)).toEqual({ ...cia, since: '2027-03-02' });
  });

  it('keeps their place in the order whatever order the directory gives', () => {
    const any = fc.array(
      fc.subarray([anna, bo, cia, dag]).chain((some) => fc.shuffledSubarray(some, { minLength: some.length })),
    );
    fc.assert(
      fc.property(any, (readings) => {
        const forwards = readings.reduce<KnownMember[] | undefined>((all, there) => follow(all, there, '2027-03-01'), undefined);
        const sorted = readings.map((there) => [...there].sort((a, b) => (a.name < b.name ? 1 : -1)));
        const same = sorted.reduce<KnownMember[] | undefined>((all, there) => follow(all, there, '2027-03-01'), undefined);
        expect(same).toEqual(forwards);
        const there = new Set(readings.at(-1)?.map(({ entraId }) => entraId));
        for (const one of forwards ?? []) expect(one.left === undefined).toBe(there.has(one.entraId));
      }),
    );
  });

  it('and leaves is remembered by name only, and comes back as new', () => {
    const gone = follow(follow(undefined, [anna, bo], '2027-03-01'), [anna], '2027-03-02');
    expect(gone[1]).toEqual({ entraId: bo.entraId, name: 'Bo', mail: undefined, left: true });
    expect(follow(gone, [anna, bo], '2027-03-09')[1]).toEqual({ ...bo, since: '2027-03-09' });
  });
});

describe('the people of the agreement', () => {
  it('are those of the definition and of its groups, each in the unit the definition gives the group', () => {
    const people = withGroups([defined], [group], known(bo, { ...cia, since: '2027-03-02' }));
    expect(people[1]).toMatchObject({
      name: 'Bo',
      unit: 'intro-stockholm',
      forums: ['hub-intro'],
      mail: bo.mail,
      since: undefined,
    });
    expect(people[2]).toMatchObject({ since: '2027-03-02', convenes: [], leadsReports: false });
    expect(new Set(people.map(({ id }) => id)).size).toBe(3);
  });

  it('who stands in both is one, as the definition says, and a member of the group’s forums too', () => {
    const people = withGroups([defined], [group], known({ ...anna, entraId: anna.entraId.toUpperCase() }));
    expect(people).toEqual([{ ...defined, forums: ['section', 'hub-intro'] }]);
  });

  it('who has no id in the definition is known by address; a name is never enough', () => {
    const byMail = { ...defined, entraId: undefined, mail: 'Anna@stad.example' };
    expect(withGroups([byMail], [group], known(anna))).toEqual([
      { ...byMail, entraId: anna.entraId, forums: ['section', 'hub-intro'] },
    ]);
    expect(withGroups([{ ...byMail, name: 'Anna', mail: undefined }], [group], known(anna))).toHaveLength(2);
    expect(withGroups([{ ...defined, mail: bo.mail }], [group], known(bo)), 'another id, the same address').toHaveLength(2);
  });

  it('who has left keeps name and unit, and neither forum nor address', () => {
    const [was] = withGroups([], [group], known({ ...bo, mail: undefined, left: true }));
    expect(was).toMatchObject({ name: 'Bo', unit: 'intro-stockholm', forums: [], mail: undefined });
    expect(withGroups([defined], [group], known({ ...anna, left: true }))).toEqual([defined]);
  });

  it('who is in two groups is one, in the first one’s unit; who has left one is still in the other', () => {
    const both = (first: KnownMember) => new Map([...known(first), ['g2', [bo]]] as [string, KnownMember[]][]);
    expect(withGroups([], [group, other], both(bo))).toMatchObject([{ unit: 'intro-stockholm', forums: ['hub-intro'] }]);
    expect(withGroups([], [group, other], both({ ...bo, left: true }))).toMatchObject([{ forums: ['hub-intro'], mail: bo.mail }]);
  });
});
