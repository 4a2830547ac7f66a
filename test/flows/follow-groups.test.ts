import { expect, it } from 'vitest';
import { membersOf } from '../../src/domain/agreement.ts';
import type { GroupMember } from '../../src/domain/roster.ts';
import { readGroups, refreshRoster } from '../../src/flows/follow-groups.ts';
import { type Directory, Refused, Unavailable } from '../../src/ports.ts';
import { hub, stockholm } from '../support/agreement.ts';
import { smallProduct } from '../support/small-product.ts';

const GROUP = '11111111-0000-4000-8000-000000000001';
const person = (n: number): GroupMember => ({
  entraId: `22222222-0000-4000-8000-00000000000${n}`,
  name: `Person ${n}`,
  mail: `person${n}@stad.example`,
});
const convener = stockholm.people.find(({ convenes }) => convenes.includes('hub-intro'))!.id;

/** A group whose members are `there`, or the fault that asking gives. */
async function withGroup(people = stockholm.people) {
  const group = { there: [person(1), person(2)] as GroupMember[] | Error, asked: 0 };
  const directory: Directory = {
    async members() {
      group.asked += 1;
      if (group.there instanceof Error) throw group.there;
      return group.there;
    },
  };
  const groups = [{ id: GROUP, unit: 'intro-stockholm', role: 'Handläggare', forums: ['hub-intro'] }];
  const agreement = { ...stockholm, people, groups, forums: [hub] };
  const small = await smallProduct({ now: '2027-03-01T03:10', calendar: undefined, agreement, directory });
  const { product } = small;
  return {
    ...small,
    group,
    names: () =>
      membersOf(product.agreement, 'hub-intro')
        .filter(({ id }) => id.startsWith('entra-'))
        .map(({ name }) => name),
    told: () => small.said.filter(({ key }) => key.startsWith('roster-told/')),
    async day(date: string) {
      small.to(`${date}T03:10`);
      const changed = await readGroups(product);
      small.to(`${date}T09:00`);
      await small.work();
      return changed;
    },
  };
}
const refused = (status: number) => new Refused({ call: 'GET group members', status, next: 'Mend it.' });

it('the group’s members are members, beside those of the definition; who comes and goes is seen the next day', async () => {
  const { day, group, names, product } = await withGroup();
  const before = membersOf(stockholm, 'hub-intro').length;
  expect(await day('2027-03-01')).toBe(true);
  expect(names()).toEqual(['Person 1', 'Person 2']);
  expect(membersOf(product.agreement, 'hub-intro')).toHaveLength(before + 2);
  group.there = [person(3), person(2)];
  expect(await readGroups(product), 'once a day').toBe(false);
  expect(group.asked).toBe(1);
  expect(await day('2027-03-02')).toBe(true);
  expect(names()).toEqual(['Person 2', 'Person 3']);
  expect(product.agreement.people.find(({ name }) => name === 'Person 3')).toMatchObject({ since: '2027-03-02' });
  expect(
    product.agreement.people.find(({ name }) => name === 'Person 1'),
    'their past stays',
  ).toMatchObject({ forums: [] });
  expect(await day('2027-03-03'), 'nothing new').toBe(false);
  expect(
    stockholm.people.some(({ name }) => name.startsWith('Person')),
    'the definition itself is as it was',
  ).toBe(false);
});

it.each([
  ['that is not there', refused(404), 'rätt objekt-id'],
  ['that may not be read', refused(403), 'manifest/permissions.md'],
  ['that is suddenly empty', [], 'Gruppen är tom'],
])(
  'a group %s keeps its members as last known, and the convener is told once, and again when it breaks anew',
  async (_, how, words) => {
    const { day, group, names, told } = await withGroup();
    await day('2027-03-01');
    group.there = how;
    await day('2027-03-02');
    await day('2027-03-03');
    expect(names()).toEqual(['Person 1', 'Person 2']);
    expect(told().map(({ to }) => to)).toEqual([{ person: convener }]);
    expect(JSON.stringify(told())).toContain(words);
    expect(JSON.stringify(told()), 'nobody is named').not.toContain('Person 1');
    group.there = [person(1)];
    await day('2027-03-04');
    expect(names()).toEqual(['Person 1']);
    group.there = how;
    await day('2027-03-05');
    expect(told()).toHaveLength(2);
  },
);

it('where nobody calls the forum its channel is told', async () => {
  const { day, group, told } = await withGroup(stockholm.people.map((one) => ({ ...one, convenes: [] })));
  group.there = refused(403);
  await day('2027-03-01');
  expect(told().map(({ to }) => to)).toEqual([{ forum: 'hub-intro' }]);
});

it('while Graph is away nobody is told, the members stay, and it is asked again the same day', async () => {
  const { day, group, names, told, product } = await withGroup();
  await day('2027-03-01');
  group.there = new Unavailable({ call: 'GET group members', status: 503, delivered: 'no', next: 'Wait.' });
  await day('2027-03-02');
  expect([names(), told()]).toEqual([['Person 1', 'Person 2'], []]);
  group.there = [person(2)];
  expect(await readGroups(product)).toBe(true);
  expect(names()).toEqual(['Person 2']);
});

it('what one has read the others take in, and a new start knows it without asking', async () => {
  const { day, group, names, product } = await withGroup();
  await day('2027-03-01');
  const other = {
    ...product,
    agreement: { ...product.agreement, people: product.roster.defined.slice() },
    roster: { ...product.roster, mark: '' },
  };
  await refreshRoster(other);
  expect(other.agreement.people).toEqual(product.agreement.people);
  expect([group.asked, names()]).toEqual([1, ['Person 1', 'Person 2']]);
});
