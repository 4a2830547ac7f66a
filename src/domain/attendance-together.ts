/**
 * Attendance that two have filled in at the same time (ours): who one of them ticked or unticked is as that one left it – both
 * can only have changed it alike. A substitute whom both wrote is shown in both ways, and the later one chooses.
 */
import type { Attendance } from './attendance.ts';
import type { Meeting } from './meeting.ts';
import { ownText, type SafeText } from './privacy.ts';
import { together } from './two-editors.ts';

/** What somebody has filled in of a unit, and what they had been shown of it; `seen` is undefined where that is not known. */
export interface Filled {
  unit: string;
  members: readonly string[];
  ticked: readonly string[];
  substitute: SafeText;
  seen: { ticked: readonly string[]; substitute: string } | undefined;
}

export interface FilledTogether {
  unit: string;
  members: readonly string[];
  present: string[];
  substitute: SafeText;
  /** The substitute somebody else has written meanwhile; absent where only one has. */
  theirs?: string;
}

/** `mark` tells whether a text is the one that was shown. */
export function attendedTogether(
  meeting: Pick<Meeting, 'attendance' | 'substitutes'>,
  filled: readonly Filled[],
  mark: (text: string) => string,
): FilledTogether[] {
  return filled.map(({ unit, members, ticked, substitute, seen }) => {
    const there = meeting.attendance[unit] ?? [];
    const present = members.filter((id) => {
      const [now, mine] = [there.includes(id), ticked.includes(id)];
      if (!seen) return now || mine;
      return mine === seen.ticked.includes(id) ? now : mine;
    });
    const written = { id: unit, text: meeting.substitutes?.[unit] ?? ownText('') };
    const [name] = together([written], new Map([[unit, substitute]]), seen ? [seen.substitute] : [], mark);
    const { text, theirs } = name!;
    return { unit, members, present, substitute: text, ...(theirs === undefined ? {} : { theirs }) };
  });
}

export const asAttendance = (units: readonly FilledTogether[]): Attendance => ({
  present: Object.fromEntries(units.map(({ unit, present }) => [unit, present])),
  absent: Object.fromEntries(units.map(({ unit, members, present }) => [unit, members.filter((id) => !present.includes(id))])),
  substitutes: Object.fromEntries(units.filter(({ substitute }) => substitute !== '').map((one) => [one.unit, one.substitute])),
});
