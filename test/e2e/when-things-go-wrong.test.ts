import fs from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { actionsOf, type Play, play, textOf } from '../support/local.ts';

const MEETING = 'hub-intro-2027-03-16';
const AGENDA = 'hub-intro/2027/2027-03-16/hub-intro-2027-03-16-dagordning.docx';

/** Published test numbers (Skatteverket's series), never anybody's. */
const TEST_NUMBER = '19900128-2384';

describe('when things go wrong', () => {
  let hub: Play;
  afterEach(() => hub.stop());

  const agenda = (person = 'per') => hub.card(person, `agenda/${MEETING}`, 'channel')!;
  const log = () => fs.readFileSync(path.join(hub.dir, 'teams', 'teams.jsonl'), 'utf8');
  const posted = (key: string) =>
    log()
      .split('\n')
      .filter((line) => line.includes('"kind":"posted"') && line.includes(`"key":"${key}`)).length;

  it('a text with a personnummer is stopped: nothing is stored or posted, and only the writer is told, without a digit', async () => {
    hub = await play();
    const before = textOf(agenda().card);
    await hub.say('per', `föreslå Ärendet ${TEST_NUMBER} behöver tolk`, 'channel');
    expect(textOf(agenda().card)).toBe(before);
    const told = textOf(hub.card('per', 'stop/')!.card);
    expect(told).toContain('personnummer');
    expect(told).not.toMatch(/\d{4}/);
    const inChannel = hub.messages('lena', 'channel').filter((one) => one.from === null);
    expect(inChannel.map(({ key }) => key.split('/')[0]).sort()).toEqual(['agenda', 'booked']);
    const answer = JSON.stringify(
      await hub.dialog('per', agenda(), 'propose', {
        title: 'Tolk',
        background: `till ${TEST_NUMBER}`,
        minutes: '10',
        kind: 'question',
      }),
    );
    expect(answer).toContain('personnummer');
    expect(answer).not.toContain('2384');
    expect(textOf(agenda().card)).toBe(before);
  });

  it('a stranger who presses a button or writes gets a sentence, and nothing changes', async () => {
    hub = await play();
    const before = textOf(agenda().card);
    const [said] = await hub.say('kim', 'föreslå Släpp in mig');
    const answer = hub.messages('kim').findLast((one) => one.from === null);
    expect(said ?? textOf(answer?.card)).toBeDefined();
    expect(textOf(answer!.card)).toMatch(/inte medlem/);
    expect(textOf(agenda().card)).toBe(before);
  });

  it('unknown text gets help, unknown buttons a sentence, and names from the prototype reach nothing', async () => {
    hub = await play();
    expect((await hub.say('per', 'vad är det för väder')).at(-1)).toContain('föreslå');
    for (const verb of ['no_such_verb', 'constructor', '__proto__', 'toString']) {
      expect(await hub.press('per', agenda(), verb)).toMatchObject({
        kind: 'error',
        text: expect.stringContaining('finns inte längre'),
      });
    }
    const { teams } = hub.local.world;
    const message = agenda();
    const opened = await teams.openDialog({
      as: 'per',
      conversation: message.conversationId,
      activityId: message.id,
      data: { dialog: 'constructor' },
    });
    expect(opened).toMatchObject({ kind: 'message' });
  });

  it('a message that Teams delivers twice is acted on once', async () => {
    hub = await play();
    const { teams } = hub.local.world;
    const said = await teams.say({ as: 'per', conversation: hub.channel, text: 'föreslå En enda gång', mention: true });
    await teams.resend(said.activityId);
    await hub.settle();
    expect(textOf(agenda().card).match(/En enda gång/g)).toHaveLength(1);
    expect(posted('reply/')).toBe(1);
  });

  it('a card whose answer was lost on the way is found again, not posted again', async () => {
    hub = await play();
    hub.local.world.faults.loseAnswer(1, 'post');
    await hub.to('2027-03-12T08:00');
    await hub.to('2027-03-12T12:00');
    expect(posted(`turn/${MEETING}`)).toBe(1);
    await hub.press('sara', hub.card('sara', 'turn/')!, 'turn_accept');
    expect(textOf(hub.card('sara', 'turn/')!.card)).toContain('tackat ja');
  });

  it('a file whose answer was lost lies there once, and the card links to it', async () => {
    hub = await play();
    hub.local.world.samarbetsyta.faults.loseAnswer(1, 'cut');
    await hub.to('2027-03-11T08:00');
    await hub.to('2027-03-11T12:00');
    expect((await hub.files()).filter((one) => one.includes('hub-intro-2027-03-16'))).toEqual([AGENDA]);
    expect(JSON.stringify(agenda().card)).toContain('dagordning.docx');
  });

  it("never writes over somebody else's file: the card says so and the convener is asked", async () => {
    hub = await play();
    const there = path.join(hub.dir, 'samarbetsyta', 'Mötesdokument', AGENDA);
    fs.mkdirSync(path.dirname(there), { recursive: true });
    fs.writeFileSync(there, 'någon annans');
    await hub.to('2027-03-11T08:00');
    expect(fs.readFileSync(there, 'utf8')).toBe('någon annans');
    expect(textOf(agenda().card)).toContain('samma namn');
    expect(textOf(hub.card('johan', 'refused/')!.card)).toContain('samma namn');
    // The minutes and an extract of them too: each is told of, and neither hides the other.
    const minutes = AGENDA.replace('dagordning', 'motesanteckningar');
    const extract = minutes.replace('.docx', '-utdrag-punkt-3.docx');
    for (const file of [minutes, extract])
      fs.writeFileSync(path.join(hub.dir, 'samarbetsyta', 'Mötesdokument', file), 'någon annans');
    await hub.to('2027-03-16T13:00');
    await hub.say('sara', 'anteckna 3 Vi prövar fredagar.');
    await hub.say('sara', 'justera 3');
    const choice = hub.messages('sara').at(-1)!;
    const [button] = actionsOf(choice.card);
    const place = { as: 'sara', conversation: choice.conversationId, activityId: choice.id };
    const { teams } = hub.local.world;
    const page = await teams.openDialog({ ...place, data: button!['data'] as Record<string, unknown> });
    const yes = actionsOf(page).find((one) => JSON.stringify(one['data']).includes('"go":"approve"'))!;
    await teams.submitDialog({ ...place, data: yes['data'] as Record<string, unknown> }).finally(hub.settle);
    const card = () => hub.card('sara', `minutes/${MEETING}`)!;
    await hub.press('sara', card(), 'minutes_close');
    await hub.press('sara', card(), 'minutes_approve');
    await hub.to('2027-03-17T12:00');
    const told = hub.messages('johan').filter((one) => one.key.startsWith('refused/'));
    expect(told.map((one) => one.key)).toEqual([AGENDA, extract, minutes].map((file) => `refused/${file}`));
    for (const file of [extract, minutes]) expect(textOf(card().card)).toContain(`${path.basename(file)} kunde inte läggas`);
  });

  it('figures follow the file: a new number at the next look, a missing file in words, never as 0', async () => {
    hub = await play();
    const file = path.join(hub.dir, 'samarbetsyta', 'Statistik', 'exempelstatistik.xlsx');
    const { default: writeXlsxFile } = await import('write-excel-file/node');
    const cell = (value: string | number) => ({ value });
    const headings = ['Indikator', 'Period', 'Enhet', 'Kvinnor', 'Män', 'Underlag kvinnor', 'Underlag män'].map(cell);
    const write = (...row: (string | number)[]) =>
      writeXlsxFile(
        [{ data: [headings, row.map(cell)], sheet: 'Informationsträff' }] as never,
        { filePath: file } as never,
      ).toFile?.(file);
    await write('deltagande', '2027-02', 'Etableringscentrum', 33, 30, 44, 40);
    const [fresh] = (await hub.say('per', 'indikatorer')).slice(-1);
    expect(fresh).toMatch(/75\s%/);
    await write('inskrivning', '2027-02', 'AF Järva', 33, 30, 44, 40);
    const [without] = (await hub.say('per', 'indikatorer')).slice(-1);
    expect(without).toMatch(/Uppgift (för .+ )?saknas från \p{Lu}/u);
    expect(without).not.toMatch(/75\s%/);
    fs.rmSync(file);
    const [gone] = await hub.say('per', 'indikatorer');
    expect(gone).toContain('ligger inte på samarbetsytan');
    expect(gone).not.toMatch(/\b0\s%/);
  });

  it('reminds before the last day, then hands over to the convener, who may approve', async () => {
    hub = await play();
    await hub.to('2027-03-16T14:00');
    await hub.press('sara', hub.card('sara', 'minutes/')!, 'minutes_close');
    await hub.to('2027-03-31T12:00');
    expect(posted(`remind-first/${MEETING}`)).toBe(1);
    expect(posted(`remind-last/${MEETING}`)).toBe(1);
    const card = hub.card('johan', `minutes/${MEETING}`)!;
    await hub.press('johan', card, 'minutes_approve');
    expect(await hub.files()).toContain('hub-intro/2027/2027-03-16/hub-intro-2027-03-16-motesanteckningar.docx');
    expect(textOf(hub.card('sara', `minutes/${MEETING}`)!.card)).toContain('Johan Ekdahl');
  });

  it('late rather than never: three weeks without the bot, and everything is done once, in order', async () => {
    hub = await play();
    const { clock } = hub.local.running.product;
    (clock as unknown as { tell(now: Temporal.ZonedDateTime): void }).tell(clock.now().add({ weeks: 3 }));
    await hub.settle();
    for (const key of [`agenda/${MEETING}`, `turn/${MEETING}`, `minutes/${MEETING}/sara`, 'agenda/hub-intro-2027-03-30'])
      expect(posted(key)).toBe(1);
    expect(await hub.files()).toContain(AGENDA);
  });

  it('loses nothing when a meeting is closed after the next agenda was opened, or after the next meeting began', async () => {
    hub = await play();
    await hub.to('2027-03-16T13:30');
    await hub.say('sara', 'åtgärd Ring tolkförmedlingen senast 20 april');
    await hub.to('2027-03-23T09:00');
    expect(textOf(hub.card('per', 'agenda/hub-intro-2027-03-30', 'channel')!.card)).toContain('Ring tolkförmedlingen');
    await hub.say('sara', 'åtgärd Boka ett större rum senast 20 april');
    await hub.to('2027-03-30T13:05');
    await hub.press('sara', hub.card('sara', 'minutes/hub-intro-2027-03-16')!, 'minutes_close');
    const coming = textOf(hub.card('per', 'agenda/hub-intro-2027-04-13', 'channel')!.card);
    expect(coming).toContain('Boka ett större rum');
  });
});
