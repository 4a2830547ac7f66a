import { z } from 'zod';
import type { Card } from './card.ts';
import template from './fairness.json' with { type: 'json' };
import { count, localDate, localTime, person, text } from './fields.ts';
import { forum, hostile, lina, long, longWord, per, sara } from './samples.ts';

const share = { due: count, written: count };

const schema = z.strictObject({
  forum: text,
  meetings: count,
  since: localDate.nullable(),
  units: z.array(z.strictObject({ unit: text, every: count, ...share })),
  people: z.array(z.strictObject({ person, ...share })),
  next: z.array(z.strictObject({ start: localTime, person })),
});

type FairnessView = z.infer<typeof schema>;

const present: Card<FairnessView>['present'] = (view, words) => {
  const { fairness: say, format } = words;
  const row = ({ due, written }: { due: number; written: number }) => ({ due: String(due), written: String(written) });
  return {
    summary: say.summary(view.forum),
    forum: view.forum,
    heading: say.heading,
    since: view.since === null ? say.none : say.since(view.meetings, format.day(view.since)),
    hasUnits: view.units.length > 0,
    units: view.units.map((each) => ({ name: each.unit, note: each.every > 0 ? say.every(each.every) : '', ...row(each) })),
    hasPeople: view.people.length > 0,
    people: view.people.map((each) => ({
      name: words.person(each.person.name, each.person.unit),
      note: say.owes(each.written - each.due),
      ...row(each),
    })),
    hasNext: view.next.length > 0,
    next: view.next.map((each) => ({
      day: format.capital(format.weekday(each.start)),
      person: words.person(each.person.name, each.person.unit),
    })),
    text: say.labels,
  };
};

const ordinary: FairnessView = {
  forum,
  meetings: 9,
  since: '2026-11-10',
  units: [
    { unit: sara.unit, due: 5, written: 4, every: 4 },
    { unit: per.unit, due: 4, written: 5, every: 2 },
  ],
  people: [
    { person: sara, due: 3, written: 2 },
    { person: lina, due: 2, written: 2 },
    { person: per, due: 4, written: 5 },
  ],
  next: [
    { start: '2027-03-30T13:00', person: sara },
    { start: '2027-04-13T13:00', person: per },
  ],
};

export const fairness: Card<FairnessView> = {
  template,
  schema,
  present,
  samples: {
    ordinary,
    empty: { ...ordinary, meetings: 0, since: null, units: [], people: [], next: [] },
    longest: {
      ...ordinary,
      forum: `${forum} ${longWord}`,
      meetings: 1234,
      units: Array.from({ length: 8 }, () => ({ unit: `${longWord} ${long(40)}`, due: 123, written: 98, every: 40 })),
      people: Array.from({ length: 20 }, () => ({ person: { name: long(40), unit: longWord }, due: 10, written: 7 })),
      next: Array.from({ length: 6 }, () => ({ start: '2027-09-29T09:30', person: { name: long(40), unit: longWord } })),
    },
    hostile: {
      ...ordinary,
      forum: hostile,
      units: [{ unit: hostile, due: 1, written: 1, every: 2 }],
      people: [{ person: { name: hostile, unit: hostile }, due: 1, written: 2 }],
      next: [{ start: '2027-03-30T13:00', person: { name: hostile, unit: hostile } }],
    },
  },
};
