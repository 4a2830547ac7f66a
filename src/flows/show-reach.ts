/** Answers "vem nåddes": whom the forum's cards have reached, who not and why; and sends again to those only. */
import { forumOf, membersOf } from '../domain/agreement.ts';
import { STOCKHOLM } from '../domain/calendar.ts';
import { type Meeting, wallClock } from '../domain/meeting.ts';
import { givenUp, reachOf } from '../domain/reach.ts';
import { no, type Result, yes } from '../domain/result.ts';
import { mayIn } from '../domain/rights.ts';
import type { Posting, Reader } from '../ports.ts';
import { personView } from './agenda-view.ts';
import { changeMeeting } from './change-meeting.ts';
import { showAgenda } from './meeting-cards.ts';
import { nextMeeting } from './meetings.ts';
import { forumPlace, personPlace } from './place-keys.ts';
import type { Actor, Product, Refusal } from './product.ts';
import { type PostedWhat, posted, type ReachView } from './views/reach.ts';

/** Days looked back (ours); what was sent is taken away a while after. */
const DAYS = 14;
/** What a card has room for. */
const SHOWN = 8;

const whatOf = (key: string): PostedWhat => posted.find((what) => key.startsWith(`${what}/`)) ?? 'other';

/** The day of the meeting that a key names. */
const aboutOf = (key: string): string => /-(\d{4}-\d{2}-\d{2})(?:\/|$)/.exec(key)?.[1] ?? '';

const local = (instant: string): string => wallClock(Temporal.Instant.from(instant).toZonedDateTimeISO(STOCKHOLM));

const sinceOf = ({ clock }: Product) => clock.now().subtract({ days: DAYS });

async function viewOf(product: Product, read: Reader, meeting: Meeting): Promise<ReachView> {
  const forum = forumOf(product.agreement, meeting.forum);
  const since = sinceOf(product);
  const sent = await Promise.all(
    (await read.postings(forum.id, since.toInstant())).map(async (one) => {
      const place = 'forum' in one.to ? forumPlace(one.to.forum) : personPlace(one.to.person);
      return { ...one, reach: reachOf(one, (await read.place(place)) !== undefined) };
    }),
  );
  const missed = sent.flatMap(({ key, to, reach, asked }) =>
    reach === 'reached'
      ? []
      : [
          {
            to: 'person' in to ? personView(product, to.person) : null,
            what: whatOf(key),
            about: aboutOf(key),
            why: reach,
            asked: local(asked),
          },
        ],
  );
  const kinds = Map.groupBy(sent, ({ key }) => `${whatOf(key)} ${aboutOf(key)}`);
  const reached = [...kinds.values()].flatMap((all) => {
    const done = all.filter(({ reach }) => reach === 'reached');
    const at = done
      .map((one) => one.done ?? '')
      .sort()
      .at(-1);
    return at
      ? [{ what: whatOf(all[0]!.key), about: aboutOf(all[0]!.key), done: done.length, of: all.length, at: local(at) }]
      : [];
  });
  return {
    forum: forum.name,
    meeting: meeting.id,
    since: since.toPlainDate().toString(),
    missed: missed.slice(0, SHOWN),
    more: Math.max(0, missed.length - SHOWN),
    reached: reached.slice(0, SHOWN),
    outside: membersOf(product.agreement, forum.id)
      .filter(({ entraId }) => entraId === undefined)
      .map(({ id, mail }) => ({ who: personView(product, id), calendar: product.calendar !== undefined && mail !== undefined })),
    givenUp: sent.filter(givenUp).length,
  };
}

/** Undefined where the forum has no meetings. */
export async function reachView(product: Product, read: Reader, who: Actor, forum: string): Promise<Result<ReachView, Refusal>> {
  const meeting = await nextMeeting(read, forum);
  if (!meeting) return no('no-meeting');
  if (!mayIn(product.agreement, who.person, 'see-reach', meeting)) return no('not-reach');
  return yes(await viewOf(product, read, meeting));
}

/** Sends what was given up once more, to those it did not reach; a card in place then shows the present state. */
export async function sendAgain(product: Product, who: Actor, meetingId: string): Promise<Result<Posting[], Refusal>> {
  const lost: Posting[] = [];
  const done = await changeMeeting(product, who, meetingId, async (change, meeting, figures) => {
    if (!mayIn(product.agreement, who.person, 'see-reach', meeting)) return no('not-reach');
    lost.push(...(await change.postings(meeting.forum, sinceOf(product).toInstant())).filter(givenUp));
    await change.tryAgain(lost.map(({ effect }) => effect));
    for (const { key } of lost) {
      const about = whatOf(key) === 'agenda' ? await change.meeting(key.slice('agenda/'.length)) : undefined;
      if (about) await showAgenda(product, change, about, figures, who.cause);
    }
    return yes(meeting);
  });
  return done.ok ? yes(lost) : done;
}
