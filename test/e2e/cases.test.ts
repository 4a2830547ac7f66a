import fs from 'node:fs';
import path from 'node:path';
import PizZip from 'pizzip';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Play, play, textOf } from '../support/local.ts';

const MEETING = 'hub-intro-2027-03-16';

describe('a case is announced without saying whose it is', () => {
  let hub: Play;
  beforeAll(async () => {
    hub = await play();
  });
  afterAll(() => hub.stop());

  const agenda = () => textOf(hub.card('lena', `agenda/${MEETING}`, 'channel')!.card);
  const meeting = (id = MEETING) => hub.local.running.product.store.read((reader) => reader.meeting(id));
  const announced = async (person: string, over: Record<string, string> = {}) => {
    const filled = {
      looked: 'not-there',
      alias: 'A-17',
      kind: 'fordjupat',
      of: 'af',
      wanted: 'En gemensam planering före sommaren',
      givenOwn: '2027-02-01',
      givenOther: '',
      ...over,
    };
    const done = await hub.dialog(person, hub.card('lena', `agenda/${MEETING}`, 'channel')!, 'case', filled);
    return JSON.stringify(done).replaceAll('\u00a0', ' ');
  };

  it('asks first whether it was looked for on Mina sidor, and keeps nothing until it was', async () => {
    expect(await announced('per', { looked: 'no' })).toContain('Hämta uppgiften från Mina sidor');
    expect(await announced('per', { looked: 'found' })).toContain('Då behövs inget ärende');
    expect((await meeting())?.cases).toBeUndefined();
  });

  it('takes no name, no number and no consent that is too old', async () => {
    expect(await announced('per', { alias: 'Anna' })).toContain('Skriv inget namn');
    expect(await announced('per', { wanted: 'Plan för 19900128-2384' })).toContain('personnummer');
    expect(await announced('per', { alias: '900128-2384' })).not.toContain('2384');
    expect(await announced('per', { givenOwn: '2026-03-15' })).toContain('gäller inte på mötets dag');
    expect(await announced('per', { givenOwn: '2027-02-30' })).toContain('Välj dagen');
    expect((await meeting())?.cases).toBeUndefined();
  });

  it('stands on the agenda with its kind and what is wanted of whom, and waits for the other’s consent', async () => {
    expect(await announced('per')).toContain('Ärende A-17 står på dagordningen 16 mars 2027. Det tas upp när den andra');
    expect(agenda()).toContain('A-17 · Fördjupat stöd (bra att förbereda)');
    expect(agenda()).toContain('Önskas av Arbetsförmedlingen: En gemensam planering före sommaren');
    expect(agenda()).toContain('Väntar på samtycke till Arbetsförmedlingen');
    expect(await announced('per')).toContain('finns redan ett ärende');
  });

  it('gets the other’s consent from those it was given to, and from nobody else', async () => {
    const [shown] = (await hub.say('lena', 'ärende A-17')).slice(-1);
    expect(shown).toContain('Väntar på samtycke');
    const card = hub.messages('lena').findLast((one) => one.from === null)!;
    await hub.dialog('lena', card, 'consent', { what: 'given', given: '2027-03-01' });
    expect(agenda()).not.toContain('Väntar på samtycke');
    expect(JSON.stringify(await hub.press('lena', card, 'case_remove'))).toContain('Bara de som lämnar samtycke');
  });

  it('is counted in the documents, by kind, and nothing more', async () => {
    expect(await announced('amina', { alias: 'A-18', kind: 'sfi', givenOther: '2027-01-10' })).toContain('Ärende A-18');
    await hub.to('2027-03-16T13:00');
    expect(document('dagordning')).toContain('2 ärenden: Fördjupat stöd 1 och SFI 1.');
    expect(document('dagordning')).not.toMatch(/A-17|A-18|gemensam planering/);
  });

  it('leaves room in the minutes for actions only', async () => {
    await hub.say('sara', 'anteckna 5 A-17 vill ha en plan');
    expect(hub.messages('sara').findLast((one) => one.from === null)).toBeDefined();
    expect((await hub.say('sara', 'överenskommet 5 A-17 får en plan')).join(' ')).toContain('bara antal, slag och åtgärder');
    expect((await meeting())?.notes).toEqual([]);
    expect((await hub.say('sara', 'åtgärd 5 @Lena Sjöberg Ta fram en planering senast 9 april')).join(' ')).toContain('Åtgärd');
  });

  it('goes at once when the consent is withdrawn, and the forum hears why', async () => {
    await hub.say('amina', 'ärende A-18');
    const card = hub.messages('amina').findLast((one) => one.from === null)!;
    expect(JSON.stringify(await hub.dialog('amina', card, 'consent', { what: 'withdrawn' }))).toContain('borttaget');
    expect(agenda()).not.toContain('A-18');
    expect(textOf(hub.card('lena', 'case-gone/', 'channel')!.card)).toContain(
      'Ärende A-18 är borttaget från dagordningen 16 mars 2027: samtycket är återkallat.',
    );
  });

  it('is a number in the approved minutes, and is purged by the definition’s rule', { timeout: 120_000 }, async () => {
    await hub.press('sara', hub.card('sara', `minutes/${MEETING}`)!, 'minutes_close');
    expect(agenda()).not.toContain('A-17');
    await hub.press('sara', hub.card('sara', `minutes/${MEETING}`)!, 'minutes_approve');
    expect(document('motesanteckningar')).toContain('1 ärende: Fördjupat stöd 1.');
    expect(document('motesanteckningar')).not.toMatch(/A-17|A-18|gemensam planering/);
    expect((await meeting())?.cases).toHaveLength(1);
    await hub.to('2027-04-15T09:00');
    expect((await meeting())?.cases).toBeUndefined();
    expect((await meeting())?.caseCounts).toEqual([{ kind: 'Fördjupat stöd', count: 1 }]);
  });

  it('goes when the meeting is moved to a day the consent does not cover', { timeout: 120_000 }, async () => {
    await hub.to('2027-04-21T09:00');
    const next = 'hub-intro-2027-04-27';
    const card = hub.card('per', `agenda/${next}`, 'channel')!;
    const filled = {
      looked: 'not-there',
      alias: 'A-20',
      kind: 'ekonomi',
      of: 'af',
      wanted: 'Besked',
      givenOwn: '2026-04-27',
      givenOther: '',
    };
    expect(JSON.stringify(await hub.dialog('per', card, 'case', filled))).toContain('Ärende A-20');
    await hub.say('johan', 'hjälp');
    const here = hub.messages('johan').at(-1)!.conversationId;
    const data = {
      dialog: 'move',
      meeting: next,
      from: '2027-04-27T13:00',
      to: '2027-04-28T13:00',
      reason: 'Lokalen är upptagen',
    };
    const moved = await hub.local.world.teams.submitDialog({ as: 'johan', conversation: here, data });
    await hub.settle();
    expect(JSON.stringify(moved)).toContain('flyttat');
    expect((await meeting(next))?.cases).toEqual([]);
    expect(textOf(hub.card('per', 'case-gone/', 'channel')!.card)).toContain('samtycket gäller inte den nya dagen');
  });

  function document(kind: string): string {
    const file = path.join(
      hub.dir,
      'samarbetsyta',
      'Mötesdokument',
      'hub-intro',
      '2027',
      '2027-03-16',
      `${MEETING}-${kind}.docx`,
    );
    return new PizZip(fs.readFileSync(file))
      .file('word/document.xml')!
      .asText()
      .replace(/<[^>]+>/g, ' ')
      .replace(/\s+/g, ' ');
  }
});
