/** Reminders of minutes that wait for the end of an uppehåll: the latest says it all, and an approval makes them needless. */
import type { Meeting } from '../domain/meeting.ts';
import { editionOf } from '../domain/reopen.ts';
import type { MeetingStep } from '../domain/steps.ts';
import type { Change } from '../ports.ts';
import { takeBack } from './cards.ts';

const REMINDERS: readonly MeetingStep[] = ['remind-close', 'remind-first', 'remind-last'];

/** Sets the reminders of minutes that were opened again apart from those before them: `@v2`. */
export const againOf = (meeting: Meeting): string => (editionOf(meeting) > 1 ? `@v${editionOf(meeting)}` : '');

export const takeBackReminders = (change: Change, meeting: string, person: string, again = ''): Promise<void> =>
  takeBack(
    change,
    REMINDERS.map((name) => `${name}${again}/${meeting}/${person}`),
  );
