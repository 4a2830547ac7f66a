import fs from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actions } from '../../bot/actions.ts';
import { commands } from '../../bot/commands.ts';
import type { Message } from '../../bot/local/teams.ts';
import { unknownPerson } from '../../bot/sentences.ts';
import { personOf } from '../../bot/turn.ts';
import { dialogs } from '../../cards/verbs.ts';
import { textHash } from '../../src/flows/document-text.ts';
import { presentText } from '../../src/flows/meeting-cards.ts';
import { type Play, play, textOf } from '../support/local.ts';
import { root } from '../support/needs.ts';
import { scratch } from '../support/scratch.ts';

const [LAST, NOW] = ['hub-intro-2027-03-16', 'hub-intro-2027-03-30'];
/** Words that only members of the forum may read. */
const MARKS = /lokalfrågan|fredagstider|rullgardinen/i;

const [HOST, CITY, THIRD] = ['af', 'c1', '3d'].map((end) => `00000000-0000-4000-8000-0000000000${end}`) as [
  string,
  string,
  string,
];
const fresh = scratch('rights');

/** The shipped definition, where the city's people are guests of the authority that hosts the team, and Kim is of a third. */
function withGuests(): string {
  const dir = fresh();
  fs.cpSync(path.join(root, 'src/agreements/stockholm'), dir, { recursive: true });
  const file = path.join(dir, 'exempelpersoner.yaml');
  const [start, ...people] = fs.readFileSync(file, 'utf8').split(/(?=^ {2}- id: )/m);
  const moved = people.map((one) => {
    const isOffice = /registrator för|rapportansvarig/.test(one);
    const tenant = one.includes('id: kim') ? THIRD : one.includes('@stad.example') && !isOffice ? CITY : HOST;
    return one.replace(/tenant: \S+/, `tenant: ${tenant}`);
  });
  fs.writeFileSync(file, start + moved.join(''));
  return path.join(dir, 'bilaga-nyanlanda.yaml');
}

/**
 * Two meetings: the last one's minutes are a draft, the next one is on. Everybody tries what is not theirs, with the data a
 * card could have had at its best.
 */
describe('nobody does what is not theirs', () => {
  let hub: Play;
  let question = '';
  let action = '';
  let proof: Record<string, string> = {};

  beforeAll(async () => {
    hub = await play({ definition: withGuests() });
    const { product } = hub.local.running;
    await hub.say('per', 'föreslå Vad gör vi åt rullgardinen?', 'channel');
    await hub.say('per', 'lyft Får vi ha fredagstider?', 'channel');
    await hub.to('2027-03-16T13:05');
    await hub.say('sara', 'anteckna 2 Cheferna tog upp lokalfrågan');
    await hub.say('sara', 'åtgärd @Per Holm Boka lokalfrågan senast 20 april');
    await hub.press('sara', hub.card('sara', `minutes/${LAST}`)!, 'minutes_close');
    await hub.to('2027-03-30T13:05');
    const draft = (await product.store.read((reader) => reader.meeting(LAST)))!;
    const hash = textHash(await product.store.read((reader) => presentText(product, reader, draft)));
    proof = { hash, version: String(draft.version) };
    // A former member: known in Teams, no longer on the roster.
    product.agreement.people.find(({ id }) => id === 'amina')!.forums = [];
    const last = await product.store.read((reader) => reader.meeting(LAST));
    const [first] = await product.store.read((reader) => reader.questions('all'));
    [question, action] = [first!.id, last!.actions[0]!.id];
    expect((await product.store.read((reader) => reader.meeting(NOW)))?.secretary?.person).toBe('omar');
  });
  afterAll(() => hub.stop());

  /** Everything that is kept about meetings and questions. */
  const kept = () =>
    hub.local.running.product.store.read(async (reader) => {
      const forums = hub.local.running.product.agreement.forums.map(({ id }) => id);
      const meetings = (await Promise.all(forums.map((id) => reader.meetings(id)))).flat();
      return JSON.stringify([meetings, await reader.questions('all')]);
    });

  const anyMessage = async (person: string): Promise<Message> => {
    if (!hub.messages(person).some((one) => one.from === null)) await hub.say(person, 'hjälp');
    return hub.messages(person).findLast((one) => one.from === null)!;
  };

  const press = async (person: string, verb: string, data: Record<string, string>) => {
    const message = await anyMessage(person);
    const { teams } = hub.local.world;
    const outcome = await teams.press({ as: person, conversation: message.conversationId, activityId: message.id, verb, data });
    await hub.settle();
    return JSON.stringify(outcome);
  };

  const submit = async (person: string, dialog: string, data: Record<string, string>) => {
    const message = await anyMessage(person);
    const { teams } = hub.local.world;
    const about = { as: person, conversation: message.conversationId };
    const opened = await teams.openDialog({ ...about, activityId: message.id, data: { dialog, ...data } });
    const done = await teams.submitDialog({ ...about, data: { dialog, ...data } });
    await hub.settle();
    return JSON.stringify([opened, done]);
  };

  const forged = (meeting: string): Record<string, string> => ({
    ...proof,
    meeting,
    question,
    action,
    case: 'case-1',
    alias: 'A-17',
    looked: 'not-there',
    of: 'af',
    wanted: 'Något annat',
    givenOwn: '2027-03-01',
    what: 'withdrawn',
    item: 'statistik',
    number: '1',
    title: 'Något annat',
    text: 'Något annat',
    background: '',
    reason: 'Ett skäl',
    to: '2027-04-01T13:00',
    kind: 'note',
    minutes: '10',
    do: 'answer',
    how: 'handle',
    ask: 'all',
    person: 'per',
    due: '2027-04-20',
    at: '0',
    'field_notes:statistik': 'Något annat',
  });

  const outsiders = ['kim', 'hassan', 'amina'];

  it.each(outsiders)('%s, who is no member, changes and reads nothing by any button', async (person) => {
    const before = await kept();
    for (const verb of Object.keys(actions))
      for (const meeting of [LAST, NOW]) expect(await press(person, verb, forged(meeting)), verb).not.toMatch(MARKS);
    expect(await kept()).toBe(before);
  });

  it.each(outsiders)('%s, who is no member, changes and reads nothing by any dialog', async (person) => {
    const before = await kept();
    for (const dialog of dialogs)
      for (const meeting of [LAST, NOW]) {
        // A member of another forum lifts and proposes in their own.
        if (person === 'hassan' && (dialog === 'lift' || dialog === 'propose')) continue;
        expect(await submit(person, dialog, forged(meeting)), dialog).not.toMatch(MARKS);
      }
    expect(await kept()).toBe(before);
  });

  it.each(['kim', 'amina'])('%s, who is in no forum, gets one sentence for every command', async (person) => {
    const before = await kept();
    for (const { example } of commands) {
      const said = (await hub.say(person, example)).join(' ');
      expect(said, example).toMatch(/inte medlem|känner inte igen/);
      expect(said, example).not.toMatch(MARKS);
    }
    expect(await kept()).toBe(before);
  });

  const writing = [
    'anteckna 2 Fel',
    'bordlägg 2 Fel',
    'ta upp igen 2 Fel',
    'överenskommet Fel',
    'åtgärd Fel senast 20 april',
    'klar 1',
  ];
  const KEEPING = ['item_next', 'minutes_close'];

  it.each(['per', 'sara', 'lena'])('%s, whose turn it is not, writes nothing in the meeting that is on', async (person) => {
    const before = await kept();
    for (const text of writing) expect((await hub.say(person, text, 'channel')).join(' '), text).toContain('Bara sekreteraren');
    for (const verb of KEEPING) expect(await press(person, verb, forged(NOW)), verb).toContain('Bara sekreteraren');
    for (const dialog of ['note', 'attendance'])
      expect(await submit(person, dialog, forged(NOW)), dialog).toContain('Bara sekreteraren');
    expect(await kept()).toBe(before);
  });

  it.each(['per', 'omar', 'lena'])(
    '%s, who did not write the last minutes, neither changes, approves nor opens them',
    async (person) => {
      const before = await kept();
      expect(await press(person, 'minutes_approve', forged(LAST))).toContain('Bara sekreteraren');
      for (const dialog of ['edit', 'reopen'])
        expect(await submit(person, dialog, forged(LAST)), dialog).toContain('Bara sekreteraren');
      // Reading the draft is every member's; approving from its last page is not.
      expect(await submit(person, 'read', { ...forged(LAST), go: 'approve' })).toContain('Bara sekreteraren');
      expect(await kept()).toBe(before);
    },
  );

  it.each(['per', 'sara', 'omar', 'lena'])('%s, who is not the convener, moves no meeting', async (person) => {
    const before = await kept();
    const coming = 'hub-intro-2027-04-13';
    expect(await submit(person, 'move', forged(coming))).toContain('Bara sammankallande');
    expect(await kept()).toBe(before);
  });

  it('an action is its owner’s, the secretary’s and the convener’s to finish, and a proposal its proposer’s', async () => {
    const before = await kept();
    expect(await press('lena', 'action_done', forged(LAST))).toContain('Bara den som har åtgärden');
    const mine = /(p-[^"]+)"/.exec(before)?.[1] ?? '';
    expect(await press('lena', 'item_remove', { ...forged(NOW), item: mine })).toMatch(/Bara den som föreslog|finns inte/);
    expect(await kept()).toBe(before);
  });

  it('a question is answered by those it has come to, and withdrawn by those who asked', async () => {
    const before = await kept();
    for (const person of ['lena', 'omar', 'sara']) {
      expect(await press(person, 'question_withdraw', forged(NOW)), person).toContain('Bara den som frågade');
      expect(await submit(person, 'question', forged(NOW)), person).toContain('Bara sammankallande och mötets sekreterare');
    }
    expect(await kept()).toBe(before);
  });

  it('a guest who is in the roster is known by it, and takes part like everybody else', async () => {
    const { people } = hub.local.running.product.agreement;
    expect(people.find(({ id }) => id === 'per')?.tenant).toBe(CITY);
    expect((await hub.say('per', 'dagordning', 'channel')).join(' ')).not.toMatch(/inte medlem|känner inte igen/);
    expect((await hub.say('per', 'mina frågor')).join(' ')).toContain('fredagstider');
  });

  it('a guest of a third organisation, whom no roster names, is refused at every door with one sentence', async () => {
    const { product } = hub.local.running;
    const before = await kept();
    await hub.say('kim', 'hjälp');
    product.agreement.people = product.agreement.people.filter(({ id }) => id !== 'kim');
    for (const { example } of commands) {
      const said = (await hub.say('kim', example)).join(' ');
      expect(said, example).toContain(unknownPerson);
      expect(said, example).not.toMatch(MARKS);
    }
    for (const verb of Object.keys(actions)) expect(await press('kim', verb, forged(NOW)), verb).not.toMatch(MARKS);
    for (const dialog of dialogs) expect(await submit('kim', dialog, forged(NOW)), dialog).not.toMatch(MARKS);
    expect(await kept()).toBe(before);
  });

  it('nobody is somebody by an id of another organisation’s directory', () => {
    const { product } = hub.local.running;
    const per = product.agreement.people.find(({ id }) => id === 'per')!;
    expect(personOf(product, CITY, per.entraId!)?.id).toBe('per');
    for (const tenant of [HOST, THIRD, '']) expect(personOf(product, tenant, per.entraId!)).toBeUndefined();
  });

  /** Everything somebody without a seat may try, but for what their office gives. */
  const nothingElse = async (person: string, given: { say: readonly string[]; dialog?: string }) => {
    const before = await kept();
    for (const { example, say } of commands) {
      if (given.say.includes(say[0])) continue;
      const said = (await hub.say(person, example)).join(' ');
      expect(said, example).toContain('inte medlem i forumet');
      expect(said, example).not.toMatch(MARKS);
    }
    for (const meeting of ['', LAST, NOW]) {
      for (const verb of Object.keys(actions)) expect(await press(person, verb, forged(meeting)), verb).not.toMatch(MARKS);
      for (const dialog of dialogs)
        if (dialog !== given.dialog || meeting !== LAST)
          expect(await submit(person, dialog, { ...forged(meeting), dnr_af: '1', dnr_son: '1' }), dialog).not.toMatch(MARKS);
    }
    expect(await kept()).toBe(before);
  };

  it('a rapportansvarig sees the figures of every forum and the report, and nothing else', { timeout: 120_000 }, async () => {
    for (const forum of ['kommunhubb Intro', 'section']) {
      await hub.say('vera', `forumens siffror ${forum}`);
      const card = hub.messages('vera').findLast((one) => one.from === null)!.card;
      expect(textOf(card)).toMatch(/Deltagande i informationsträff/);
      expect(JSON.stringify(card)).not.toMatch(/Action\.(Execute|Submit)/);
    }
    expect((await hub.say('vera', 'forumens siffror')).join(' ')).toContain('Vilket forum?');
    expect((await hub.say('per', 'forumens siffror section')).join(' ')).toContain('Bara den rapportansvariga');
    await nothingElse('vera', { say: ['forumens siffror', 'rapport', 'rapport år'] });
  });

  it('and those who may, may', async () => {
    expect((await hub.say('omar', 'anteckna 2 Rätt person')).join(' ')).toContain('Noterat');
    expect(await press('sara', 'minutes_approve', forged(LAST))).toContain('Godkända');
    const last = await hub.local.running.product.store.read((reader) => reader.meeting(LAST));
    expect(last?.stage.name).toBe('filed');
    expect(textOf(hub.card('sara', `minutes/${LAST}`)!.card)).toContain('Godkända av Sara Nyström');
  });

  it('a registrar sees what is filed where the authority sits, writes in its number, and nothing else', {
    timeout: 120_000,
  }, async () => {
    const { product } = hub.local.running;
    const numbers = async () => (await product.store.read((reader) => reader.meeting(LAST)))?.registered ?? [];
    const list = async (person: string) => {
      await hub.say(person, 'att registrera');
      return hub.messages(person).findLast((one) => one.from === null)!;
    };
    const hash = (await product.store.read((reader) => reader.filedDocuments({ meeting: LAST }))).find(
      ({ type }) => type === 'motesanteckningar',
    )!.columns['Innehallshash'];
    const theirs = await list('rita');
    expect(textOf(theirs.card)).toContain('Att registrera: 1');
    expect(textOf(theirs.card)).toContain(`Version 1 Textens hash (SHA-256): ${hash}`);
    expect(JSON.stringify(theirs.card)).toMatch(/hub-intro-2027-03-16-motesanteckningar\.docx/);
    expect(textOf(theirs.card)).not.toMatch(MARKS);

    // Of an authority that does not sit in the forum: nothing to see, and the card of another does not help.
    expect(textOf((await list('ove')).card)).toContain('Ingenting är sparat');
    for (const person of ['ove', 'vera'])
      expect(await submit(person, 'register', { meeting: LAST, dnr_af: '1', dnr_amn: '1' }), person).toMatch(/inte medlem/);
    // Of another authority than one's own: not even in a forged card.
    expect(await submit('sten', 'register', { meeting: LAST, dnr_af: 'Af-falskt' })).toContain('Bara sekreteraren');
    expect(await submit('rita', 'register', { meeting: NOW, dnr_af: '1' })).toContain('inte sparade på samarbetsytan än');
    expect(await numbers()).toEqual([]);

    await hub.dialog('rita', theirs, 'register', { dnr_af: 'Af-2027/0012 3456' });
    expect(await numbers()).toMatchObject([{ authority: 'af', dnr: 'Af-2027/0012 3456', by: 'rita' }]);
    expect(textOf((await list('rita')).card)).toMatch(/Allt är registrerat .*Diarienummer: Af-2027\/0012 3456/);
    expect(textOf((await list('sten')).card)).toContain('inget än');
    expect((await hub.say('per', 'att registrera')).join(' ')).toContain('Bara myndighetens registrator');
    await nothingElse('rita', { say: ['att registrera'], dialog: 'register' });
  });
});
