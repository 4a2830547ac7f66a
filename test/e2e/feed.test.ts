import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dayOf } from '../../src/domain/days.ts';
import { planRows } from '../../src/flows/plan-rows.ts';
import { recordDefinition } from '../../src/flows/record-definition.ts';
import { planEverything } from '../../src/flows/run-steps.ts';
import { badLines, type Event, eventsOf } from '../support/icalendar.ts';
import { actionsOf, type Play, play } from '../support/local.ts';

describe('the calendar feed', () => {
  let hub: Play;
  let address = '';
  beforeAll(async () => {
    hub = await play();
    await hub.say('johan', 'kalender');
    address = String(actionsOf(hub.messages('johan').at(-1)!.card).find((one) => one['type'] === 'Action.OpenUrl')!['url']);
  });
  afterAll(() => hub.stop());
  const linkOf = (card: unknown) => String(actionsOf(card as never).find((one) => one['type'] === 'Action.OpenUrl')!['url']);
  const forumLink = async () => {
    await hub.say('sara', 'kalender forum');
    return linkOf(hub.messages('sara').at(-1)!.card);
  };
  const read = async () => {
    const answer = await fetch(address);
    // Lines are folded at 75 octets; unfold before reading.
    return { type: answer.headers.get('content-type'), text: (await answer.text()).replace(/\r\n[ \t]/g, '') };
  };

  it('is given only in one’s own chat, at an address nobody can guess', async () => {
    expect(address).toMatch(/\/feed\/[A-Za-z0-9_-]{32}\.ics$/);
    expect((await hub.say('johan', 'kalender', 'channel')).at(-1)).toContain('vår egen chatt');
    expect((await fetch(address.replace(/.{6}\.ics$/, 'AAAAAA.ics'))).status).toBe(404);
  });

  it('is an iCalendar file with the planned meetings, an identity each, and CRLF lines', async () => {
    const { type, text } = await read();
    expect(type).toContain('text/calendar');
    const lines = text.split('\r\n');
    expect(lines[0]).toBe('BEGIN:VCALENDAR');
    expect(lines).toContain('VERSION:2.0');
    expect(lines.filter((line) => line === 'BEGIN:VEVENT').length).toBeGreaterThan(20);
    expect(lines).toContain('UID:hub-intro-2027-03-16@samverkan');
    expect(lines).toContain('DTSTART:20270316T120000Z');
    // Summer time: the same wall clock is another hour of UTC.
    expect(lines).toContain('DTSTART:20270330T110000Z');
    const ids = lines.filter((line) => line.startsWith('UID:'));
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('follows a move, with the same identity and a higher sequence', async () => {
    await hub.say('johan', 'flytta');
    await hub.dialog('johan', hub.messages('johan').at(-1)!, 'move', { to: '2027-03-18T13:00', reason: 'Lokalen är stängd' });
    const event = (await read()).text.split('BEGIN:VEVENT').find((one) => one.includes('UID:hub-intro-2027-03-16@samverkan'))!;
    expect(event).toContain('DTSTART:20270318T120000Z');
    expect(event).toContain('SEQUENCE:1');
  });

  it('is given for a forum too: one address for all its members, with that forum’s meetings only', async () => {
    await hub.say('johan', 'kalender forum');
    const first = linkOf(hub.messages('johan').at(-1)!.card);
    await hub.say('sara', 'kalender forum');
    expect(linkOf(hub.messages('sara').at(-1)!.card)).toBe(first);
    expect(first).toMatch(/\/feed\/[A-Za-z0-9_-]{32}\.ics$/);
    expect(first).not.toBe(address);
    const text = (await (await fetch(first)).text()).replace(/\r\n[ \t]/g, '');
    const ids = text.split('\r\n').filter((line) => line.startsWith('UID:'));
    expect(ids.length).toBeGreaterThan(20);
    expect(ids.filter((id) => !id.startsWith('UID:hub-intro-'))).toEqual([]);
    expect(text).toContain('DTSTART:20270318T120000Z');
    expect(text).not.toMatch(/Johan|Sara|ATTENDEE|ORGANIZER/);
  });

  it('is read strictly by another parser: a person’s and a forum’s, each meeting once, the same as in the plan', async () => {
    for (const link of [address, await forumLink()]) {
      const file = await (await fetch(link)).text();
      expect(badLines(file)).toEqual([]);
      const events = eventsOf(file);
      expect(new Set(events.map((one) => one.uid)).size).toBe(events.length);
      const { agreement, clock } = hub.local.running.product;
      const [from, to] = [clock.now().toPlainDate(), clock.now().toPlainDate().add({ months: 12 })];
      const planned = [...planRows(agreement, dayOf(from), dayOf(to), 'hub-intro')].map((row) =>
        Temporal.Instant.from(row.start).toString(),
      );
      const unmoved = planned.filter((start) => !start.startsWith('2027-03-16'));
      expect(events.map((one) => one.start)).toEqual([...unmoved, '2027-03-18T12:00:00Z'].sort());
      for (const one of events)
        expect([one.uid, one.summary]).toEqual([one.uid, 'Kommunhubb Intro Stockholm – Arbetsförmedlingen']);
    }
  });

  it('gives back exactly what people wrote, whatever signs it has', async () => {
    const reason = 'Krock; sal 2, "Ärlan"\\n: 85 % är upptaget – vi byter, och det här skälet är långt nog för flera rader';
    await hub.say('johan', 'flytta');
    await hub.dialog('johan', hub.messages('johan').at(-1)!, 'move', { to: '2027-03-17T13:00', reason });
    const file = await (await fetch(address)).text();
    expect(badLines(file)).toEqual([]);
    const moved = eventsOf(file).find((one) => one.uid === 'hub-intro-2027-03-16@samverkan')!;
    expect(moved.description).toBe(`Flyttat: ${reason}`);
    expect(moved.sequence).toBe(2);
  });

  it('keeps a meeting’s identity when the definition moves it, with a higher sequence and a later change', async () => {
    const before = eventsOf(await (await fetch(address)).text());
    await hub.to('2027-03-11T09:00');
    const { product } = hub.local.running;
    product.agreement.forums = product.agreement.forums.map((forum) =>
      forum.id === 'hub-intro' && forum.rhythm.kind === 'every'
        ? { ...forum, rhythm: { ...forum.rhythm, anchor: '2027-01-21', start: '10:00' } }
        : forum,
    );
    await recordDefinition(product, 'a test');
    await planEverything(product);
    await hub.settle();
    const after = eventsOf(await (await fetch(address)).text());
    const uid = 'hub-intro-2027-03-30@samverkan';
    const [was, now] = [before, after].map((all) => all.find((one) => one.uid === uid)!) as [Event, Event];
    expect(now.start).toBe('2027-04-01T08:00:00Z');
    expect(now.sequence).toBe(was.sequence + 1);
    expect(now.modified > was.modified).toBe(true);
    // What lies further ahead has moved too, once each.
    const days = after.map((one) => one.start.slice(0, 10));
    expect(new Set(days).size).toBe(days.length);
    const ahead = after.filter((one) => one.uid !== 'hub-intro-2027-03-16@samverkan');
    expect(ahead.length).toBeGreaterThan(15);
    for (const { start } of ahead) expect([start, Temporal.PlainDate.from(start.slice(0, 10)).dayOfWeek]).toEqual([start, 4]);
    expect(ahead.filter((one) => one.description.includes('Överenskommelsens fil är ändrad')).length).toBeGreaterThan(15);
  });

  it('says nothing of what is discussed or by whom', async () => {
    await hub.say('per', 'föreslå Hur gör vi när tolken uteblir?', 'channel');
    const { text } = await read();
    expect(text).not.toContain('tolken');
    expect(text).not.toMatch(/Johan|Sara|ATTENDEE|ORGANIZER/);
  });
});
