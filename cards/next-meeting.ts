import { z } from 'zod';
import type { Card } from './card.ts';
import { count, localTime, person, text } from './fields.ts';
import template from './next-meeting.json' with { type: 'json' };
import { hostile, long, longWord, meeting, sara } from './samples.ts';

const schema = z.strictObject({
  meeting: text,
  forum: text,
  start: localTime,
  end: localTime,
  place: text,
  secretary: person.nullable(),
  items: count,
  moved: text,
  following: z.array(localTime),
});

type NextMeetingView = z.infer<typeof schema>;

const present: Card<NextMeetingView>['present'] = (view, words) => {
  const { nextMeeting: say, format } = words;
  const when = format.meeting(view.start, view.end);
  const secretary = view.secretary ? words.secretary(words.person(view.secretary.name, view.secretary.unit)) : words.noSecretary;
  return {
    summary: say.summary(view.forum, when),
    meeting: view.meeting,
    forum: view.forum,
    when: format.capital(when),
    facts: [view.place, secretary].filter(Boolean).join(' · '),
    items: say.items(view.items),
    moved: view.moved,
    hasFollowing: view.following.length > 0,
    following: view.following.map((start) => ({ when: format.capital(format.start(start)) })),
    text: say.labels,
    buttons: { show: words.agendaShow, propose: words.propose, move: say.move },
  };
};

const ordinary: NextMeetingView = {
  ...meeting,
  place: 'Teams',
  secretary: sara,
  items: 7,
  moved: '',
  following: ['2027-03-30T13:00', '2027-04-13T13:00', '2027-04-27T13:00'],
};

export const nextMeeting: Card<NextMeetingView> = {
  template,
  schema,
  present,
  samples: {
    ordinary,
    empty: { ...ordinary, place: '', secretary: null, items: 0, following: [] },
    longest: {
      ...ordinary,
      forum: `${meeting.forum} ${longWord}`,
      place: long(120),
      secretary: { name: `${sara.name} ${longWord}`, unit: long(60) },
      items: 1,
      moved: long(300),
      following: Array.from({ length: 26 }, () => '2027-09-29T09:30'),
    },
    hostile: {
      ...ordinary,
      meeting: hostile,
      forum: hostile,
      place: hostile,
      secretary: { name: hostile, unit: hostile },
      moved: hostile,
    },
    moved: {
      ...ordinary,
      moved: 'Flyttat från tisdag 6 april: annandag påsk ligger i samma vecka. Mötet därefter har kvar sin plats.',
    },
  },
};
