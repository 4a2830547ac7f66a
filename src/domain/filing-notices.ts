/** What the cards say of documents that do not lie on the samarbetsyta: a line each, so that none hides another. */
import type { Meeting } from './meeting.ts';

const lines = ({ notice }: Pick<Meeting, 'notice'>): string[] => notice.split('\n').filter((line) => line !== '');

/** `said` begins with the file's name; '' when there is nothing to say of it any longer. */
export function noticed(meeting: Meeting, file: string, said: string): Meeting {
  const before = lines(meeting);
  if (said !== '' && before.includes(said)) return meeting;
  const others = before.filter((line) => !line.startsWith(`${file} `));
  if (said === '' && others.length === before.length) return meeting;
  return { ...meeting, notice: [...others, ...(said === '' ? [] : [said])].join('\n') };
}

export const noticeOf = (meeting: Pick<Meeting, 'notice'>): string => lines(meeting).join(' ');
