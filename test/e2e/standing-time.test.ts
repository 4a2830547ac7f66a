import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { channelOf } from '../../bot/local/sample-world.ts';
import { type Play, play, textOf } from '../support/local.ts';

describe('the hubs’ standing two hours', () => {
  let hub: Play;
  beforeAll(async () => {
    hub = await play();
  });
  afterAll(() => hub.stop());
  const meeting = (id: string) => hub.local.running.product.store.read((reader) => reader.meeting(id));
  const told = (forum: string, person: string) =>
    hub.local.world.teams.messages(channelOf(forum), person).filter((one) => one.key.startsWith('moved/'));

  it('are divided by what the two agendas need, when they are published', async () => {
    await hub.say('sara', 'föreslå Hur gör vi när tolken uteblir?');
    await hub.say('sara', 'föreslå Nya rutiner för kallelser');
    expect(await meeting('hub-intro-2027-03-16')).toMatchObject({ end: '2027-03-16T14:00' });
    await hub.to('2027-03-11T08:05');
    expect(await meeting('hub-intro-2027-03-16')).toMatchObject({ start: '2027-03-16T13:00', end: '2027-03-16T14:05' });
    expect(await meeting('hub-ec-2027-03-16')).toMatchObject({ start: '2027-03-16T14:05', end: '2027-03-16T15:00' });
  });

  it('the cards of both say so, everybody is told once and hears which words of the agreement it follows', async () => {
    expect(textOf(hub.card('per', 'agenda/hub-intro-2027-03-16', 'channel')!.card)).toContain('13.00–14.05');
    const [intro, ...more] = told('hub-intro', 'per');
    expect(more).toEqual([]);
    expect(textOf(intro!.card)).toContain('(N 1.8, "Tiden delas utifrån behov och verksamhet")');
    const ec = hub.local.running.product.agreement.people.find((one) => one.forums.includes('hub-ec'))!;
    expect(told('hub-ec', ec.id)).toHaveLength(1);
    const card = hub.local.world.teams
      .messages(channelOf('hub-ec'), ec.id)
      .findLast((one) => one.key.startsWith('agenda/hub-ec-2027-03-16'))!;
    expect(textOf(card.card)).toContain('14.05–15.00');
  });

  it('the second hub begins at its own new time', async () => {
    await hub.to('2027-03-16T14:02');
    expect((await meeting('hub-ec-2027-03-16'))!.stage.name).toBe('published');
    await hub.to('2027-03-16T14:05');
    expect((await meeting('hub-ec-2027-03-16'))!.stage.name).toBe('in-progress');
  });

  it('a draft that waits to be approved follows when the next meeting gets another time, and can be approved as it is shown', async () => {
    await hub.press('sara', hub.card('sara', 'minutes/hub-intro-2027-03-16')!, 'minutes_close');
    const draft = () => hub.card('sara', 'minutes/hub-intro-2027-03-16')!;
    expect(textOf(draft().card)).toMatch(/Nästa möte: .*30 mars 2027 kl\. 13\.00–14\.00/);
    await hub.say('johan', 'flytta');
    const offer = hub.messages('johan').findLast((one) => one.from === null)!;
    const before = await meeting('hub-intro-2027-03-30');
    await hub.dialog('johan', offer, 'move', { to: '2027-03-31T13:00', reason: 'Lokalen är upptagen' });
    const after = await meeting('hub-intro-2027-03-30');
    expect(after!.start).not.toBe(before!.start);
    expect(textOf(draft().card)).toContain('31 mars 2027');
    await hub.press('sara', draft(), 'minutes_approve');
    expect((await meeting('hub-intro-2027-03-16'))!.stage.name).toBe('filed');
  });

  it('stay as the definition says at the next meeting, when both agendas fit', async () => {
    expect(await meeting('hub-ec-2027-03-30')).toMatchObject({ start: '2027-03-30T14:00', end: '2027-03-30T15:00' });
  });
});
