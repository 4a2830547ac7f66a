/** A calendar in memory, and what people do to it in Outlook. */
import type { Answer, BusyTime, Calendar, CalendarEvent, Invitation } from '../../src/ports.ts';
import { Refused, Unavailable } from '../../src/ports.ts';

interface Lies {
  key: string;
  invitation: Invitation;
  event: CalendarEvent;
  deleted: boolean;
  /** How many times everybody has been told of it. */
  told: number;
}

export interface MemoryCalendar extends Calendar {
  all: Lies[];
  /** The events of a meeting that lie there. */
  of(meeting: string): Lies[];
  answer(meeting: string, mail: string, answer: Answer): void;
  remove(meeting: string): void;
  drag(meeting: string, start: string, end: string): void;
  /** When people are taken, by mail; 'unknown' for those who are not here. */
  taken: Map<string, BusyTime[]>;
  /** How the next call ends: it is done and its answer is lost, it is refused, we have no right to it, or it never answers. */
  next: '' | 'lost' | 'refused' | 'no right' | 'silent';
  calls: string[];
  /** How long a call is on its way, each way. */
  delayMs: number;
}

export function memoryCalendar(): MemoryCalendar {
  const all: Lies[] = [];
  const there = (id: string) => all.find((one) => one.event.id === id && !one.deleted);
  const asked = ({ attendees }: Invitation, before: CalendarEvent['answers'] = []) =>
    attendees.map(({ mail }) => ({ mail, answer: before.find((one) => one.mail === mail)?.answer ?? ('none' as const) }));
  const onItsWay = () => self.delayMs > 0 && new Promise((resolve) => setTimeout(resolve, self.delayMs));
  async function call<T>(name: string, work: () => T): Promise<T> {
    self.calls.push(name);
    const how = self.next;
    self.next = '';
    await onItsWay();
    if (how === 'silent') return new Promise(() => {});
    if (how === 'refused') throw new Refused({ call: name, status: 400, next: 'No.' });
    if (how === 'no right') throw new Refused({ call: name, status: 403, next: 'Give the right.' });
    const done = work();
    await onItsWay();
    if (how === 'lost') throw new Unavailable({ call: name, delivered: 'maybe', next: 'Wait.' });
    return done;
  }
  const of = (meeting: string) => all.filter(({ key, deleted }) => key.startsWith(`${meeting}/`) && !deleted);
  const self: MemoryCalendar = {
    all,
    taken: new Map(),
    next: '',
    calls: [],
    delayMs: 0,
    of,
    answer(meeting, mail, answer) {
      const [lies] = of(meeting);
      lies!.event = { ...lies!.event, answers: lies!.event.answers.map((one) => (one.mail === mail ? { mail, answer } : one)) };
    },
    remove(meeting) {
      for (const one of of(meeting)) one.deleted = true;
    },
    drag(meeting, start, end) {
      for (const one of of(meeting)) one.event = { ...one.event, start, end };
    },
    create: (invitation, key) =>
      call('create', () => {
        const before = all.find((one) => one.key === key);
        if (before?.deleted) throw new Refused({ call: 'create', status: 409, next: 'Deleted.' });
        if (before) return before.event;
        const { start, end } = invitation;
        const id = `event ${all.length + 1}`;
        const event = { id, webUrl: `https://outlook.example/${all.length + 1}`, start, end, answers: asked(invitation) };
        all.push({ key, invitation, event, deleted: false, told: 1 });
        return event;
      }),
    change: (id, invitation) =>
      call('change', () => {
        const lies = there(id);
        if (!lies) return 'gone';
        const { start, end } = invitation;
        const moved = lies.event.start !== start || lies.event.end !== end;
        if (moved || JSON.stringify(lies.invitation) !== JSON.stringify(invitation)) lies.told += 1;
        lies.invitation = invitation;
        // As Outlook does it: who had answered is asked again when the time is another.
        lies.event = { ...lies.event, start, end, answers: asked(invitation, moved ? [] : lies.event.answers) };
        return lies.event;
      }),
    read: (id) => call('read', () => there(id)?.event ?? 'gone'),
    between: (from, to) =>
      call('between', () =>
        all
          .filter(({ event, deleted }) => !deleted && event.start >= from && event.start.slice(0, 10) <= to)
          .map((one) => one.event),
      ),
    busy: (mails) => call('busy', () => new Map(mails.map((mail) => [mail, self.taken.get(mail) ?? 'unknown']))),
  };
  return self;
}
