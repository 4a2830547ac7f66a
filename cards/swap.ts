import { z } from 'zod';
import type { Card } from './card.ts';
import { count, localTime, person, text } from './fields.ts';
import { hostile, lina, long, longWord, meeting, per, sara } from './samples.ts';
import template from './swap.json' with { type: 'json' };

const schema = z.strictObject({
  meeting: text,
  number: count,
  forum: text,
  start: localTime,
  state: z.enum(['open', 'taken', 'withdrawn', 'lapsed', 'passed-on']),
  from: person,
  by: person.nullable(),
  taker: person.nullable(),
});

type SwapView = z.infer<typeof schema>;

const present: Card<SwapView>['present'] = (view, words) => {
  const { swap: say, format } = words;
  const when = format.start(view.start);
  const from = words.person(view.from.name, view.from.unit);
  const taker = view.taker ? words.person(view.taker.name, view.taker.unit) : '';
  const who = view.state === 'taken' || view.state === 'passed-on' ? taker : from;
  return {
    summary: say.summaries[view.state](who, view.forum, when),
    meeting: view.meeting,
    number: String(view.number),
    forum: view.forum,
    heading: say.headings[view.state],
    when: format.capital(when),
    line: say.lines[view.state](who),
    by: view.by ? say.onBehalf(words.person(view.by.name, view.by.unit)) : '',
    given: view.state === 'taken' ? say.given : '',
    buttons: { take: view.state === 'open' ? say.take : '' },
  };
};

const ordinary: SwapView = {
  meeting: meeting.meeting,
  number: 1,
  forum: meeting.forum,
  start: meeting.start,
  state: 'open',
  from: sara,
  by: null,
  taker: null,
};

export const swap: Card<SwapView> = {
  template,
  schema,
  present,
  samples: {
    ordinary,
    empty: { ...ordinary, from: { name: 'Sara', unit: 'AF' } },
    longest: {
      ...ordinary,
      forum: `${meeting.forum} ${longWord}`,
      from: { name: long(60), unit: `${longWord} ${long(60)}` },
      by: { name: long(60), unit: longWord },
    },
    hostile: {
      ...ordinary,
      meeting: hostile,
      forum: hostile,
      from: { name: hostile, unit: hostile },
      by: { name: hostile, unit: hostile },
    },
    'on behalf': { ...ordinary, by: lina },
    taken: { ...ordinary, state: 'taken', taker: per },
    withdrawn: { ...ordinary, state: 'withdrawn' },
    lapsed: { ...ordinary, state: 'lapsed' },
    'passed on': { ...ordinary, state: 'passed-on', taker: per },
  },
};
