/** What has become of the meetings in the calendar: what people have answered, and what somebody has deleted or changed there. */
import type { Meeting } from '../domain/meeting.ts';
import type { CalendarEvent, Change, KeptEvent } from '../ports.ts';
import { inOrder } from './in-order.ts';
import type { Product } from './product.ts';
import { mayPutBack, tellPutBack } from './put-back.ts';
import { answersOf, keepSeen } from './see-event.ts';
import { eventLane, isAhead, tellCalendar } from './tell-calendar.ts';

interface Watched {
  meeting: Meeting;
  kept: KeptEvent;
}

/** Days back in which the slot of a meeting that is still ahead may lie. */
const BACK = 90;

export async function lookAtCalendar(product: Product): Promise<void> {
  const { calendar } = product;
  if (!calendar) return;
  const watched = await inCalendar(product);
  if (watched.length === 0) return;
  const today = product.clock.now().toPlainDate().toString();
  const last = watched
    .map(({ meeting }) => meeting.start.slice(0, 10))
    .sort()
    .at(-1)!;
  const there = new Map((await calendar.between(today, last)).map((event) => [event.id, event]));
  for (const one of watched) {
    // Moved beyond the last meeting it is not among them, and not gone.
    const event = there.get(one.kept.id) ?? (await calendar.read(one.kept.id));
    await see(product, one, event);
  }
}

function inCalendar(product: Product): Promise<Watched[]> {
  const from = product.clock.now().toPlainDate().subtract({ days: BACK }).toString();
  return product.store.read(async (reader) => {
    const forums = product.agreement.forums.map(async ({ id }) => {
      const events = new Map((await reader.calendarEvents(id)).map((kept) => [kept.meeting, kept]));
      return (await reader.meetings(id, { from })).flatMap((meeting): Watched[] => {
        const kept = events.get(meeting.id);
        return kept && kept.id !== '' && isAhead(product, meeting) ? [{ meeting, kept }] : [];
      });
    });
    return (await Promise.all(forums)).flat();
  });
}

async function see(product: Product, { meeting, kept }: Watched, event: CalendarEvent | 'gone'): Promise<void> {
  const isMoved = event !== 'gone' && (event.start !== meeting.start || event.end !== meeting.end);
  if (event !== 'gone' && !isMoved && isSame(answersOf(product, meeting, event), kept.answers)) return;
  const keep = event === 'gone' ? undefined : await keepSeen(product, kept, event);
  await product.store.change(async (change) => {
    await change.lock(meeting.forum);
    if (!(await stillSo(change, { meeting, kept }))) return;
    await keep?.(change);
    if (event !== 'gone' && !isMoved) return;
    if (!(await mayPutBack(product, change, meeting.id))) return;
    const anew = event === 'gone' ? { generation: kept.generation + 1, id: '', webUrl: '', answers: {} } : {};
    const now = (await change.calendarEvent(meeting.id)) ?? kept;
    await change.keepCalendarEvent({ ...now, ...anew, sent: '' });
    await tellCalendar(product, change, meeting);
    await tellPutBack(product, change, meeting.id, event === 'gone' ? 'deleted' : event);
  });
}

/** Nothing has happened to the meeting since the calendar was read, and nothing is on its way there. */
async function stillSo(change: Change, { meeting, kept }: Watched): Promise<boolean> {
  const now = await change.meeting(meeting.id);
  const keptNow = await change.calendarEvent(meeting.id);
  const onItsWay = (await change.openEffects()).some(({ lane }) => lane === eventLane(meeting.forum));
  return !onItsWay && now?.start === meeting.start && now.end === meeting.end && isSame(keptNow, kept);
}

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(inOrder(a)) === JSON.stringify(inOrder(b));
