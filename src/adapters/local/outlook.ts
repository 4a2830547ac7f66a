/** What people do with an event in Outlook, over HTTP for a page or a test, and the page an event's own link leads to. */
import { Hono } from 'hono';
import { z } from 'zod';
import { type OpenCalendar, sameAs } from './calendar.ts';
import type { Meeting, Taken } from './ledger.ts';
import { instantOf } from './outlook-time.ts';
import { domainOf } from './schedules.ts';
import { plainText } from './teams-blob.ts';

/** Times are wall clock in Stockholm: `2027-03-16T13:00`. */
export interface Outlook {
  events(): Meeting[];
  answer(id: string, mail: string, response: 'accepted' | 'tentativelyAccepted' | 'declined'): void;
  /** Somebody with access to the mailbox deletes the event. */
  remove(id: string): void;
  move(id: string, start: string, end: string): void;
  /** Somebody rewrites what the invitation says: gets the page as it is, gives it as it shall be. */
  rewrite(id: string, body: (page: string) => string): void;
  /** A person has something else in their calendar. */
  take(mail: string, start: string, end: string, status?: Taken['status']): void;
  /** They are not out of office in that time after all. */
  back(mail: string, start: string, end: string): void;
  /** Whether the mailbox may see somebody's calendar: only those of its own organisation. */
  sees(mail: string): boolean;
  /** What is in their calendar; times are instants. */
  taken(mail: string): Taken[];
}

const stockholm = (dateTime: string) => instantOf({ dateTime, timeZone: 'W. Europe Standard Time' });

export function outlook(calendar: OpenCalendar): Outlook {
  const there = (id: string): Meeting => {
    const found = calendar.find(id);
    if (found) return found;
    throw new Error('There is no such event in the calendar.');
  };
  return {
    events: () => calendar.everything(),
    answer(id, mail, response) {
      const meeting = there(id);
      if (!meeting.attendees.some(sameAs(mail))) throw new Error('They are not asked to this meeting.');
      calendar.answer(meeting, mail, response);
    },
    remove: (id) => calendar.remove(there(id)),
    move: (id, start, end) => void calendar.change(there(id), { start: stockholm(start), end: stockholm(end) }),
    rewrite: (id, body) => void calendar.change(there(id), { body: body(there(id).body) }),
    take: (mail, start, end, status = 'busy') => calendar.take({ mail, start: stockholm(start), end: stockholm(end), status }),
    back: (mail, start, end) => calendar.back(mail, stockholm(start), stockholm(end)),
    sees: (mail) => domainOf(mail) === domainOf(calendar.mailbox),
    taken: (mail) => calendar.takenOf(mail),
  };
}

const wallClock = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/);
const answered = z.strictObject({ mail: z.email(), answer: z.enum(['accepted', 'tentativelyAccepted', 'declined']) });
const moved = z.strictObject({ start: wallClock, end: wallClock });
const taken = z.strictObject({
  mail: z.email(),
  start: wallClock,
  end: wallClock,
  status: z.enum(['free', 'tentative', 'busy', 'oof', 'workingElsewhere']),
});

/** Below `/outlook`. */
export function outlookRoutes(people: Outlook): Hono {
  const app = new Hono();
  app.onError((error, c) => c.text(error instanceof z.ZodError ? z.prettifyError(error) : error.message, 400));
  app.get('/events', (c) =>
    c.json(people.events().map(({ body, transactionId: _, ...event }) => ({ ...event, text: plainText(body) }))),
  );
  app.post('/events/:id/answer', async (c) => {
    const { mail, answer } = answered.parse(await c.req.json());
    people.answer(c.req.param('id'), mail, answer);
    return c.json({});
  });
  app.post('/events/:id/time', async (c) => {
    const { start, end } = moved.parse(await c.req.json());
    people.move(c.req.param('id'), start, end);
    return c.json({});
  });
  app.post('/taken', async (c) => {
    const { mail, start, end, status } = taken.parse(await c.req.json());
    people.take(mail, start, end, status);
    return c.json({});
  });
  app.delete('/events/:id', (c) => {
    people.remove(c.req.param('id'));
    return c.json({});
  });
  app.get('/:id', (c) => {
    const found = people.events().find(({ id }) => id === c.req.param('id'));
    if (!found) return c.text('Mötet finns inte i kalendern.', 404);
    // What people have written may show here, and not run.
    c.header('content-security-policy', "sandbox allow-popups; default-src 'none'; style-src 'unsafe-inline'");
    c.header('x-content-type-options', 'nosniff');
    return c.html(found.body);
  });
  return app;
}
