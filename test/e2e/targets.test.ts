import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { planEverything } from '../../src/flows/run-steps.ts';
import { actionsOf, type Play, play, textOf } from '../support/local.ts';

let hub: Play;
beforeAll(async () => {
  hub = await play();
});
afterAll(() => hub?.stop());

const plain = (text: string) => text.replaceAll('\u00a0', ' ');
const product = () => hub.local.running.product;
const targets = () => product().store.read((reader) => reader.targets());
const indicator = async (person: string, id: string) => {
  await hub.say(person, `indikator ${id}`);
  return hub.messages(person).findLast((one) => one.key.startsWith('answer/'))!;
};
const decided = { value: '87', direction: 'at-least', validFrom: '2027-03-10', validTo: '2027-12-31', decidedAt: '2027-03-09' };
const asked = (person: string, where?: string) => hub.messages(person, where).filter((one) => one.key.startsWith('ask-targets/'));

describe('a target that has run out', () => {
  it('says so on the card, and its setter is asked once, where it can be set', async () => {
    const shown = await indicator('gunilla', 'inskrivning');
    expect(plain(textOf(shown.card))).toContain('Gällde t.o.m. 2025, nytt mål ej satt.');
    // Nobody convenes the unit managers in the sample: their channel is asked. The education forum has a convener.
    expect(asked('gunilla', 'unit')).toHaveLength(1);
    expect(plain(textOf(asked('gunilla', 'unit')[0]!.card))).toMatch(
      /Nya mål behöver sättas.*Inskrivna.*målet gällde t\.o\.m\. 31 december 2025/,
    );
    expect(asked('karin')).toHaveLength(1);
    expect(asked('bo')).toHaveLength(0);
    // Planned anew each day, also in a bot that was started again.
    await hub.to('2027-03-11T09:00');
    await planEverything(product());
    await hub.to('2027-03-12T09:00');
    await planEverything(product());
    await hub.settle();
    expect([asked('gunilla', 'unit').length, asked('karin').length]).toEqual([1, 1]);
  }, 180_000);

  it('is set by a member of the body the definition names, on the card asked for or the indicator’s own', async () => {
    const [ask] = asked('gunilla', 'unit');
    const done = await hub.dialog('gunilla', ask!, 'target', { ...decided, value: 'åttiosju' });
    expect(JSON.stringify(done)).toContain('Skriv målvärdet med siffror');
    expect(await hub.dialog('gunilla', ask!, 'target', { ...decided, indicator: 'inskrivning' })).toMatchObject({
      kind: 'message',
      text: expect.stringContaining('är sparat'),
    });
    expect(await targets()).toMatchObject([
      { indicator: 'inskrivning', value: 0.87, by: 'gunilla', forum: 'unit', decidedAt: '2027-03-09' },
    ]);
    const text = plain(textOf((await indicator('gunilla', 'inskrivning')).card));
    expect(text).toContain('Mål: minst 87 %.');
    expect(text).not.toContain('nytt mål ej satt');
    expect(text).toContain('minst 85 % t.o.m. 31 december 2025');
    expect(text).toContain('beslutat av enhetschefsmötet 9 mars 2027; gäller fr.o.m. 10 mars 2027 t.o.m. 31 december 2027');
  });

  it('is refused to everybody else in one sentence, whatever their card says', async () => {
    const { teams } = hub.local.world;
    const card = await indicator('sara', 'inskrivning');
    expect(actionsOf(card.card).some((one) => JSON.stringify(one).includes('"target"'))).toBe(false);
    const data = { dialog: 'target', indicator: 'inskrivning', meeting: '', ...decided };
    const conversation = card.conversationId;
    for (const outcome of [
      await teams.openDialog({ as: 'sara', conversation, activityId: card.id, data }),
      await teams.submitDialog({ as: 'sara', conversation, data }),
    ])
      expect(outcome).toMatchObject({ kind: 'message', text: expect.stringContaining('sätts av enhetschefsmötet') });
    expect((await hub.say('sara', 'sätt mål inskrivning')).join()).toContain('sätts av enhetschefsmötet');
    expect(await targets()).toHaveLength(1);
  });

  it('is set once when Teams delivers the form twice', async () => {
    const [said] = await hub.say('gunilla', 'sätt mål hänvisade');
    expect(said).toContain('Sätt målet för');
    const card = hub.messages('gunilla').findLast((one) => one.key.startsWith('answer/'))!;
    const data = { dialog: 'target', indicator: 'hanvisning', meeting: '', ...decided, value: '95,5 %' };
    const send = () =>
      hub.local.world.teams.submitDialog({ as: 'gunilla', conversation: card.conversationId, data, id: 'f:1803' });
    await send();
    await send();
    expect((await targets()).filter((one) => one.indicator === 'hanvisning')).toMatchObject([{ value: 0.955 }]);
  });

  it('of the education forum is reported, holds six weeks, and its convener is asked again when they have passed', async () => {
    const [ask] = asked('karin');
    const filled = { ...decided, value: '60', validFrom: '2027-03-12', validTo: '2027-04-22', reportedAt: '2027-03-11' };
    expect(await hub.dialog('bo', (await indicator('bo', 'vagledning-bokade'))!, 'target', filled)).toMatchObject({
      kind: 'message',
    });
    expect(ask).toBeDefined();
    expect((await targets()).at(-1)).toMatchObject({ by: 'bo', forum: 'education', reportedAt: '2027-03-11' });
    expect(plain(textOf((await indicator('bo', 'vagledning-bokade')).card))).toContain('och redovisat 11 mars 2027');
    await hub.to('2027-04-23T09:00');
    expect(asked('karin')).toHaveLength(2);
    expect(plain(textOf(asked('karin')[1]!.card))).toContain('målet gällde t.o.m. 22 april 2027');
  }, 120_000);

  it('is taken back without another by those who may set it: the card says that none is set, and who took it back', async () => {
    const { teams } = hub.local.world;
    const shown = async () => (await indicator('marcus', 'hanvisning'))!;
    const [card, before] = [await shown(), await indicator('gunilla', 'hanvisning')];
    const forged = { dialog: 'take-back', indicator: 'hanvisning', meeting: '', target: (await targets()).at(1)!.id };
    const own = (await indicator('sara', 'hanvisning')).conversationId;
    expect(await teams.submitDialog({ as: 'sara', conversation: own, data: forged })).toMatchObject({
      kind: 'message',
      text: expect.stringContaining('sätts av enhetschefsmötet'),
    });
    expect(JSON.stringify(await hub.dialog('marcus', card, 'take-back', { target: '999' }))).toContain('ingenting ändrades');
    expect(JSON.stringify(await hub.dialog('marcus', card, 'take-back', { target: '' }))).toContain('Välj vilket mål');
    // Teams may deliver the same press twice.
    const press = { as: 'marcus', conversation: card.conversationId, data: forged, id: 'f:1804' };
    for (const outcome of [await teams.submitDialog(press), await teams.submitDialog(press)])
      expect(outcome).toMatchObject({ kind: 'message', text: expect.stringContaining('är återtaget') });
    await hub.settle();
    expect(JSON.stringify(await hub.dialog('gunilla', before, 'take-back', { target: forged.target }))).toContain(
      'ingenting ändrades',
    );
    const after = await shown();
    const text = plain(textOf(after.card));
    expect(text).toContain('Gällde t.o.m. 2025, nytt mål ej satt');
    expect(text).toContain('(beslutat av enhetschefsmötet 9 mars 2027 och återtaget 23 april 2027 av Marcus');
    expect(actionsOf(after.card).some((one) => JSON.stringify(one).includes('take-back'))).toBe(false);
  });

  it('stands on the agenda’s card, where it judges the figure', async () => {
    const agenda = plain(textOf(hub.messages('gunilla', 'unit').findLast((one) => one.key.startsWith('agenda/'))!.card));
    expect(agenda).toMatch(/Inskrivna.*(Målet nått|Målet ej nått)\. Mål: minst 87 %\./);
  });
});
