import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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
    const linkOf = (card: unknown) => String(actionsOf(card as never).find((one) => one['type'] === 'Action.OpenUrl')!['url']);
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

  it('says nothing of what is discussed or by whom', async () => {
    await hub.say('per', 'föreslå Hur gör vi när tolken uteblir?', 'channel');
    const { text } = await read();
    expect(text).not.toContain('tolken');
    expect(text).not.toMatch(/Johan|Sara|ATTENDEE|ORGANIZER/);
  });
});
