import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { planEverything } from '../../src/flows/run-steps.ts';
import { actionsOf, type Play, play, textOf } from '../support/local.ts';

describe('varför den dagen?', () => {
  let hub: Play;
  beforeAll(async () => {
    hub = await play();
  });
  afterAll(() => hub.stop());
  const asked = async (person: string, text = 'varför den dagen?', where?: string) =>
    (await hub.say(person, text, where)).at(-1)!;
  const buttons = (person: string) => actionsOf(hub.messages(person).at(-1)!.card).map((one) => String(one['title']));

  it('says which rule gave the day, and keeps what the agreement says apart from what is ours', async () => {
    const card = await asked('per');
    expect(card).toMatch(/Tisdag 16 mars 2027 kl\. 13\.00–14\.00 \(v\. 11\) Mötet ligger på sin egen dag i rytmen/);
    const [agreement, ours] = card.split('Det här är vårt val');
    expect(agreement).toMatch(/Det här säger Bilaga nyanlända Forumet möts varannan vecka\. Källa: N 1\.8/);
    expect(ours).toMatch(/Dagarna räknas från tisdag 19 januari 2027\. Varför: Tisdagar kl\. 13/);
    expect(buttons('per')).toEqual(['Visa planen', 'Visa dagordning']);
  });

  it('tells of a move by hand: who in which role, when, why; only the convener is offered another', async () => {
    expect(await asked('johan')).toContain('Flytta mötet');
    await hub.dialog('johan', hub.messages('johan').at(-1)!, 'move', { to: '2027-03-18T13:00', reason: 'Lokalen är stängd' });
    const card = await asked('per', 'Varför den 16 mars?', 'channel');
    expect(card).toContain('Mötet är flyttat från tisdag 16 mars 2027.');
    expect(card).toMatch(
      /Flyttat till torsdag 18 mars 2027 kl\. 13\.00 \(v\. 11\) Av Johan Ekdahl, Handläggare, sammankallande, 10 mars 2027 kl\. 09\.00\. Skäl: Lokalen är stängd/,
    );
    expect(card).toContain('Mötena ska ej avbokas. Källa: N 1.8');
    expect(await asked('per', 'varför den 18/3')).toContain('Lokalen är stängd');
  });

  it('tells of a changed definition after it, in order', async () => {
    const { product } = hub.local.running;
    product.agreement.forums = product.agreement.forums.map((forum) =>
      forum.id === 'hub-intro' && forum.rhythm.kind === 'every'
        ? { ...forum, rhythm: { ...forum.rhythm, anchor: '2027-01-20', start: '09:00' } }
        : forum,
    );
    await planEverything(product);
    await hub.settle();
    const card = await asked('per', 'varför den 31 mars');
    expect(card).toMatch(/Tisdag 30 mars 2027 Dagen som rytmen gav när mötet planerades\./);
    expect(card).toMatch(
      /Flyttat till onsdag 31 mars 2027 kl\. 09\.00 \(v\. 13\) Flyttat av boten, 10 mars 2027 kl\. 09\.00\. Skäl: Överenskommelsens fil är ändrad/,
    );
    expect(card).toContain('Dagarna räknas från onsdag 20 januari 2027');
  });

  it('the plan follows: the meetings that are known where they lie now, then the new rhythm, no day twice', async () => {
    const card = await asked('per', 'plan');
    const days = [...card.split('Därefter')[1]!.matchAll(/(\p{L}+) \d+ \p{L}+ 2027 kl\. (\d\d\.\d\d)/gu)].map((one) => one[0]);
    expect(card).toContain('Flyttat från 16 mars 2027. Skäl: Lokalen är stängd');
    expect(days.length).toBeGreaterThan(8);
    expect(new Set(days).size).toBe(days.length);
    expect(days.filter((one) => !/^Onsdag .* 09\.00$/.test(one))).toEqual([]);
  });

  it('answers for a day far ahead, a day that rests, a day without a meeting, and a day nobody can read', async () => {
    expect(await asked('per', 'varför den 10 november 2027')).toContain('Onsdag 10 november 2027 kl. 09.00');
    expect(buttons('per')).toEqual(['Visa planen']);
    expect(await asked('per', 'varför den 21 juli 2027')).toContain('då är det uppehåll (Semesterperiod)');
    expect(await asked('per', 'varför den 17 mars')).toContain('17 mars 2027 är det inget möte');
    expect(await asked('per', 'varför den 45 mars')).toContain('Jag förstod inte vilken dag du menar');
  });

  it('the plan is one press away, in the same forum', async () => {
    await asked('per', 'varför den 10 november 2027');
    const shown = await hub.press('per', hub.messages('per').at(-1)!, 'plan_show');
    expect(textOf(shown)).toContain('Kommunhubb Intro Stockholm');
  });

  it('in one’s own chat answers for the forum that is named, if it is one’s own', async () => {
    const said = await asked('karin', 'varför sektionschefsmötet den 30 mars');
    expect(said).toMatch(/Sektionschefer – enhetschefer och biträdande .*Tisdag 30 mars 2027 kl\. 09\.00/);
    expect(await asked('per', 'varför sektionschefsmötet den 30 mars')).not.toContain('Sektionschefer –');
    expect(await asked('gunilla', 'varför styrgruppen')).toContain('inga egna datum');
  });
});
