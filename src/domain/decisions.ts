/** What a forum has decided or agreed, across its meetings, found by words people remember. */
import type { Meeting, Outcome } from './meeting.ts';
import { reachedStage } from './meeting.ts';

export interface DecisionEntry {
  outcome: Outcome;
  forum: string;
  /** Wall clock of the meeting's start. */
  start: string;
  /** 'draft' until the minutes are approved. */
  state: 'draft' | 'approved';
  /** Where the filed minutes lie; '' until then. */
  url: string;
}

/** Case and the signs over letters do not matter when one searches: `atgard` finds `Åtgärd`. */
const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Newest first; every word has to be in the text, or be the § number. No words: all of them. */
export function findDecisions(meetings: readonly Meeting[], words: string): DecisionEntry[] {
  const wanted = plain(words)
    .split(/[\s§]+/)
    .filter(Boolean);
  return meetings
    .filter((meeting) => reachedStage(meeting, 'in-progress'))
    .flatMap((meeting) =>
      meeting.outcomes.map(
        (outcome): DecisionEntry => ({
          outcome,
          forum: meeting.forum,
          start: meeting.start,
          state: reachedStage(meeting, 'approved') ? 'approved' : 'draft',
          url: meeting.stage.name === 'filed' ? meeting.stage.url : '',
        }),
      ),
    )
    .filter(({ outcome }) => {
      const text = plain(outcome.text);
      return wanted.every((word) => text.includes(word) || word === String(outcome.paragraph));
    })
    .sort((a, b) => (a.start > b.start ? -1 : a.start < b.start ? 1 : b.outcome.paragraph - a.outcome.paragraph));
}
