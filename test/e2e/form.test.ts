import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Play, play, textOf } from '../support/local.ts';
import { until } from '../support/until.ts';

let hub: Play;
const agenda = () => textOf(hub.card('lena', 'agenda/', 'channel')?.card);
const list = () => hub.local.world.samarbetsyta.lists[0]!;
const shows = (text: string) => until(`"${text}" on the card`, () => agenda().replaceAll('\u00a0', ' ').includes(text), 20);

beforeAll(async () => {
  hub = await play();
});
afterAll(() => hub?.stop());

/** Fills in the form for a week, as Sara at AF Järva. */
async function fillIn(inputs: Record<string, string>): Promise<string> {
  const said = await hub.say('sara', 'lämna siffror');
  expect(said.join()).toContain('Vilka siffror vill du lämna?');
  const asked = hub.messages('sara').findLast((one) => one.from === null)!;
  return JSON.stringify(await hub.dialog('sara', asked, 'report', inputs));
}

describe('the form for weekly figures', () => {
  it('is written to the list by its owner, and the open card follows', async () => {
    await shows('Kvinnor 66 · Män 45');
    const before = list().everything().length;
    const answer = await fillIn({ period: '2027-W09', women: '20', men: '9', absent: '4', causeKnown: '3' });
    expect(answer).toContain('är lämnad för AF Järva');
    const added = list().everything().slice(before);
    expect(added).toMatchObject([
      {
        createdBy: 'app',
        fields: {
          Indikator: 'inskrivningssamtal',
          Period: '2027-W09',
          Enhet: 'AF Järva',
          Kvinnor: 20,
          Man: 9,
          Uteblivna: 4,
          KandOrsak: 3,
          LamnadAv: 'Sara Nyström',
        },
      },
    ]);
    await until('the sum on the card', () => !agenda().includes('Kvinnor 66'), 20);
  });

  it('marks that it corrects, and the earlier word stays in the list', async () => {
    await shows('Rättad 10 mars 2027');
    const about = list()
      .everything()
      .filter(({ fields }) => fields['Period'] === '2027-W09' && fields['Enhet'] === 'AF Järva');
    expect(about).toHaveLength(2);
  });

  it('follows a row that somebody changes in SharePoint, and names one that cannot be read', async () => {
    const row = list()
      .everything()
      .find(({ fields }) => fields['Period'] === '2027-W09' && fields['Enhet'] === 'AF City/Vällingby')!;
    list().change(row, { Kvinnor: 30 }, 'someone');
    await until('the new sum', () => agenda().includes('Kvinnor'), 20);
    list().change(row, { Period: 'förra veckan' }, 'someone');
    await shows(`Inskrivningssamtal, cell rad ${row.id}, Period`);
    list().change(row, { Period: '2027 v. 9' }, 'someone');
    await until('no fault on the card', () => !agenda().includes(`rad ${row.id}`), 20);
  });

  it.each([
    [{ women: 'tolv', men: '9' }, 'Skriv antalen med siffror'],
    [{ women: '', men: '9' }, 'Skriv 0 om ingen'],
    [{ women: '-1', men: '9' }, 'Skriv antalen med siffror'],
    [{ women: '12', men: '9', absent: '2', causeKnown: '3' }, 'kan inte vara fler än de som uteblev'],
  ])('shows itself again with a word, and writes nothing (%j)', async (inputs, word) => {
    const before = list().everything().length;
    expect(await fillIn({ period: '2027-W09', absent: '', causeKnown: '', ...inputs })).toContain(word);
    expect(list().everything()).toHaveLength(before);
  });

  it('is only for those who own the figure, and for periods that have ended', async () => {
    expect((await hub.say('per', 'lämna siffror')).join()).toContain('Din enhet lämnar inga siffror');
    const before = list().everything().length;
    expect(await fillIn({ period: '2027-W10', women: '1', men: '1' })).toContain('lämnar inga siffror');
    expect(list().everything()).toHaveLength(before);
  });
});
