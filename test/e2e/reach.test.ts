import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Play, play, textOf } from '../support/local.ts';

describe('who was reached, and who was not', () => {
  let hub: Play;
  beforeAll(async () => {
    hub = await play();
    await hub.to('2027-03-11T12:00');
    await hub.say('sara', 'hjälp');
    hub.local.world.faults.gone(1, hub.messages('sara').at(-1)!.conversationId, 'post');
    await hub.to('2027-03-12T08:00');
  });
  afterAll(() => hub.stop());
  const turns = (person: string) => hub.messages(person).filter((one) => one.key.startsWith('turn/'));
  const asked = async (person: string) => {
    await hub.say(person, 'vem nåddes');
    return hub.messages(person).at(-1)!;
  };

  it('the convener sees which card did not arrive, for whom and why, and what did', async () => {
    expect(turns('sara')).toHaveLength(0);
    const text = textOf((await asked('johan')).card);
    expect(text).toMatch(/Har inte nått fram Sara Nyström.*Tur att skriva 16\smars 2027 Konversationen är borta/);
    expect(text).toMatch(/Har nått fram .*Dagordningen 16\smars 2027/);
    expect(text).toContain('Skicka om det');
  });

  it('a member who neither writes nor convenes does not, by words or by a forged button', async () => {
    expect(textOf((await asked('lena')).card)).toContain('Bara sekreteraren och sammankallande ser vem som nåddes');
    const forged = await hub.press('lena', hub.messages('lena').at(-1)!, 'reach_again', { meeting: 'hub-intro-2027-03-16' });
    expect(JSON.stringify(forged)).toContain('Bara sekreteraren och sammankallande');
    expect(turns('sara')).toHaveLength(0);
  });

  it('is sent again to those only, once, also when the button is pressed on a stale card', async () => {
    const card = hub.messages('johan').at(-1)!;
    const before = hub.messages('per').length;
    await hub.press('johan', card, 'reach_again', { meeting: 'hub-intro-2027-03-16' });
    await hub.press('johan', card, 'reach_again', { meeting: 'hub-intro-2027-03-16' });
    expect(turns('sara')).toHaveLength(1);
    expect(hub.messages('per')).toHaveLength(before);
    expect(textOf((await asked('johan')).card)).toContain('Alla kort har nått fram');
  });

  it('says who is not installed, and reaches them by itself when they are', async () => {
    hub.local.world.teams.block('per', true);
    await hub.say('sara', 'byta @Per');
    expect(textOf((await asked('johan')).card)).toMatch(/Per Holm.*Fråga om byte av tur.*Appen är inte installerad där/);
    hub.local.world.teams.block('per', false);
    await hub.to('2027-03-12T12:00');
    expect(textOf((await asked('johan')).card)).toContain('Alla kort har nått fram');
  });
});
