import fs from 'node:fs';
import path from 'node:path';
import PizZip from 'pizzip';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lookAround } from '../../src/flows/watch-sources.ts';
import { type Play, play, textOf } from '../support/local.ts';

const MEETING = 'hub-intro-2027-03-16';
const FOLDER = 'hub-intro/2027';
const MINUTES = `${FOLDER}/${MEETING}-motesanteckningar.docx`;
const PDF = MINUTES.replace('.docx', '.pdf');

describe('minutes on their way to the samarbetsyta', () => {
  let hub: Play;
  beforeAll(async () => {
    hub = await play();
  });
  afterAll(() => hub.stop());
  const minutes = (person = 'sara') => hub.card(person, `minutes/${MEETING}`)!;
  const waits = () => hub.messages('sara').filter((one) => one.key.startsWith(`waits/${MINUTES}`));
  const on = (file: string) => path.join(hub.dir, 'samarbetsyta', 'Mötesdokument', file);
  const library = async (name: string) => (await hub.local.world.samarbetsyta.files()).filter((one) => one.library === name);

  it('wait when somebody has the file open: the card says so, the secretary hears it once', async () => {
    await hub.to('2027-03-16T13:00');
    await hub.say('sara', 'anteckna 2 Deltagandet var 70 procent');
    await hub.press('sara', minutes(), 'minutes_close');
    hub.local.world.samarbetsyta.faults.lock(`Mötesdokument/${MINUTES}`);
    await hub.press('sara', minutes(), 'minutes_approve');
    expect(textOf(minutes().card)).toContain('någon har filen öppen');
    await hub.to('2027-03-16T15:00');
    expect(waits().map((one) => textOf(one.card))).toEqual([expect.stringContaining('stänga den')]);
    expect((await library('Mötesdokument')).filter((one) => one.path === MINUTES)).toEqual([]);
  });

  it('are filed by themselves when it is closed, once, and the card says so', async () => {
    hub.local.world.samarbetsyta.faults.unlock(`Mötesdokument/${MINUTES}`);
    await hub.to('2027-03-16T16:00');
    expect((await library('Mötesdokument')).filter((one) => one.path.includes('motesanteckningar.docx'))).toHaveLength(1);
    expect(textOf(minutes().card)).not.toContain('öppen');
    expect(JSON.stringify(minutes().card)).toContain('motesanteckningar.docx');
  });

  it('lie there as a copy in PDF too, with the same columns', async () => {
    const filed = (await library('Mötesdokument')).filter((one) => one.path.includes('motesanteckningar'));
    expect(filed.map(({ path }) => path)).toEqual([MINUTES, PDF]);
    const [word, pdf] = filed.map(({ columns: { EffectId: _, ...columns } }) => columns);
    expect(pdf).toEqual(word);
    expect(word).toMatchObject({
      Handlingstyp: 'Mötesanteckningar',
      Status: 'Godkänd',
      Version: '1',
      GodkandAv: 'Sara Nyström',
    });
    const bytes = fs.readFileSync(on(PDF));
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
    expect(bytes.toString('latin1')).toContain('Deltagandet var 70 procent');
  });

  it('that somebody changes by hand are left as they are, and secretary and convener hear it once', async () => {
    const look = () => lookAround(hub.local.running.product, 'everywhere').then(hub.settle);
    const byHand = (person: string) => hub.messages(person).filter((one) => one.key.startsWith('by-hand/'));
    await look();
    expect(byHand('sara')).toEqual([]);
    const before = fs.readFileSync(on(MINUTES));
    const zip = new PizZip(before);
    zip.file('word/document.xml', zip.file('word/document.xml')!.asText().replace('70 procent', '90 procent'));
    const changed = zip.generate({ type: 'nodebuffer' });
    fs.writeFileSync(on(MINUTES), changed);
    await look();
    await look();
    for (const person of ['sara', 'johan'])
      expect(byHand(person).map((one) => textOf(one.card))).toEqual([expect.stringContaining('har ändrats på samarbetsytan')]);
    expect(fs.readFileSync(on(MINUTES)).equals(changed)).toBe(true);
    fs.writeFileSync(on(MINUTES), before);
    await look();
    expect(byHand('sara')).toHaveLength(1);
  });

  it('that are put right lie beside the first, which is told of as replaced', async () => {
    await hub.dialog('sara', minutes(), 'reopen', { reason: 'Siffran var fel.' });
    await hub.dialog('sara', minutes(), 'edit', { 'field_notes:statistik': 'Deltagandet var 72 procent' });
    await hub.press('sara', minutes(), 'minutes_approve');
    const filed = (await library('Mötesdokument')).filter((one) => one.path.includes('motesanteckningar'));
    expect(filed.map(({ path, columns }) => [path, columns['Status'], columns['Version']])).toEqual(
      [
        [MINUTES, 'Ersatt av version 2', '1'],
        [PDF, 'Ersatt av version 2', '1'],
        [MINUTES.replace('.docx', '-v2.docx'), 'Godkänd', '2'],
        [PDF.replace('.pdf', '-v2.pdf'), 'Godkänd', '2'],
      ].toSorted(([a], [b]) => (String(a) < String(b) ? -1 : 1)),
    );
    await lookAround(hub.local.running.product, 'everywhere').then(hub.settle);
    expect(hub.messages('sara').filter((one) => one.key.startsWith('by-hand/'))).toHaveLength(1);
  });
});
