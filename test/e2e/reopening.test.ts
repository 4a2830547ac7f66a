import fs from 'node:fs';
import path from 'node:path';
import PizZip from 'pizzip';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkDocument } from '../../src/adapters/documents/check-accessibility.ts';
import { type Play, play, textOf } from '../support/local.ts';

describe('filed minutes are put right without being written over', () => {
  let hub: Play;
  beforeAll(async () => {
    hub = await play();
  });
  afterAll(() => hub.stop());
  const minutes = (person = 'sara') => hub.card(person, 'minutes/hub-intro-2027-03-16')!;
  const read = (name: string) =>
    fs.readFileSync(path.join(hub.dir, 'samarbetsyta', 'Mötesdokument', 'hub-intro', '2027', '2027-03-16', name));
  const words = (bytes: Buffer) =>
    new PizZip(bytes)
      .file('word/document.xml')!
      .asText()
      .replace(/<[^>]+>/g, ' ')
      .replace(/\s+/g, ' ');
  const first = 'hub-intro-2027-03-16-motesanteckningar.docx';
  const second = 'hub-intro-2027-03-16-motesanteckningar-v2.docx';
  let before: Buffer;

  it('first they are approved and filed', async () => {
    await hub.to('2027-03-16T13:00');
    await hub.say('sara', 'anteckna 2 Deltagandet var 70 procent');
    await hub.press('sara', minutes(), 'minutes_close');
    await hub.press('sara', minutes(), 'minutes_approve');
    before = read(first);
    expect(words(before)).toContain('version 1');
    expect(textOf(minutes().card)).toContain('Öppna igen');
  });

  it('the secretary opens them again with a reason', async () => {
    expect(JSON.stringify(await hub.dialog('sara', minutes(), 'reopen', { reason: ' ' }))).toContain('Skriv vad som behöver');
    await hub.dialog('sara', minutes(), 'reopen', { reason: 'Siffran var fel.' });
    expect(textOf(minutes().card)).toContain('Öppnade igen: Siffran var fel');
    expect(textOf(minutes().card)).toContain('Ersätter version 1');
  });

  it('approved again they lie beside the first, which is as it was, and say what was changed and why', async () => {
    const field = 'field_notes:statistik';
    await hub.dialog('sara', minutes(), 'edit', { [field]: 'Deltagandet var 72 procent' });
    expect(textOf(minutes().card)).toMatch(/Ändrat: punkt 2/);
    await hub.press('sara', minutes(), 'minutes_approve');
    expect(read(first).equals(before)).toBe(true);
    const text = words(read(second));
    for (const said of ['Ersätter version 1', 'Siffran var fel', 'Ändrat: punkt 2', '72 procent', 'version 2'])
      expect(text).toContain(said);
    expect(checkDocument(read(second))).toEqual([]);
    const files = (await hub.files()).filter((one) => one.includes('motesanteckningar') && one.endsWith('.docx'));
    expect(files).toHaveLength(2);
  });
});
