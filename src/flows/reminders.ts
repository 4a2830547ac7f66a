/** Reminders of minutes that wait for the end of an uppehåll: the latest says it all, and an approval makes them needless. */
import type { MeetingStep } from '../domain/steps.ts';
import type { Change } from '../ports.ts';
import { takeBack } from './cards.ts';

const REMINDERS: readonly MeetingStep[] = ['remind-close', 'remind-first', 'remind-last'];

export const takeBackReminders = (change: Change, meeting: string, person: string): Promise<void> =>
  takeBack(
    change,
    REMINDERS.map((name) => `${name}/${meeting}/${person}`),
  );
