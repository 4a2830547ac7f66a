import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { mailbox } from './library-of-tests.ts';
import { type LocalWorld, localWorld } from './local-world.ts';

const events = `/users/${mailbox}/events`;
const zone = 'W. Europe Standard Time';
const inOurZone = { prefer: `outlook.timezone="${zone}"` };
const meeting = {
  subject: 'Kommunhubb Intro',
  start: { dateTime: '2027-03-16T13:00:00', timeZone: zone },
  end: { dateTime: '2027-03-16T14:00:00', timeZone: zone },
  body: { contentType: 'html', content: '<p>Hej</p><!-- anteckning --><script>alert(1)</script>' },
  attendees: [{ emailAddress: { address: 'sara@stad.example', name: 'Sara' }, type: 'required' }],
  isOnlineMeeting: true,
  onlineMeetingProvider: 'teamsForBusiness',
  transactionId: 't1',
};

let world: LocalWorld;
beforeEach(async () => {
  world = await localWorld({ mailbox });
});
afterEach(() => world.close());
const create = (changes: object = {}) => world.ask('POST', events, { ...meeting, ...changes }, inOurZone);
const at = (id: string) => `${events}/${encodeURIComponent(id)}`;

describe('the calendar of the local samarbetsyta', () => {
  it('answers in UTC unless another zone is preferred', async () => {
    const { json } = await create();
    expect(json.start).toEqual({ dateTime: '2027-03-16T13:00:00.0000000', timeZone: zone });
    expect((await world.ask('GET', at(json.id))).json.start).toEqual({
      dateTime: '2027-03-16T12:00:00.0000000',
      timeZone: 'UTC',
    });
    expect((await world.ask('GET', `${at(json.id)}?$select=subject`)).json).toEqual({
      '@odata.etag': expect.any(String),
      subject: 'Kommunhubb Intro',
    });
  });

  it('puts a Teams link into the body, and loses the meeting when it is taken out again', async () => {
    const { json } = await create();
    expect(json).toMatchObject({
      isOnlineMeeting: true,
      onlineMeeting: { joinUrl: expect.stringMatching(/^https:.*meetup-join/) },
    });
    expect(json.body.content).toContain(json.onlineMeeting.joinUrl);
    expect(json.body.content).not.toMatch(/script|anteckning/);
    const still = await world.ask('PATCH', at(json.id), { isOnlineMeeting: false });
    expect(still.json.isOnlineMeeting).toBe(true);
    const kept = await world.ask('PATCH', at(json.id), {
      body: { contentType: 'html', content: `<p>Nytt</p>${json.body.content}` },
    });
    expect(kept.json.isOnlineMeeting).toBe(true);
    const lost = await world.ask('PATCH', at(json.id), { body: { contentType: 'html', content: '<p>Nytt</p>' } });
    expect(lost.json).toMatchObject({ isOnlineMeeting: false, onlineMeeting: null });
  });

  it.each([
    ['a zone Graph does not document', { start: { ...meeting.start, timeZone: 'Europe/Stockholm' } }],
    ['an end before the start', { end: { ...meeting.end, dateTime: '2027-03-16T12:00:00' } }],
    ['a time that is none', { start: { ...meeting.start, dateTime: 'tisdag' } }],
    ['an address that is none', { attendees: [{ emailAddress: { address: 'Sara' }, type: 'required' }] }],
  ])('refuses %s', async (_, wrong) => {
    expect((await create(wrong)).status).toBe(400);
    expect(world.local.outlook?.events()).toEqual([]);
  });

  it('refuses a second event of one transaction, also when the first is deleted', async () => {
    const { json } = await create();
    const again = await create({ subject: 'Igen' });
    expect(again).toMatchObject({
      status: 409,
      json: { error: { code: 'ErrorDuplicateTransactionId', '@event.existingEventId': json.id } },
    });
    await world.ask('DELETE', at(json.id));
    const { error } = (await create()).json;
    expect(error).toMatchObject({ code: 'ErrorDuplicateTransactionId' });
    expect(error).not.toHaveProperty('@event.existingEventId');
    expect((await create({ transactionId: 't2' })).status).toBe(201);
  });

  it('has no event any longer that was cancelled', async () => {
    const { json } = await create();
    expect((await world.ask('POST', `${at(json.id)}/cancel`, { Comment: 'Inställt' })).status).toBe(202);
    expect(await world.ask('GET', at(json.id))).toMatchObject({ status: 404, json: { error: { code: 'ErrorItemNotFound' } } });
  });

  it('is the calendar of one mailbox', async () => {
    const other = '/users/annan@stad.example/events';
    expect(await world.ask('GET', other)).toMatchObject({ status: 404, json: { error: { code: 'ErrorInvalidUser' } } });
    expect((await world.ask('GET', `/users/${encodeURIComponent(mailbox.toUpperCase())}/events`)).status).toBe(200);
  });

  it('reads an offset in a view, and takes a time without one as UTC', async () => {
    await create();
    const view = async (from: string, to: string) => {
      const query = new URLSearchParams({ startDateTime: from, endDateTime: to });
      return (await world.ask('GET', `/users/${mailbox}/calendarView?${query}`)).json.value.length;
    };
    expect(await view('2027-03-16T13:00:00+01:00', '2027-03-16T14:00:00+01:00')).toBe(1);
    expect(await view('2027-03-16T13:00:00', '2027-03-16T14:00:00')).toBe(0);
    expect(await view('2027-03-16T12:59:00Z', '2027-03-16T13:00:00Z')).toBe(1);
    expect((await world.ask('GET', `/users/${mailbox}/calendarView`)).status).toBe(400);
  });

  it('shows who is taken of its own organisation, and of no other, twenty at a time', async () => {
    await create();
    const ask = (schedules: string[]) =>
      world.ask('POST', `/users/${mailbox}/calendar/getSchedule`, {
        schedules,
        startTime: { dateTime: '2027-03-16T12:00:00', timeZone: zone },
        endTime: { dateTime: '2027-03-16T15:00:00', timeZone: zone },
      });
    const told = async () => (await ask(['sara@stad.example'])).json.value[0];
    expect(await told()).toMatchObject({ availabilityView: '001100', scheduleItems: [{ status: 'tentative' }] });
    const [event] = world.local.outlook!.events();
    world.local.outlook!.answer(event!.id, 'sara@stad.example', 'accepted');
    expect(await told()).toMatchObject({ availabilityView: '002200', scheduleItems: [{ status: 'busy' }] });
    world.local.outlook!.answer(event!.id, 'sara@stad.example', 'declined');
    expect(await told()).toMatchObject({ availabilityView: '000000', scheduleItems: [] });
    expect((await ask(['omar@af.example'])).json.value[0]).toMatchObject({ error: { responseCode: expect.any(String) } });
    expect((await ask(Array.from({ length: 21 }, (_, k) => `p${k}@stad.example`))).status).toBe(400);
  });

  it('remembers everything over a restart', async () => {
    const { json } = await create();
    world.local.outlook!.answer(json.id, 'sara@stad.example', 'accepted');
    world.local.outlook!.take('sara@stad.example', '2027-03-17T09:00', '2027-03-17T10:00');
    world.local.outlook!.take('sara@stad.example', '2027-03-18T00:00', '2027-03-19T00:00', 'oof');
    world.local.outlook!.take('sara@stad.example', '2027-03-25T00:00', '2027-03-26T00:00', 'oof');
    world.local.outlook!.back('Sara@stad.example', '2027-03-18T00:00', '2027-03-19T00:00');
    const deleted = (await create({ transactionId: 't2' })).json;
    world.local.outlook!.remove(deleted.id);
    const before = (await world.ask('GET', at(json.id))).json;
    await world.restart();
    expect((await world.ask('GET', at(json.id))).json).toEqual({ ...before, webLink: expect.any(String) });
    const out = world.local.outlook!.taken('sara@stad.example').filter(({ status }) => status === 'oof');
    expect(
      out.map(({ start }) => start.slice(0, 10)),
      'who is back is back',
    ).toEqual(['2027-03-24']);
    expect((await create()).status).toBe(409);
    expect((await create({ transactionId: 't2' })).status).toBe(409);
    expect((await world.ask('GET', events)).json.value).toHaveLength(1);
  });
});

describe('what people do in Outlook', () => {
  const outlook = async (method: string, path: string, body?: object) => {
    const answer = await fetch(`${world.url}/outlook${path}`, { method, ...(body ? { body: JSON.stringify(body) } : {}) });
    return { status: answer.status, headers: answer.headers, text: await answer.text() };
  };

  it('is seen in Graph: an answer, another time, a deletion', async () => {
    const { json } = await create();
    const path = `/events/${encodeURIComponent(json.id)}`;
    expect((await outlook('POST', `${path}/answer`, { mail: 'SARA@stad.example', answer: 'declined' })).status).toBe(200);
    expect((await outlook('POST', `${path}/time`, { start: '2027-03-17T09:00', end: '2027-03-17T10:00' })).status).toBe(200);
    expect((await world.ask('GET', at(json.id), undefined, inOurZone)).json).toMatchObject({
      start: { dateTime: '2027-03-17T09:00:00.0000000' },
      attendees: [{ status: { response: 'declined', time: '2027-03-01T08:00:00Z' } }],
    });
    expect(JSON.parse((await outlook('GET', '/events')).text)).toMatchObject([
      { id: json.id, text: expect.stringMatching(/^Hej/) },
    ]);
    expect((await outlook('DELETE', path)).status).toBe(200);
    expect((await world.ask('GET', at(json.id))).status).toBe(404);
  });

  it('is refused for what is not there, and for what is none', async () => {
    const { json } = await create();
    const path = `/events/${encodeURIComponent(json.id)}`;
    expect((await outlook('POST', `${path}/answer`, { mail: 'lena@stad.example', answer: 'declined' })).status).toBe(400);
    expect((await outlook('POST', `${path}/answer`, { mail: 'sara@stad.example', answer: 'kanske' })).status).toBe(400);
    expect((await outlook('POST', `${path}/time`, { start: 'i morgon', end: '' })).status).toBe(400);
    expect((await outlook('DELETE', '/events/AAMk')).status).toBe(400);
  });

  it('begins with the link of the event, where nothing that is written runs', async () => {
    const { json } = await create();
    const { status, headers, text } = await outlook('GET', new URL(json.webLink).pathname.replace('/outlook', ''));
    expect(status).toBe(200);
    expect(text).toContain('Hej');
    expect(headers.get('content-security-policy')).toMatch(/^sandbox/);
    expect((await outlook('GET', '/AAMk')).status).toBe(404);
  });

  it('has no calendar where there is no mailbox', async () => {
    const without = await localWorld();
    expect(without.local.outlook).toBeUndefined();
    expect((await without.ask('GET', events)).status).toBe(404);
    await without.close();
  });
});
