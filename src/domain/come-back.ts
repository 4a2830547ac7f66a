/**
 * What the meeting itself says about an item's return (ours, domain.md section 6). *Bordlagd* is a decision it takes, with a
 * reason; an item may also simply go on next time. What comes back by itself needs neither.
 */
import { isQuestion } from './agenda.ts';
import { adjustedNow } from './immediate.ts';
import type { ComesBack, Meeting } from './meeting.ts';
import { type MinutesNo, withinLength, writable } from './minutes.ts';
import type { SafeText } from './privacy.ts';
import { no, type Result, yes } from './result.ts';

export type ComeBackNo = MinutesNo | 'comes-back' | 'no-reason';

/** Says that an item comes back on the next agenda, and why. Said again it is put in other words. */
export function comeBack(meeting: Meeting, item: string, how: ComesBack['how'], reason: SafeText): Result<Meeting, ComeBackNo> {
  const closed = writable(meeting);
  if (closed) return no(closed);
  const found = meeting.items.find((one) => one.id === item);
  if (!found) return no('no-such-item');
  if (adjustedNow(meeting, item)) return no('adjusted');
  if (isQuestion(found) || found.id === 'actions') return no('comes-back');
  if (reason.trim() === '') return no('no-reason');
  const others = (meeting.comesBack ?? []).filter((one) => one.item !== item);
  return withinLength({ ...meeting, comesBack: [...others, { item, how, reason }] });
}

/** Takes it back: the item comes back, or not, by the ordinary rules. */
export function asUsual(meeting: Meeting, item: string): Result<Meeting, ComeBackNo> {
  const closed = writable(meeting);
  if (closed) return no(closed);
  if (!meeting.items.some((one) => one.id === item)) return no('no-such-item');
  if (adjustedNow(meeting, item)) return no('adjusted');
  return yes({ ...meeting, comesBack: (meeting.comesBack ?? []).filter((one) => one.item !== item) });
}
