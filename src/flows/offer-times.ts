/** Which times a meeting can be moved to: the plan's rules for everybody, and the calendars of those that can be seen. */
import { type Forum, forumOf, unitName } from '../domain/agreement.ts';
import { invited } from '../domain/invitation.ts';
import { chainAbove, publishedAt } from '../domain/latency.ts';
import { type Meeting, plannedAs, reachedStage, wallClock } from '../domain/meeting.ts';
import { type FreeTime, freeTimes, type OfferedTime, possibleTimes, type Surroundings, type Taken } from '../domain/move.ts';
import { list, longDate } from '../domain/swedish.ts';
import type { Reader } from '../ports.ts';
import { inTime } from './in-time.ts';
import type { Product } from './product.ts';

/** Forums that share members or units with this one: their meetings are times people are taken. */
function related(product: Product, forum: Forum): Forum[] {
  const members = new Set(
    product.agreement.people.filter((person) => person.forums.includes(forum.id)).map((person) => person.id),
  );
  return product.agreement.forums.filter(
    (other) =>
      other.id !== forum.id &&
      product.agreement.people.some((person) => members.has(person.id) && person.forums.includes(other.id)),
  );
}

export async function around(product: Product, read: Reader, meeting: Meeting, forum: Forum): Promise<Surroundings> {
  const own = await read.meetings(forum.id);
  const others = await Promise.all(related(product, forum).map((other) => read.meetings(other.id)));
  return {
    now: product.clock.now(),
    before: own.filter((one) => one.slot < meeting.slot).at(-1),
    after: own.find((one) => one.slot > meeting.slot),
    busy: others.flat().map(({ start, end }) => ({ start, end })),
  };
}

const published = (meeting: Meeting): string => wallClock(publishedAt(plannedAs(meeting)));

/** Questions raised at the meeting reach the level above later when it is moved past that agenda's publication. */
async function breaksChainUp(product: Product, read: Reader, forum: Forum, meeting: Meeting, time: FreeTime): Promise<string> {
  const [above] = chainAbove(product.agreement, forum);
  if (!above) return '';
  for (const upper of await read.meetings(above.id))
    if (published(upper) > meeting.end && published(upper) <= time.end)
      return `frågor hinner inte med till ${above.name} ${longDate(upper.start)}`;
  return '';
}

/** What the level below raises waits for the next meeting when this one's agenda is published before they have met. */
async function breaksChainBelow(product: Product, read: Reader, forum: Forum, meeting: Meeting, time: FreeTime): Promise<string> {
  const { agreement } = product;
  const late: string[] = [];
  for (const below of agreement.forums.filter((one) => chainAbove(agreement, one)[0]?.id === forum.id))
    for (const lower of await read.meetings(below.id))
      if (lower.end < published(meeting) && lower.end >= published({ ...meeting, ...time }))
        late.push(`${below.name} ${longDate(lower.start)}`);
  return late.length === 0 ? '' : `dagordningen publiceras före ${list(late)}`;
}

export interface Offer {
  meeting: Meeting;
  times: (OfferedTime & { warning: string })[];
  /** What people should know of how the times were found; '' when there is nothing to say. */
  note: string;
}

/** Somebody waits for the answer, and Teams gives up after some seconds more. */
const WAIT_MS = 2_000;

/** Three free times, each with what it would break. The calendars are read before anything else, and outside every transaction. */
export async function offerTimes(
  product: Product,
  find: (read: Reader) => Promise<Meeting | undefined>,
): Promise<Offer | undefined> {
  const found = await product.store.read(async (reader) => {
    const meeting = await find(reader);
    return (
      meeting && { meeting, surroundings: await around(product, reader, meeting, forumOf(product.agreement, meeting.forum)) }
    );
  });
  if (!found) return undefined;
  const { meeting, surroundings } = found;
  const forum = forumOf(product.agreement, meeting.forum);
  if (reachedStage(meeting, 'in-progress')) return { meeting, times: [], note: '' };
  const people = await peopleTaken(product, meeting, possibleTimes(meeting, forum, surroundings));
  const times = freeTimes(meeting, forum, surroundings, people === 'unread' ? [] : people);
  return product.store.read(async (reader) => {
    const warned = times.map(async (time) => {
      const warnings = [
        whoIsTaken(product, time),
        await breaksChainUp(product, reader, forum, meeting, time),
        await breaksChainBelow(product, reader, forum, meeting, time),
      ];
      return { ...time, warning: warnings.filter(Boolean).join('; ') };
    });
    return { meeting, times: await Promise.all(warned), note: times.length === 0 ? '' : noteOf(people) };
  });
}

/** When the members are taken over the days a time may be found on. */
async function peopleTaken(product: Product, meeting: Meeting, times: readonly FreeTime[]): Promise<Taken[] | 'unread'> {
  const { calendar, agreement, log } = product;
  const members = invited(agreement, meeting.forum, meeting.start).filter(({ forums }) => forums.includes(meeting.forum));
  if (!calendar || members.length === 0 || times.length === 0) return [];
  const from = times.reduce((first, { start }) => (start < first ? start : first), times[0]!.start);
  const to = times.reduce((last, { end }) => (end > last ? end : last), times[0]!.end);
  const asked = calendar.busy(
    members.map(({ mail }) => mail),
    from,
    to,
  );
  const busy = await inTime(asked, WAIT_MS).catch((error: unknown) => {
    log.warn({ meeting: meeting.id, error: String(error) }, 'calendars could not be read');
    return 'late' as const;
  });
  return busy === 'late' ? 'unread' : members.map(({ unit, mail }) => ({ unit, busy: busy.get(mail) ?? 'unknown' }));
}

function whoIsTaken({ agreement }: Product, { lacking, taken }: OfferedTime): string {
  if (lacking.length > 0) return `ingen ledig från ${list(lacking.map((unit) => unitName(agreement, unit)))}`;
  return taken === 0 ? '' : `${taken} ${taken === 1 ? 'är upptagen' : 'är upptagna'}`;
}

function noteOf(people: readonly Taken[] | 'unread'): string {
  if (people === 'unread') return 'Kalendrarna gick inte att läsa: tiderna följer planens regler, men någon kan vara upptagen.';
  const unknown = people.filter(({ busy }) => busy === 'unknown').length;
  return unknown === 0 ? '' : `${unknown} av ${people.length} kalendrar syns inte för mig.`;
}
