import fs from 'node:fs';
import path from 'node:path';
import PizZip from 'pizzip';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Play, play, textOf } from '../support/local.ts';

const [FIRST, SECOND] = ['hub-intro-2027-03-16', 'hub-intro-2027-03-30'];

describe('what a hub lifts, it says at its meeting', () => {
  let hub: Play;
  beforeAll(async () => {
    hub = await play();
  });
  afterAll(() => hub.stop());

  const agenda = (id: string, person = 'per') => hub.card(person, `agenda/${id}`, 'channel')!;
  const said = (id: string) =>
    new PizZip(
      fs.readFileSync(
        path.join(hub.dir, 'samarbetsyta', 'Mötesdokument', 'hub-intro', '2027', id.slice(-10), `${id}-motesanteckningar.docx`),
      ),
    )
      .file('word/document.xml')!
      .asText()
      .replace(/<[^>]+>/g, ' ')
      .replace(/\s+/g, ' ');
  const closeAndApprove = async (id: string, writer: string) => {
    await hub.press(writer, hub.card(writer, `minutes/${id}`)!, 'minutes_close');
    await hub.press(writer, hub.card(writer, `minutes/${id}`)!, 'minutes_approve');
  };

  it('a question is lifted from the agenda, about an item or about none', async () => {
    const words = { text: 'Får vi fredagstider?', proposal: '', background: '', urgency: 'normal' };
    expect(JSON.stringify(await hub.dialog('per', agenda(FIRST), 'lift', { ...words, from: 'inskrivningar' }))).toContain(
      'Fråga 1',
    );
    expect(textOf(agenda(FIRST).card)).toContain('Lyft som fråga 1');
    expect(JSON.stringify(await hub.dialog('per', agenda(FIRST), 'lift', { ...words, from: 'inskrivningar' }))).toContain(
      'redan lyft',
    );
    const another = { ...words, text: 'Vem kallar till träffen?', from: 'none' };
    expect(JSON.stringify(await hub.dialog('per', agenda(FIRST), 'lift', another))).toContain('Fråga 2');
  });

  it('the minutes say which', async () => {
    await hub.to('2027-03-16T13:05');
    const minutes = () => hub.card('sara', `minutes/${FIRST}`)!;
    while (textOf(minutes().card).includes('Nästa punkt')) await hub.press('sara', minutes(), 'item_next');
    const card = minutes();
    const words = { text: 'Kan tolken bokas tidigare?', proposal: '', background: '', urgency: 'normal', from: 'uteblivna' };
    expect(JSON.stringify(await hub.dialog('sara', card, 'lift', words))).toContain('Fråga 3');
    await closeAndApprove(FIRST, 'sara');
    expect(said(FIRST)).toContain('Lyft sedan förra mötet: fråga 1, fråga 2 och fråga 3.');
  });

  it('or that there was nothing to lift', { timeout: 120_000 }, async () => {
    await hub.to('2027-03-30T13:05');
    const meeting = await hub.local.running.product.store.read((reader) => reader.meeting(SECOND));
    await closeAndApprove(SECOND, meeting!.secretary!.person);
    expect(said(SECOND)).toContain('Inget att lyfta.');
    expect(said(SECOND)).not.toContain('Lyft sedan förra mötet');
  });
});
