import { describe, expect, it } from 'vitest';
import type { Agreement } from '../../src/domain/agreement.ts';
import { plan } from '../../src/domain/cadence.ts';
import { wallClock } from '../../src/domain/meeting.ts';
import { ownText } from '../../src/domain/privacy.ts';
import { longDate } from '../../src/domain/swedish.ts';
import { documentFiled } from '../../src/flows/file-document.ts';
import { lookAtCalendar } from '../../src/flows/look-at-calendar.ts';
import { moveMeeting } from '../../src/flows/move-meeting.ts';
import { planEverything, runSteps } from '../../src/flows/run-steps.ts';
import { watchedPlaces } from '../../src/flows/watch-sources.ts';
import { hub, stockholm } from '../support/agreement.ts';
import { type MemoryCalendar, memoryCalendar } from '../support/calendar.ts';
import { at } from '../support/clock.ts';
import { type SmallProduct, smallProduct } from '../support/small-product.ts';

const MEETING = 'hub-intro-2027-03-16';
const BEGIN = '2027-03-08T09:00';
const mailOf = (id: string) => stockholm.people.find((person) => person.id === id)!.mail!;
const johan = stockholm.people.find(({ id }) => id === 'johan')!;

/** A hub whose meetings are planned and in the calendar. */
async function planned(options: { probe?: (point: string) => void } = {}): Promise<SmallProduct & { calendar: MemoryCalendar }> {
  const calendar = memoryCalendar();
  const small = await smallProduct({ now: BEGIN, calendar, ...options });
  await planEverything(small.product);
  await small.work();
  return { ...small, calendar };
}

const meetings = ({ product }: SmallProduct) => product.store.read((reader) => reader.meetings('hub-intro'));
const kept = ({ product }: SmallProduct, id = MEETING) => product.store.read((reader) => reader.calendarEvent(id));
async function look(small: SmallProduct) {
  await lookAtCalendar(small.product);
  await small.work();
}
async function move(small: SmallProduct, to: string, cause = 'move-1') {
  const moved = await moveMeeting(small.product, { person: johan, cause }, MEETING, to, ownText('Lokalen är stängd'));
  expect(moved).toMatchObject({ ok: true });
}

describe('a meeting stands in the calendar', () => {
  it('once each from the day it is planned, at its own time', async () => {
    const small = await planned();
    const all = await meetings(small);
    const year = plan(hub, at(BEGIN).toPlainDate(), at('2028-03-08T00:00').toPlainDate()).meetings;
    expect(all.map(({ id, start }) => [id, start])).toEqual(year.map((one) => [one.id, wallClock(one.start)]));
    expect(all.length).toBeGreaterThan(15);
    expect(small.calendar.all.map(({ event }) => [event.start, event.end])).toEqual(all.map(({ start, end }) => [start, end]));
    expect(small.calendar.all.map(({ key }) => key)).toEqual(all.map(({ id }) => `${id}/0`));
    expect(small.errors).toEqual([]);
    expect(await kept(small)).toMatchObject({
      generation: 0,
      id: small.calendar.all[0]!.event.id,
      webUrl: expect.stringMatching(/^https/),
    });
  });

  it('of which the nearest three only have something due around them', async () => {
    const small = await planned();
    const waiting = async () =>
      new Set((await small.product.store.read((reader) => reader.openSteps())).map(({ meeting }) => meeting));
    const ids = (await meetings(small)).map(({ id }) => id);
    expect([...(await waiting())]).toEqual(ids.slice(0, 3));
    // A product that has stood still for three months: what went by is taken up, late rather than never.
    small.to('2027-06-08T09:00');
    await planEverything(small.product);
    const now = await meetings(small);
    const over = now.filter(({ end }) => end <= '2027-06-08T09:00').length;
    expect([...(await waiting())].toSorted()).toEqual(now.slice(0, over + 3).map(({ id }) => id));
  });

  it('as far ahead as the definition says, and never fewer than three', async () => {
    const within = async (months: number) => {
      const agreement = { ...stockholm, forums: [hub], heldAhead: { ...stockholm.heldAhead, months } };
      const small = await smallProduct({ now: BEGIN, calendar: undefined, agreement });
      await planEverything(small.product);
      return (await meetings(small)).map(({ start }) => start.slice(0, 10));
    };
    expect(await within(1)).toHaveLength(3);
    expect((await within(4)).at(-1)).toBe('2027-07-06');
  });

  it('with one word in the channel about the whole series, and none about the one a fortnight adds', async () => {
    const small = await planned();
    const words = () => small.said.filter(({ key }) => key.startsWith('booked/'));
    const [word] = words();
    const last = (await meetings(small)).at(-1)!;
    expect(words()).toMatchObject([{ to: { forum: 'hub-intro' } }]);
    const { text: said } = word!.view.data as { text: string };
    expect(said.replaceAll('\u00a0', ' ')).toBe(
      `Mötena till och med ${longDate(last.start)} läggs nu i era kalendrar: ${small.calendar.all.length} inbjudningar, den första till 16 mars 2027.`.replaceAll(
        '\u00a0',
        ' ',
      ),
    );
    small.to('2027-03-24T03:30');
    await planEverything(small.product);
    await small.work();
    expect(small.calendar.all.length).toBe((await meetings(small)).length);
    expect((await meetings(small)).length).toBeGreaterThan(20);
    expect(words()).toHaveLength(1);
  });

  it('and one it will not take keeps none of the others out', async () => {
    const calendar = memoryCalendar();
    calendar.next = 'refused';
    const small = await smallProduct({ now: BEGIN, calendar });
    await planEverything(small.product);
    await small.work();
    const all = await meetings(small);
    expect(calendar.all.map(({ key }) => key)).toEqual(all.slice(1).map(({ id }) => `${id}/0`));
    expect(small.told('johan').join()).toContain('kunde inte läggas i kalendern');
    expect(small.errors).toMatchObject([{ meeting: MEETING }]);
    await planEverything(small.product);
    await small.work();
    expect(calendar.of(MEETING)).toHaveLength(1);
    expect(calendar.all).toHaveLength(all.length);
  });

  it('and is not touched again by another start, or another night', async () => {
    const small = await planned();
    const calls = small.calendar.calls.length;
    await planEverything(small.product);
    await planEverything(small.product);
    await small.work();
    expect(small.calendar.calls).toHaveLength(calls);
  });

  it('also when it was planned before there was a calendar; one that has begun is left alone', async () => {
    const small = await smallProduct({ now: BEGIN, calendar: undefined });
    await planEverything(small.product);
    await small.work();
    expect(watchedPlaces(small.product)).not.toContain('calendar');
    small.to('2027-03-16T13:30');
    const calendar = memoryCalendar();
    const later = { ...small.product, calendar: calendar as unknown as SmallProduct['product']['calendar'] };
    await planEverything(later);
    const open = await later.store.read((reader) => reader.openEffects());
    const asked = open
      .filter(({ kind }) => kind === 'event')
      .flatMap(({ payload }) => (payload as { meetings: string[] }).meetings);
    expect(asked).not.toContain(MEETING);
    expect(asked).toContain('hub-intro-2027-03-30');
    expect(watchedPlaces(later)).toContain('calendar');
  });

  it('without a calendar nothing is said or done', async () => {
    const small = await smallProduct({ now: BEGIN, calendar: undefined });
    await planEverything(small.product);
    await look(small);
    expect((await small.product.store.read((reader) => reader.openEffects())).map(({ kind }) => kind)).not.toContain('event');
  });

  it('and moves as the same event, with everybody told once and the reason in it', async () => {
    const small = await planned();
    const { id } = small.calendar.of(MEETING)[0]!.event;
    await move(small, '2027-03-17T13:00');
    await small.work();
    const [lies, ...more] = small.calendar.of(MEETING);
    expect(more).toEqual([]);
    expect(lies!.event).toMatchObject({ id, start: '2027-03-17T13:00', end: '2027-03-17T14:00' });
    expect(lies!.told).toBe(2);
    expect(lies!.invitation.paragraphs[0]).toContain('Skäl: Lokalen är stängd.');
    await look(small);
    expect(lies!.told).toBe(2);
  });

  it('and says the last of two moves, when the calendar was away for the first', async () => {
    const small = await planned();
    await move(small, '2027-03-17T13:00');
    await move(small, '2027-03-18T13:00', 'move-2');
    await small.work();
    expect(small.calendar.of(MEETING)[0]).toMatchObject({ event: { start: '2027-03-18T13:00' }, told: 2 });
  });

  it('and links to the agenda when it has been filed', async () => {
    const small = await planned();
    await runStepsTo(small, '2027-03-11T08:00');
    const url = 'https://samarbetsyta.example/dagordning.docx';
    const payload = { meeting: MEETING, type: 'dagordning', path: 'x/dagordning.docx' } as Parameters<typeof documentFiled>[2];
    const filed = { filed: { id: 'i', eTag: 'e', webUrl: url }, words: '' };
    await small.product.store.change((change) => documentFiled(small.product, change, payload, filed, new Map()));
    await small.work();
    expect(small.calendar.of(MEETING)[0]!.invitation.agendaUrl).toBe(url);
  });

  it('and asks somebody new as soon as the roster has them, in the same event', async () => {
    const small = await planned();
    const { id } = small.calendar.of(MEETING)[0]!.event;
    const people = stockholm.people.map((one) => (one.id === 'kim' ? { ...one, whenNeeded: ['hub-intro'] } : one));
    const later = { ...small.product, agreement: { ...small.product.agreement, people } as Agreement };
    await planEverything(later);
    Object.assign(small.product, { agreement: later.agreement });
    await small.work();
    const [lies] = small.calendar.of(MEETING);
    expect(lies!.event.id).toBe(id);
    expect(lies!.invitation.attendees).toContainEqual({ mail: mailOf('kim'), name: 'Kim Berg', needed: 'when-needed' });
  });
});

describe('when the calendar fails', () => {
  it.each(['create', 'change'] as const)('an answer to %s that is lost leaves one event, with what is true now', async (call) => {
    const small = await planned();
    if (call === 'create') {
      small.calendar.remove(MEETING);
      await lookAtCalendar(small.product);
    } else await move(small, '2027-03-17T13:00');
    small.calendar.next = 'lost';
    await small.work();
    await move(small, '2027-03-18T13:00', 'move-2');
    await small.work();
    await small.work();
    expect(small.calendar.of(MEETING)).toMatchObject([{ event: { start: '2027-03-18T13:00' } }]);
  });

  it.each(['effect:claimed', 'effect:before-call', 'effect:called', 'effect:before-ledger'])(
    'a product that is killed at %s leaves one event of each meeting',
    async (point) => {
      let left = 1;
      const calendar = memoryCalendar();
      const probe = (passed: string) => {
        if (passed === point && left-- === 1) throw new Error('killed');
      };
      const small = await smallProduct({ now: BEGIN, calendar, probe });
      await planEverything(small.product);
      await small.work().catch((error: Error) => expect(error.message).toBe('killed'));
      await small.work();
      await small.work();
      expect(calendar.all.map(({ key }) => key).toSorted()).toEqual((await meetings(small)).map(({ id }) => `${id}/0`));
      for (const { id, start } of await meetings(small)) expect(calendar.of(id)).toMatchObject([{ event: { start } }]);
    },
  );

  it('a mailbox that does not let us in is told of once, with what to do, and takes everything when it does', async () => {
    const calendar = memoryCalendar();
    const small = await smallProduct({ now: BEGIN, calendar });
    await planEverything(small.product);
    for (let night = 0; night < 3; night += 1) {
      calendar.next = 'no right';
      await small.work();
    }
    await small.work();
    expect(small.told('johan')).toEqual([expect.stringContaining('Jag släpps inte in i brevlådan')]);
    const detail = (small.said.find(({ key }) => key.startsWith('calendar-closed/'))!.view.data as { detail: string }).detail;
    expect(detail).toContain('manifest/permissions.md');
    const all = await meetings(small);
    expect(calendar.all.map(({ key }) => key).toSorted()).toEqual(all.map(({ id }) => `${id}/0`).toSorted());
    expect(small.errors).toEqual([]);
  });

  it('a meeting it will not take is told to the convener in one sentence, once, and tried again the next night', async () => {
    const calendar = memoryCalendar();
    const small = await smallProduct({ now: BEGIN, calendar });
    await planEverything(small.product);
    calendar.next = 'refused';
    await small.work();
    expect(small.told('johan').map((text) => text.replaceAll('\u00a0', ' '))).toEqual([
      'Mötet 16 mars 2027 kunde inte läggas i kalendern. Be administratören titta i loggen.',
    ]);
    expect(calendar.of(MEETING)).toEqual([]);
    small.to('2027-03-09T03:30');
    await planEverything(small.product);
    await small.work();
    expect(calendar.of(MEETING)).toHaveLength(1);
    expect(small.told('johan')).toHaveLength(1);
  });

  it('an event that was made and deleted before we heard of it is made anew, with a word about it', async () => {
    const calendar = memoryCalendar();
    const small = await smallProduct({ now: BEGIN, calendar });
    await planEverything(small.product);
    calendar.next = 'lost';
    await small.work();
    calendar.remove(MEETING);
    await small.work();
    expect(calendar.of(MEETING)).toMatchObject([{ key: `${MEETING}/1` }]);
    expect(await kept(small)).toMatchObject({ generation: 1 });
    expect(small.told('johan')).toHaveLength(1);
  });
});

describe('what somebody does to a meeting in Outlook', () => {
  it('a deletion is put right, and the convener reads that it is not cancelled and how it is moved', async () => {
    const small = await planned();
    small.calendar.remove(MEETING);
    await look(small);
    expect(small.calendar.of(MEETING)).toMatchObject([{ key: `${MEETING}/1`, event: { start: '2027-03-16T13:00' } }]);
    const told = small.said.find(({ to }) => (to as { person?: string }).person === 'johan')!;
    const said = JSON.stringify(told.view.data).replaceAll('\u00a0', ' ');
    expect(said).toContain('Mötet 16 mars 2027 var borttaget ur kalendern. Det är inte avbokat: jag har lagt tillbaka det.');
    expect(said).toContain('Mötena ska ej avbokas (Bilaga nyanlända, N 1.8).');
    expect(told.view.data).toMatchObject({ buttons: [{ verb: 'move', dialog: true, data: { meeting: MEETING } }] });
  });

  it('a deletion in a forum that nobody convenes is told in its channel, once, without a way that nobody has', async () => {
    const people = stockholm.people.map((person) => ({ ...person, convenes: [] }));
    const calendar = memoryCalendar();
    const small = {
      ...(await smallProduct({ now: BEGIN, calendar, agreement: { ...stockholm, forums: [hub], people } })),
      calendar,
    };
    await planEverything(small.product);
    await small.work();
    for (let times = 0; times < 2; times += 1) {
      calendar.remove(MEETING);
      await look(small);
    }
    expect(calendar.of(MEETING)).toMatchObject([{ key: `${MEETING}/2` }]);
    const told = small.said.filter(({ key }) => key.startsWith('put-back/'));
    expect(told).toMatchObject([{ to: { forum: 'hub-intro' } }]);
    expect(JSON.stringify(told[0]!.view.data)).toMatch(/jag har lagt tillbaka det\..*Forumet har ingen sammankallande/);
    expect(told[0]!.view.data).not.toMatchObject({ buttons: [{ verb: 'move' }] });
  });

  it('another time is put back, never followed, with the time it had been given', async () => {
    const small = await planned();
    small.calendar.drag(MEETING, '2027-03-19T10:00', '2027-03-19T11:00');
    await look(small);
    expect(small.calendar.of(MEETING)).toMatchObject([{ key: `${MEETING}/0`, event: { start: '2027-03-16T13:00' } }]);
    expect((await meetings(small))[0]).toMatchObject({ id: MEETING, start: '2027-03-16T13:00' });
    const [told] = small.told('johan').map((text) => text.replaceAll('\u00a0', ' '));
    expect(told).toContain('hade fått en annan tid i Outlook, fredag 19 mars 2027 kl. 10.00–11.00');
  });

  it('also beyond the last meeting, where it is not among those that lie ahead', async () => {
    const small = await planned();
    small.calendar.drag(MEETING, '2028-03-19T10:00', '2028-03-19T11:00');
    await look(small);
    expect(small.calendar.of(MEETING)).toMatchObject([{ key: `${MEETING}/0`, event: { start: '2027-03-16T13:00' } }]);
  });

  it('again and again is put right each time, told once a day, and left till tomorrow when something takes it away at once', async () => {
    const small = await planned();
    for (let times = 0; times < 8; times += 1) {
      small.calendar.remove(MEETING);
      await look(small);
    }
    expect(small.calendar.all.filter(({ key }) => key.startsWith(MEETING))).toHaveLength(6);
    expect(small.told('johan')).toHaveLength(1);
    small.to('2027-03-09T09:00');
    await look(small);
    expect(small.calendar.of(MEETING)).toHaveLength(1);
    expect(small.told('johan')).toHaveLength(2);
  });

  it('nothing is taken for a change that we are just making ourselves', async () => {
    const small = await planned();
    await move(small, '2027-03-17T13:00');
    await lookAtCalendar(small.product);
    await small.work();
    expect(small.calendar.of(MEETING)).toMatchObject([{ key: `${MEETING}/0`, event: { start: '2027-03-17T13:00' }, told: 2 }]);
    expect(small.told('johan')).toEqual([]);
  });

  it('a meeting that has begun is left alone', async () => {
    const small = await planned();
    small.to('2027-03-16T13:00');
    small.calendar.remove(MEETING);
    await look(small);
    expect(small.calendar.of(MEETING)).toEqual([]);
  });

  it('an event of somebody else’s in the same calendar is not ours', async () => {
    const small = await planned();
    const [lies] = small.calendar.all;
    await small.calendar.create({ ...lies!.invitation, subject: 'Lunch' }, 'somebody else’s');
    const calls = small.calendar.calls.length;
    await look(small);
    expect(small.calendar.calls.slice(calls)).toEqual(['between']);
  });
});

describe('what people answer', () => {
  const cards = (small: SmallProduct) => small.said.filter(({ key }) => key === `agenda/${MEETING}`);
  const shown = (small: SmallProduct) => cards(small).at(-1)!.view.data as { answers: { unit: string; accepted: number }[] };

  it('is on the agenda card, which moves only when what it shows is new', async () => {
    const small = await planned();
    await runStepsTo(small, '2027-03-09T08:00');
    small.calendar.answer(MEETING, mailOf('sara'), 'accepted');
    await look(small);
    expect(shown(small).answers).toContainEqual(
      expect.objectContaining({ unit: 'AF Järva', asked: 2, accepted: 1, declined: 0, empty: false }),
    );
    const before = cards(small).length;
    await look(small);
    small.calendar.answer(MEETING, mailOf('sara'), 'none');
    small.calendar.answer(MEETING, mailOf('johan'), 'accepted');
    await look(small);
    // Another person of the same unit: kept, and nothing new to read.
    expect(await kept(small)).toMatchObject({ answers: { sara: 'none', johan: 'accepted' } });
    expect(cards(small)).toHaveLength(before);
  });

  it('of somebody the invitation was forwarded to is nobody’s', async () => {
    const small = await planned();
    const [lies] = small.calendar.of(MEETING);
    lies!.event = { ...lies!.event, answers: [...lies!.event.answers, { mail: 'x@elsewhere.example', answer: 'accepted' }] };
    await look(small);
    expect(Object.keys((await kept(small))!.answers).toSorted()).toEqual(['amina', 'johan', 'lena', 'omar', 'per', 'sara']);
  });

  it('empties a unit when all in it say no: the card says so, and the convener once, from the day the agenda is published', async () => {
    const small = await planned();
    await runStepsTo(small, '2027-03-09T08:00');
    small.calendar.answer(MEETING, mailOf('lena'), 'declined');
    await look(small);
    expect(shown(small).answers).toContainEqual(
      expect.objectContaining({ unit: 'AF Globen/Liljeholmen/Skärholmen', empty: true }),
    );
    expect(small.told('johan')).toEqual([]);
    await runStepsTo(small, '2027-03-11T08:00');
    const omarIsAway = 'Ingen kommer från AF City/Vällingby och AF Globen/Liljeholmen/Skärholmen till mötet tisdag 16 mars 2027.';
    expect(small.told('johan').map((text) => text.replaceAll('\u00a0', ' '))).toEqual([omarIsAway]);
    small.calendar.answer(MEETING, mailOf('per'), 'declined');
    await look(small);
    await look(small);
    expect(small.told('johan').slice(1)).toEqual([]);
    const people = small.product.agreement.people.filter(({ id }) => id !== 'amina');
    Object.assign(small.product, { agreement: { ...small.product.agreement, people } });
    small.calendar.answer(MEETING, mailOf('sara'), 'declined');
    await look(small);
    await look(small);
    expect(
      small
        .told('johan')
        .slice(1)
        .map((text) => text.replaceAll('\u00a0', ' ')),
    ).toEqual(['Ingen kommer från Intro Stockholm, sektionen för ekonomiskt bistånd till mötet tisdag 16 mars 2027.']);
  });

  it('is asked for anew when the meeting has moved, and a unit that empties again is told of again', async () => {
    const small = await planned();
    await runStepsTo(small, '2027-03-11T08:00');
    small.calendar.answer(MEETING, mailOf('lena'), 'declined');
    await look(small);
    await move(small, '2027-03-18T13:00');
    await small.work();
    expect((await kept(small))!.answers['lena']).toBe('none');
    small.to('2027-03-16T09:00');
    small.calendar.answer(MEETING, mailOf('lena'), 'declined');
    await look(small);
    expect(small.told('johan').at(-1)!.replaceAll('\u00a0', ' ')).toContain('till mötet torsdag 18 mars 2027');
  });
});

async function runStepsTo(small: SmallProduct, moment: string): Promise<void> {
  small.to(moment);
  await runSteps(small.product, hub.id);
  await small.work();
}
