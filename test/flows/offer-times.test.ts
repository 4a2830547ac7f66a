import { expect, it } from 'vitest';
import { nextMeeting } from '../../src/flows/meetings.ts';
import { offerTimes } from '../../src/flows/offer-times.ts';
import { planEverything } from '../../src/flows/run-steps.ts';
import { stockholm } from '../support/agreement.ts';
import { type MemoryCalendar, memoryCalendar } from '../support/calendar.ts';
import { type SmallProduct, smallProduct } from '../support/small-product.ts';

const members = stockholm.people.filter(({ forums }) => forums.includes('hub-intro'));
const mailOf = (id: string) => stockholm.people.find((person) => person.id === id)!.mail!;
const day = (date: string) => ({ start: `${date}T08:00`, end: `${date}T17:00` });

async function planned(): Promise<SmallProduct & { calendar: MemoryCalendar }> {
  const calendar = memoryCalendar();
  const small = await smallProduct({ now: '2027-03-10T09:00', calendar });
  await planEverything(small.product);
  await small.work();
  for (const { mail } of members) calendar.taken.set(mail!, []);
  return { ...small, calendar };
}
const offer = ({ product }: SmallProduct) => offerTimes(product, (reader) => nextMeeting(reader, 'hub-intro'));

it('free times are those that are free in the members’ calendars, asked for in one question before anything is locked', async () => {
  const small = await planned();
  small.calendar.taken.set(mailOf('per'), [day('2027-03-15'), day('2027-03-16'), day('2027-03-17')]);
  const calls = small.calendar.calls.length;
  expect(await offer(small)).toMatchObject({
    times: [
      { start: '2027-03-12T13:00', warning: '' },
      { start: '2027-03-18T13:00', warning: '' },
      { start: '2027-03-19T13:00', warning: '' },
    ],
    note: '',
  });
  expect(small.calendar.calls.slice(calls)).toEqual(['busy']);
});

it('where nobody from a unit is free it is named; where some are taken they are counted, without names', async () => {
  const small = await planned();
  const always = [{ start: '2027-01-01T00:00', end: '2027-12-31T00:00' }];
  small.calendar.taken.set(mailOf('lena'), always);
  const lacking = await offer(small);
  expect(lacking!.times.map(({ warning }) => warning)).toEqual(
    Array(3).fill('ingen ledig från AF Globen/Liljeholmen/Skärholmen'),
  );
  small.calendar.taken.set(mailOf('lena'), []);
  small.calendar.taken.set(mailOf('sara'), always);
  expect((await offer(small))!.times.map(({ warning }) => warning)).toEqual(Array(3).fill('1 är upptagen'));
});

it('those whose calendars cannot be seen block nothing, and are counted', async () => {
  const small = await planned();
  for (const id of ['per', 'amina']) small.calendar.taken.delete(mailOf(id));
  const offered = await offer(small);
  expect(offered!.note).toBe('2 av 6 kalendrar syns inte för mig.');
  expect(offered!.times.every(({ warning }) => warning === '')).toBe(true);
});

it.each(['silent', 'lost', 'refused'] as const)(
  'a calendar that is %s leaves the plan’s rules, and people are told',
  async (how) => {
    const small = await planned();
    small.calendar.taken.set(mailOf('per'), [day('2027-03-15'), day('2027-03-17')]);
    small.calendar.next = how;
    const begun = Temporal.Now.instant();
    const offered = await offer(small);
    expect(begun.until(Temporal.Now.instant()).total('seconds')).toBeLessThan(4);
    expect(offered!.times.map(({ start }) => start.slice(0, 10))).toEqual(['2027-03-15', '2027-03-16', '2027-03-17']);
    expect(offered!.note).toContain('Kalendrarna gick inte att läsa');
  },
);

it('without a calendar nothing is said of calendars', async () => {
  const small = await smallProduct({ now: '2027-03-10T09:00', calendar: undefined });
  await planEverything(small.product);
  const offered = await offer(small);
  expect(offered!.times).toHaveLength(3);
  expect(offered).toMatchObject({ note: '', times: [{ warning: '' }, { warning: '' }, { warning: '' }] });
});

it('a time so early that the level below has not met is offered with a word about it', async () => {
  const calendar = memoryCalendar();
  const small = await smallProduct({ now: '2027-03-10T09:00', calendar, agreement: stockholm });
  await planEverything(small.product);
  for (const { mail, forums } of stockholm.people)
    if (forums.includes('section')) calendar.taken.set(mail!, [{ start: '2027-03-19T00:00', end: '2027-06-30T00:00' }]);
  const offered = await offerTimes(small.product, (reader) => nextMeeting(reader, 'section'));
  const early = offered!.times.find(({ start }) => start.startsWith('2027-03-18'));
  expect(early!.warning.replaceAll('\u00a0', ' ')).toMatch(
    /^dagordningen publiceras före Kommunhubb Intro .* 16 mars 2027 och Kommunhubb Etableringscentrum.* 16 mars 2027$/,
  );
});
