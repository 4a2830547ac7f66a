import fs from 'node:fs';
import path from 'node:path';
import PizZip from 'pizzip';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkDocument } from '../../src/adapters/documents/check-accessibility.ts';
import { authoritiesIn } from '../../src/domain/agreement.ts';
import { registrarsIn } from '../../src/domain/registration.ts';
import { lookAround } from '../../src/flows/watch-sources.ts';
import { hub as hubIntro, stockholm } from '../support/agreement.ts';
import { actionsOf, type Play, play, textOf } from '../support/local.ts';

const MEETING = 'hub-intro-2027-03-16';
const FOLDER = 'hub-intro/2027';
const MINUTES = `${FOLDER}/2027-03-16/${MEETING}-motesanteckningar.docx`;
const DRAFT = `${FOLDER}/${MEETING}-motesanteckningar-utkast.docx`;
const PDF = MINUTES.replace('.docx', '.pdf');

const registrars = registrarsIn(stockholm, hubIntro).map(({ person }) => person.id);
const [, second] = authoritiesIn(stockholm, hubIntro);
const OTHER = `dnr_${second?.id}`;

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
    for (const person of [...registrars, 'ove']) await hub.say(person, 'hjälp');
    await hub.to('2027-03-16T13:00');
    await hub.say('sara', 'anteckna 2 Deltagandet var 70 procent');
    await hub.press('sara', minutes(), 'minutes_close');
    const [draft] = await library('Utkast');
    expect(draft).toMatchObject({ path: DRAFT, columns: { Status: 'Utkast', Handlingstyp: 'Mötesanteckningar' } });
    expect(JSON.stringify(minutes().card)).toContain(encodeURIComponent(DRAFT.split('/').at(-1)!));
    const draftFile = path.join(hub.dir, 'samarbetsyta', 'Utkast', DRAFT);
    expect(checkDocument(fs.readFileSync(draftFile))).toEqual([]);
    // Somebody changes it in Word: what they made is kept beside the next version, and the secretary hears it once.
    const zip = new PizZip(fs.readFileSync(draftFile));
    zip.file('word/document.xml', zip.file('word/document.xml')!.asText().replace('70 procent', '75 procent'));
    const byHand = zip.generate({ type: 'nodebuffer' });
    fs.writeFileSync(draftFile, byHand);
    for (const said of ['Deltagandet var 71 procent', 'Deltagandet var 70 procent'])
      await hub.dialog('sara', minutes(), 'edit', { 'field_notes:statistik': said });
    const copies = (await library('Utkast')).filter((one) => one.path.includes('andrat-for-hand'));
    expect(copies.map(({ path: copy }) => copy)).toEqual([DRAFT.replace('.docx', '-andrat-for-hand-2.docx')]);
    const kept = fs.readFileSync(path.join(hub.dir, 'samarbetsyta', 'Utkast', copies[0]!.path));
    expect(kept.equals(byHand)).toBe(true);
    const told = hub.messages('sara').filter((one) => one.key.startsWith(`hand-made/${FOLDER}/`));
    expect(told.map((one) => textOf(one.card))).toEqual([expect.stringContaining('ändrad för hand')]);
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

  it('are registered by each authority, the other one by its own member, and say so on the card and in the columns', async () => {
    // Each authority's registrar has heard of them once, with the file and a way to the number.
    const heard = (person: string) => hub.messages(person).filter((one) => one.key.startsWith('to-register/'));
    expect(registrars.length).toBeGreaterThan(0);
    for (const person of registrars) {
      expect(heard(person).map(({ key }) => key)).toEqual([`to-register/${MINUTES}/${person}`]);
      expect(textOf(heard(person)[0]!.card)).toMatch(/Att registrera hos .*Mötesanteckningar: .*16 mars 2027/u);
    }
    expect(heard('ove'), 'of an authority that does not sit there').toEqual([]);
    const empty = await hub.dialog(registrars[0]!, heard(registrars[0]!)[0]!, 'register', {});
    expect(JSON.stringify(empty)).toContain('Skriv minst ett diarienummer');
    const numbers = async (person: string, inputs: Record<string, string>) =>
      JSON.stringify(await hub.dialog(person, minutes(), 'register', inputs));
    expect(await numbers('sara', { dnr_af: '', dnr_stad: '' })).toContain('Skriv minst ett diarienummer');
    await numbers('sara', { dnr_af: 'Af-2027/0012 3456' });
    expect(textOf(minutes().card)).toContain('inget än');
    await hub.say('per', 'anteckningar');
    const own = hub.messages('per').findLast((one) => JSON.stringify(one.card).includes('"dialog":"register"'))!;
    expect(JSON.stringify(await hub.dialog('per', own, 'register', { dnr_af: 'Af-1' }))).toContain('Bara sekreteraren');
    await hub.dialog('per', own, 'register', { [OTHER]: 'ARB 2027/33' });
    expect(textOf(minutes().card)).toContain('Registrerade');
    const filed = (await library('Mötesdokument')).filter((one) => one.path.includes('motesanteckningar'));
    for (const { columns } of filed) {
      expect(columns['Status']).toBe('Registrerad');
      expect(columns['Diarienummer']).toMatch(/Af-2027\/0012 3456; .*ARB 2027\/33/);
    }
  });

  it('that are put right lie beside the first, which is told of as replaced', async () => {
    await hub.dialog('sara', minutes(), 'reopen', { reason: 'Siffran var fel.' });
    await hub.dialog('sara', minutes(), 'edit', { 'field_notes:statistik': 'Deltagandet var 72 procent' });
    await hub.press('sara', minutes(), 'minutes_approve');
    for (const person of registrars)
      expect(textOf(hub.card(person, `to-register/${MINUTES.replace('.docx', '-v2.docx')}`)!.card)).toContain(
        'ersätter version 1',
      );
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

  it('that are opened again are reminded of as the first time, and then handed over', async () => {
    await hub.dialog('sara', minutes(), 'reopen', { reason: 'Fel namn på en åtgärd.' });
    expect(textOf(minutes().card)).toContain('Öppnade igen');
    const heard = (person: string, key: string) => hub.messages(person).filter((one) => one.key.startsWith(key)).length;
    await hub.to('2027-03-23T12:00');
    expect([heard('sara', 'remind-first@v3/'), heard('sara', 'remind-last@v3/')]).toEqual([1, 0]);
    await hub.to('2027-03-29T12:00');
    await hub.to('2027-03-30T12:00');
    expect([heard('sara', 'remind-last@v3/'), heard('johan', 'hand-over@v3/')]).toEqual([1, 0]);
    await hub.to('2027-03-31T12:00');
    expect([heard('johan', 'hand-over@v3/'), heard('sara', 'remind-first/')]).toEqual([1, 0]);
  });

  it('leave no draft behind thirty days after they were filed, and nothing that was filed is taken away', async () => {
    const johans = hub.card('johan', `minutes/${MEETING}`)!;
    await hub.press('johan', johans, 'minutes_approve');
    const filed = (await library('Mötesdokument')).map((one) => one.path);
    expect(filed).toContain(MINUTES.replace('.docx', '-v3.docx'));
    expect((await library('Utkast')).filter((one) => one.path.includes(MEETING)).length).toBeGreaterThan(0);
    await hub.to('2027-04-30T09:00');
    expect((await library('Utkast')).filter((one) => one.path.includes(MEETING))).toEqual([]);
    expect((await library('Mötesdokument')).map((one) => one.path)).toEqual(expect.arrayContaining(filed));
  });

  it('of a meeting that nobody has closed wait for that first, and nobody is asked any longer whether they can write', async () => {
    const next = 'hub-intro-2027-03-30';
    const { store } = hub.local.running.product;
    const { person } = (await store.read((reader) => reader.meeting(next)))!.secretary!;
    const said = (who: string, key: string) => textOf(hub.card(who, `${key}/${next}`)!.card);
    const turn = hub.card(person, `turn/${next}`)!;
    expect(textOf(turn.card)).toContain('Mötet har börjat');
    expect(actionsOf(turn.card).map((one) => one['title'])).toEqual(['Varför jag?']);
    expect(said(person, 'remind-last')).toMatch(/är inte avslutat än\. Avsluta det och godkänn anteckningarna senast 13\sapril/);
    expect(said('johan', 'hand-over')).toContain('stod på tur att skriva. Tiden har gått ut; du kan avsluta det');
  });
});

describe('minutes too long for a card', () => {
  it('are read to the last page before they can be approved, and not when they change on the way', async () => {
    const hub = await play();
    try {
      const { teams } = hub.local.world;
      const minutes = () => hub.card('sara', `minutes/${MEETING}`)!;
      await hub.to('2027-03-16T13:00');
      for (let n = 1; n <= 9; n++) await hub.say('sara', `anteckna 2 ${`${n} Vi talade länge. `.repeat(70)}`);
      // One item is approved at once: an extract lies there, and its text stands.
      const { teams: chat } = hub.local.world;
      const adjusting = async (person: string) => {
        await hub.say(person, 'justera 3');
        return hub.messages(person).at(-1)!;
      };
      expect(textOf((await adjusting('per')).card)).toContain('Bara sekreteraren');
      expect((await hub.say('sara', 'justera')).join()).toContain('Vilken punkt');
      const empty = await hub.dialog('sara', await adjusting('sara'), 'read', {});
      expect(JSON.stringify(empty)).toContain('finns inget att justera');
      await hub.say('sara', 'anteckna 3 Vi prövar fredagar.');
      const stale = await adjusting('sara');
      const data3 = actionsOf(stale.card)[0]!['data'] as Record<string, unknown>;
      const place3 = { conversation: stale.conversationId, activityId: stale.id, data: data3 };
      const shown = (await chat.openDialog({ as: 'sara', ...place3 })) as { card: object };
      expect(textOf(shown.card)).toContain('Vi prövar fredagar.');
      const pers = { conversation: 'personal', activityId: hub.messages('per').at(-1)!.id, data: data3 };
      expect(JSON.stringify(await chat.openDialog({ as: 'per', ...pers }))).toContain('Bara sekreteraren');
      await hub.say('sara', 'anteckna 3 Från maj.');
      const yes = actionsOf(shown.card).find((one) => (one['data'] as Record<string, unknown>)['go'] === 'approve')!['data'];
      const old = await chat.submitDialog({ as: 'sara', conversation: stale.conversationId, data: yes as typeof data3 });
      expect(JSON.stringify(old)).toContain('inte aktuellt');
      expect(JSON.stringify(await hub.dialog('sara', await adjusting('sara'), 'read', {}))).toContain('omedelbart justerad');
      const EXTRACT = MINUTES.replace('.docx', '-utdrag-punkt-3.docx');
      expect(await hub.files()).toEqual(expect.arrayContaining([EXTRACT, EXTRACT.replace('.docx', '.pdf')]));
      const extract = fs.readFileSync(path.join(hub.dir, 'samarbetsyta', 'Mötesdokument', EXTRACT));
      expect(checkDocument(extract)).toEqual([]);
      const words = new PizZip(extract)
        .file('word/document.xml')!
        .asText()
        .replace(/<[^>]+>/g, ' ');
      for (const said of ['Utdrag ur mötesanteckningar', 'Från maj.', 'Omedelbart justerad av Sara Nyström'])
        expect(words).toContain(said);
      expect(words).not.toContain('UTKAST');
      expect(textOf(minutes().card)).toContain('Omedelbart justerad av Sara Nyström');
      expect((await hub.say('sara', 'anteckna 3 Eller juni.')).join()).toContain('omedelbart justerad');
      expect((await hub.say('sara', 'anteckna 4 kom i juni')).join()).toContain('"anteckna 3: …"');
      // By buttons: the note's dialog saves what is written and shows the item, the draft's card lets one choose it.
      type Shown = { kind: string; card: object };
      const answer = (page: unknown, change: object = {}) => {
        const button = actionsOf((page as Shown).card).find((one) => JSON.stringify(one['data']).includes('"go":"a'))!;
        const data = { ...(button['data'] as Record<string, unknown>), ...change };
        return teams.submitDialog({ as: 'sara', conversation: minutes().conversationId, data }).finally(hub.settle);
      };
      const noting = actionsOf(minutes().card).map((one) => (one['data'] ?? {}) as Record<string, unknown>);
      const noteData = noting.find(({ kind }) => kind === 'note')!;
      const place = { conversation: minutes().conversationId, activityId: minutes().id };
      const note = await teams.openDialog({ as: 'sara', ...place, data: noteData });
      const { items, notes } = (await hub.local.running.product.store.read((reader) => reader.meeting(MEETING)))!;
      const isEmpty = ({ id }: { id: string }) => id !== 'arenden' && !notes.some(({ item }) => item === id);
      const [beginning, last] = items.filter(isEmpty).slice(-2) as [(typeof items)[0], (typeof items)[0]];
      const nothing = await answer(note, { item: beginning.id, text: '' });
      expect(JSON.stringify(await answer(nothing))).toContain('finns inget att justera');
      const saved = await answer(note, { item: beginning.id, text: 'Vi börjar på måndag.' });
      expect(textOf((saved as Shown).card)).toContain('Vi börjar på måndag.');
      expect(JSON.stringify(await answer(saved))).toContain('omedelbart justerad');
      const adjustments = () => textOf(minutes().card).split('Omedelbart justerad av Sara Nyström').length - 1;
      expect(adjustments()).toBe(2);
      await hub.dialog('sara', minutes(), 'note', { item: last.id, text: 'Det sista.' }, 'note');
      await hub.press('sara', minutes(), 'minutes_close');
      const chosen = await hub.dialog('sara', minutes(), 'adjust', { item: last.id });
      expect(textOf((chosen as Shown).card)).toContain('Det sista.');
      expect(JSON.stringify(await answer(chosen))).toContain('omedelbart justerad');
      expect((await hub.files()).filter((one) => one.includes('utdrag') && one.endsWith('.docx'))).toHaveLength(3);
      expect(JSON.stringify(await hub.dialog('sara', minutes(), 'adjust', { item: last.id }))).toContain(
        'redan omedelbart justerad',
      );
      const perTries = { as: 'per', conversation: 'personal', activityId: hub.messages('per').at(-1)!.id };
      const forgedChoice = { dialog: 'adjust', meeting: MEETING, item: 'statistik' };
      expect(JSON.stringify(await teams.openDialog({ ...perTries, data: forgedChoice }))).toContain('Bara sekreteraren');
      expect(JSON.stringify(await teams.submitDialog({ ...perTries, data: forgedChoice }))).toContain('Bara sekreteraren');
      const opening = actionsOf(minutes().card).flatMap((one) => (one['data'] ?? []) as Record<string, unknown>[]);
      expect(opening.some((data) => data['version'] !== undefined && data['dialog'] === undefined)).toBe(false);
      const data = opening.find(({ dialog }) => dialog === 'read')!;
      const conversation = minutes().conversationId;
      const open = async () => (await teams.openDialog({ as: 'sara', conversation, activityId: minutes().id, data })) as Shown;
      const go = async (page: Shown, way: string) => {
        const found = actionsOf(page.card).find((one) => (one['data'] as Record<string, unknown>)?.['go'] === way);
        if (!found) return undefined;
        const answer = await teams.submitDialog({ as: 'sara', conversation, data: found['data'] as Record<string, unknown> });
        await hub.settle();
        return answer as Shown;
      };
      // The right hash alone is not enough: the server knows which pages have been opened.
      const first = await open();
      const forward = actionsOf(first.card).find((one) => (one['data'] as Record<string, unknown>)?.['go'] === 'next')!;
      const forged = { ...(forward['data'] as Record<string, unknown>), go: 'approve' };
      expect(JSON.stringify(await teams.submitDialog({ as: 'sara', conversation, data: forged }))).toContain('Läs alla sidor');
      const { version, hash, comments } = forged as Record<string, unknown>;
      const press = { as: 'sara', conversation, activityId: minutes().id, verb: 'minutes_approve' };
      await teams.press({ ...press, data: { meeting: MEETING, version, hash, comments } });
      // Skipping to the last page is not to have read those between.
      await teams.submitDialog({ as: 'sara', conversation, data: { ...forged, page: '98', go: 'next' } });
      expect(JSON.stringify(await teams.submitDialog({ as: 'sara', conversation, data: forged }))).toContain('Läs alla sidor');
      await hub.settle();
      expect(await hub.files()).not.toContain(MINUTES);
      const pages = [await open()];
      for (let next = await go(pages[0]!, 'next'); next; next = await go(next, 'next')) pages.push(next);
      expect(pages.length).toBeGreaterThan(4);
      for (let n = 1; n <= 9; n++)
        expect(pages.map(({ card }) => textOf(card)).join(' ')).toContain(`${n} Vi talade länge. ${n} Vi`);
      expect(pages.slice(0, -1).filter(({ card }) => JSON.stringify(card).includes('"go":"approve"'))).toEqual([]);
      const edited = await hub.dialog('sara', minutes(), 'edit', { 'field_notes:statistik': 'Men långt än. '.repeat(400) });
      expect(JSON.stringify(edited)).toContain('Utkastet är ändrat');
      expect(JSON.stringify(await go(pages.at(-1)!, 'approve'))).toContain('inte aktuellt');
      let page = await open();
      for (let next = await go(page, 'next'); next; next = await go(page, 'next')) page = next;
      await go(page, 'approve');
      expect((await hub.files()).filter((one) => one === MINUTES)).toHaveLength(1);
    } finally {
      await hub.stop();
    }
  });
});
