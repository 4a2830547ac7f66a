import { z } from 'zod';
import type { Card } from './card.ts';
import template from './dialog-move.json' with { type: 'json' };
import { localTime, text } from './fields.ts';
import { hostile, long, longWord, meeting, sara } from './samples.ts';

const schema = z.strictObject({
  meeting: text,
  forum: text,
  start: localTime,
  times: z.array(z.strictObject({ start: localTime, end: localTime, warning: text })),
  note: text,
  to: text,
  reason: text,
  error: text,
});

type MoveDialogView = z.infer<typeof schema>;

/** Sends back: from (when the meeting was), to (a start, wall clock) and reason. */
const present: Card<MoveDialogView>['present'] = (view, words) => {
  const { moveDialog: say, format } = words;
  const when = format.start(view.start);
  const times = view.times.map((time) => ({
    value: time.start,
    title: format.capital([format.meeting(time.start, time.end), time.warning].filter(Boolean).join(' · ')),
  }));
  return {
    summary: say.summary(view.forum, when),
    meeting: view.meeting,
    from: view.start,
    heading: format.capital(when),
    where: view.forum,
    hasTimes: times.length > 0,
    noTimes: times.length === 0,
    times,
    note: view.note,
    to: view.to || ((view.times.find(({ warning }) => warning === '') ?? view.times[0])?.start ?? ''),
    reason: view.reason,
    error: view.error === '' ? '' : `⚠ ${view.error}`,
    text: say.labels,
  };
};

const ordinary: MoveDialogView = {
  meeting: meeting.meeting,
  forum: meeting.forum,
  start: meeting.start,
  times: [
    { start: '2027-03-17T13:00', end: '2027-03-17T14:00', warning: '' },
    { start: '2027-03-18T13:00', end: '2027-03-18T14:00', warning: '' },
    { start: '2027-03-26T09:00', end: '2027-03-26T10:00', warning: 'två frågor hinner inte upp till cheferna' },
  ],
  note: '',
  to: '',
  reason: '',
  error: '',
};

export const dialogMove: Card<MoveDialogView> = {
  template,
  schema,
  present,
  samples: {
    ordinary,
    empty: { ...ordinary, times: [] },
    moved: {
      ...ordinary,
      start: '2027-03-18T13:00',
      times: ordinary.times.filter(({ start }) => start !== '2027-03-18T13:00'),
      reason: 'Lokalen är stängd',
      error:
        'Mötet flyttades medan du hade rutan öppen, till tiden som står här ovanför. Välj en ny tid om det ska flyttas igen.',
    },
    taken: {
      ...ordinary,
      times: ordinary.times.map((time, n) => ({ ...time, warning: ['2 är upptagna', `ingen ledig från ${sara.unit}`, ''][n]! })),
      note: '3 av 7 kalendrar syns inte för mig.',
    },
    longest: {
      ...ordinary,
      forum: `${meeting.forum} ${longWord}`,
      times: ordinary.times.map((time) => ({ ...time, warning: long(120) })),
      note: long(120),
      reason: long(300),
      error: long(200),
    },
    hostile: { ...ordinary, meeting: hostile, forum: hostile, note: hostile, reason: hostile, error: hostile },
  },
};
