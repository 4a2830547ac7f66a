import { z } from 'zod';
import type { Card } from './card.ts';
import template from './dialog-attendance.json' with { type: 'json' };
import { text } from './fields.ts';
import { hostile, long, longWord, meeting } from './samples.ts';

/** Teams joins what is ticked with commas. */
const personId = z.string().regex(/^[^,]+$/, 'must not be empty or hold a comma');

const schema = z.strictObject({
  meeting: text,
  seen: text,
  units: z.array(
    z.strictObject({
      id: text,
      name: text,
      people: z.array(z.strictObject({ id: personId, name: text, present: z.boolean() })),
      substitute: text,
      theirs: text.nullable(),
    }),
  ),
  error: text,
});

type AttendanceDialogView = z.infer<typeof schema>;

/**
 * Sends back one `unit_<id>` per unit that has people (the ids of those present, with commas between) and one `substitute_<id>`
 * per unit; and where two have written one `keep_<id>`: 'both', 'mine' or 'theirs'.
 */
const present: Card<AttendanceDialogView>['present'] = (view, { attendanceDialog: say, editDialog: two }) => ({
  summary: say.summary,
  meeting: view.meeting,
  seen: view.seen,
  empty: view.units.length === 0,
  error: view.error === '' ? '' : `⚠ ${view.error}`,
  units: view.units.map(({ id, name, people, substitute, theirs }) => ({
    id,
    name,
    hasPeople: people.length > 0,
    nobody: people.length === 0,
    people: people.map((person) => ({ id: person.id, name: person.name })),
    present: people
      .filter((person) => person.present)
      .map((person) => person.id)
      .join(','),
    substitute,
    substituteLabel: say.substitute(name),
    two: theirs !== null,
    theirs: theirs === null || theirs.trim() === '' ? two.labels.emptied : theirs,
    keepLabel: two.keep(say.substitute(name)),
  })),
  text: { ...say.labels, theirs: two.labels.theirs, both: two.labels.both, mine: two.labels.mine, others: two.labels.others },
});

const ordinary: AttendanceDialogView = {
  meeting: meeting.meeting,
  seen: 'jn-acdefh.j-mnprtu.-vwacde',
  units: [
    {
      id: 'af-jarva',
      name: 'AF Järva',
      people: [
        { id: 'sara', name: 'Sara Nyström', present: true },
        { id: 'lina', name: 'Lina Berg', present: false },
      ],
      substitute: 'Nils Ek, handläggare',
      theirs: null,
    },
    {
      id: 'intro',
      name: 'Intro Stockholm',
      people: [{ id: 'per', name: 'Per Holm', present: true }],
      substitute: '',
      theirs: null,
    },
    { id: 'cso', name: 'CSO', people: [], substitute: '', theirs: null },
  ],
  error: '',
};

export const dialogAttendance: Card<AttendanceDialogView> = {
  template,
  schema,
  present,
  samples: {
    ordinary,
    empty: { ...ordinary, units: [] },
    longest: {
      ...ordinary,
      units: Array.from({ length: 12 }, (_, unit) => ({
        id: `unit-${unit}`,
        name: `AF Globen/Liljeholmen/Skärholmen ${longWord}`,
        people: Array.from({ length: 12 }, (_, index) => ({
          id: `person-${unit}-${index}`,
          name: `Sara Nyström ${longWord}`,
          present: index % 2 === 0,
        })),
        substitute: long(100),
        theirs: long(100),
      })),
      error: long(200),
    },
    'two have written': {
      ...ordinary,
      units: [{ ...ordinary.units[0]!, theirs: 'Eva Lund, handläggare' }, ...ordinary.units.slice(1)],
      error: 'Någon annan har noterat närvaro samtidigt. Välj vad som gäller där det står två, och spara.',
    },
    hostile: {
      meeting: hostile,
      seen: hostile,
      units: [
        { id: 'u', name: hostile, people: [{ id: 'p', name: hostile, present: true }], substitute: hostile, theirs: hostile },
        { id: 'tom', name: hostile, people: [], substitute: hostile, theirs: hostile },
      ],
      error: hostile,
    },
  },
};
