import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Play, play, textOf } from '../support/local.ts';

/** One of Skatteverket's published test numbers, and the same with a slip of the finger. */
const [NUMBER, SLIP] = ['19900128-2384', '19900128-2385'];
const MEETING = 'hub-intro-2027-03-16';

describe('what is written about a person', () => {
  let hub: Play;
  beforeAll(async () => {
    hub = await play();
    await hub.say('per', 'hjälp');
  });
  afterAll(() => hub.stop());

  const agenda = () => textOf(hub.card('lena', `agenda/${MEETING}`, 'channel')!.card);
  const toldPer = () =>
    hub
      .messages('per')
      .filter((one) => one.key.startsWith('careful/'))
      .map((one) => textOf(one.card));
  const propose = async (inputs: Record<string, string>) =>
    JSON.stringify(
      await hub.dialog('per', hub.card('per', `agenda/${MEETING}`, 'channel')!, 'propose', {
        minutes: '10',
        kind: 'discussion',
        ...inputs,
      }),
    ).replaceAll('\u00a0', ' ');

  it('is saved with a quiet word to the writer alone when it may point at somebody, and never says what', async () => {
    const inChannel = await hub.say('per', 'föreslå Ring tolken på 070-174 06 05', 'channel');
    expect(inChannel.join(' ')).toContain('Tack, punkten står på dagordningen');
    expect(inChannel.join(' ')).not.toContain('telefonnummer');
    const [word, ...more] = toldPer();
    expect(more).toEqual([]);
    expect(word).toContain('Det jag sparade ser ut att innehålla ett telefonnummer.');
    expect(word).toContain('Ändra under mitt svar');
    expect(word).not.toMatch(/\d{3}/);
    expect(agenda()).toContain('070-174 06 05');
  });

  it('gets one word however often Teams delivers the message', async () => {
    const { teams } = hub.local.world;
    const text = 'föreslå Mejla anna@example.org';
    await teams.say({ as: 'per', conversation: 'personal', text, id: '1900000000001' });
    await teams.resend('1900000000001');
    await hub.settle();
    expect(toldPer().filter((word) => word.includes('en e-postadress'))).toHaveLength(1);
  });

  it('is no news when it is the organisations’ own address, or when nothing was saved', async () => {
    const before = toldPer().length;
    await hub.say('per', 'föreslå Mejla sara.nystrom@af.example');
    await hub.say('per', 'beslut sök 070-174 06 05');
    await hub.say('per', 'anteckna Ring 070-174 06 05');
    expect(toldPer()).toHaveLength(before);
  });

  it('is told in a dialog’s answer, and firmly where an identity is protected', async () => {
    const said = await propose({ title: 'Bostad', background: 'Personen har skyddad identitet, ring 070-174 06 05' });
    expect(said).toContain('Tack, punkten står på dagordningen');
    expect(said).toContain('ta bort det nu, och ta ärendet per telefon');
    expect(said).toContain('ett telefonnummer');
    expect(said).not.toContain('174');
    expect(await propose({ title: 'Lokaler', background: '' })).not.toContain('Det jag sparade');
  });

  it('is stopped in a dialog by the field’s name, and the rest of what was typed is kept', async () => {
    const said = await propose({ title: 'Tolken', background: `Det gäller ${NUMBER} som väntar` });
    expect(said).toContain('bakgrunden ser ut att innehålla ett personnummer');
    expect(said).toContain('Det gäller […] som väntar');
    expect(said).not.toContain('2384');
    expect(agenda()).not.toContain('Tolken');
  });

  it('is stopped when a number begins in one field and ends in another', async () => {
    const [date, last] = NUMBER.split('-');
    const said = await propose({ title: `Tolken till ${date}`, background: `${last} väntar på svar` });
    expect(said).toContain('ser ut att innehålla ett personnummer');
    expect(said).toContain('Tolken till […]');
    expect(said).toContain('[…] väntar på svar');
    expect(said).not.toMatch(/2384|19900128/);
    expect(agenda()).not.toContain('Tolken');
  });

  it('is taken when it is only doubtful and the same is sent once more, in a dialog as in the chat', async () => {
    const filled = { title: 'Faktura', background: `Order ${SLIP}` };
    const asked = await propose(filled);
    expect(asked).toContain('kanske felskrivet');
    expect(asked).toContain('så att texten blir exakt som förut');
    expect(asked).not.toContain('2385');
    expect(await propose({ ...filled, background: `Order ${SLIP} i dag` })).toContain('kanske felskrivet');
    expect(await propose({ ...filled, background: `Order ${SLIP} i dag` })).toContain('Tack, punkten står på dagordningen');
    for (let times = 0; times < 3; times += 1)
      expect(await propose({ title: `Samtal ${NUMBER}`, background: '' })).toContain('rubriken ser ut att innehålla');
  });

  it('does nothing in a field nobody types in', async () => {
    const said = await propose({ title: 'Lokal', background: '', kind: NUMBER });
    expect(said).toContain('ett fält ser ut att innehålla');
    expect(agenda()).not.toContain('Lokal ');
  });

  it('is told the incident contact of once a day, by kind and forum, without what it was or who wrote it', async () => {
    const { product } = hub.local.running;
    await hub.say('johan', 'hjälp');
    const told = () =>
      hub
        .messages('johan')
        .filter((one) => one.key.startsWith('stops/'))
        .map((one) => textOf(one.card));
    await hub.say('per', `föreslå Samtal med ${NUMBER}`);
    expect(told()).toEqual([]);
    product.agreement.incidentContact = 'johan';
    await hub.say('per', `föreslå Samtal med ${NUMBER}`, 'channel');
    await propose({ title: NUMBER, background: `och ${NUMBER}` });
    await hub.say('hassan', `föreslå Samtal med ${NUMBER}`);
    const [word, ...more] = told();
    expect(more).toEqual([]);
    expect(word).toContain('Jag har stoppat uppgifter om enskilda 10 mars 2027. Inget av det är sparat.');
    expect(word).toMatch(/kommunhubb Intro: personnummer\s3/);
    expect(word).toMatch(/personnummer\s1/);
    expect(word).not.toMatch(/2384|Per|Hassan/);
    await hub.to('2027-03-11T09:00');
    await hub.say('per', `föreslå Samtal med ${NUMBER}`);
    expect(told()).toHaveLength(2);
    expect(told().at(-1)).toContain('11 mars 2027');
  });
});
