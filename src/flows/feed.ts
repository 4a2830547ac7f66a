/** The address of a calendar feed is a secret that nobody can guess; who has it may read the times, and nothing else. */
import { randomBytes } from 'node:crypto';
import { attends, type Forum, unitName } from '../domain/agreement.ts';
import { type Meeting, zoned } from '../domain/meeting.ts';
import type { Reader } from '../ports.ts';
import { beyond } from './meetings.ts';
import { movedText } from './plan-words.ts';
import type { Product } from './product.ts';
import { definitionName } from './record-definition.ts';

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
  /** When it last changed: when it was moved, or the definition that places it was first run. */
  changed: Temporal.Instant;
  /** Why it was moved; '' when it was not. */
  note: string;
  url: string;
}

const AHEAD = { months: 12 };

function noteOf({ moves, moved }: Meeting): string {
  const last = moves?.at(-1);
  if (last) return `Flyttat: ${last.reason}`;
  return moved ? movedText(moved.from, moved.because) : '';
}

/** A move is later than the definition that placed the meeting, or was made by it. */
function changedAt({ moves }: Meeting, placed: Temporal.Instant): Temporal.Instant {
  const last = moves?.at(-1);
  return last ? zoned(last.at).toInstant() : placed;
}

/** What is known, with every move, and a year of what the plan gives after it. */
async function meetingsOf(product: Product, read: Reader, forum: Forum): Promise<FeedMeeting[]> {
  const today = product.clock.now().toPlainDate();
  const known = await read.meetings(forum.id);
  const placed = (await read.definitionVersions(definitionName(product.agreement))).at(-1)?.at;
  const since = placed === undefined ? product.clock.now().toInstant() : Temporal.Instant.from(placed);
  return [...known, ...beyond(forum, known, today, today.add(AHEAD))].map((meeting) => ({
    id: meeting.id,
    title: forum.name,
    place: forum.place,
    start: zoned(meeting.start),
    end: zoned(meeting.end),
    sequence: meeting.moves?.length ?? 0,
    changed: changedAt(meeting, since),
    note: noteOf(meeting),
    url: meeting.agendaUrl,
  }));
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
