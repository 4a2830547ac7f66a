import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { feedSecret } from '../../src/flows/feed.ts';
import { type Play, play, textOf } from '../support/local.ts';
import { until } from '../support/until.ts';

const MEETING = 'hub-intro-2027-03-16';

describe('the meetings in people’s calendars', () => {
  let hub: Play;
  beforeAll(async () => {
    hub = await play();
  });
  afterAll(() => hub?.stop());

  const product = () => hub.local.running.product;
  const outlook = () => hub.local.world.samarbetsyta.outlook!;
  const kept = (id = MEETING) => product().store.read((reader) => reader.calendarEvent(id));
  const lies = async (id = MEETING) => {
    const event = await kept(id);
    return outlook()
      .events()
      .find((one) => one.id === event?.id);
  };
  const wall = (instant: string) =>
    Temporal.Instant.from(instant).toZonedDateTimeISO('Europe/Stockholm').toPlainDateTime().toString({ smallestUnit: 'minute' });
  const agenda = () => textOf(hub.card('per', `agenda/${MEETING}`, 'channel')!.card);
  const told = (person: string, key: string) => hub.messages(person).filter((one) => one.key.startsWith(key));
  const mailOf = (id: string) => product().agreement.people.find((person) => person.id === id)!.mail!;
  const stored = async () => {
    const forums = product().agreement.forums.map(({ id }) => id);
    return (await product().store.read((reader) => Promise.all(forums.map((id) => reader.meetings(id))))).flat();
  };
  const inCalendar = () =>
    outlook()
      .events()
      .map(({ subject, start, end }) => `${subject.split(', v. ')[0]} ${wall(start)} ${wall(end)}`)
      .toSorted();

  it('are those that are planned, once each, with the members of each forum', async () => {
    const nameOf = (id: string) => product().agreement.forums.find((forum) => forum.id === id)!.name;
    const expected = (await stored()).map(({ forum, start, end }) => `${nameOf(forum)} ${start} ${end}`);
    expect(expected.length).toBeGreaterThan(15);
    expect(inCalendar()).toEqual(expected.toSorted());
    const event = (await lies())!;
    expect(event.online).toBe(true);
    expect(event.attendees.map(({ name, type }) => `${name} ${type}`)).toContain('Per Holm required');
    expect(event.body).toContain('Mötena ska ej avbokas (Bilaga nyanlända, N 1.8).');
  });

  it('are the same as in the .ics feed', async () => {
    const secret = await feedSecret(product(), { forum: 'hub-intro' });
    const ics = await (await fetch(`http://127.0.0.1:${hub.local.port}/feed/${secret}.ics`)).text();
    const utc = (instant: string) => Temporal.Instant.from(instant).toString({ smallestUnit: 'second' }).replaceAll(/[-:]/g, '');
    for (const { start } of outlook()
      .events()
      .filter(({ subject }) => subject.includes('Kommunhubb Intro')))
      expect(ics).toContain(`DTSTART:${utc(start)}`);
  });

  it('are answered, and the agenda card says how many come from each unit without anyone pressing anything', async () => {
    expect(agenda()).toContain('Svar i kalendern: 0 kommer, 6 har inte svarat');
    const event = (await lies())!;
    outlook().answer(event.id, mailOf('sara'), 'accepted');
    outlook().answer(event.id, mailOf('per'), 'tentativelyAccepted');
    await until('the answers on the card', () => agenda().includes('1 kommer, 1 kanske, 4 har inte svarat'), 20);
    expect(agenda()).toContain('AF Järva 1 av 2');
  });

  it('move with the meeting as the same event, and say why', async () => {
    const before = (await lies())!;
    await hub.say('johan', 'flytta');
    const offer = hub.messages('johan').at(-1)!;
    await hub.dialog('johan', offer, 'move', { to: '2027-03-18T13:00', reason: 'Lokalen är stängd' });
    const after = (await lies())!;
    expect(after.id).toBe(before.id);
    expect([wall(after.start), wall(after.end)]).toEqual(['2027-03-18T13:00', '2027-03-18T14:00']);
    expect(after.body).toContain('Skäl: Lokalen är stängd.');
    expect(after.body).toMatch(/teams/i);
    expect(outlook().events()).toHaveLength((await stored()).length);
  });

  it('propose times when people are free, and name the unit nobody is free from', async () => {
    outlook().take(mailOf('per'), '2027-03-15T08:00', '2027-03-17T17:00', 'busy');
    const offered = (await hub.say('johan', 'flytta')).at(-1)!;
    for (const date of ['15', '16', '17']) expect(offered).not.toContain(`${date}\u00a0mars 2027 kl.`);
    expect(offered).not.toContain('ingen ledig');
    // The other authority does not let this tenant into its calendars.
    expect(offered).toContain('4 av 6 kalendrar syns inte för mig.');
    for (const id of ['per', 'amina']) outlook().take(mailOf(id), '2027-03-01T00:00', '2027-04-30T00:00', 'oof');
    const lacking = (await hub.say('johan', 'flytta')).at(-1)!;
    expect(lacking).toContain('ingen ledig från Intro Stockholm, sektionen för ekonomiskt bistånd');
  });

  it('are not cancelled by being deleted: the meeting is back, and its convener hears how it is moved', async () => {
    const before = (await lies())!;
    outlook().remove(before.id);
    await until('the meeting back in the calendar', async () => (await lies())?.id !== before.id && !!(await lies()), 20);
    expect(wall((await lies())!.start)).toBe('2027-03-18T13:00');
    await until('the word to the convener', () => told('johan', `put-back/${MEETING}`).length > 0, 20);
    const [said, ...more] = told('johan', `put-back/${MEETING}`);
    expect(more).toEqual([]);
    expect(textOf(said!.card)).toContain('Mötena ska ej avbokas (Bilaga nyanlända, N 1.8).');
    expect(inCalendar().filter((one) => one.includes('2027-03-18T13:00'))).toHaveLength(1);
    const opened = await hub.dialog('johan', said!, 'move', { to: '', reason: '' });
    expect(JSON.stringify(opened)).toContain('Skriv varför');
  });

  it('are put back when somebody drags them, and the convener is not told more than once a day', async () => {
    outlook().move((await lies())!.id, '2027-03-19T09:00', '2027-03-19T10:00');
    await until('the time put back', async () => wall((await lies())!.start) === '2027-03-18T13:00', 20);
    expect(agenda()).toMatch(/[Tt]orsdag 18 mars 2027/);
    expect(told('johan', `put-back/${MEETING}`)).toHaveLength(1);
  });

  it('link to the agenda when it is published', async () => {
    await hub.to('2027-03-15T08:00');
    const { agendaUrl } = (await product().store.read((reader) => reader.meeting(MEETING)))!;
    expect(agendaUrl).not.toBe('');
    expect((await lies())!.body).toContain(agendaUrl);
  });

  it('show a unit that nobody comes from on the card, and warn the convener once', async () => {
    outlook().answer((await lies())!.id, mailOf('lena'), 'declined');
    const flag = 'Ingen kommer från AF City/Vällingby och AF Globen/Liljeholmen/Skärholmen.';
    await until('the flag on the card', () => agenda().includes('AF Globen/Liljeholmen/Skärholmen.'), 20);
    expect(agenda()).toContain(flag);
    await hub.settle();
    const warned = told('johan', 'empty/').map((one) => textOf(one.card));
    expect(warned.join()).toContain('AF Globen/Liljeholmen/Skärholmen till mötet torsdag 18 mars 2027.');
    expect(warned.filter((text) => text.includes('AF Globen'))).toHaveLength(1);
  });

  it('are left alone once they have begun, and the card speaks of answers no more', async () => {
    const event = (await lies())!;
    await hub.to('2027-03-18T13:00');
    expect(agenda()).not.toContain('Svar i kalendern');
    outlook().remove(event.id);
    await new Promise((resolve) => setTimeout(resolve, 1500));
    await hub.settle();
    expect(await lies()).toBeUndefined();
  });
});
