import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actionsOf, type Play, play, textOf } from '../support/local.ts';

describe('what people have been given to do', () => {
  let hub: Play;
  beforeAll(async () => {
    hub = await play();
  });
  afterAll(() => hub.stop());
  const given = (person: string, key: string) => hub.messages(person).filter((one) => one.key.startsWith(key));

  it('is told to each when the meeting is closed, once', async () => {
    await hub.to('2027-03-16T13:00');
    await hub.say('sara', 'åtgärd @Per Boka lokal senast 9 april');
    await hub.say('sara', 'åtgärd @Lena Fråga om tolk senast 8 april');
    await hub.say('sara', 'beslut Vi prövar fredagstider från maj');
    await hub.press('sara', hub.card('sara', 'minutes/')!, 'minutes_close');
    expect(given('per', 'actions-given/')).toHaveLength(1);
    const text = textOf(hub.card('per', 'actions-given/')!.card);
    expect(text).toContain('Boka lokal');
    expect(text).not.toContain('Fråga om tolk');
    expect(given('sara', 'actions-given/')).toHaveLength(0);
  });

  it('is listed across forums for the one who asks, and for nobody else', async () => {
    expect((await hub.say('per', 'mina åtgärder')).at(-1)).toMatch(/Boka lokal.*Klar senast 9\s?april 2027/);
    expect((await hub.say('johan', 'mina åtgärder')).at(-1)).toContain('inga öppna åtgärder');
  });

  it('is done by its owner with one press, not by a bystander, and does not come back', async () => {
    await hub.say('lena', 'mina åtgärder');
    const mine = hub.messages('lena').at(-1)!;
    const { meeting, action } = actionsOf(mine.card)[0]!['data'] as Record<string, string>;
    const forged = await hub.press('per', hub.messages('per').at(-1)!, 'action_done', { meeting, action });
    expect(forged).toMatchObject({ kind: 'message', text: expect.stringContaining('Bara den som har åtgärden') });
    await hub.press('lena', mine, 'action_done');
    expect((await hub.say('lena', 'mina åtgärder')).at(-1)).toContain('inga öppna åtgärder');
  });

  it('is begun or put off by its owner, with a reason, and not withdrawn', async () => {
    await hub.say('per', 'mina åtgärder');
    const card = hub.messages('per').at(-1)!;
    const row = actionsOf(card.card)[0]!['data'] as Record<string, string>;
    const of = `${row['meeting']} ${row['action']}`;
    const say = (who: string, more: object) => hub.dialog(who, card, 'action', { which: of, ...more });
    expect(JSON.stringify(await say('per', { to: 'postponed', due: '2027-04-16' }))).toContain('Skriv varför');
    expect(JSON.stringify(await say('per', { to: 'withdrawn', reason: 'behövs inte' }))).toContain('Bara sekreteraren');
    expect(JSON.stringify(await say('per', { to: 'started' }))).toContain('Sparat');
    expect((await hub.say('per', 'mina åtgärder')).at(-1)).toContain('Påbörjad');
  });

  it('is reminded of a week before and on the last day, only what is open', async () => {
    await hub.to('2027-04-02T08:00');
    expect(given('per', 'actions-due/')).toHaveLength(1);
    await hub.to('2027-04-09T08:00');
    expect(given('per', 'actions-due/')).toHaveLength(2);
    expect(given('lena', 'actions-due/')).toHaveLength(0);
    await hub.to('2027-04-12T12:00');
    expect((await hub.say('per', 'mina åtgärder')).at(-1)).toContain('3 dagar sen');
  });

  it('comes back under one item with since when and by when', () => {
    const agenda = hub.card('per', 'agenda/hub-intro-2027-03-30', 'channel')!;
    expect(textOf(agenda.card)).toMatch(/1\. Boka lokal \(påbörjad, senast 9\s?april 2027, sedan 16\s?mars 2027\)/);
  });

  it('is withdrawn by the convener, with a reason, and does not come back', async () => {
    await hub.say('johan', 'mina åtgärder');
    const card = hub.messages('johan').at(-1)!;
    const mine = hub.messages('per').findLast((one) => actionsOf(one.card).some((each) => each['verb'] === 'action_done'))!;
    const row = actionsOf(mine.card)[0]!['data'] as Record<string, string>;
    const said = { which: `${row['meeting']} ${row['action']}`, to: 'withdrawn', reason: 'lokalen behövs inte' };
    expect(JSON.stringify(await hub.dialog('johan', card, 'action', said))).toContain('Sparat');
    expect((await hub.say('per', 'mina åtgärder')).at(-1)).toContain('inga öppna åtgärder');
    expect(textOf(hub.card('per', 'agenda/hub-intro-2027-04-13', 'channel')!.card)).toContain('Alla åtgärder är klara');
  });

  it('what was agreed is found by its words, with its §', async () => {
    expect((await hub.say('per', 'beslut sök FREDAGSTIDER')).at(-1)).toMatch(
      /Överenskommet § 1 .*Vi prövar fredagstider.*utkast/,
    );
    expect((await hub.say('per', 'beslut sök tunnelbana')).at(-1)).toContain('hittar inget sådant');
  });
});
