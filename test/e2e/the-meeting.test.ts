import fs from 'node:fs';
import path from 'node:path';
import PizZip from 'pizzip';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actionsOf, type Play, play, textOf } from '../support/local.ts';

const [NOW, NEXT] = ['hub-intro-2027-03-16', 'hub-intro-2027-03-30'];

/** One meeting as its secretary and its members live it, from the first note to the next agenda. */
describe('a meeting', () => {
  let hub: Play;
  beforeAll(async () => {
    hub = await play();
    await hub.say('per', 'föreslå Hur gör vi när tolken uteblir?', 'channel');
    await hub.say('per', 'föreslå Lokaler i höst', 'channel');
    await hub.to('2027-03-16T13:05');
  });
  afterAll(() => hub.stop());

  const card = () => hub.card('sara', `minutes/${NOW}`)!;
  const shown = () => textOf(card().card);
  const note = async (inputs: Record<string, string>, kind = 'note') =>
    JSON.stringify(await hub.dialog('sara', card(), 'note', inputs, kind));
  const meeting = (id: string) => hub.local.running.product.store.read((reader) => reader.meeting(id));
  const numberOf = async (title: string) => (await meeting(NOW))!.items.findIndex((item) => item.title.includes(title)) + 1;
  const idOf = async (title: string) => (await meeting(NOW))!.items[(await numberOf(title)) - 1]!.id;

  it('attendance says who is there, who is not and who came instead, and flags a unit without anybody', async () => {
    const filled = { 'unit_af-jarva': 'sara', 'unit_af-city': '', 'unit_af-globen': '', 'unit_intro-ekonomi': 'per' };
    const long = { ...filled, 'substitute_af-city': 'Nils Ek, handläggare '.repeat(6) };
    expect(JSON.stringify(await hub.dialog('sara', card(), 'attendance', long))).toContain('högst 100 tecken');
    const someone = { ...filled, 'substitute_af-city': 'Nils Ek, handläggare' };
    expect(JSON.stringify(await hub.dialog('sara', card(), 'attendance', someone))).toContain('sparad');
    expect(shown()).toContain('ersättare: Nils Ek, handläggare');
    expect(shown()).toContain('frånvarande: Johan Ekdahl');
    expect(shown()).toContain('⚠ ingen närvarande');
  });

  it('attendance that two note at the same time holds what both have written, and the later one chooses between two names', async () => {
    const { teams } = hub.local.world;
    const place = { as: 'sara', conversation: card().conversationId };
    type Page = { kind: string; card: object };
    const data = actionsOf(card().card).map((one) => one['data'] as Record<string, unknown>);
    const open = async () =>
      (await teams.openDialog({
        ...place,
        activityId: card().id,
        data: data.find(({ dialog }) => dialog === 'attendance')!,
      })) as Page;
    const save = async (page: Page, change: Record<string, string>) => {
      const typed = { 'unit_af-jarva': 'sara', 'unit_af-city': '', 'unit_af-globen': '', 'unit_intro-ekonomi': 'per' };
      const sent = { ...typed, 'substitute_af-city': 'Nils Ek, handläggare', ...change };
      const answer = await teams.submitDialog({ ...place, data: { ...(actionsOf(page.card)[0]!['data'] as object), ...sent } });
      await hub.settle();
      return answer as Page;
    };
    const [first, second, third] = [await open(), await open(), await open()];
    const said = await save(first, { 'unit_af-jarva': 'sara,johan', 'substitute_af-globen': 'Bo Ny, handläggare' });
    expect(JSON.stringify(said)).toContain('Närvaron är sparad.');
    expect(JSON.stringify(await save(second, { 'unit_af-city': 'omar' }))).toContain('det båda har ändrat är med');
    for (const kept of ['Johan Ekdahl', 'Omar', 'Bo Ny, handläggare']) expect(shown()).toContain(kept);
    expect(shown()).not.toContain('frånvarande: Johan Ekdahl');
    const choice = await save(third, { 'unit_af-city': '', 'substitute_af-globen': 'My Alm, handläggare' });
    for (const one of ['Bo Ny, handläggare', 'My Alm, handläggare', 'Min text', 'Den andras text'])
      expect(textOf(choice.card)).toContain(one);
    expect(shown(), 'nothing is saved before one has chosen').not.toContain('My Alm');
    const merged = { 'unit_af-jarva': 'sara,johan', 'unit_af-city': 'omar', 'substitute_af-globen': 'My Alm, handläggare' };
    await save(choice, { ...merged, 'keep_af-globen': 'both' });
    expect(shown()).toContain('Bo Ny, handläggare, My Alm, handläggare');
    await save(await open(), { 'unit_af-city': '', 'substitute_af-globen': '' });
  });

  it('members comment, everybody sees it, and the secretary takes it in', async () => {
    const agenda = () => hub.card('per', `agenda/${NOW}`, 'channel')!;
    const sent = await hub.dialog('per', agenda(), 'comment', { item: 'uteblivna', text: 'Det gäller också Järva.' });
    expect(JSON.stringify(sent)).toContain('Sekreteraren ser');
    expect((await hub.say('lena', 'kommentera 3 Tolkarna är färre i år')).join()).toContain('Din kommentar till punkt 3');
    expect((await hub.say('lena', 'kommentera')).join()).toContain('kommentera 3');
    for (const where of [textOf(agenda().card), shown()]) {
      expect(where).toContain('Kommentar från Per Holm: Det gäller också Järva.');
      expect(where).toContain('Kommentar från Lena Sjöberg: Tolkarna är färre i år');
    }
    const comment = (await meeting(NOW))!.comments![0]!.id;
    await note({ item: 'uteblivna', phrase: `comment:${comment}`, text: 'Cheferna vet om det.' });
    expect(shown()).toContain('Det gäller också Järva. Cheferna vet om det.');
    expect(shown()).not.toContain('Kommentar från Per Holm');
  });

  it('a note begins with a phrase that ships', async () => {
    expect(await note({ item: 'uteblivna', phrase: 'saknar-underlag', text: 'uteblivna besök i mars.' })).toContain('sparat');
    expect(shown()).toContain('Vi saknar underlag om uteblivna besök i mars.');
    expect(await note({ item: 'uteblivna', phrase: 'fortsatter', text: '' }, 'outcome')).toContain('sparat');
    expect(shown()).toContain('Vi fortsätter som hittills.');
    // A phrase of another kind, or none that ships, is no text.
    expect(await note({ item: 'uteblivna', phrase: 'fortsatter', text: '' })).toContain('Välj frasen i listan');
  });

  it('an item is tabled in the chat, with its reason, and the card shows what comes back and why', async () => {
    const tolk = await numberOf('tolken');
    expect((await hub.say('sara', 'bordlägg')).join()).toContain('Skriv varför');
    expect((await hub.say('sara', `bordlägg ${tolk}`)).join()).toContain('Skriv varför');
    expect((await hub.say('per', `bordlägg ${tolk} det hinns inte`, 'channel')).join()).toContain('Bara sekreteraren');
    expect((await hub.say('sara', `bordlägg ${tolk} vi väntar på tolkförmedlingens svar`)).join()).toContain(
      `Punkt ${tolk} är bordlagd`,
    );
    expect(shown()).toContain('Hur gör vi när tolken uteblir? (bordlagd: vi väntar på tolkförmedlingens svar)');
  });

  it('an item that is dealt with is carried over from the dialog, and that is taken back', async () => {
    const item = await idOf('Lokaler');
    await note({ item, text: 'Vi har två förslag.' });
    expect(shown()).toMatch(/Tas inte upp igen.*– Lokaler i höst/);
    await note({ item, way: 'continues', text: 'Vi väljer när hyran är klar.' });
    expect(shown()).toContain('Lokaler i höst (fortsätter: Vi väljer när hyran är klar.)');
    await note({ item, way: 'as-usual', text: '' });
    expect(shown()).toMatch(/Tas inte upp igen.*– Lokaler i höst/);
    await note({ item: 'statistik', way: 'tabled', text: 'Siffrorna kommer i april.' });
  });

  it('an item that takes longer than its time gives its secretary one quiet word', async () => {
    const boxes = (person: string, where?: string) =>
      hub.messages(person, where).filter((one) => one.key.startsWith('time-box/'));
    // The first item's five minutes were over at 13.05.
    expect(boxes('sara').map(({ card: one }) => textOf(one))).toEqual([
      expect.stringContaining('Punkt 1 har fått sina 5 minuter.'),
    ]);
    await hub.to('2027-03-16T13:50');
    const said = boxes('sara')
      .slice(1)
      .map(({ card: one }) => textOf(one));
    expect(said).toEqual([expect.stringContaining(`Punkt ${await numberOf('Lokaler')} har fått sina 10 minuter.`)]);
    expect(said[0]).toContain('Mötet slutar kl.');
    expect([...boxes('per'), ...boxes('per', 'channel')]).toEqual([]);
  });

  it('closed, the next agenda has what comes back with the reason, once, and the minutes say it', async () => {
    const stale = card();
    await hub.press('sara', stale, 'minutes_close');
    await hub.press('sara', stale, 'minutes_close');
    const agenda = textOf(hub.card('per', `agenda/${NEXT}`, 'channel')!.card);
    expect(agenda).toContain('bordlagd, vi väntar på tolkförmedlingens svar');
    expect(agenda).toContain('Siffrorna kommer i april.');
    expect(agenda).not.toContain('Lokaler i höst');
    expect((await meeting(NEXT))!.items.filter(({ title }) => title.includes('tolken'))).toHaveLength(1);
    expect(textOf(card().card)).toContain('Bordlagd till nästa möte: vi väntar på tolkförmedlingens svar');
  });

  it('two who change the draft at the same time lose nothing: what both changed, the later one chooses', async () => {
    const { teams } = hub.local.world;
    const open = async (person: string) => {
      await hub.say(person, 'anteckningar');
      const message = hub.messages(person).findLast((one) => JSON.stringify(one.card ?? {}).includes('"dialog":"edit"'))!;
      const data = { msteams: { type: 'task/fetch' }, dialog: 'edit', meeting: NOW };
      const opened = await teams.openDialog({ as: person, conversation: message.conversationId, activityId: message.id, data });
      const submit = actionsOf((opened as { card: unknown }).card).find((one) => one['type'] === 'Action.Submit');
      return async (inputs: Record<string, string>, from = submit?.['data'] as Record<string, unknown>) => {
        const said = { as: person, conversation: message.conversationId, data: { ...from, ...inputs } };
        const done = await teams.submitDialog(said);
        await hub.settle();
        return done as { card?: unknown };
      };
    };
    const [tolk, missed] = [`field_back:${await idOf('tolken')}`, 'field_notes:uteblivna'];
    const notes = (await meeting(NOW))!.notes.filter(({ item }) => item === 'uteblivna').map(({ text }) => text);
    const filled = { [missed]: notes.join('\n'), [tolk]: 'vi väntar på tolkförmedlingens svar' };
    const [sara, johan] = [await open('sara'), await open('johan')];
    expect(JSON.stringify(await sara({ ...filled, [missed]: 'Sara skrev om det.' }))).toContain('ändrat');
    // Johan, who is the convener, changed another field in what he had seen, and the same one.
    const clash = await johan({ ...filled, [missed]: 'Johan skrev om det.', [tolk]: 'svaret dröjer' });
    expect(textOf(clash.card)).toContain('Sara skrev om det.');
    expect(textOf(clash.card)).toContain('Johan skrev om det.');
    expect(textOf(clash.card)).toContain('Båda texterna finns kvar');
    const again = actionsOf(clash.card).find((one) => one['type'] === 'Action.Submit')!['data'] as Record<string, unknown>;
    const keep = { [`keep_${missed.slice('field_'.length)}`]: 'both' };
    await johan({ [missed]: 'Johan skrev om det.', [tolk]: 'svaret dröjer', ...keep }, again);
    const now = (await meeting(NOW))!;
    expect(now.notes.filter(({ item }) => item === 'uteblivna').map(({ text }) => text)).toEqual([
      'Sara skrev om det.',
      'Johan skrev om det.',
    ]);
    // What only one of them changes is saved at once, with the other's change beside it.
    const [first, second] = [await open('sara'), await open('johan')];
    await first({ [tolk]: 'vi väntar på tolkförmedlingens svar' });
    expect(JSON.stringify(await second({ [missed]: 'Klart.' }))).toContain('båda ändringarna är med');
    const both = (await meeting(NOW))!;
    expect(both.notes.filter(({ item }) => item === 'uteblivna').map(({ text }) => text)).toEqual(['Klart.']);
    expect(both.comesBack!.map(({ reason }) => reason)).toContain('vi väntar på tolkförmedlingens svar');
  });

  it('every member reads and comments the draft, and the secretary approves none of it unseen', async () => {
    const agenda = () => hub.card('per', `agenda/${NOW}`, 'channel')!;
    const old = card();
    const read = actionsOf(agenda().card).map((one) => (one['data'] ?? {}) as Record<string, unknown>);
    const opened = await hub.local.world.teams.openDialog({
      as: 'per',
      conversation: agenda().conversationId,
      activityId: agenda().id,
      data: read.find(({ dialog }) => dialog === 'read')!,
    });
    expect(textOf((opened as { card: unknown }).card)).toContain('Sida 1 av');
    expect((await hub.say('per', 'anteckningar')).join()).toContain('Kommentera');
    const sent = await hub.dialog('per', agenda(), 'comment', { item: 'uteblivna', text: 'Bokningarna var färre i Järva.' });
    expect(JSON.stringify(sent)).toContain('Sekreteraren ser');
    expect((await hub.say('lena', 'kommentera Gäller alla')).join()).toContain('Vilken punkt');
    expect((await hub.say('lena', 'kommentera 3 Det stämmer inte hos oss')).join()).toContain('på utkastet från 16 mars 2027');
    await hub.press('sara', old, 'minutes_approve');
    expect((await meeting(NOW))!.stage.name).toBe('draft');
    expect(shown()).toContain('Bokningarna var färre i Järva.');
    expect(shown()).toContain('Lena Sjöberg: Det stämmer inte hos oss');
    const place = (await meeting(NOW))!.comments!.findIndex(({ text }) => text.startsWith('Bokningarna'));
    expect(JSON.stringify(await hub.dialog('sara', card(), 'edit', { take: String(place) }))).toContain('ändrat');
    expect(shown()).not.toContain('Per Holm: Bokningarna');
  });

  it('approved, the minutes say who was there and what was put off', async () => {
    await hub.press('sara', card(), 'minutes_approve');
    const file = path.join(
      hub.dir,
      'samarbetsyta',
      'Mötesdokument',
      'hub-intro',
      '2027',
      '2027-03-16',
      `${NOW}-motesanteckningar.docx`,
    );
    const words = new PizZip(fs.readFileSync(file))
      .file('word/document.xml')!
      .asText()
      .replace(/<[^>]+>/g, ' ');
    expect(words).toContain('Bordlagd till nästa möte: vi väntar på tolkförmedlingens svar');
    expect(words).toContain('ersättare: Nils Ek, handläggare');
    expect(words).toContain('Frånvarande: Johan Ekdahl');
    expect(words).toContain('Verksamheten hade ingen representant på mötet');
    expect(words).toContain('Bokningarna var färre i Järva.');
    for (const one of ['Tolkarna är färre i år', 'Det stämmer inte hos oss']) expect(words).not.toContain(one);
    expect((await hub.say('per', 'kommentera För sent')).join()).toContain('Inget möte pågår nu');
  });

  it('each organisation is asked once for its lägesbild, which stands on the agenda as given; a missing one is said', async () => {
    const SECTION = 'section-2027-03-30';
    const asks = (person: string) => hub.messages(person).filter((one) => one.key.startsWith(`ask-situation/${SECTION}`));
    expect(['karin', 'annika', 'david'].flatMap(asks)).toEqual([]);
    expect((await hub.say('peter', 'lägesbild')).join()).toContain('Skriv lägesbilden från Arbetsförmedlingen');
    await hub.say('david', 'lägesbild Vi har tre nya kurser.');
    await hub.to('2027-03-19T08:05');
    expect(['karin', 'annika', 'david'].map((person) => asks(person).length)).toEqual([1, 1, 0]);
    const wrote = { text: 'Två nya handläggare börjar i maj.\nVäntetiden är en vecka.' };
    expect(JSON.stringify(await hub.dialog('karin', asks('karin')[0]!, 'situation', wrote))).toContain('på dagordningen');
    const number = { text: 'Ring 19850709-9805 om det.' };
    expect(JSON.stringify(await hub.dialog('karin', asks('karin')[0]!, 'situation', number))).toContain('lägesbilden ser ut');
    const agenda = textOf(hub.card('karin', `agenda/${SECTION}`, 'section')!.card);
    expect(agenda).toContain('Arbetsförmedlingen: Två nya handläggare börjar i maj. Väntetiden är en vecka.');
    expect(agenda).toContain('Etableringscentrum: Vi har tre nya kurser.');
    expect(agenda).toContain('Intro Stockholm: ⚠ ingen lägesbild ännu');
    expect((await hub.say('sara', 'lägesbild Vi med')).join()).toContain('skriver din verksamhet ingen lägesbild');
    await hub.to('2027-03-30T09:05');
    const writer = (await meeting(SECTION))!.secretary!.person;
    expect(textOf(hub.card(writer, `minutes/${SECTION}`)!.card)).toContain('Intro Stockholm: ingen lägesbild lämnad.');
    await hub.press(writer, hub.card(writer, `minutes/${SECTION}`)!, 'minutes_close');
    const text = textOf(hub.card(writer, `minutes/${SECTION}`)!.card);
    expect(text).toContain('Arbetsförmedlingen: Två nya handläggare börjar i maj.');
    expect(text).toContain('Väntetiden är en vecka.');
  });
});
