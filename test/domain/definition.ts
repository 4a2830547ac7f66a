/** The forum that ships, and what tests need to invent others. */
import path from 'node:path';
import fc from 'fast-check';
import { loadAgreement } from '../../src/agreements/load.ts';
import { type Agreement, type Forum, forumOf, type Pause, type Rhythm } from '../../src/domain/agreement.ts';
import { STOCKHOLM } from '../../src/domain/calendar.ts';
import { root } from '../support/needs.ts';

export const shippedFile = path.join(root, 'src/agreements/stockholm/bilaga-nyanlanda.yaml');

const loaded = loadAgreement(shippedFile);
if (!loaded.ok) throw new Error(`the definition that ships has faults:\n${loaded.faults.map((one) => one.text).join('\n')}`);
export const stockholm: Agreement = loaded.agreement;
export const hub: Forum = forumOf(stockholm, 'hub-intro');

export const day = (iso: string): Temporal.PlainDate => Temporal.PlainDate.from(iso);
export const at = (local: string): Temporal.ZonedDateTime => Temporal.PlainDateTime.from(local).toZonedDateTime(STOCKHOLM);

const choice = { choice: 'invented for a test' };

export type EveryDays = Extract<Rhythm, { kind: 'every' }>;

export const every = (days: number, anchor: string, start = '13:00', minutes = 60): EveryDays => ({
  kind: 'every',
  days,
  anchor,
  start,
  minutes,
  sharedTime: undefined,
  origin: choice,
  anchorOrigin: choice,
});

/** An invented forum, plain except where told otherwise. */
export const forum = (over: Partial<Forum>): Forum => ({
  id: 'forum',
  name: 'Forum',
  called: 'forumet',
  level: 'hub',
  units: ['a', 'b'],
  rhythm: every(14, '2027-01-19'),
  pauses: [],
  inPause: 'rests',
  moving: { prefer: 'earlier', withinDays: 366, origin: choice },
  mandate: 'agrees',
  mandateOrigin: choice,
  place: 'Teams',
  form: { held: 'online', origin: choice },
  standingItems: [],
  approval: { withinDays: 14, remindDaysBefore: [7, 1], origin: choice },
  figureAsks: { daysBefore: 3, remindDaysBefore: 1, origin: choice },
  cases: undefined,
  lifts: [],
  rotation: { between: 'units', origin: choice },
  documentTypes: { agenda: 'dagordning', minutes: 'mötesanteckningar' },
  ...over,
});

type Unnamed<P> = P extends Pause ? Omit<P, 'name' | 'origin'> : never;
export const pause = (given: Unnamed<Pause>): Pause => ({ name: 'uppehåll', origin: choice, ...given });

const EPOCH = day('2020-01-01');
export const anyDay = fc.integer({ min: 0, max: 366 * 25 }).map((days) => EPOCH.add({ days }));

const monthDay = fc
  .tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
  .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join('-'));

export const anyPause: fc.Arbitrary<Pause> = fc.oneof(
  fc.tuple(monthDay, monthDay).map(([from, to]) => pause({ kind: 'dates', from, to })),
  fc
    .tuple(fc.integer({ min: 1, max: 53 }), fc.integer({ min: 0, max: 8 }))
    .map(([from, weeks]) => pause({ kind: 'weeks', from, to: ((from + weeks - 1) % 53) + 1 })),
  fc
    .tuple(fc.integer({ min: -14, max: 3 }), fc.integer({ min: 0, max: 12 }))
    .map(([from, days]) => pause({ kind: 'easter', from, to: from + days })),
  fc.constant(pause({ kind: 'midsummer' })),
);

const anyStart = fc.integer({ min: 7 * 4, max: 17 * 4 }).map((quarters) => {
  const hour = String(Math.floor(quarters / 4)).padStart(2, '0');
  return `${hour}:${String((quarters % 4) * 15).padStart(2, '0')}`;
});

export const anyRhythm: fc.Arbitrary<EveryDays> = fc
  .tuple(fc.integer({ min: 5, max: 90 }), anyDay, anyStart, fc.integer({ min: 15, max: 240 }))
  .map(([days, anchor, start, minutes]) => every(days, anchor.toString(), start, minutes));

/** Any forum whose slots can all be held or moved; the loader refuses the others (test/agreements). */
export const anyForum: fc.Arbitrary<Forum & { rhythm: EveryDays }> = fc
  .tuple(anyRhythm, fc.array(anyPause, { maxLength: 4 }))
  .map(([rhythm, pauses]) => ({ ...forum({ pauses }), rhythm }));
