/** Who was there, unit by unit: present, absent, and somebody who came in another's place (N 1.8: each unit sends somebody). */
import type { Meeting } from './meeting.ts';
import { type MinutesNo, writable } from './minutes.ts';
import type { SafeText } from './privacy.ts';
import { no, type Result, yes } from './result.ts';

export interface Attendance {
  present: Record<string, string[]>;
  /** Members who are not there, as the roster was when it was noted. */
  absent: Record<string, string[]>;
  /** Name and role of somebody who came instead; units without one are left out. */
  substitutes: Record<string, SafeText>;
}

export function attend(meeting: Meeting, { present, absent, substitutes }: Attendance): Result<Meeting, MinutesNo> {
  const closed = writable(meeting);
  if (closed) return no(closed);
  const units = Object.keys(present);
  const kept = Object.entries(meeting.substitutes ?? {}).filter(([unit]) => !units.includes(unit));
  return yes({
    ...meeting,
    attendance: { ...meeting.attendance, ...present },
    absent: { ...meeting.absent, ...absent },
    substitutes: { ...Object.fromEntries(kept), ...substitutes },
  });
}

export interface UnitAttendance {
  unit: string;
  /** False until somebody has noted it. */
  known: boolean;
  present: string[];
  absent: string[];
  /** '' where nobody came in another's place. */
  substitute: string;
  /** True where it is known that the unit had nobody there. */
  empty: boolean;
}

export function attendanceOf(meeting: Meeting, unit: string): UnitAttendance {
  const noted = meeting.attendance[unit];
  const substitute = meeting.substitutes?.[unit] ?? '';
  const present = noted ?? [];
  return {
    unit,
    known: noted !== undefined,
    present,
    absent: meeting.absent?.[unit] ?? [],
    substitute,
    empty: noted !== undefined && present.length === 0 && substitute === '',
  };
}
