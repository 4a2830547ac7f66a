import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Play, play, textOf } from '../support/local.ts';

/** Two hubs ask the same, the section managers merge and lift it, the unit managers decide, and both hubs receive. */
describe('a question travels up and its answer comes back', () => {
  let hub: Play;
  beforeAll(async () => {
    hub = await play();
  });
  afterAll(() => hub.stop());

  const agenda = (person: string, forum: string, slot: string) => hub.card(person, `agenda/${forum}-${slot}`, forum)!;
  const agendaText = (person: string, forum: string, slot: string) => textOf(agenda(person, forum, slot).card);
  const last = (person: string) => hub.messages(person).at(-1)!;
  const handle = (person: string, message: ReturnType<typeof agenda>, what: string, inputs: Record<string, unknown>) =>
    hub.dialog(person, message, 'question', { do: what, ...inputs });
  const questionOf = (id: string) => hub.local.running.product.store.read((reader) => reader.question(id));

  it('promises at once which meeting takes it up and when the answer is back', async () => {
    const [promise] = await hub.say('nora', 'lyft Kan AF avsätta inskrivningstider på fredagar?', 'hub-ec');
    expect(promise).toContain(
      'Frågan går till sektionschefsmötet 30 mars (om 20 dagar). Svar väntas på hubben senast 13 april. Jag säger till när något händer.',
    );
    const [other] = await hub.say('sara', 'LYFT: Fredagstider för inskrivning?', 'channel');
    expect(other).toContain('Fråga 2');
  });

  it('stops a personal identity number at every field, and keeps nothing of it', async () => {
    await hub.say('sara', 'lyft 900128-2384 behöver tolk', 'channel');
    expect(textOf(last('sara').card)).toContain('Jag sparade inte texten');
    expect(await questionOf('3')).toBeUndefined();
  });

  it('is lifted from an item too, and the item stays where it is and says so', async () => {
    await hub.say('lena', 'föreslå Hur gör vi när tolken uteblir?');
    const done = await hub.dialog('lena', last('lena'), 'lift', {
      text: 'Hur gör vi när tolken uteblir?',
      urgency: 'normal',
    });
    expect(done).toMatchObject({ kind: 'message', text: expect.stringContaining('Fråga 3. Frågan går till sektionschefsmötet') });
    expect(agendaText('lena', 'hub-intro', '2027-03-16')).toMatch(/tolken uteblir.*Lyft som fråga 3/);
    expect((await hub.say('lena', 'lyft 7')).at(-1)).toContain('redan lyft');
  });

  it('stands on the upper agenda with origin, age and path', async () => {
    await hub.to('2027-03-22T10:00');
    const text = agendaText('karin', 'section', '2027-03-30');
    expect(text).toContain('Kan AF avsätta inskrivningstider på fredagar?');
    expect(text).toMatch(/[Ff]rån kommunhubb Etableringscentrum, lyft för 12 dagar sedan \(10 mars\)/);
    expect(text).toContain('kommunhubb Etableringscentrum › sektionschefsmötet');
  });

  it('is handled by the convener only, whatever a card says', async () => {
    const refused = await handle('fatima', agenda('fatima', 'section', '2027-03-30'), 'answer', { text: 'Ja' });
    expect(refused).toMatchObject({ kind: 'message', text: expect.stringContaining('Bara sammankallande') });
    expect((await questionOf('1'))?.state.name).toBe('waiting');
    expect((await hub.say('kim', 'fråga 1')).join()).not.toContain('fredagar');
    expect((await hub.say('gunilla', 'fråga 1')).join()).toContain('finns inte');
  });

  it('is merged with its like: everybody who asked stays asked', async () => {
    await handle('karin', agenda('karin', 'section', '2027-03-30'), 'merge', { other: '2' });
    expect(textOf(last('sara').card)).toContain('Fråga 2 är sammanslagen med fråga 1');
    expect((await questionOf('1'))!.askers.map((one) => one.person)).toEqual(['nora', 'sara']);
    const text = agendaText('karin', 'section', '2027-03-30');
    expect(text).not.toContain('Fredagstider för inskrivning?');
    expect(text).toMatch(/[Ff]rån kommunhubb Etableringscentrum och kommunhubb Intro/);
  });

  it('is sent back once for more, answered in Teams, with the clock shown', async () => {
    await handle('karin', agenda('karin', 'section', '2027-03-30'), 'more', { text: 'Hur många gäller det?' });
    expect(textOf(last('nora').card)).toContain('Fråga 1 behöver kompletteras: Hur många gäller det?');
    expect(agendaText('karin', 'section', '2027-03-30')).toContain('Väntar på komplettering sedan 22 mars 2027');
    await hub.to('2027-03-23T09:00');
    await handle('nora', last('nora'), 'complete', { text: 'Fyra i veckan.' });
    expect(agendaText('karin', 'section', '2027-03-30')).toContain('Komplettering 23 mars 2027: Fyra i veckan.');
    expect(textOf(last('karin').card)).toContain('är kompletterad');
  });

  it('is lifted further for decision, and those who asked get the new promise', async () => {
    await hub.to('2027-03-30T09:10');
    await handle('karin', agenda('karin', 'section', '2027-03-30'), 'lift', { text: 'Gäller alla kontor.' });
    expect(textOf(last('nora').card)).toContain(
      'är lyft vidare till enhetschefsmötet 15 april (om 16 dagar) för beslut. Svar väntas på hubben senast 27 april.',
    );
    expect(agendaText('karin', 'section', '2027-03-30')).toContain('Lyft vidare till enhetschefsmötet för beslut.');
  });

  it('is decided at the unit managers’, who have the mandate', async () => {
    await hub.to('2027-04-15T13:10');
    expect(agendaText('gunilla', 'unit', '2027-04-15')).toMatch(
      /Kan AF avsätta.*för beslut.*Från sektionschefsmötet: Gäller alla kontor/,
    );
    const done = await handle('gunilla', agenda('gunilla', 'unit', '2027-04-15'), 'answer', {
      text: 'Ja, varannan fredag från 14 maj.',
    });
    expect(done).toMatchObject({ kind: 'message', text: expect.stringContaining('Svaret går till alla') });
    for (const asker of ['nora', 'sara'])
      expect(textOf(last(asker).card)).toContain('Beslut från enhetschefsmötet på fråga 1: Ja, varannan fredag från 14 maj.');
  });

  it('warns the convener when a meeting passed without an answer, who then answers in writing', async () => {
    const warned = hub.card('karin', 'late/3/section-2027-03-30')!;
    expect(textOf(warned.card)).toContain(
      'Fråga 3 fick inget svar på mötet 30 mars 2027. Svaret är utlovat till kommunhubb Intro senast 13 april 2027.',
    );
    await handle('karin', warned, 'answer', { text: 'Ring tolken dagen före.' });
    expect(textOf(last('lena').card)).toContain('Medskick från sektionschefsmötet på fråga 3: Ring tolken dagen före.');
    expect(agendaText('karin', 'section', '2027-03-30')).toContain('Medskick, skriftligt 15 april 2027: Ring tolken dagen före.');
  });

  it('stands on both hubs’ next agenda and is open until both have received it', async () => {
    await hub.to('2027-04-21T09:00');
    for (const [person, forum] of [
      ['hassan', 'hub-ec'],
      ['johan', 'hub-intro'],
    ] as const)
      expect(agendaText(person, forum, '2027-04-27')).toMatch(
        /[Bb]eslut från enhetschefsmötet 15 april.*Ja, varannan fredag från 14 maj/,
      );
    await hub.press('hassan', agenda('hassan', 'hub-ec', '2027-04-27'), 'question_receive');
    expect((await questionOf('1'))!.state.name).toBe('answered');
    const refused = await hub.press('lena', agenda('lena', 'hub-intro', '2027-04-27'), 'question_receive');
    expect(JSON.stringify(refused)).toContain('sekreteraren');
    await hub.press('johan', agenda('johan', 'hub-intro', '2027-04-27'), 'question_receive');
    expect((await questionOf('1'))!.state.name).toBe('received');
  });

  it('has its whole way on one card', async () => {
    const [way] = await hub.say('nora', 'fråga 1');
    for (const step of [
      'Nora Bergström lyfte frågan till sektionschefsmötet',
      'Fråga 2 slogs ihop med den här. Frågar också: Sara Nyström i kommunhubb Intro',
      'begärde komplettering: Hur många gäller det?',
      'Kompletterade: Fyra i veckan.',
      'Lyft vidare till enhetschefsmötet för beslut',
      'Beslut: Ja, varannan fredag från 14 maj.',
      'Mottaget av Hassan Amiri',
      'Mottaget av Johan Ekdahl',
    ])
      expect(way).toContain(step);
    expect(way).toContain('Besvarad och mottagen. Tog 42 dagar.');
  });

  it('is in the lists of those concerned, with how long answers take', async () => {
    expect((await hub.say('nora', 'mina frågor'))[0]).toContain('Besvarad och mottagen');
    const open = (await hub.say('karin', 'öppna frågor'))[0]!;
    expect(open).toContain('Hur gör vi när tolken uteblir?');
    expect(open).toContain('Tid hos sektionschefsmötet');
    expect(open).toMatch(/Tid hos enhetschefsmötet: 16 dagar i median, 16 dagar som längst \(1 fråga\)/);
  });

  it('a decision of the styrgrupp is written in by a unit manager and goes down as medskick, with no question asked', async () => {
    expect((await hub.say('sara', 'skriv in beslut'))[0]).toContain('Bara den vars forum lyfter frågor dit för beslut');
    expect((await hub.say('gunilla', 'skriv in beslut'))[0]).toContain('Skriv in ett beslut från styrgruppen');
    const said = { from: 'steering', title: 'Fredagstider', text: 'Försöket görs permanent.', concerns: 'hub-intro,hub-ec' };
    const forged = { dialog: 'decision', ...said, on: '2027-04-20' };
    const refused = await hub.local.world.teams.submitDialog({
      as: 'sara',
      conversation: last('sara').conversationId,
      data: forged,
    });
    expect(JSON.stringify(refused)).toContain('Bara den vars forum');
    const early = await hub.dialog('gunilla', last('gunilla'), 'decision', { ...said, on: '2028-01-01' });
    expect(JSON.stringify(early)).toContain('inte varit än');
    await hub.dialog('gunilla', last('gunilla'), 'decision', { ...said, on: '2027-04-20' });
    for (const [person, forum] of [
      ['hassan', 'hub-ec'],
      ['johan', 'hub-intro'],
    ] as const)
      expect(agendaText(person, forum, '2027-04-27')).toMatch(
        /Fredagstider.*[Bb]eslut från styrgruppen 20 april.*Försöket görs permanent/,
      );
    const [open] = await hub.say('gunilla', 'öppna frågor');
    expect(open).toMatch(/Besvarad av styrgruppen; ska tas emot av/);
    expect(open).not.toContain('Tid hos styrgruppen');
  });
});
