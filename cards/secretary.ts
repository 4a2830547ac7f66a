import { z } from 'zod';
import type { Card } from './card.ts';
import { localTime, person, text } from './fields.ts';
import { hostile, long, longWord, meeting, per, sara } from './samples.ts';
import template from './secretary.json' with { type: 'json' };
import { firstName, sayPersonLast, sayWhose, turnReason } from './turn-reason.ts';

const schema = z.strictObject({
  meeting: text,
  forum: text,
  start: localTime,
  reason: turnReason,
  next: z.array(z.strictObject({ start: localTime, person })),
});

type SecretaryView = z.infer<typeof schema>;

const present: Card<SecretaryView>['present'] = (view, words) => {
  const { secretaryCard: say, format } = words;
  const { name, unit } = view.reason.person;
  const when = format.start(view.start);
  return {
    summary: say.summary(words.person(name, unit), view.forum, when),
    forum: view.forum,
    when: format.capital(when),
    person: words.person(name, unit),
    because: sayWhose(view.reason, words),
    personLast: sayPersonLast(firstName(name), view.reason, words),
    hasPassed: view.reason.passed.length > 0,
    passed: view.reason.passed.map((each) => ({ person: words.person(each.name, each.unit), why: say.why[each.why] })),
    hasNext: view.next.length > 0,
    next: view.next.map((each) => ({
      day: format.capital(format.weekday(each.start)),
      person: words.person(each.person.name, each.person.unit),
    })),
    text: say.labels,
  };
};

const ordinary: SecretaryView = {
  meeting: meeting.meeting,
  forum: meeting.forum,
  start: meeting.start,
  reason: {
    person: sara,
    kind: 'longest-waiting',
    insteadOf: null,
    unitLast: '2027-02-02',
    personLast: '2026-09-15',
    passed: [
      { name: 'Lina Berg', unit: 'AF Järva', why: 'away' },
      { name: 'Omar Haddad', unit: 'AF City/Vällingby', why: 'newcomer' },
    ],
  },
  next: [
    { start: '2027-03-30T13:00', person: per },
    { start: '2027-04-13T13:00', person: { name: 'Eva Lund', unit: 'AF City/Vällingby' } },
  ],
};

const longName = { name: `${sara.name} ${longWord}`, unit: long(80) };

export const secretary: Card<SecretaryView> = {
  template,
  schema,
  present,
  samples: {
    ordinary,
    empty: {
      ...ordinary,
      reason: { person: sara, kind: 'never-written', insteadOf: null, unitLast: null, personLast: null, passed: [] },
      next: [],
    },
    longest: {
      ...ordinary,
      reason: {
        ...ordinary.reason,
        person: longName,
        kind: 'after-decline',
        passed: Array.from({ length: 20 }, () => ({ ...longName, why: 'newcomer' as const })),
      },
      next: Array.from({ length: 20 }, () => ({ start: '2027-09-29T09:30', person: longName })),
    },
    hostile: {
      ...ordinary,
      meeting: hostile,
      forum: hostile,
      reason: {
        ...ordinary.reason,
        person: { name: hostile, unit: hostile },
        passed: [{ name: hostile, unit: hostile, why: 'declined' }],
      },
      next: [{ start: '2027-03-30T13:00', person: { name: hostile, unit: hostile } }],
    },
    'convener stands in': {
      ...ordinary,
      reason: {
        ...ordinary.reason,
        kind: 'convener-stands-in',
        person: { name: 'Lars Ek', unit: 'AF Järva' },
        passed: [{ name: sara.name, unit: sara.unit, why: 'declined' }],
      },
    },
    repays: {
      ...ordinary,
      reason: {
        ...ordinary.reason,
        kind: 'repays',
        insteadOf: per,
        passed: [{ name: per.name, unit: per.unit, why: 'credit' }],
      },
    },
    swapped: { ...ordinary, reason: { ...ordinary.reason, kind: 'swapped', insteadOf: per, passed: [] } },
  },
};
