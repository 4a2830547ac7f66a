import { z } from 'zod';
import template from './actions.json' with { type: 'json' };
import type { Card } from './card.ts';
import { count, localDate, person, text } from './fields.ts';
import { forum, hostile, lina, long, longWord, meeting } from './samples.ts';

const schema = z.strictObject({
  why: z.enum(['all', 'given', 'due']),
  actions: z.array(
    z.strictObject({
      id: text,
      meeting: text,
      number: count,
      what: text,
      forum: text,
      given: localDate,
      due: localDate,
      status: z.enum(['open', 'started', 'postponed']),
      because: text,
      late: z.number().int(),
      owner: person.nullable(),
    }),
  ),
  more: count,
  changeable: z.boolean(),
});

type ActionsView = z.infer<typeof schema>;

const present: Card<ActionsView>['present'] = (view, words) => {
  const { actions: say, format } = words;
  return {
    summary: say.summary(view.actions.length + view.more),
    heading: say.headings[view.why],
    none: view.actions.length === 0 ? say.none : '',
    rows: view.actions.map((each) => ({
      id: each.id,
      meeting: each.meeting,
      what: each.what,
      due: [say.due(format.day(each.due), each.late), say.status[each.status](each.because)].filter(Boolean).join(' '),
      facts: [
        say.facts(each.number, each.forum, format.day(each.given)),
        ...(each.owner ? [say.owner(words.person(each.owner.name, each.owner.unit))] : []),
      ].join(' · '),
      done: say.done,
    })),
    more: view.more > 0 ? say.more(view.more) : '',
    change: view.changeable ? say.change : '',
    meeting: view.actions[0]?.meeting ?? '',
  };
};

const one = {
  id: '2027-03-16-n-1',
  meeting: meeting.meeting,
  number: 3,
  what: 'Boka lokal',
  forum,
  given: '2027-03-16',
  due: '2027-04-09',
  status: 'open' as const,
  because: '',
  late: -12,
  owner: null,
};

const ordinary: ActionsView = {
  why: 'all',
  actions: [{ ...one, id: '2027-03-02-n-1', number: 1, what: 'Fråga om tolk på fredagar', due: '2027-03-24', late: 4 }, one],
  more: 0,
  changeable: true,
};

export const actions: Card<ActionsView> = {
  template,
  schema,
  present,
  samples: {
    ordinary,
    empty: { ...ordinary, actions: [], changeable: false },
    longest: {
      ...ordinary,
      actions: Array.from({ length: 5 }, (_, n) => ({
        ...one,
        id: `2027-03-16-n-${n}`,
        what: long(400),
        forum: `${forum} ${longWord}`,
        late: 400,
        owner: { name: long(40), unit: longWord },
      })),
      more: 12,
    },
    hostile: {
      ...ordinary,
      actions: [
        { ...one, id: hostile, meeting: hostile, what: hostile, forum: hostile, owner: { name: hostile, unit: hostile } },
      ],
    },
    'put off': {
      ...ordinary,
      actions: [
        { ...one, status: 'postponed', because: 'lokalen är uppsagd' },
        { ...one, status: 'started' },
      ],
    },
    given: { ...ordinary, why: 'given', actions: [one] },
    due: { ...ordinary, why: 'due', actions: [{ ...one, late: 0, owner: lina }] },
  },
};
