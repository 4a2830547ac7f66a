import fs from 'node:fs';
import path from 'node:path';
import PizZip from 'pizzip';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { forumOf } from '../../src/domain/agreement.ts';
import { askForFigures } from '../../src/flows/ask-for-figures.ts';
import { type Play, play, textOf } from '../support/local.ts';
import { until } from '../support/until.ts';

let hub: Play;
const MEETING = 'hub-intro-2027-03-30';
const plain = (text: string) => text.replaceAll('\u00a0', ' ');
const list = () => hub.local.world.samarbetsyta.lists[0]!;
const asks = (person: string, where?: string) =>
  hub.messages(person, where).filter(({ key }) => key.startsWith('figures-asked/'));
const reminders = (person: string) => hub.messages(person).filter(({ key }) => key.startsWith('figures-reminded/'));
const row = (unit: string) =>
  list()
    .everything()
    .find(({ fields }) => fields['Period'] === '2027-W10' && fields['Enhet'] === unit)!;

beforeAll(async () => {
  hub = await play();
  // AF Järva and AF Globen have not reported week 10.
  for (const unit of ['AF Järva', 'AF Globen/Liljeholmen/Skärholmen'])
    list().change(row(unit), { Period: '2027-W50' }, 'someone');
});
afterAll(() => hub?.stop());

describe('a figure that is late', () => {
  it('is asked for in Teams three working days before the agenda goes out, on one card for each who owes it', async () => {
    await hub.to('2027-03-17T17:00');
    expect(asks('sara')).toHaveLength(0);
    await hub.to('2027-03-18T09:00');
    expect(['sara', 'johan', 'lena'].map((person) => asks(person).length)).toEqual([1, 1, 1]);
    // Their own is in: nobody at AF City or Intro hears anything.
    expect(['omar', 'per', 'amina'].map((person) => asks(person).length)).toEqual([0, 0, 0]);
    const text = plain(textOf(asks('sara')[0]!.card));
    expect(text).toContain('Dagordningen publiceras 23 mars 2027');
    expect(text).toContain('Deltagande i inskrivningssamtal AF Järva · v. 10');
  }, 180_000);

  it('is asked for once, whoever runs the step again', async () => {
    const { product } = hub.local.running;
    const figures = await product.figures.look(forumOf(product.agreement, 'hub-intro'));
    await product.store.change(async (change) => {
      await change.lock('hub-intro');
      await askForFigures(product, change, (await change.meeting(MEETING))!, figures);
    });
    await hub.settle();
    expect(asks('sara')).toHaveLength(1);
  });

  it('is filled in on the card, which shows itself again with a word when it cannot be read', async () => {
    const [card] = asks('sara');
    const before = list().everything().length;
    const typed = (women: string, men: string) => ({ 'women/inskrivningssamtal': women, 'men/inskrivningssamtal': men });
    const wrong = await hub.press('sara', card!, 'figures_report', typed('tolv', '9'));
    expect(JSON.stringify(wrong)).toMatch(/Skriv antalen med siffror.*tolv/s);
    expect(list().everything()).toHaveLength(before);
    await hub.say('per', 'hjälp');
    // Nobody else fills it in, whatever card they show.
    expect(
      JSON.stringify(
        await hub.press('per', hub.card('per', 'answer/')!, 'figures_report', {
          meeting: MEETING,
          indicator: 'inskrivningssamtal',
          period: '2027-W10',
          ...typed('1', '1'),
        }),
      ),
    ).toContain('lämnar inga siffror');
    expect(
      JSON.stringify(await hub.press('lena', asks('lena')[0]!, 'figures_report', { period: '2027-W45', ...typed('1', '1') })),
    ).toContain('lämnar inga siffror');
    expect(list().everything()).toHaveLength(before);
    const sent = await hub.press('sara', card!, 'figures_report', typed('12', '9'));
    expect(plain(textOf(sent))).toContain('Inget saknas längre');
    expect(list().everything().slice(before)).toMatchObject([
      { fields: { Period: '2027-W10', Enhet: 'AF Järva', Kvinnor: 12, Man: 9, LamnadAv: 'Sara Nyström' } },
    ]);
    // Her colleague sees that it has come.
    await until('the colleague’s card', () => textOf(asks('johan')[0]!.card).includes('Alla siffror är inne'), 20);
    expect(textOf(asks('lena')[0]!.card)).toContain('Siffror saknas');
  });

  it('is reminded of once, and not those whose figures have come', async () => {
    await hub.to('2027-03-22T09:00');
    expect(
      ['sara', 'johan', 'lena'].map((person) => reminders(person).filter(({ key }) => key.includes(MEETING)).length),
    ).toEqual([0, 0, 1]);
    expect(plain(textOf(reminders('lena')[0]!.card))).toContain('saknas från AF Globen/Liljeholmen/Skärholmen');
    // CSO owed the section managers something first that day: asked, with the sheet and a way there, and not reminded.
    const [card, ...more] = asks('elias').filter(({ key }) => key.includes('section'));
    expect(more).toEqual([]);
    expect(plain(textOf(card!.card))).toContain('Skriv raden i exempelstatistik.xlsx, på bladet');
    expect(JSON.stringify(card!.card)).toContain('Action.OpenUrl');
    expect(reminders('elias').filter(({ key }) => key.includes('section'))).toEqual([]);
  }, 120_000);

  it('stands on the agenda, on the card and in the document, with who has not reported', async () => {
    await hub.to('2027-03-23T09:00');
    const agenda = plain(textOf(hub.card('lena', `agenda/${MEETING}`, 'channel')!.card));
    expect(agenda).toContain('Uppgift för v. 10 saknas från AF Globen/Liljeholmen/Skärholmen');
    const file = path.join(
      hub.dir,
      'samarbetsyta',
      'Mötesdokument',
      'hub-intro',
      '2027',
      '2027-03-30',
      `${MEETING}-dagordning.docx`,
    );
    const xml = new PizZip(fs.readFileSync(file)).file('word/document.xml')!.asText();
    expect(plain(xml.replace(/<[^>]+>/g, ''))).toMatch(/uppgift för .*10.* saknas från AF Globen/);
  }, 120_000);
});
