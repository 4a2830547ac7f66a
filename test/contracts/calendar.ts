import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Answer, type Calendar, type Invitation, Refused, Unavailable } from '../../src/ports.ts';

/** A calendar, and what people and bad luck do to it. */
export interface CalendarWorld {
  calendar: Calendar;
  /** What stands in the calendar, oldest first. */
  events(): { id: string; subject: string; text: string; links: string[]; place: string; asked: string[]; isInTeams: boolean }[];
  /** How often people have been told something of an event. */
  told(id: string): number;
  someoneAnswers(id: string, mail: string, answer: Exclude<Answer, 'none'>): void;
  someoneDeletes(id: string): void;
  someoneMoves(id: string, start: string, end: string): void;
  /** Somebody writes a line of their own below what the invitation says. */
  someoneWrites(id: string, line: string): void;
  /** A person of our own organisation has something else to do. */
  someoneIsTaken(mail: string, start: string, end: string, how: 'busy' | 'tentative' | 'oof' | 'workingElsewhere' | 'free'): void;
  /** Mail of somebody whose calendar we are let into, and of somebody whose we are not. */
  inside(name: string): string;
  outside(name: string): string;
  /** The next writes are done but their answers never come. */
  loseAnswers(n: number, how: 'cut' | '504'): void;
  close(): Promise<void>;
}

/** What every calendar promises the flows. */
export function calendarContract(name: string, open: () => Promise<CalendarWorld>): void {
  describe(`the calendar: ${name}`, () => {
    let world: CalendarWorld;
    let invitation: Invitation;
    beforeEach(async () => {
      world = await open();
      invitation = {
        subject: 'Kommunhubb Intro',
        start: '2027-03-16T13:00',
        end: '2027-03-16T14:00',
        online: true,
        place: '',
        attendees: [
          { mail: world.inside('sara'), name: 'Sara Nyström', needed: 'always' },
          { mail: world.outside('omar'), name: 'Omar Haddad', needed: 'when-needed' },
        ],
        paragraphs: ['Varannan vecka träffas vi om nyanlända.', 'Ta med "frågor" & <svar>.'],
        agendaUrl: 'https://samarbetsyta.example/dagordning?m=1&v=2',
      };
    });
    afterEach(() => world.close());

    const create = (changes: Partial<Invitation> = {}, key = 'hub-intro-2027-03-16') =>
      world.calendar.create({ ...invitation, ...changes }, key);
    const change = async (id: string, changes: Partial<Invitation>) => {
      const changed = await world.calendar.change(id, { ...invitation, ...changes });
      if (changed === 'gone') throw new Error('gone');
      return changed;
    };

    it('holds a meeting with its times, those who are asked, its words and the way to the agenda', async () => {
      const made = await create();
      expect(made).toEqual({
        id: expect.stringMatching(/./),
        webUrl: expect.stringMatching(/^https?:\/\//),
        start: '2027-03-16T13:00',
        end: '2027-03-16T14:00',
        answers: [
          { mail: world.inside('sara'), answer: 'none' },
          { mail: world.outside('omar'), answer: 'none' },
        ],
      });
      expect(await world.calendar.read(made.id)).toEqual(made);
      expect(world.events()).toMatchObject([
        {
          subject: 'Kommunhubb Intro',
          isInTeams: true,
          asked: [`required ${world.inside('sara')}`, `optional ${world.outside('omar')}`],
          text: expect.stringContaining('Varannan vecka träffas vi om nyanlända. Ta med "frågor" & <svar>. Dagordning'),
          links: expect.arrayContaining(['https://samarbetsyta.example/dagordning?m=1&v=2']),
        },
      ]);
    });

    it('holds a meeting in a room, which gets no link', async () => {
      await create({ online: false, place: 'Sammanträdesrum Eken', agendaUrl: '' });
      const [event] = world.events();
      expect(event).toMatchObject({ isInTeams: false, place: 'Sammanträdesrum Eken', links: [] });
      expect(event?.text).not.toContain('Dagordning');
    });

    it.each([
      ['the day summer time begins', '2027-03-28T13:00', '2027-03-28T14:00'],
      ['the day before', '2027-03-27T13:00', '2027-03-27T14:00'],
      ['the day summer time ends', '2027-10-31T08:30', '2027-10-31T09:30'],
      ['before midnight in winter', '2027-12-15T23:15', '2027-12-15T23:45'],
    ])('keeps the wall clock of Stockholm: %s', async (_, start, end) => {
      const { id } = await create({ start, end });
      expect(await world.calendar.read(id)).toMatchObject({ start, end });
      const day = start.slice(0, 10);
      expect(await world.calendar.between(day, day)).toMatchObject([{ id, start, end }]);
      const [before, after] = [-1, 1].map((days) => Temporal.PlainDate.from(day).add({ days }).toString());
      expect(await world.calendar.between(before!, before!)).toEqual([]);
      expect(await world.calendar.between(after!, after!)).toEqual([]);
    });

    it('holds a meeting once for each key', async () => {
      const made = await create();
      expect(await create()).toEqual(made);
      expect(await create({ subject: 'Ett annat namn' })).toEqual(made);
      const other = await create({}, 'hub-intro-2027-03-30');
      expect(other.id).not.toBe(made.id);
      expect(world.events()).toHaveLength(2);
    });

    it.each(['cut', '504'] as const)('holds a meeting once even when answers are lost (%s)', async (how) => {
      world.loseAnswers(1, how);
      await expect(create()).rejects.toMatchObject({ name: 'Unavailable', delivered: 'maybe' });
      const made = await create();
      expect(world.events().map(({ id }) => id)).toEqual([made.id]);
    });

    it('gives the event that lies there when people have moved it before we got its answer', async () => {
      world.loseAnswers(1, 'cut');
      await expect(create()).rejects.toBeInstanceOf(Unavailable);
      world.someoneMoves(world.events()[0]!.id, '2027-05-20T09:00', '2027-05-20T10:00');
      expect(await create()).toMatchObject({ start: '2027-05-20T09:00', end: '2027-05-20T10:00' });
    });

    it('puts no second one where people have deleted the first', async () => {
      world.loseAnswers(1, 'cut');
      await expect(create()).rejects.toBeInstanceOf(Unavailable);
      world.someoneDeletes(world.events()[0]!.id);
      await expect(create()).rejects.toBeInstanceOf(Refused);
      expect(world.events()).toEqual([]);
    });

    it('says what a change says, and keeps its link and what people have written', async () => {
      const { id } = await create();
      world.someoneWrites(id, 'Kom gärna fem minuter före');
      const changes = {
        subject: 'Kommunhubb Intro, flyttad',
        start: '2027-03-18T09:00',
        end: '2027-03-18T10:30',
        paragraphs: ['Mötet är flyttat.'],
        agendaUrl: 'https://samarbetsyta.example/ny',
      };
      expect(await change(id, changes)).toMatchObject({ id, start: '2027-03-18T09:00', end: '2027-03-18T10:30' });
      const [event] = world.events();
      expect(event).toMatchObject({ subject: 'Kommunhubb Intro, flyttad', isInTeams: true });
      expect(event?.text).toContain('Mötet är flyttat. Dagordning');
      expect(event?.text).toContain('Kom gärna fem minuter före');
      expect(event?.text).not.toContain('Varannan vecka');
      expect(event?.links).toContain('https://samarbetsyta.example/ny');
      expect(event?.links).not.toContain('https://samarbetsyta.example/dagordning?m=1&v=2');
    });

    it('tells nobody anything when nothing differs', async () => {
      const made = await create();
      world.someoneAnswers(made.id, world.inside('sara'), 'accepted');
      const before = world.told(made.id);
      expect(await change(made.id, {})).toMatchObject({ id: made.id });
      await change(made.id, { attendees: invitation.attendees.map((one) => ({ ...one, mail: one.mail.toUpperCase() })) });
      expect(world.told(made.id)).toBe(before);
      await change(made.id, { subject: 'Nytt' });
      expect(world.told(made.id)).toBe(before + 1);
      await change(made.id, { subject: 'Nytt' });
      expect(world.told(made.id)).toBe(before + 1);
    });

    it('asks whom the invitation asks, and remembers what the others have answered', async () => {
      const { id } = await create();
      world.someoneAnswers(id, world.inside('sara'), 'accepted');
      const sara = { ...invitation.attendees[0]!, needed: 'when-needed' as const };
      const lena = { mail: world.inside('lena'), name: 'Lena Sjöberg', needed: 'always' as const };
      expect((await change(id, { attendees: [sara, lena] })).answers).toEqual([
        { mail: world.inside('sara'), answer: 'accepted' },
        { mail: world.inside('lena'), answer: 'none' },
      ]);
      expect(world.events()[0]?.asked).toEqual([`optional ${world.inside('sara')}`, `required ${world.inside('lena')}`]);
    });

    it('moves into a room, and into Teams', async () => {
      const { id } = await create({ online: false, place: 'Rum A' });
      await change(id, { online: false, place: 'Rum B' });
      expect(world.events()[0]).toMatchObject({ place: 'Rum B', isInTeams: false });
      await change(id, { online: true, place: 'Rum B' });
      expect(world.events()[0]).toMatchObject({ place: 'Rum B', isInTeams: true });
      await change(id, { online: false, place: 'Rum C' });
      expect(world.events()[0]).toMatchObject({ place: 'Rum C', isInTeams: true });
    });

    it('tells what people have answered', async () => {
      const { id } = await create();
      const answers = async () => {
        const read = await world.calendar.read(id);
        return read === 'gone' ? read : read.answers.map(({ answer }) => answer);
      };
      expect(await answers()).toEqual(['none', 'none']);
      world.someoneAnswers(id, world.inside('sara'), 'accepted');
      world.someoneAnswers(id, world.outside('omar'), 'declined');
      expect(await answers()).toEqual(['accepted', 'declined']);
      world.someoneAnswers(id, world.outside('omar'), 'tentative');
      expect(await answers()).toEqual(['accepted', 'tentative']);
    });

    it('says that a meeting is gone when somebody has deleted it, and puts none in its place', async () => {
      const { id } = await create();
      world.someoneDeletes(id);
      expect(await world.calendar.read(id)).toBe('gone');
      expect(await world.calendar.change(id, invitation)).toBe('gone');
      expect(await world.calendar.between('2027-03-01', '2027-03-31')).toEqual([]);
      expect(world.events()).toEqual([]);
    });

    it('tells what begins between two days, page after page, in order', async () => {
      for (let day = 1; day <= 31; day++) {
        const date = `2027-03-${String(day).padStart(2, '0')}`;
        for (const hour of ['00:00', '09:00', '13:00', '23:00'])
          await create({ start: `${date}T${hour}`, end: `${date}T${hour.slice(0, 2)}:55` }, `${date} ${hour}`);
      }
      const found = await world.calendar.between('2027-03-02', '2027-03-30');
      expect(found).toHaveLength(29 * 4);
      expect(new Set(found.map(({ id }) => id)).size).toBe(29 * 4);
      expect([found[0]?.start, found.at(-1)?.start]).toEqual(['2027-03-02T00:00', '2027-03-30T23:00']);
    });

    it('leaves out what began the day before and still goes on', async () => {
      await create({ start: '2027-03-15T23:30', end: '2027-03-16T00:30' });
      expect(await world.calendar.between('2027-03-16', '2027-03-16')).toEqual([]);
      expect(await world.calendar.between('2027-03-15', '2027-03-15')).toHaveLength(1);
    });

    it('knows when people are taken, of many at a time, and says of whom it cannot know', async () => {
      const crowd = Array.from({ length: 45 }, (_, index) => world.inside(`person${index}`));
      const [sara, omar] = [world.inside('sara'), world.outside('omar')];
      world.someoneIsTaken(sara, '2027-03-28T09:00', '2027-03-28T10:00', 'busy');
      world.someoneIsTaken(sara, '2027-03-28T11:00', '2027-03-28T12:00', 'tentative');
      world.someoneIsTaken(sara, '2027-03-28T12:00', '2027-03-28T13:00', 'workingElsewhere');
      world.someoneIsTaken(sara, '2027-03-28T13:00', '2027-03-28T14:00', 'free');
      world.someoneIsTaken(sara, '2027-03-29T00:00', '2027-03-30T00:00', 'oof');
      world.someoneIsTaken(crowd[44]!, '2027-03-28T15:00', '2027-03-28T15:30', 'busy');
      const busy = await world.calendar.busy([sara.toUpperCase(), omar, ...crowd], '2027-03-28T08:00', '2027-03-29T17:00');
      expect(busy.size).toBe(47);
      expect(busy.get(sara.toUpperCase())).toEqual([
        { start: '2027-03-28T09:00', end: '2027-03-28T10:00' },
        { start: '2027-03-28T11:00', end: '2027-03-28T12:00' },
        { start: '2027-03-29T00:00', end: '2027-03-30T00:00', away: true },
      ]);
      expect(busy.get(omar)).toBe('unknown');
      expect(busy.get(crowd[0]!)).toEqual([]);
      expect(busy.get(crowd[44]!)).toEqual([{ start: '2027-03-28T15:00', end: '2027-03-28T15:30' }]);
    });
  });
}
