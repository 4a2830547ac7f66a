import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actionsOf, type Play, play, textOf } from '../support/local.ts';

describe('a meeting is moved, never cancelled', () => {
  let hub: Play;
  beforeAll(async () => {
    hub = await play();
  });
  afterAll(() => hub.stop());
  const agenda = () => textOf(hub.card('per', 'agenda/hub-intro-2027-03-16', 'channel')!.card);

  it('whoever asks to cancel gets the rule in one sentence, and the convener three free times', async () => {
    expect((await hub.say('per', 'ställ in mötet')).at(-1)).toMatch(
      /Mötena ska ej avbokas \(Bilaga nyanlända, N 1\.8\)\. Johan Ekdahl/,
    );
    const offered = (await hub.say('johan', 'AVBOKA')).at(-1)!;
    expect(offered).toContain('Mötena ska ej avbokas');
    expect(offered.match(/mars 2027 kl\./g)!.length).toBe(4);
  });

  it('where nobody convenes the forum people hear that they have to agree on somebody', async () => {
    expect((await hub.say('gunilla', 'ställ in')).at(-1)).toMatch(
      /Mötena ska ej avbokas \(Bilaga nyanlända, N 1\.8\)\. Forumet har ingen sammankallande än\./,
    );
  });

  it('only the convener moves, with a reason and to a free time', async () => {
    await hub.say('per', 'nästa möte');
    expect(await hub.dialog('per', hub.messages('per').at(-1)!, 'move', {})).toMatchObject({
      kind: 'message',
      text: expect.stringContaining('sammankallande'),
    });
    await hub.say('johan', 'flytta');
    const offer = hub.messages('johan').at(-1)!;
    expect(JSON.stringify(await hub.dialog('johan', offer, 'move', { to: '2027-03-17T13:00', reason: '' }))).toContain(
      'Skriv varför',
    );
    expect(
      JSON.stringify(await hub.dialog('johan', offer, 'move', { to: '2027-03-20T13:00', reason: 'Lokalen är stängd' })),
    ).toContain('Den tiden går inte: den har passerat, är en ledig dag');
    expect(agenda()).toContain('16 mars 2027');
  });

  it('the card, the steps and everybody concerned follow; the meeting stays the same', async () => {
    const offer = hub.messages('johan').at(-1)!;
    const { teams } = hub.local.world;
    const where = { as: 'johan', conversation: offer.conversationId };
    const data = actionsOf(offer.card)
      .map((one) => one['data'] as Record<string, unknown>)
      .find((one) => one['dialog'] === 'move')!;
    const left = await teams.openDialog({ ...where, activityId: offer.id, data });
    await hub.dialog('johan', offer, 'move', { to: '2027-03-18T13:00', reason: 'Lokalen är stängd' });
    // The dialog that was opened before that, and sent after.
    const submit = actionsOf((left as { card: unknown }).card).find((one) => one['type'] === 'Action.Submit')!['data'] as object;
    const stale = await teams.submitDialog({ ...where, data: { ...submit, to: '2027-03-17T13:00', reason: 'Någon är sjuk' } });
    await hub.settle();
    const shown = textOf((stale as { card: unknown }).card);
    expect(shown).toContain('Mötet flyttades medan du hade rutan öppen');
    expect(shown).toMatch(/^Torsdag 18 mars 2027/);
    expect(JSON.stringify(stale)).toContain('"from":"2027-03-18T13:00"');
    expect(agenda()).toMatch(/[Tt]orsdag 18 mars 2027/);
    const again = await hub.dialog('johan', offer, 'move', { to: '2027-03-18T13:00', reason: 'Lokalen är stängd' });
    expect(again).toMatchObject({ kind: 'message', text: expect.stringContaining('Mötet ligger redan torsdag') });
    const told = hub.messages('lena', 'channel').filter((one) => one.key.startsWith('moved/'));
    expect(told).toHaveLength(1);
    expect(textOf(told[0]!.card)).toContain('Lokalen är stängd');
    await hub.to('2027-03-16T13:30');
    expect(hub.card('sara', 'minutes/')).toBeUndefined();
    await hub.to('2027-03-18T13:00');
    expect(hub.card('sara', 'minutes/hub-intro-2027-03-16')).toBeDefined();
    expect(await hub.files()).toContain('hub-intro/2027/2027-03-18/hub-intro-2027-03-18-dagordning.docx');
  });

  it('a meeting that has begun is not moved', async () => {
    expect((await hub.say('johan', 'flytta')).at(-1)).toContain('redan börjat');
  });
});
