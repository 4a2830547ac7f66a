/**
 * Swapping the turn to write (ours, domain rule 11): ask all or one, also for a colleague who is away. The first to take it
 * takes it; untaken when the meeting starts it stays with the one who had it; withdrawn it is undone.
 */
import type { Meeting, Secretary } from './meeting.ts';
import { reachedStage } from './meeting.ts';
import { no, type Result, yes } from './result.ts';

export type SwapNo = 'nobody-writes' | 'swap-open' | 'no-swap' | 'not-asked' | 'own-turn' | 'not-yours' | 'closed';

/** One question "kan du skriva?"; `number` tells a meeting's swaps apart. */
export interface Swap {
  number: number;
  /** Who asked, and whose turn it was then. */
  by: string;
  from: string;
  asked: 'all' | string;
  /** `passed-on`: who had the turn has left the forum, and it is another's (`leaving.ts`). */
  state: 'open' | 'taken' | 'withdrawn' | 'lapsed' | 'passed-on';
  /** What an undone swap goes back to. */
  before: Omit<Secretary, 'swap'>;
}

const open = (meeting: Meeting): Result<Secretary, SwapNo> => {
  if (reachedStage(meeting, 'in-progress')) return no('closed');
  return meeting.secretary ? yes(meeting.secretary) : no('nobody-writes');
};

/** Asks for somebody to write instead. `onBehalf` says that the asker may do it for the secretary (colleague or convener). */
export function askSwap(meeting: Meeting, by: string, asked: 'all' | string, onBehalf: boolean): Result<Meeting, SwapNo> {
  const now = open(meeting);
  if (!now.ok) return no(now.no);
  const { swap, ...before } = now.value;
  if (before.person !== by && !onBehalf) return no('not-yours');
  if (asked === before.person) return no('own-turn');
  if (swap?.state === 'open') return no('swap-open');
  const next: Swap = { number: (swap?.number ?? 0) + 1, by, from: before.person, asked, state: 'open', before };
  return yes({ ...meeting, secretary: { ...before, swap: next } });
}

/** Takes over the turn. Whose turn it was in the round does not change: it is taken back later (see rotation). */
export function takeSwap(meeting: Meeting, number: number, taker: { person: string; unit: string }): Result<Meeting, SwapNo> {
  const now = open(meeting);
  if (!now.ok) return no(now.no);
  const { swap, ...before } = now.value;
  if (swap?.number !== number || swap.state !== 'open') return no('no-swap');
  if (taker.person === swap.from) return no('own-turn');
  if (swap.asked !== 'all' && swap.asked !== taker.person) return no('not-asked');
  const reason = { ...before.reason, person: taker.person, unit: taker.unit, kind: 'swapped' as const };
  const secretary: Secretary = { ...before, ...taker, accepted: true, reason, swap: { ...swap, state: 'taken' } };
  return yes({ ...meeting, secretary });
}

/** Withdraws the question, or undoes the swap; the asker, the one whose turn it was, the one who
 * took it, or (`onBehalf`) the convener. */
export function withdrawSwap(meeting: Meeting, by: string, onBehalf: boolean): Result<Meeting, SwapNo> {
  const now = open(meeting);
  if (!now.ok) return no(now.no);
  const { swap } = now.value;
  if (!swap || (swap.state !== 'open' && swap.state !== 'taken')) return no('no-swap');
  const theirs = by === swap.by || by === swap.from || (swap.state === 'taken' && by === now.value.person);
  if (!theirs && !onBehalf) return no('not-yours');
  return yes({ ...meeting, secretary: { ...swap.before, swap: { ...swap, state: 'withdrawn' } } });
}

/** At the start of the meeting a question nobody answered is over: the one who had the turn writes. */
export function lapseSwap(meeting: Meeting): Meeting {
  const swap = meeting.secretary?.swap;
  if (swap?.state !== 'open') return meeting;
  return { ...meeting, secretary: { ...meeting.secretary!, swap: { ...swap, state: 'lapsed' } } };
}
