import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { graphCalendar } from '../../../src/adapters/graph/calendar.ts';
import { graphClient } from '../../../src/adapters/graph/client.ts';
import { type Invitation, Refused } from '../../../src/ports.ts';
import { calendarContract } from '../../contracts/calendar.ts';
import { type GraphCalendarWorld, graphCalendarWorld, mailbox } from './calendar-world.ts';

calendarContract('a mailbox through Graph, against the local one', graphCalendarWorld);

const invitation: Invitation = {
  subject: 'Kommunhubb Intro',
  start: '2027-03-16T13:00',
  end: '2027-03-16T14:00',
  online: true,
  place: '',
  attendees: [{ mail: 'sara@stad.example', name: 'Sara Nyström', needed: 'always' }],
  paragraphs: ['Välkomna.'],
  agendaUrl: '',
};

describe('what is asked of Graph', () => {
  let world: GraphCalendarWorld;
  beforeEach(async () => {
    world = await graphCalendarWorld();
  });
  afterEach(() => world.close());
  const lastSent = (method: string) => world.sent.findLast((one) => one.method === method)!;

  it('names the zone as Windows does, in the request and for the answer', async () => {
    await world.calendar.create(invitation, 'k');
    const { body, headers } = lastSent('POST');
    expect(body['start']).toEqual({ dateTime: '2027-03-16T13:00:00', timeZone: 'W. Europe Standard Time' });
    expect(headers.get('prefer')).toBe('outlook.timezone="W. Europe Standard Time"');
    expect(body).toMatchObject({ isOnlineMeeting: true, onlineMeetingProvider: 'teamsForBusiness' });
    expect(body).not.toHaveProperty('location');
  });

  it('gives a key the same transactionId every time, and another key another', async () => {
    for (const key of ['a', 'a', 'b']) await world.calendar.create(invitation, key);
    const ids = world.sent.filter(({ method }) => method === 'POST').map(({ body }) => body['transactionId']);
    expect(ids[0]).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    expect(ids[1]).toBe(ids[0]);
    expect(ids[2]).not.toBe(ids[0]);
  });

  it.each([
    ['2027-03-28', '2027-03-27T23:00:00Z', '2027-03-28T22:00:00Z'],
    ['2027-10-31', '2027-10-30T22:00:00Z', '2027-10-31T23:00:00Z'],
    ['2027-07-01', '2027-06-30T22:00:00Z', '2027-07-01T22:00:00Z'],
  ])('asks for the whole of %s, however long the day is', async (day, from, to) => {
    await world.calendar.between(day, day);
    const { searchParams } = lastSent('GET').url;
    expect([searchParams.get('startDateTime'), searchParams.get('endDateTime')]).toEqual([from, to]);
  });

  it.each([
    [400, true],
    [400, false],
    [409, true],
    [409, false],
  ] as const)('reads a duplicate back, told by %s, the event named: %s', async (status, named) => {
    for (let other = 0; other < 25; other++) await world.calendar.create(invitation, `other ${other}`);
    world.local.faults.tellDuplicates(status, named);
    const made = await world.calendar.create(invitation, 'k');
    expect(await world.calendar.create({ ...invitation, subject: 'Igen' }, 'k')).toEqual(made);
    expect(world.events()).toHaveLength(26);
  });

  it('changes only what differs, so that only those it concerns are told', async () => {
    const { id } = await world.calendar.create(invitation, 'k');
    const changed = async (changes: Partial<Invitation>) => {
      await world.calendar.change(id, { ...invitation, ...changes });
      return lastSent('PATCH').body;
    };
    const lena = { mail: 'lena@stad.example', name: 'Lena Sjöberg', needed: 'always' as const };
    expect(Object.keys(await changed({ attendees: [...invitation.attendees, lena] }))).toEqual(['attendees']);
    expect(Object.keys(await changed({ end: '2027-03-16T14:30' }))).toEqual(['start', 'end', 'attendees']);
    expect(await changed({})).toMatchObject({ end: { dateTime: '2027-03-16T14:00:00' } });
    expect(Object.keys(await changed({ paragraphs: ['Nytt'] }))).toEqual(['body']);
  });

  it('never has more than four requests under way', async () => {
    const keys = Array.from({ length: 10 }, (_, index) => `k${index}`);
    const made = await Promise.all(keys.map((key) => world.calendar.create(invitation, key)));
    expect(new Set(made.map(({ id }) => id)).size).toBe(10);
    expect(world.mostInFlight()).toBe(4);
    await Promise.all(made.flatMap(({ id }) => [world.calendar.read(id), world.calendar.change(id, invitation)]));
    expect(world.mostInFlight()).toBe(4);
  });

  it('lets the others go on when one fails', async () => {
    const strangers = Array.from({ length: 6 }, () => world.calendar.read('AAMk-not-there'));
    expect(await Promise.all(strangers)).toEqual(Array(6).fill('gone'));
    world.local.faults.breakDown(5);
    const broken = await Promise.allSettled(Array.from({ length: 5 }, (_, k) => world.calendar.create(invitation, `b${k}`)));
    expect(broken.map(({ status }) => status)).toEqual(Array(5).fill('rejected'));
    await expect(world.calendar.create(invitation, 'k')).resolves.toHaveProperty('id');
  });

  it('keeps the room that somebody has booked', async () => {
    const { id } = await world.calendar.create(invitation, 'k');
    const room = { emailAddress: { address: 'rum.eken@stad.example', name: 'Eken' }, type: 'resource' };
    const sara = { emailAddress: { address: 'sara@stad.example', name: 'Sara Nyström' }, type: 'required' };
    await patchByHand(id, { attendees: [sara, room] });
    expect(await world.calendar.read(id)).toMatchObject({ answers: [{ mail: 'sara@stad.example' }] });
    await world.calendar.change(id, invitation);
    await world.calendar.change(id, { ...invitation, attendees: [{ ...invitation.attendees[0]!, needed: 'when-needed' }] });
    expect(world.events()[0]?.asked).toEqual(['optional sara@stad.example', 'resource rum.eken@stad.example']);
  });

  it('hands what people write in the body back to the same event, and tells nobody of it', async () => {
    const { id } = await world.calendar.create(invitation, 'k');
    const typed = 'Ring 19900128-2384 före mötet';
    await patchByHand(id, {
      subject: typed,
      location: { displayName: typed },
      body: { contentType: 'html', content: `<html><body><p>${typed}</p></body></html>` },
    });
    const told = [
      await world.calendar.read(id),
      await world.calendar.between('2027-03-01', '2027-03-31'),
      await world.calendar.change(id, { ...invitation, paragraphs: ['Nytt'] }),
      await world.calendar.create(invitation, 'k'),
    ];
    expect(JSON.stringify(told)).not.toContain('2384');
    expect(JSON.stringify(lastSent('PATCH').body['body'])).toContain(typed);
  });

  async function patchByHand(event: string, body: object): Promise<void> {
    const path = `http://graph/v1.0/users/${mailbox}/events/${event}`;
    const answer = await world.local.app.request(path, { method: 'PATCH', body: JSON.stringify(body) });
    expect(answer.status).toBe(200);
  }

  it('waits as long as Graph says, and then goes on', async () => {
    world.local.faults.throttle(1, 1);
    const began = performance.now();
    await world.calendar.create(invitation, 'k');
    expect(performance.now() - began).toBeGreaterThan(900);
    expect(world.events()).toHaveLength(1);
  });

  it('is unavailable, and nothing is certain, when a gateway answers with a page of its own', async () => {
    world.local.faults.breakDown(1);
    await expect(world.calendar.create(invitation, 'k')).rejects.toMatchObject({
      name: 'Unavailable',
      status: 503,
      delivered: 'maybe',
    });
    world.local.faults.breakDown(1);
    await expect(world.calendar.between('2027-03-01', '2027-03-31')).resolves.toEqual([]);
  });

  it('does not take a mailbox that is not there for meetings that are gone', async () => {
    const { id } = await world.calendar.create(invitation, 'k');
    const elsewhere = graphCalendar({ client: clientTo(world.local), mailbox: 'annan@stad.example' });
    for (const asked of [elsewhere.read(id), elsewhere.change(id, invitation), elsewhere.create(invitation, 'k')])
      await expect(asked).rejects.toThrow(/no such mailbox.*SAMVERKAN_CALENDAR_MAILBOX/);
  });
});

describe('what Graph may answer', () => {
  const answering = (...answers: [status: number, body: object][]) => {
    const send: typeof fetch = async () => {
      const [status, body] = answers.length > 1 ? answers.shift()! : answers[0]!;
      return Response.json(body, { status });
    };
    return graphCalendar({ client: graphClient({ token: async () => 'any', send }), mailbox });
  };
  const time = (dateTime: string, timeZone = 'W. Europe Standard Time') => ({ dateTime, timeZone });
  const shown = {
    id: 'e',
    webLink: 'https://outlook.example/e',
    start: time('2027-03-16T13:00:00.0000000'),
    end: time('2027-03-16T14:00:00.0000000'),
    attendees: [],
  };

  it('no right to the mailbox: says how it is given', async () => {
    const error = { code: 'ErrorAccessDenied', message: 'Access to OData is disabled.' };
    const refusal = await answering([403, { error }])
      .read('e')
      .catch((reason: unknown) => reason);
    expect(refusal).toBeInstanceOf(Refused);
    expect(refusal).toMatchObject({ status: 403, message: expect.stringMatching(/RBAC for Applications.*two hours/) });
  });

  it('a cancelled event is gone', async () => {
    expect(await answering([200, { ...shown, isCancelled: true }]).read('e')).toBe('gone');
    expect(await answering([200, { ...shown, isCancelled: true }]).change('e', invitation)).toBe('gone');
    expect(
      await answering([200, { value: [{ ...shown, isCancelled: true }, shown] }]).between('2027-03-16', '2027-03-16'),
    ).toHaveLength(1);
  });

  it('times in UTC all the same', async () => {
    const summer = { ...shown, start: time('2027-07-01T11:00:00.0000000', 'UTC'), end: time('2027-07-01T22:30:00', 'UTC') };
    expect(await answering([200, summer]).read('e')).toMatchObject({ start: '2027-07-01T13:00', end: '2027-07-02T00:30' });
  });

  it.each([
    ['no times', { ...shown, start: undefined }],
    ['a zone we did not ask for', { ...shown, start: time('2027-03-16T13:00:00', 'Pacific Standard Time') }],
    ['no object', [] as object],
  ])('%s: is not believed', async (_, answer) => {
    await expect(answering([200, answer]).read('e')).rejects.toMatchObject({
      name: 'Unavailable',
      message: expect.stringMatching(/not what Graph documents/),
    });
  });

  it('deleted between the look and the change: gone', async () => {
    const gone = { error: { code: 'ErrorItemNotFound', message: '' } };
    expect(await answering([200, shown], [404, gone]).change('e', invitation)).toBe('gone');
  });

  it('the mailbox itself among those who take part: is not asked, and nobody is told', async () => {
    const own = { type: 'required', status: { response: 'organizer' }, emailAddress: { address: mailbox } };
    const sara = { type: 'required', emailAddress: { address: 'Sara@stad.example' } };
    const body = { contentType: 'html', content: '<div id="samverkan"><p>V&auml;lkomna.</p></div>' };
    const there = { ...shown, subject: 'Kommunhubb Intro', attendees: [own, sara], isOnlineMeeting: true, body };
    const answer = await answering([200, there], [500, {}]).change('e', invitation);
    expect(answer).toMatchObject({ answers: [{ mail: 'Sara@stad.example', answer: 'none' }] });
  });

  it('a calendar that tells its view only: is read from it', async () => {
    const told = { scheduleId: 'omar@af.example', availabilityView: '0022200001340' };
    const busy = await answering([200, { value: [told] }]).busy(
      ['omar@af.example', 'x@af.example'],
      '2027-03-28T01:00',
      '2027-03-28T09:00',
    );
    expect(busy.get('omar@af.example')).toEqual([
      { start: '2027-03-28T01:30', end: '2027-03-28T03:15' },
      { start: '2027-03-28T04:15', end: '2027-03-28T04:30' },
      { start: '2027-03-28T04:30', end: '2027-03-28T04:45', away: true },
    ]);
    expect(busy.get('x@af.example')).toBe('unknown');
  });

  it('a read-back that fails: the event is in the calendar for all that', async () => {
    const duplicate = { error: { code: 'ErrorDuplicateTransactionId', message: '', '@event.existingEventId': 'e' } };
    const asked = answering([409, duplicate], [500, {}]).create(invitation, 'k');
    await expect(asked).rejects.toMatchObject({
      name: 'Unavailable',
      delivered: 'maybe',
      message: expect.stringMatching(/next try reads it/),
    });
  });
});

function clientTo(local: GraphCalendarWorld['local']) {
  const send: typeof fetch = async (input, init) => local.app.request(String(input), init);
  return graphClient({ token: async () => 'any', send });
}
