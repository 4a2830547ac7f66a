/** Divides a standing time between the meetings in it, by what their agendas need, when the first of them is published. */
import { type Forum, forumOf } from '../domain/agreement.ts';
import { type Meeting, reachedStage, wallClock, zoned } from '../domain/meeting.ts';
import { BY_PLAN, retimed, STANDING_TIME } from '../domain/move.ts';
import { ownText } from '../domain/privacy.ts';
import { shareOut, standingTimeOf } from '../domain/standing-time.ts';
import type { Change } from '../ports.ts';
import { cited } from './plan-words.ts';
import type { Product } from './product.ts';
import { retimeMeeting } from './retime-meeting.ts';

/** In its own place in the standing time, moved by nobody but the definition, and not yet published. */
const inPlace = (meeting: Meeting, forum: Forum): boolean =>
  forum.rhythm.kind === 'every' &&
  (meeting.moves ?? []).every((move) => move.by === BY_PLAN) &&
  meeting.start.slice(11) === forum.rhythm.start &&
  !reachedStage(meeting, 'published');

const length = (meeting: Meeting): number => zoned(meeting.start).until(zoned(meeting.end)).total('minutes');

const needs = (meeting: Meeting, forum: Forum): number =>
  (meeting.stage.name === 'planned' ? forum.standingItems : meeting.items).reduce((sum, item) => sum + item.minutes, 0);

/** Forums whose meetings may change together with this one's, in the order their locks are taken. */
export function sharing(product: Product, forum: Forum): string[] {
  const others = standingTimeOf(product.agreement, forum)?.forums.map((one) => one.id) ?? [];
  return [...new Set([forum.id, ...others])].sort();
}

/** @returns the meeting as it is afterwards. The cards follow with each one's own publication. */
export async function shareStandingTime(product: Product, change: Change, meeting: Meeting): Promise<Meeting> {
  const forum = forumOf(product.agreement, meeting.forum);
  const standing = standingTimeOf(product.agreement, forum);
  if (!standing) return meeting;
  const seats: { meeting: Meeting; has: number; needs: number }[] = [];
  for (const one of standing.forums) {
    const [there] = one.id === forum.id ? [meeting] : await change.meetings(one.id, { from: meeting.slot, to: meeting.slot });
    if (!there || there.start.slice(0, 10) !== meeting.start.slice(0, 10)) continue;
    if (!inPlace(there, one)) return meeting;
    seats.push({ meeting: there, has: length(there), needs: needs(there, one) });
  }
  const taken = seats.reduce((sum, seat) => sum + seat.has, 0);
  const minutes = shareOut(seats, Math.max(0, standing.minutes - taken));
  if (seats.length < 2 || minutes.every((one, n) => one === seats[n]!.has)) return meeting;
  const reason = ownText(`Ståendetiden delas efter vad dagordningarna behöver (${cited(standing.origin)})`);
  let own = meeting;
  let at = zoned(seats[0]!.meeting.start);
  for (const [n, { meeting: was }] of seats.entries()) {
    const [start, end] = [wallClock(at), wallClock(at.add({ minutes: minutes[n]! }))];
    at = zoned(end);
    if (start === was.start && end === was.end) continue;
    const now = retimed(was, { start, end }, reason, STANDING_TIME, product.clock.now());
    await retimeMeeting(product, change, was, now, undefined, 'share-standing-time');
    if (was.id === meeting.id) own = now;
  }
  return own;
}
