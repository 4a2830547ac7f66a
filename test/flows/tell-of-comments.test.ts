import { expect, it } from 'vitest';
import { editMinutes } from '../../src/flows/approve-minutes.ts';
import { closeMeeting } from '../../src/flows/close-meeting.ts';
import { commentItem } from '../../src/flows/comment-item.ts';
import { planEverything, runSteps } from '../../src/flows/run-steps.ts';
import { text } from '../domain/meetings.ts';
import { stockholm } from '../support/agreement.ts';
import { type SmallProduct, smallProduct } from '../support/small-product.ts';

const MEETING = 'hub-intro-2027-03-16';
const ITEM = 'uteblivna';
let causes = 0;
const actor = (id: string) => {
  causes += 1;
  return { person: stockholm.people.find((one) => one.id === id)!, cause: `c${causes}` };
};

/** The meeting is closed at two in the afternoon: Sara's draft waits. */
async function drafted(): Promise<SmallProduct> {
  const small = await smallProduct({ now: '2027-03-09T09:00', calendar: undefined });
  small.product.documents.write = () => new Uint8Array([1]);
  await planEverything(small.product);
  small.to('2027-03-16T14:00');
  await runSteps(small.product, 'hub-intro');
  await closeMeeting(small.product, actor('sara'), MEETING);
  await small.work();
  return small;
}
const say = async (small: SmallProduct, by: string, said: string) => {
  const done = await commentItem(small.product, actor(by), MEETING, { item: ITEM, text: text(said) });
  expect(done.ok).toBe(true);
};
const at = async (small: SmallProduct, now: string) => {
  small.to(now);
  await small.work();
};
const due = ({ product }: SmallProduct) =>
  product.store.read(async (reader) =>
    (await reader.openEffects())
      .filter(({ idemKey }) => idemKey.startsWith('post/comments/'))
      .map(({ notBefore }) => notBefore?.toZonedDateTimeISO('Europe/Stockholm').toPlainDateTime().toString()),
  );
const told = ({ said }: SmallProduct) =>
  said
    .filter(({ key }) => key.startsWith('comments/'))
    .map(({ to, view }) => [(to as { person: string }).person, (view.data as { text: string }).text.replaceAll('\u00a0', ' ')]);

it('the secretary hears of all that came within an hour of the first, in one word; later ones are another', async () => {
  const small = await drafted();
  await say(small, 'per', 'Det gäller också måndagar.');
  small.to('2027-03-16T14:20');
  await say(small, 'lena', 'Och fredagar.');
  expect(await due(small)).toEqual(['2027-03-16T15:00:00']);
  await at(small, '2027-03-16T15:00');
  expect(told(small)).toEqual([['sara', '2 kommentarer på utkastet från 16 mars 2027.']]);
  expect(JSON.stringify(small.said.at(-1)!.view.data)).toContain('Punkt 4: Per Holm. Punkt 4: Lena Sjöberg.');
  small.to('2027-03-16T15:30');
  await say(small, 'per', 'En sak till.');
  await at(small, '2027-03-16T16:30');
  expect(told(small).slice(1)).toEqual([['sara', 'En kommentar på utkastet från 16 mars 2027.']]);
});

it('what is said in the evening is heard the next morning', async () => {
  const small = await drafted();
  small.to('2027-03-19T16:30');
  await say(small, 'per', 'Det gäller också måndagar.');
  expect(await due(small)).toEqual(['2027-03-22T08:00:00']);
});

it('who writes hears nothing of their own comments, nor of what they have acted on meanwhile', async () => {
  const small = await drafted();
  await say(small, 'sara', 'Jag kollar siffran.');
  expect(await due(small)).toEqual([]);
  await say(small, 'per', 'Det gäller också måndagar.');
  const draft = (await small.product.store.read((reader) => reader.meeting(MEETING)))!;
  const done = await editMinutes(small.product, actor('sara'), MEETING, draft.version, [], []);
  expect([done.ok, await due(small)]).toEqual([true, []]);
  await say(small, 'lena', 'Och fredagar.');
  await at(small, '2027-03-16T16:00');
  expect(told(small)).toEqual([['sara', 'En kommentar på utkastet från 16 mars 2027.']]);
});

it('while the meeting is on its card shows what is said, and no word is sent', async () => {
  const small = await smallProduct({ now: '2027-03-09T09:00', calendar: undefined });
  small.product.documents.write = () => new Uint8Array([1]);
  await planEverything(small.product);
  small.to('2027-03-16T13:05');
  await runSteps(small.product, 'hub-intro');
  await say(small, 'per', 'Det gäller också måndagar.');
  expect(await due(small)).toEqual([]);
});
