import { readFileSync } from 'node:fs';
import path from 'node:path';
import PizZip from 'pizzip';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LIBRARIES } from '../../bot/local/sample-world.ts';
import { type Play, play, textOf } from '../support/local.ts';

/** A published test number (Skatteverket's series), never anybody's. */
const TEST_NUMBER = '19900128-2384';

let hub: Play;
beforeAll(async () => {
  hub = await play();
});
afterAll(() => hub?.stop());

const MEETING = 'hub-intro-2027-03-16';
const plain = (text: string) => text.replaceAll('\u00a0', ' ');
const why = async (person: string) => {
  await hub.say(person, 'varför deltagande?');
  return hub.messages(person).findLast((one) => one.key.startsWith('answer/'))!;
};
const agenda = () => plain(textOf(hub.card('lena', `agenda/${MEETING}`, 'channel')!.card));
const ours = {
  period: '2027-02',
  factors: 'Träffen flyttades två gånger under sportlovet.',
  analysis: 'Fler än vanligt anmälde sig sent, och många fick kallelsen efter träffen.',
  direction: 'Vi påminner per telefon dagen innan.',
};

describe('why a figure is as it is', () => {
  it('is written by a member for their own unit, and stands on the indicator’s card and in brief on the agenda’s', async () => {
    expect(await hub.dialog('per', await why('per'), 'why', ours)).toMatchObject({
      kind: 'message',
      text: expect.stringContaining('Sparat för'),
    });
    const card = plain(textOf((await why('sara')).card));
    for (const text of [ours.factors, ours.analysis, ours.direction]) expect(card).toContain(text);
    expect(card).toMatch(/Intro.*Påverkansfaktorer: .*Analys: .*Inriktning: /);
    expect(agenda()).toContain('Påverkansfaktorer: Träffen flyttades två gånger');
    expect(agenda()).not.toContain(ours.direction);
    expect(
      await hub.dialog('sara', await why('sara'), 'why', {
        period: '2027-02',
        factors: 'Få kallelser i januari.',
        analysis: '',
        direction: '',
      }),
    ).toMatchObject({
      kind: 'message',
    });
    expect(agenda()).toMatch(/AF Järva\. Påverkansfaktorer: Få kallelser i januari\..*Intro/);
  });

  it('is stopped when it tells of a person: nothing is kept, and nothing sent back', async () => {
    const done = JSON.stringify(await hub.dialog('per', await why('per'), 'why', { ...ours, analysis: `Gäller ${TEST_NUMBER}` }));
    expect(done).toContain('analysen ser ut att innehålla ett personnummer');
    expect(done).not.toMatch(/2384/);
    expect(agenda()).toContain('Träffen flyttades');
  });

  it('is refused to those whose forums do not follow the figure up, and for a period nobody is shown', async () => {
    const { teams } = hub.local.world;
    const own = (await why('bo')).conversationId;
    const send = (as: string, conversation: string, over: object) =>
      teams.submitDialog({
        as,
        conversation,
        data: { dialog: 'why', indicator: 'deltagande', meeting: '', ...ours, ...over },
      });
    expect(await send('bo', own, {})).toMatchObject({ kind: 'message', text: expect.stringContaining('följs inte upp') });
    const pers = (await why('per')).conversationId;
    expect(JSON.stringify(await send('per', pers, { period: '2019-01' }))).toContain('visas inte längre');
    expect(JSON.stringify(await send('per', pers, { factors: 'å'.repeat(301) }))).toContain('högst 300 tecken');
    const notes = await hub.local.running.product.store.read((reader) => reader.notes(['deltagande']));
    expect(notes.map(({ unit, period }) => [unit, period]).toSorted()).toEqual([
      ['af-jarva', '2027-02'],
      ['intro-ekonomi', '2027-02'],
    ]);
  });

  it('is changed and taken back by the unit; what it said before remains in the store', async () => {
    await hub.dialog('amina', await why('amina'), 'why', { ...ours, direction: 'Vi ringer i stället.' });
    expect(plain(textOf((await why('per')).card))).toContain('Vi ringer i stället.');
    await hub.dialog('sara', await why('sara'), 'why', { period: '2027-02', factors: '', analysis: '', direction: '' });
    expect(agenda()).not.toContain('Få kallelser');
  });

  it('stands in the agenda’s document when that is published', async () => {
    await hub.to('2027-03-11T09:00');
    const file = (await hub.files()).find((one) => one.endsWith(`${MEETING}-dagordning.docx`))!;
    const bytes = readFileSync(path.join(hub.dir, 'samarbetsyta', LIBRARIES.meetings, file));
    const text = plain(
      new PizZip(bytes)
        .file('word/document.xml')!
        .asText()
        .replace(/<[^>]+>/g, ''),
    );
    expect(text).toContain('februari 2027, Intro Stockholm, sektionen för ekonomiskt bistånd. Påverkansfaktorer: Träffen');
    expect(text).toContain('Inriktning: Vi ringer i stället.');
    expect(text).not.toContain('Få kallelser');
  });

  it('stands in the minutes as given when the meeting was closed', async () => {
    await hub.to('2027-03-16T14:30');
    const secretary = hub.local.running.product.agreement.people.find(({ id }) => hub.card(id, `minutes/${MEETING}`))!.id;
    await hub.press(secretary, hub.card(secretary, `minutes/${MEETING}`)!, 'minutes_close');
    const draft = plain(textOf(hub.card(secretary, `minutes/${MEETING}`)!.card));
    expect(draft).toContain('februari 2027, Intro Stockholm, sektionen för ekonomiskt bistånd. Påverkansfaktorer: Träffen');
    expect(draft).toContain('Inriktning: Vi ringer i stället.');
  }, 180_000);

  it('does not stand in the way of asking why a meeting lies on its day', async () => {
    expect((await hub.say('per', 'varför den dagen?')).join()).toContain('Varför den dagen');
    expect((await hub.say('per', 'varför?')).join()).toContain('Varför den dagen');
  });
});
