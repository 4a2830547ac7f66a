import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Play, play, textOf } from '../support/local.ts';

describe('the weekly letter', () => {
  let hub: Play;
  beforeAll(async () => {
    hub = await play();
  });
  afterAll(() => hub.stop());
  const letters = (person: string) => hub.messages(person).filter((one) => one.key.startsWith('digest/'));

  it('comes on Monday morning to those who have something ahead, once, whatever number of forums they are in', async () => {
    await hub.say('per', 'veckobrev av');
    await hub.to('2027-03-15T08:00');
    expect(letters('sara')).toHaveLength(1);
    expect(textOf(letters('sara')[0]!.card)).toMatch(
      /Din vecka, v\.\s11 Möten Tisdag 16 mars 2027 kl\.\s13.00–14.00.*Du skriver/,
    );
    expect(letters('per')).toHaveLength(0);
    const johan = letters('johan');
    expect(johan).toHaveLength(1);
    await hub.to('2027-03-15T16:00');
    expect(letters('johan')).toHaveLength(1);
  });

  it('comes the next week too, with what is late and what has been asked, and again to one who wants it back', async () => {
    await hub.to('2027-03-16T13:00');
    await hub.say('sara', 'åtgärd @Per Boka lokal senast 19 mars');
    await hub.say('per', 'lyft Får vi ha fredagstider?', 'channel');
    await hub.press('sara', hub.card('sara', 'minutes/')!, 'minutes_close');
    await hub.say('per', 'veckobrev på');
    await hub.to('2027-03-22T08:00');
    const text = textOf(letters('per').at(-1)!.card);
    expect(text).toMatch(/En öppen åtgärd, ▲ en är sen. Närmast: Boka lokal, senast 19\smars 2027/);
    expect(text).toMatch(/Får vi ha fredagstider\? Väntar på svar från sektionschefsmötet/);
    expect(textOf(letters('sara').at(-1)!.card)).toMatch(/Väntar på ditt godkännande.*Godkänn senast 30\smars 2027/);
  });

  it('is shown to the one who asks, in their own chat only', async () => {
    expect((await hub.say('per', 'veckobrev')).at(-1)).toContain('Din vecka');
    expect((await hub.say('per', 'veckobrev', 'channel')).at(-1)).toContain('i vår egen chatt');
  });
});
