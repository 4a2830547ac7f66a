import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Message } from '../../bot/local/teams.ts';
import { actionsOf, type Play, play, textOf } from '../support/local.ts';

describe('guidance in chat', () => {
  let hub: Play;
  beforeAll(async () => {
    hub = await play();
  });
  afterAll(() => hub.stop());

  const newest = (person: string): Message => hub.messages(person).findLast((one) => one.from === null)!;

  it('shows a fact card in the source’s words', async () => {
    const card = (await hub.say('sara', 'faktakort krami')).join(' ');
    expect(card).toContain('Behovsprövade insatser: Utan särskilt uppdrag eller ansvar');
    expect(card).toContain('Krami är en samverkan mellan Arbetsförmedlingen, Kriminalvården och berörd kommun.');
    expect(card).toContain('Källa: Prioriteringsstödet, faktakortet');
  });

  it('lists them all, and says which forms have none', async () => {
    const [all] = await hub.say('sara', 'faktakort');
    for (const name of ['Skolsamverkan', 'Lokala jobbspår', 'Kommunalt aktivitetsansvar']) expect(all).toContain(name);
    expect(all).toContain('Nämns utan faktakort Samordning leverantör – kommun');
    const [none] = await hub.say('sara', 'faktakort Övergångar till studier i komvux');
    expect(none).toContain('har inget faktakort');
    const [missed] = await hub.say('sara', 'faktakort bostad');
    expect(missed).toContain('Jag hittar inget faktakort om ”bostad”.');
  });

  it('shows where to turn, and whose word each step is', async () => {
    const [card] = await hub.say('sara', 'väg Vart skickar jag läkarintyget?');
    expect(card).toContain('FE 8050, 107 67 Stockholm Källa: N 1.5');
    expect(card).toContain('Skriv inte handläggarens namn på kuvertet. Vårt råd.');
    const two = await hub.say('sara', 'väg adress');
    expect(two.join(' ')).toContain('Skicka ett skriftligt samtycke');
    expect(two.join(' ')).toContain('Skicka ett läkarintyg');
  });

  it('walks the ladder to an answer, or to an item for the next meeting', async () => {
    await hub.say('sara', 'väg');
    expect(textOf(newest('sara').card)).toContain('Steg 1 av 7');
    const rung = newest('sara');
    const outcome = await hub.press('sara', rung, 'ladder_next');
    expect(JSON.stringify(outcome)).toContain('Steg 2 av 7');
    expect(JSON.stringify(await hub.press('sara', rung, 'ladder_answered'))).toContain('Det här räckte');
    const above = await hub.press('sara', rung, 'ladder_next', { at: '6' });
    expect(JSON.stringify(above)).toContain('Stegen räckte inte');
    expect(actionsOf(above).map((one) => (one['data'] as { dialog?: string }).dialog)).toEqual(['propose']);
  });

  it('makes nothing of a rung that is none', async () => {
    await hub.say('sara', 'väg');
    for (const at of ['-3', 'x', '1e9', '2.5']) {
      const outcome = JSON.stringify(await hub.press('sara', newest('sara'), 'ladder_next', { at }));
      expect(outcome, at).toMatch(/Steg 2 av 7|Stegen räckte inte/);
    }
  });
});
