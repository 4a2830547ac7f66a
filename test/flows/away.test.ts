import { expect, it } from 'vitest';
import { nextMeeting } from '../../src/flows/meetings.ts';
import { planEverything, runSteps } from '../../src/flows/run-steps.ts';
import { askForSwap } from '../../src/flows/swap-turn.ts';
import { acceptTurn } from '../../src/flows/take-turn.ts';
import { hub, stockholm } from '../support/agreement.ts';
import { type MemoryCalendar, memoryCalendar } from '../support/calendar.ts';
import { type SmallProduct, smallProduct } from '../support/small-product.ts';

const person = (id: string) => stockholm.people.find((one) => one.id === id)!;
const THERE = { start: '2027-03-16T08:00', end: '2027-03-16T17:00' };
const GONE = { ...THERE, away: true } as const;

/** Before the agenda of 16 March goes out; the turn is Sara's. */
async function opened(agreement = { ...stockholm, forums: [hub] }): Promise<SmallProduct & { calendar: MemoryCalendar }> {
  const calendar = memoryCalendar();
  const small = await smallProduct({ now: '2027-03-09T09:00', calendar, agreement });
  // Nobody can make an agenda's document here: it is not what is tried.
  small.product.documents.write = () => new Uint8Array([1]);
  await planEverything(small.product);
  await runSteps(small.product, 'hub-intro');
  const meeting = await small.product.store.read((reader) => nextMeeting(reader, 'hub-intro'));
  calendar.taken.set(person(meeting!.secretary!.person).mail!, [GONE]);
  return { ...small, calendar };
}
const until = async (small: SmallProduct, now: string) => {
  small.to(now);
  await runSteps(small.product, 'hub-intro');
  await small.work();
};
const secretaryOf = async ({ product }: SmallProduct) =>
  (await product.store.read((reader) => nextMeeting(reader, 'hub-intro')))!.secretary!;
const turns = ({ said }: SmallProduct) =>
  said.filter(({ key }) => key.startsWith('turn/')).map(({ view }) => (view.data as { away: boolean }).away);
const words = ({ said }: SmallProduct) => said.filter(({ key }) => key.startsWith('away/'));
const convener = stockholm.people.find(({ convenes }) => convenes.includes('hub-intro'))!;
const actor = (id: string, cause: string) => ({ person: person(id), cause });

it('who is away when the meeting is held is told with the agenda, and the convener the day before, with a way to ask', async () => {
  const small = await opened();
  const before = await secretaryOf(small);
  await until(small, '2027-03-11T09:00');
  expect(turns(small)).toEqual([true]);
  await until(small, '2027-03-12T09:00');
  expect(words(small)).toEqual([]);
  await until(small, '2027-03-15T09:00');
  const [word] = words(small);
  expect(word!.to).toEqual({ person: convener.id });
  expect(word!.view.data).toMatchObject({
    text: expect.stringContaining('borta då enligt sin kalender'),
    buttons: [{ verb: 'swap', dialog: true }],
  });
  expect(await secretaryOf(small), 'nothing is swapped by itself').toEqual(before);
  expect(small.said.filter(({ to }) => 'forum' in (to as object)).map(({ view }) => JSON.stringify(view))).not.toContainEqual(
    expect.stringMatching(/borta|"away"/),
  );
});

it('who is busy, away at another time or back by then hears only of the turn, two working days before', async () => {
  const small = await opened();
  const { person: id } = await secretaryOf(small);
  const morning = { start: '2027-03-16T08:00', end: '2027-03-16T13:00', away: true } as const;
  small.calendar.taken.set(person(id).mail!, [THERE, morning]);
  await until(small, '2027-03-11T09:00');
  expect(turns(small)).toEqual([]);
  await until(small, '2027-03-15T09:00');
  expect([turns(small), words(small)]).toEqual([[false], []]);
});

it.each(['accepted', 'asked somebody'] as const)('who has %s has answered: the convener is not told', async (how) => {
  const small = await opened();
  await until(small, '2027-03-11T09:00');
  const { person: id } = await secretaryOf(small);
  if (how === 'accepted') await acceptTurn(small.product, actor(id, 'a1'), 'hub-intro-2027-03-16');
  else await askForSwap(small.product, actor(id, 'a1'), 'hub-intro-2027-03-16', 'all');
  await until(small, '2027-03-15T09:00');
  expect(words(small)).toEqual([]);
});

it('who answers while the word waits for the morning: it is not sent', async () => {
  const small = await opened();
  await until(small, '2027-03-12T09:00');
  small.to('2027-03-15T20:00');
  await runSteps(small.product, 'hub-intro');
  expect(JSON.stringify(await small.product.store.read((reader) => reader.openEffects()))).toContain('enligt sin kalender');
  const { person: id } = await secretaryOf(small);
  await acceptTurn(small.product, actor(id, 'a1'), 'hub-intro-2027-03-16');
  await until(small, '2027-03-16T09:00');
  expect(words(small)).toEqual([]);
});

it.each(['refused', 'lost', 'silent', 'no right'] as const)('a calendar that is %s says nothing', async (how) => {
  const small = await opened();
  await until(small, '2027-03-12T09:00');
  small.calendar.next = how;
  await until(small, '2027-03-15T09:00');
  expect(words(small)).toEqual([]);
});

it('only those with an address in the tenant are asked about, and only the one whose turn it is', async () => {
  const people = stockholm.people.map((one) => ({ ...one, entraId: undefined }));
  const small = await opened({ ...stockholm, people, forums: [hub] });
  const calls = () => small.calendar.calls.filter((call) => call === 'busy').length;
  await until(small, '2027-03-15T09:00');
  expect([calls(), turns(small), words(small)]).toEqual([0, [false], []]);
});
