import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CALENDAR_MAILBOX } from '../../bot/local/sample-world.ts';
import { declineTurn } from '../../src/flows/take-turn.ts';
import { actionsOf, type Play, play, textOf } from '../support/local.ts';

describe('the turn to write is swapped', () => {
  let hub: Play;
  beforeAll(async () => {
    hub = await play();
    await hub.to('2027-03-12T08:00');
  });
  afterAll(() => hub.stop());
  const agenda = () => textOf(hub.card('per', 'agenda/hub-intro-2027-03-16', 'channel')!.card);
  const question = (number: number) => hub.card('per', `swap/hub-intro-2027-03-16/${number}`, 'channel')!;
  const turnOf = (person: string) => textOf(hub.card(person, 'turn/')!.card);

  it('only for oneself, a colleague of the same unit, or as convener', async () => {
    expect(agenda()).toContain('Sara Nyström');
    expect((await hub.say('per', 'byta alla')).at(-1)).toContain('kollega i samma enhet');
    expect((await hub.say('per', 'ångra byte')).at(-1)).toContain('gäller inte längre');
    expect((await hub.say('sara', 'byta @Ingen Alls')).at(-1)).toContain('hittar ingen medlem');
  });

  it('asks everybody in the channel with one card; the first to answer takes it and the round is told', async () => {
    expect((await hub.say('sara', 'byta alla')).at(-1)).toContain('frågat alla');
    expect(textOf(question(1).card)).toContain('Sara Nyström, AF Järva, står på tur');
    expect(turnOf('sara')).toContain('Väntar på svar');
    expect((await hub.say('sara', 'byta alla')).at(-1)).toContain('redan en fråga om byte');

    const open = question(1);
    await hub.press('per', open, 'swap_take');
    expect(agenda()).toContain('Sekreterare: Per Holm');
    expect(textOf(question(1).card)).toContain('Bytet är klart');
    expect(actionsOf(question(1).card)).toEqual([]);
    expect(turnOf('per')).toContain('övertagen genom byte med Sara Nyström');
    expect(turnOf('sara')).toContain('Du har bytt bort turen');
    expect(textOf(hub.messages('sara').at(-1)!.card)).toContain('Per Holm');
    // Lena presses the card as it looked before: it shows how it went, and nothing changes.
    await hub.press('lena', open, 'swap_take', { meeting: 'hub-intro-2027-03-16', number: '1' });
    expect(agenda()).toContain('Sekreterare: Per Holm');
  });

  it('what was swapped is undone, and everybody sees who writes', async () => {
    expect((await hub.say('sara', 'ångra byte')).at(-1)).toContain('Sara Nyström skriver');
    expect(agenda()).toContain('Sekreterare: Sara Nyström');
    expect(textOf(question(1).card)).toContain('återtagen');
    expect(textOf(hub.messages('per').at(-1)!.card)).toContain('Sara Nyström');
  });

  it('a colleague asks one person for somebody who is away; only that person can take it', async () => {
    await hub.say('johan', 'byta @Lena');
    expect(hub.card('per', 'swap/hub-intro-2027-03-16/2', 'channel')).toBeUndefined();
    const asked = hub.card('lena', 'swap/')!;
    expect(textOf(asked.card)).toContain('Frågan ställs av Johan Ekdahl');
    const forged = await hub.press('per', question(1), 'swap_take', { meeting: 'hub-intro-2027-03-16', number: '2' });
    expect(forged).toMatchObject({ kind: 'message', text: expect.stringContaining('någon annan') });
    await hub.press('sara', hub.card('sara', 'turn/')!, 'swap_withdraw');
    expect(textOf(hub.card('lena', 'swap/')!.card)).toContain('återtagen');
  });

  it('untaken when the meeting begins, the turn stays and the card says so', async () => {
    await hub.press('sara', hub.card('sara', 'turn/')!, 'turn_accept');
    await hub.dialog('sara', hub.card('sara', 'turn/')!, 'swap', { ask: 'all' });
    expect(textOf(question(3).card)).toContain('Kan du skriva i stället?');
    await hub.to('2027-03-16T13:00');
    expect(textOf(question(3).card)).toContain('ingen tog över');
    expect(hub.card('sara', 'minutes/')).toBeDefined();
  });

  it('who is out of office then is offered to swap; unanswered, the convener asks for them, and nothing is swapped by itself', async () => {
    const id = 'hub-intro-2027-03-30';
    await hub.to('2027-03-22T09:00');
    const { product } = hub.local.running;
    const secretary = () => product.store.read(async (reader) => (await reader.meeting(id))!.secretary!);
    const asked = async () => {
      const { person } = await secretary();
      return product.agreement.people.find((one) => one.id === person)!;
    };
    // Of another organisation nothing is seen: the turn goes on until it is somebody's of the mailbox's own.
    const domain = CALENDAR_MAILBOX.split('@')[1]!;
    for (let n = 0; !(await asked()).mail?.endsWith(`@${domain}`); n += 1)
      expect((await declineTurn(product, { person: await asked(), cause: `no-${n}` }, id)).ok).toBe(true);
    await hub.settle();
    const { id: person, mail } = await asked();
    const taken = { mail, status: 'oof' };
    const body = JSON.stringify({ ...taken, start: '2027-03-30T00:00', end: '2027-04-01T00:00' });
    const told = await fetch(`http://127.0.0.1:${hub.local.port}/graph/outlook/taken`, { method: 'POST', body });
    expect(told.status).toBe(200);
    await hub.to('2027-03-23T09:00');
    const card = hub.card(person, `turn/${id}`)!;
    expect(textOf(card.card)).toContain('Din kalender säger att du är borta då.');
    expect(actionsOf(card.card)[0]).toMatchObject({ title: 'Byt', style: 'positive' });
    // Nobody is nudged over Easter.
    await hub.to('2027-03-30T08:30');
    const word = hub.card('johan', `away/${id}`)!;
    expect(textOf(word.card)).toContain('är borta då enligt sin kalender');
    expect((await secretary()).person).toBe(person);
    await hub.dialog('johan', word, 'swap', { ask: 'all' });
    expect((await secretary()).swap).toMatchObject({ by: 'johan', from: person, state: 'open' });
  });

  it('shows how the turn has gone round, expected against actual, and who comes next', async () => {
    const shown = (await hub.say('per', 'rättvisa', 'channel')).at(-1)!;
    expect(shown).toContain('Så har turen gått runt');
    expect(shown).toMatch(/På tur Skrivit/);
    expect(shown.match(/2027/g)!.length).toBeGreaterThanOrEqual(6);
  });
});
