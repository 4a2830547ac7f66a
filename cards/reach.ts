import { z } from 'zod';
import type { Card } from './card.ts';
import { count, localDate, localTime, person, text } from './fields.ts';
import template from './reach.json' with { type: 'json' };
import { forum, hostile, long, longWord, meeting, per, sara } from './samples.ts';

const what = z.enum([
  'agenda',
  'turn',
  'minutes',
  'remind-close',
  'remind-first',
  'remind-last',
  'hand-over',
  'actions-given',
  'actions-due',
  'ask-targets',
  'ask-situation',
  'ask-figures',
  'question',
  'booked',
  'by-hand',
  'hand-made',
  'time-box',
  'swap',
  'swapped',
  'away',
  'moved',
  'empty',
  'waits',
  'refused',
  'put-back',
  'digest',
  'other',
]);
const why = z.enum(['waits', 'trying', 'not-met', 'not-installed', 'gone', 'unknown', 'refused']);
const about = z.union([localDate, z.literal('')]);

const schema = z.strictObject({
  forum: text,
  meeting: text,
  since: localDate,
  missed: z.array(z.strictObject({ to: person.nullable(), what, about, why, asked: localTime })),
  more: count,
  reached: z.array(z.strictObject({ what, about, done: count, of: count, at: localTime })),
  outside: z.array(z.strictObject({ who: person, calendar: z.boolean() })),
  givenUp: count,
});

type ReachView = z.infer<typeof schema>;

const present: Card<ReachView>['present'] = (view, words) => {
  const { reach: say, format } = words;
  const named = (kind: z.infer<typeof what>, day: string) => say.what[kind](day === '' ? '' : format.day(day));
  const missed = view.missed.length + view.more;
  return {
    meeting: view.meeting,
    summary: say.summary(missed),
    heading: say.heading,
    since: say.since(view.forum, format.day(view.since)),
    status: missed > 0 ? '' : view.reached.length === 0 ? say.none : say.all,
    missedHeading: view.missed.length > 0 ? `▲ ${say.missedHeading}` : '',
    missed: view.missed.map((each) => ({
      who: each.to ? words.person(each.to.name, each.to.unit) : say.channel,
      what: named(each.what, each.about),
      why: say.why[each.why === 'not-met' && each.to === null ? 'no-channel' : each.why],
      asked: say.asked(format.moment(each.asked)),
    })),
    more: view.more > 0 ? say.more(view.more) : '',
    again: view.givenUp > 0 ? say.again(view.givenUp) : '',
    reachedHeading: view.reached.length > 0 ? say.reachedHeading : '',
    reached: view.reached.map((each) => ({
      what: named(each.what, each.about),
      done: say.done(each.done, each.of, format.moment(each.at)),
    })),
    outsideHeading: view.outside.length > 0 ? say.outsideHeading : '',
    outside: view.outside.map((each) => ({ who: words.person(each.who.name, each.who.unit), way: say.outside(each.calendar) })),
  };
};

const one = { to: per, what: 'turn' as const, about: '2027-03-16', why: 'not-met' as const, asked: '2027-03-12T08:00' };

const ordinary: ReachView = {
  forum,
  meeting: meeting.meeting,
  since: '2027-03-02',
  missed: [one, { ...one, to: null, what: 'moved', why: 'unknown' }],
  more: 0,
  reached: [
    { what: 'agenda', about: '2027-03-16', done: 1, of: 1, at: '2027-03-09T08:00' },
    { what: 'actions-given', about: '2027-03-02', done: 3, of: 4, at: '2027-03-02T14:02' },
  ],
  outside: [{ who: sara, calendar: true }],
  givenUp: 1,
};

export const reach: Card<ReachView> = {
  template,
  schema,
  present,
  samples: {
    ordinary,
    empty: { ...ordinary, missed: [], reached: [], outside: [], givenUp: 0 },
    longest: {
      ...ordinary,
      forum: `${forum} ${longWord}`,
      missed: Array.from({ length: 8 }, () => ({
        ...one,
        to: { name: long(60), unit: longWord },
        why: 'not-installed' as const,
      })),
      more: 12,
      reached: Array.from({ length: 8 }, () => ({ ...ordinary.reached[1]!, what: 'remind-close' as const })),
      outside: Array.from({ length: 8 }, () => ({ who: { name: long(60), unit: longWord }, calendar: false })),
      givenUp: 20,
    },
    hostile: { ...ordinary, forum: hostile, missed: [{ ...one, to: { name: hostile, unit: hostile } }] },
  },
};
