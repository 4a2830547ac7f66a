/** The address of a calendar feed is a secret that nobody can guess; who has it may read the times, and nothing else. */
import { randomBytes } from 'node:crypto';
import { attends, type Forum, unitName } from '../domain/agreement.ts';
import { plan } from '../domain/cadence.ts';
import { zoned } from '../domain/meeting.ts';
import type { Reader } from '../ports.ts';
import type { Product } from './product.ts';

/** Whose meetings: a forum's, or all of a person's. */
export type FeedOf = { forum: string } | { person: string };

const nameOf = (of: FeedOf): string => ('forum' in of ? `forum/${of.forum}` : `person/${of.person}`);

/** The feed's secret, made the first time it is asked for. */
export async function feedSecret(product: Product, of: FeedOf): Promise<string> {
  return product.store.change(async (change) => {
    const known = await change.setting(`feed/${nameOf(of)}`);
    if (known) return known;
    const secret = randomBytes(24).toString('base64url');
    await change.keepSetting(`feed/${nameOf(of)}`, secret);
    await change.keepSetting(`feed-secret/${secret}`, nameOf(of));
    return secret;
  });
}

export interface FeedMeeting {
  /** Stays the same when the meeting is moved. */
  id: string;
  title: string;
  place: string;
  start: Temporal.ZonedDateTime;
  end: Temporal.ZonedDateTime;
  /** How many times it has been moved: calendars take the higher one. */
  sequence: number;
  /** Why it was moved; '' when it was not. */
  note: string;
  url: string;
}

const AHEAD = { months: 12 };

async function meetingsOf(product: Product, read: Reader, forum: Forum): Promise<FeedMeeting[]> {
  const known = new Map((await read.meetings(forum.id)).map((meeting) => [meeting.id, meeting]));
  const today = product.clock.now().toPlainDate();
  const first = [...known.values()][0]?.slot;
  const from = first ? Temporal.PlainDate.from(first) : today;
  const planned = plan(forum, from, today.add(AHEAD)).meetings;
  return planned.map((meeting) => {
    const stored = known.get(meeting.id);
    const moved = stored?.moves?.at(-1);
    return {
      id: meeting.id,
      title: forum.name,
      place: forum.place,
      start: stored ? zoned(stored.start) : meeting.start,
      end: stored ? zoned(stored.end) : meeting.end,
      sequence: stored?.moves?.length ?? 0,
      note: moved ? `Flyttat: ${moved.reason}` : '',
      url: stored?.agendaUrl ?? '',
    };
  });
}

/** What a secret gives: a name and its meetings; undefined when nobody has been given it. */
export async function feedFor(product: Product, secret: string): Promise<{ name: string; meetings: FeedMeeting[] } | undefined> {
  return product.store.read(async (reader) => {
    const of = await reader.setting(`feed-secret/${secret}`);
    if (!of) return undefined;
    const id = of.slice(of.indexOf('/') + 1);
    const person = of.startsWith('person/') ? product.agreement.people.find((one) => one.id === id) : undefined;
    const forums = product.agreement.forums.filter((forum) => (person ? attends(person, forum.id) : of === `forum/${forum.id}`));
    const meetings = (await Promise.all(forums.map((forum) => meetingsOf(product, reader, forum)))).flat();
    const name = person ? `Samverkansmöten, ${unitName(product.agreement, person.unit)}` : (forums[0]?.name ?? 'Samverkansmöten');
    return { name, meetings: meetings.sort((a, b) => Temporal.ZonedDateTime.compare(a.start, b.start)) };
  });
}
