/** What the secretary writes while the meeting is on. Others read; the secretary (or the convener) edits. */
import { forumOf } from '../domain/agreement.ts';
import { type Attendance, attend } from '../domain/attendance.ts';
import { asUsual, comeBack } from '../domain/come-back.ts';
import { taken } from '../domain/comments.ts';
import type { ComesBack, Meeting } from '../domain/meeting.ts';
import { action, finishAction, note, nextItem as onward, outcome } from '../domain/minutes.ts';
import type { SafeText } from '../domain/privacy.ts';
import { no, type Result, yes } from '../domain/result.ts';
import { mayIn } from '../domain/rights.ts';
import type { Change } from '../ports.ts';
import type { FigureMap } from './agenda-view.ts';
import { reply } from './cards.ts';
import { type Changed, changeMeeting } from './change-meeting.ts';
import { showMinutes } from './meeting-cards.ts';
import type { Actor, Product, Refusal } from './product.ts';
import type { Answer } from './propose-item.ts';
import { startBox } from './time-box.ts';

/** Changes the minutes as their writer and shows the new state on the writer's card. */
function write(
  product: Product,
  who: Actor,
  meetingId: string,
  work: (meeting: Meeting) => Result<Meeting, Refusal>,
  answer?: Answer,
): Promise<Result<Changed, Refusal>> {
  return changeMeeting(product, who, meetingId, async (change: Change, meeting: Meeting, figures: FigureMap) => {
    if (!mayIn(product.agreement, who.person, 'keep-minutes', meeting)) return no('not-secretary');
    const worked = work(meeting);
    if (!worked.ok) return worked;
    await showMinutes(product, change, worked.value, figures, who.cause);
    if (worked.value.current !== meeting.current) await startBox(product, change, worked.value);
    if (answer) {
      const number = worked.value.items.findIndex((item) => item.id === worked.value.current) + 1;
      await reply(change, answer.to, who.cause, answer.say(worked.value, number));
    }
    return worked;
  });
}

/** The item meant by a number people see, or the current one. */
export function itemId(meeting: Meeting, number: number | undefined): string {
  return number === undefined ? meeting.current : (meeting.items[number - 1]?.id ?? '');
}

export type Written = { item: number | string | undefined; text: SafeText };

export const itemOf = (meeting: Meeting, item: Written['item']): string =>
  typeof item === 'string' ? item : itemId(meeting, item);

/** Under the cases minutes hold counts, kinds and actions, nothing else. */
export const isCases = (product: Product, { forum }: Meeting, item: string): boolean =>
  forumOf(product.agreement, forum).cases?.item === item;

export const writtenId = (cause: string): string => `n-${cause}`;

/** `comment` is the member's comment the note is made of. */
export const takeNote = (product: Product, who: Actor, meeting: string, what: Written & { comment?: string }, answer?: Answer) =>
  write(
    product,
    who,
    meeting,
    (m) => {
      const item = itemOf(m, what.item);
      if (what.text.trim() === '') return no('empty');
      if (isCases(product, m, item)) return no('counts-only');
      const noted = note(m, writtenId(who.cause), item, what.text);
      return noted.ok && what.comment ? yes(taken(noted.value, what.comment, writtenId(who.cause))) : noted;
    },
    answer,
  );

export const takeOutcome = (product: Product, who: Actor, meeting: string, what: Written, answer?: Answer) =>
  write(
    product,
    who,
    meeting,
    (m) => {
      const item = itemOf(m, what.item);
      if (what.text.trim() === '') return no('empty');
      if (isCases(product, m, item)) return no('counts-only');
      return outcome(m, forumOf(product.agreement, m.forum), writtenId(who.cause), item, what.text);
    },
    answer,
  );

export const takeAction = (
  product: Product,
  who: Actor,
  meeting: string,
  what: Written & { who: string; due: string },
  answer?: Answer,
) =>
  write(
    product,
    who,
    meeting,
    (m) =>
      what.text.trim() === ''
        ? no('empty')
        : action(m, `${m.slot}-${writtenId(who.cause)}`, itemOf(m, what.item), { what: what.text, who: what.who, due: what.due }),
    answer,
  );

/** Says that an item comes back, or (`as-usual`) takes that back. */
export const takeBack = (
  product: Product,
  who: Actor,
  meeting: string,
  what: Written & { how: ComesBack['how'] | 'as-usual' },
  answer?: Answer,
) =>
  write(
    product,
    who,
    meeting,
    (m) => {
      const item = itemOf(m, what.item);
      if (what.how === 'as-usual') return asUsual(m, item);
      return isCases(product, m, item) ? no('counts-only') : comeBack(m, item, what.how, what.text);
    },
    answer,
  );

/** `noted` of the meeting as it is: 'stale' where somebody has written something else meanwhile. */
export const takeAttendance = (
  product: Product,
  who: Actor,
  meeting: string,
  noted: (meeting: Meeting) => Result<Attendance, 'stale'>,
) =>
  write(product, who, meeting, (m) => {
    const attendance = noted(m);
    return attendance.ok ? attend(m, attendance.value) : attendance;
  });

export const goToNextItem = (product: Product, who: Actor, meeting: string) => write(product, who, meeting, onward);

/** Marks the action with this number as done. */
export const takeDone = (product: Product, who: Actor, meeting: string, number: number, answer?: Answer) =>
  write(product, who, meeting, (m) => finishAction(m, number), answer);
