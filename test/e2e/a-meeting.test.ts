import fs from 'node:fs';
import path from 'node:path';
import PizZip from 'pizzip';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkDocument } from '../../src/adapters/documents/check-accessibility.ts';
import { actionsOf, type Play, play, textOf } from '../support/local.ts';

/** One meeting from open agenda to filed minutes, played by the people of the hub over real HTTP. */
describe('a kommunhubb keeps its promise', () => {
  let hub: Play;
  beforeAll(async () => {
    hub = await play();
  });
  afterAll(() => hub.stop());

  const agenda = () => hub.card('per', 'agenda/hub-intro-2027-03-16', 'channel')!;
  const minutes = (person = 'sara') => hub.card(person, 'minutes/hub-intro-2027-03-16')!;
  const wordFile = (name: string) =>
    fs.readFileSync(path.join(hub.dir, 'samarbetsyta', 'Mötesdokument', 'hub-intro', '2027', '2027-03-16', name));
  const wordText = (name: string) =>
    new PizZip(wordFile(name))
      .file('word/document.xml')!
      .asText()
      .replace(/<[^>]+>/g, ' ')
      .replace(/\s+/g, ' ');

  it('starts with one open agenda in the channel: the standing items of N 1.8, each with why it is there', () => {
    expect(hub.messages('per', 'channel').filter((one) => one.key.startsWith('agenda/'))).toHaveLength(1);
    const text = textOf(agenda().card);
    for (const item of [
      'Informationsöverföring',
      'Uppföljning av statistik',
      'Hur inskrivningarna har fungerat',
      'uteblivna besök',
      'Ärendedragning',
      'Frågor att lyfta',
    ])
      expect(text).toContain(item);
    expect(text).toContain('N 1.8');
  });

  it('shows the figures by sex with target, source and time', () => {
    const text = textOf(agenda().card);
    expect(text).toMatch(/informationsträff.*[Kk]vinnor.*%.*[Mm]än.*%/);
    expect(text).toMatch(/70\s%/);
    expect(text).toContain('exempelstatistik.xlsx');
  });

  it('puts what somebody proposes in chat or dialog on the same card for all', async () => {
    const [thanks] = await hub.say('lena', 'FÖRESLÅ Hur gör vi när tolken uteblir?', 'channel');
    expect(thanks).toMatch(/nummer 7/);
    await hub.dialog('per', agenda(), 'propose', {
      title: 'Sommarens tider',
      background: 'Två veckor är stängda',
      minutes: '15',
      kind: 'question',
    });
    const text = textOf(agenda().card);
    expect(text).toContain('Hur gör vi när tolken uteblir?');
    expect(text).toContain('Sommarens tider');
    expect(hub.messages('per', 'channel').filter((one) => one.key.startsWith('agenda/'))).toHaveLength(1);
  });

  it('lets the proposer take an item back, and nobody else', async () => {
    await hub.say('lena', 'föreslå En punkt för mycket');
    const thanks = hub.card('lena', 'reply/')!;
    expect(textOf(agenda().card)).toContain('En punkt för mycket');
    const { item, meeting } = actionsOf(thanks.card).find((one) => one['verb'] === 'item_remove')!['data'] as Record<
      string,
      string
    >;
    const stranger = await hub.press('per', agenda(), 'item_remove', { item, meeting });
    expect(stranger).toMatchObject({ kind: 'message', text: expect.stringContaining('Bara den som föreslog') });
    await hub.press('lena', thanks, 'item_remove');
    expect(textOf(agenda().card)).not.toContain('En punkt för mycket');
  });

  it('publishes three working days before and files the agenda as a Word file', async () => {
    await hub.to('2027-03-11T08:00');
    expect(await hub.files()).toContain('hub-intro/2027/2027-03-16/hub-intro-2027-03-16-dagordning.docx');
    expect(wordText('hub-intro-2027-03-16-dagordning.docx')).toContain('Hur gör vi när tolken uteblir?');
    expect(checkDocument(wordFile('hub-intro-2027-03-16-dagordning.docx'))).toEqual([]);
    expect(actionsOf(agenda().card).some((one) => String(one['url'] ?? '').includes('dagordning.docx'))).toBe(true);
  });

  it('asks, once the agenda is published, whether a proposal is for now or for next time', async () => {
    const [question] = (await hub.say('per', 'föreslå Kan vi byta rum?')).slice(-1);
    expect(question).toContain('publicerad');
    expect(textOf(agenda().card)).not.toContain('Kan vi byta rum?');
    const asked = hub.messages('per').at(-1)!;
    await hub.press('per', asked, 'item_next_time');
    expect(textOf(agenda().card)).not.toContain('Kan vi byta rum?');
  });

  it('tells the one whose turn it is, two working days before, and explains why', async () => {
    await hub.to('2027-03-12T08:00');
    expect(textOf(hub.card('sara', 'turn/')!.card)).toContain('din tur');
    expect(hub.card('johan', 'turn/')).toBeUndefined();
    const [why] = await hub.say('per', 'vem är sekreterare', 'channel');
    expect(why).toContain('Sara Nyström');
    expect(why).toMatch(/Omar Haddad/);
  });

  it('gives the turn to the next in line when the secretary cannot', async () => {
    await hub.press('sara', hub.card('sara', 'turn/')!, 'turn_decline');
    expect(textOf(hub.card('sara', 'turn/')!.card)).toContain('Johan Ekdahl');
    const asked = hub.card('johan', 'turn/')!;
    await hub.press('johan', asked, 'turn_decline');
    expect(hub.card('lena', 'turn/')).toBeDefined();
    expect(textOf(agenda().card)).toContain('Lena Sjöberg');
  });

  it('opens the minutes for the secretary when the meeting begins', async () => {
    await hub.to('2027-03-16T13:00');
    expect(hub.card('sara', 'minutes/')).toBeUndefined();
    expect(minutes('lena')).toBeDefined();
    expect(textOf(agenda().card)).toMatch(/pågår/i);
  });

  it('takes attendance, notes, what is agreed and actions, by dialog and by chat words', async () => {
    await hub.dialog('lena', minutes('lena'), 'attendance', {
      'unit_af-jarva': 'sara,johan',
      'unit_af-globen': 'lena',
      'unit_intro-ekonomi': 'per',
      'unit_af-city': '',
    });
    expect(await hub.say('lena', 'Anteckna 3 Inskrivningarna går som de ska')).toEqual([expect.stringContaining('punkt 3')]);
    // An earlier meeting’s action would be closed by its number.
    expect(await hub.say('lena', 'klar 9')).toEqual([expect.stringContaining('ingen åtgärd 9')]);
    expect(await hub.say('lena', 'beslut Vi prövar fredagstider')).toEqual([expect.stringMatching(/överenskommet § 1.*mandat/)]);
    expect(await hub.say('lena', 'åtgärd @Per Boka lokal senast 9 april')).toEqual([
      expect.stringMatching(/Boka lokal · Per Holm.*9\s?april 2027/),
    ]);
    await hub.dialog('lena', minutes('lena'), 'note', { item: 'uteblivna', text: 'Färre uteblir nu' }, 'note');
    const text = textOf(minutes('lena').card);
    for (const written of [
      'Inskrivningarna går som de ska',
      'Vi prövar fredagstider',
      'Boka lokal',
      'Färre uteblir nu',
      'Per Holm',
    ])
      expect(text).toContain(written);
  });

  it('lets nobody but the secretary and the convener write', async () => {
    expect(await hub.say('per', 'anteckna Jag vill också')).toEqual([expect.stringContaining('Bara sekreteraren')]);
    expect(textOf(minutes('lena').card)).not.toContain('Jag vill också');
  });

  it('closes once: the draft is there and the next agenda has what comes back', async () => {
    await hub.to('2027-03-16T14:00');
    await hub.press('lena', minutes('lena'), 'minutes_close');
    expect(textOf(minutes('lena').card)).toContain('allmän handling');
    const next = textOf(hub.card('per', 'agenda/hub-intro-2027-03-30', 'channel')!.card);
    expect(next).toContain('Sommarens tider');
    expect(next).toContain('Kan vi byta rum?');
    expect(next).toMatch(/öppna åtgärder/i);
  });

  it('changes nothing for a stale card, and shows the text as it is now', async () => {
    const stale = minutes('lena');
    await hub.dialog('lena', stale, 'edit', { 'field_notes:uteblivna': 'Färre uteblir nu, men inte överallt' });
    const outcome = await hub.press('lena', stale, 'minutes_approve');
    expect(outcome).toMatchObject({ kind: 'card' });
    expect(JSON.stringify(outcome)).toContain('inte överallt');
    expect(await hub.files()).not.toContain('hub-intro/2027/2027-03-16/hub-intro-2027-03-16-motesanteckningar.docx');
  });

  it('lets a member who is neither secretary nor convener approve nothing', async () => {
    const outcome = await hub.press('per', agenda(), 'minutes_approve', {
      meeting: 'hub-intro-2027-03-16',
      version: 2,
      hash: 'x',
    });
    expect(outcome).toMatchObject({ kind: 'message', text: expect.stringContaining('sekreteraren') });
  });

  it('files the approved minutes as a Word file with metadata, and the cards link to it', async () => {
    await hub.press('lena', minutes('lena'), 'minutes_approve');
    const name = 'hub-intro-2027-03-16-motesanteckningar.docx';
    expect(await hub.files()).toContain(`hub-intro/2027/2027-03-16/${name}`);
    const text = wordText(name);
    for (const said of [
      'Inskrivningarna går som de ska',
      'inte överallt',
      '§ 1',
      'Vi prövar fredagstider',
      'Boka lokal',
      'ingen representant',
      'Af-2022/0101 5990',
      'ej angivet',
      'Godkända av Lena Sjöberg',
    ])
      expect(text).toContain(said);
    expect(text).not.toContain('UTKAST');
    expect(checkDocument(wordFile(name))).toEqual([]);
    const filed = (await hub.local.world.samarbetsyta.files()).find((one) => one.name === name)!;
    expect(filed.columns).toMatchObject({
      Status: 'Godkänd',
      Sekreterare: 'Lena Sjöberg',
      GodkandAv: 'Lena Sjöberg',
      Handlingstyp: 'Mötesanteckningar',
    });
    expect(actionsOf(agenda().card).some((one) => String(one['url'] ?? '').includes(name))).toBe(true);
    expect(actionsOf(minutes('lena').card).some((one) => one['verb'] === 'minutes_approve')).toBe(false);
  });

  it('is silent after that: no reminder of what is done', async () => {
    const before = hub.messages('lena').length;
    await hub.to('2027-03-31T09:00');
    const nudges = hub
      .messages('lena')
      .slice(before)
      .filter((one) => one.key.startsWith('remind') && one.key.includes('03-16'));
    expect(nudges).toEqual([]);
  });

  it('shows approved minutes to every member who asks', async () => {
    const [answer] = await hub.say('per', 'anteckningar');
    expect(answer).toBeDefined();
  });
});
