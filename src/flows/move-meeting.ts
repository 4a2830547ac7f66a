/** The convener moves a meeting: the same meeting, with its agenda, secretary and history, at another time. */
import { convenerOf, type Forum, forumOf } from '../domain/agreement.ts';
import { chainAbove, publishedAt } from '../domain/latency.ts';
import { type Meeting, plannedAs, reachedStage } from '../domain/meeting.ts';
import { type FreeTime, freeTimes, move, type Surroundings } from '../domain/move.ts';
import type { SafeText } from '../domain/privacy.ts';
import { no, type Result, yes } from '../domain/result.ts';
import { longDate } from '../domain/swedish.ts';
import type { Reader } from '../ports.ts';
import { type Changed, changeMeeting } from './change-meeting.ts';
import type { Actor, Product, Refusal } from './product.ts';
import { retimeMeeting } from './retime-meeting.ts';

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

async function around(product: Product, read: Reader, meeting: Meeting, forum: Forum): Promise<Surroundings> {
  const own = await read.meetings(forum.id);
  const others = await Promise.all(related(product, forum).map((other) => read.meetings(other.id)));
  return {
    now: product.clock.now(),
    before: own.filter((one) => one.slot < meeting.slot).at(-1),
    after: own.find((one) => one.slot > meeting.slot),
    busy: others.flat().map(({ start, end }) => ({ start, end })),
  };
}

/** Questions raised at the meeting reach the level above later when it is moved past that agenda's publication. */
async function breaksChain(product: Product, read: Reader, forum: Forum, meeting: Meeting, time: FreeTime): Promise<string> {
  const [above] = chainAbove(product.agreement, forum);
  if (!above) return '';
  for (const upper of await read.meetings(above.id)) {
    const published = publishedAt(plannedAs(upper)).toPlainDateTime().toString().slice(0, 16);
    if (published > meeting.end && published <= time.end)
      return `frågor hinner inte med till ${above.name} ${longDate(upper.start)}`;
  }
  return '';
}

export interface Offer {
  meeting: Meeting;
  times: (FreeTime & { warning: string })[];
}

/** Three free times, each with what it would break. */
export async function offerTimes(product: Product, read: Reader, meeting: Meeting): Promise<Offer> {
  const forum = forumOf(product.agreement, meeting.forum);
  const times = reachedStage(meeting, 'in-progress')
    ? []
    : freeTimes(meeting, forum, await around(product, read, meeting, forum));
  const warned = await Promise.all(
    times.map(async (time) => ({ ...time, warning: await breaksChain(product, read, forum, meeting, time) })),
  );
  return { meeting, times: warned };
}

export function moveMeeting(
  product: Product,
  who: Actor,
  meetingId: string,
  to: string,
  reason: SafeText,
): Promise<Result<Changed, Refusal>> {
  return changeMeeting(product, who, meetingId, async (change, meeting, figures) => {
    const forum = forumOf(product.agreement, meeting.forum);
    if (convenerOf(product.agreement, forum.id)?.id !== who.person.id) return no('not-convener');
    const moved = move(meeting, forum, await around(product, change, meeting, forum), to, reason, who.person.id);
    if (!moved.ok) return no(moved.no);
    await retimeMeeting(product, change, meeting, moved.value, figures, who.cause);
    return yes(moved.value);
  });
}
