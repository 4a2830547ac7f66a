import { expect, it } from 'vitest';
import type { Person } from '../../src/domain/agreement.ts';
import { nextMeeting } from '../../src/flows/meetings.ts';
import { planEverything, runSteps } from '../../src/flows/run-steps.ts';
import { turnsOf } from '../../src/flows/secretary.ts';
import { askForSwap, takeOver } from '../../src/flows/swap-turn.ts';
import { declineTurn } from '../../src/flows/take-turn.ts';
import { hub, stockholm } from '../support/agreement.ts';
import { type SmallProduct, smallProduct } from '../support/small-product.ts';

const MEETING = 'hub-intro-2027-03-16';
/** Lena calls the forum: whoever is next after Sara does not. */
const everybody = stockholm.people.map((one) => ({ ...one, convenes: one.id === 'lena' ? ['hub-intro'] : [] }));
const convener = 'lena';
const agreement = (people: Person[]) => ({ ...stockholm, people, forums: [hub] });
const without = (...gone: string[]) => everybody.map((one) => (gone.includes(one.id) ? { ...one, forums: [] } : one));
const actor = (id: string, cause: string) => ({ person: stockholm.people.find((one) => one.id === id)!, cause });

/** The agenda of 16 March is open and somebody has the turn. */
async function opened(people: Person[] = everybody, now = '2027-03-09T09:00'): Promise<SmallProduct> {
  const small = await smallProduct({ now, calendar: undefined, agreement: agreement(people) });
  small.product.documents.write = () => new Uint8Array([1]);
  await planEverything(small.product);
  await runSteps(small.product, 'hub-intro');
  await small.work();
  return small;
}
const meetingOf = ({ product }: SmallProduct) => product.store.read((reader) => nextMeeting(reader, 'hub-intro'));
const secretaryOf = async (small: SmallProduct) => (await meetingOf(small))!.secretary!;
/** They are no members any longer, and it is noticed as often as one likes. */
async function leave(small: SmallProduct, people: Person[]): Promise<void> {
  small.product.agreement.people = people;
  for (let times = 0; times < 3; times += 1) await planEverything(small.product);
  await small.work();
}
const cards = ({ said }: SmallProduct, prefix: string) => said.filter(({ key, update }) => key.startsWith(prefix) && !update);
const words = (small: SmallProduct) => cards(small, 'turn-passed/').map(({ to, view }) => ({ to, ...(view.data as object) }));

it('whoever is next has the turn, as if the one who left had never been there; both hear it once', async () => {
  const never = await secretaryOf(await opened(without('sara')));
  const small = await opened();
  expect((await secretaryOf(small)).person).toBe('sara');
  await leave(small, without('sara'));
  const now = await secretaryOf(small);
  expect(now.person).not.toBe('sara');
  expect([now.person, now.reason.due]).toEqual([never.person, never.reason.due]);
  expect(cards(small, 'turn/').map(({ to }) => to)).toEqual([{ person: now.person }]);
  expect(words(small)).toMatchObject([
    { to: { person: convener }, text: expect.stringMatching(/Sara Nyström.*inte längre medlem/) },
  ]);
  expect(JSON.stringify(small.said.findLast(({ key }) => key === `agenda/${MEETING}`)!.view.data)).not.toContain('Sara Nyström');
  await small.product.store.change(async (change) => {
    await change.save({ ...(await change.meeting(MEETING))!, stage: { name: 'in-progress' } });
  });
  const history = turnsOf(await small.product.store.read((reader) => reader.meetings('hub-intro')));
  expect(
    history.map(({ person, due }) => [person, due]),
    'the turn is charged to whoever writes',
  ).toEqual([[now.person, { person: now.person, unit: now.unit }]]);
});

it('a convener who is next hears of the turn only', async () => {
  const small = await opened();
  await leave(
    small,
    without('sara').map((one) => ({ ...one, convenes: one.id === 'johan' ? ['hub-intro'] : [] })),
  );
  expect((await secretaryOf(small)).person).toBe('johan');
  expect([cards(small, 'turn/').map(({ to }) => to), words(small)]).toEqual([[{ person: 'johan' }], []]);
});

it('who has gone from the definition altogether is not named by an id', async () => {
  const small = await opened();
  await leave(
    small,
    everybody.filter(({ id }) => id !== 'sara'),
  );
  expect(words(small)).toMatchObject([{ text: expect.stringContaining('Den som stod på tur är inte längre medlem') }]);
});

it('a card that still waits for the morning is not sent to the one who has left', async () => {
  const small = await opened();
  small.to('2027-03-12T18:00');
  await runSteps(small.product, 'hub-intro');
  await leave(small, without('sara'));
  small.to('2027-03-15T09:00');
  await runSteps(small.product, 'hub-intro');
  await small.work();
  const { person } = await secretaryOf(small);
  expect(cards(small, 'turn/').map(({ to }) => to)).toEqual([{ person }]);
});

it.each(['sara', 'per'])('a swap is over when %s, who has the turn, leaves: the asker is not asked again', async (gone) => {
  const small = await opened();
  await askForSwap(small.product, actor('sara', 'a1'), MEETING, 'all');
  if (gone === 'per') await takeOver(small.product, actor('per', 'a2'), MEETING, 1);
  await small.work();
  await leave(small, without(gone));
  const now = await secretaryOf(small);
  expect(['sara', 'per'].filter((one) => gone === 'per' || one === 'sara')).not.toContain(now.person);
  expect(now.swap).toMatchObject({ state: 'passed-on', number: 1 });
  expect(small.said.findLast(({ key }) => key.startsWith('swap/'))!.view.data).toMatchObject({ state: 'passed-on' });
  expect(await takeOver(small.product, actor('lena', 'a3'), MEETING, 1)).toMatchObject({ ok: false, no: 'no-swap' });
  const again = await askForSwap(small.product, actor(now.person, 'a4'), MEETING, 'all');
  expect(again).toMatchObject({ ok: true, value: { meeting: { secretary: { swap: { state: 'open', number: 2 } } } } });
});

it('who has declined keeps out of it when the next one leaves', async () => {
  const small = await opened();
  await declineTurn(small.product, actor('sara', 'a1'), MEETING);
  const second = (await secretaryOf(small)).person;
  await small.work();
  await leave(small, without(second));
  const now = await secretaryOf(small);
  expect(['sara', second]).not.toContain(now.person);
  expect(now.declined).toEqual(['sara']);
  expect(now.reason.due, 'it is still the one’s it was').toEqual({ person: 'sara', unit: actor('sara', '').person.unit });
});

it('where nobody is left the channel hears it, and the card names nobody', async () => {
  const small = await opened();
  await leave(
    small,
    everybody.map((one) => ({ ...one, forums: [], convenes: [] })),
  );
  expect((await meetingOf(small))?.secretary).toBeUndefined();
  expect(words(small)).toMatchObject([{ to: { forum: 'hub-intro' }, detail: expect.stringContaining('Ingen annan kan skriva') }]);
});

it('a meeting that has begun stays with whoever wrote it', async () => {
  const small = await opened();
  await small.product.store.change(async (change) => {
    await change.save({ ...(await change.meeting(MEETING))!, stage: { name: 'in-progress' } });
  });
  await leave(small, without('sara'));
  expect((await small.product.store.read((reader) => reader.meeting(MEETING)))?.secretary?.person).toBe('sara');
  expect(words(small)).toEqual([]);
});
