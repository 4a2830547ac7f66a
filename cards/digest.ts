import { z } from 'zod';
import type { Card } from './card.ts';
import template from './digest.json' with { type: 'json' };
import { count, localDate, localTime, text } from './fields.ts';
import { forum, hostile, long, longWord, meeting } from './samples.ts';

const schema = z.strictObject({
  day: localDate,
  meetings: z.array(z.strictObject({ forum: text, start: localTime, end: localTime, writes: z.boolean() })),
  drafts: z.array(z.strictObject({ forum: text, start: localTime, due: localDate })),
  actions: z.strictObject({ open: count, late: count, next: z.strictObject({ what: text, due: localDate }).nullable() }),
  questions: z.array(z.strictObject({ id: text, text, stands: text })),
  more: count,
});

type DigestView = z.infer<typeof schema>;

const present: Card<DigestView>['present'] = (view, words) => {
  const { digest: say, format } = words;
  const { actions } = view;
  return {
    summary: say.summary(view.meetings.length, actions.open),
    heading: say.heading(format.week(view.day)),
    meetingsHeading: view.meetings.length > 0 ? say.meetings : '',
    meetings: view.meetings.map((each) => ({
      time: format.capital(format.meeting(each.start, each.end)),
      forum: each.forum,
      writes: each.writes ? say.writes : '',
    })),
    draftsHeading: view.drafts.length > 0 ? say.drafts : '',
    drafts: view.drafts.map((each) => ({ text: say.draft(each.forum, format.day(each.start), format.day(each.due)) })),
    actionsHeading: actions.open > 0 ? say.actions : '',
    actions: actions.open > 0 ? say.open(actions.open, actions.late) : '',
    next: actions.next ? say.next(actions.next.what, format.day(actions.next.due)) : '',
    questionsHeading: view.questions.length > 0 ? say.questions : '',
    questions: view.questions.map((each) => ({ text: say.question(each.id, each.text), stands: each.stands })),
    more: view.more > 0 ? say.more(view.more) : '',
    foot: say.foot,
  };
};

const one = { forum, start: meeting.start, end: meeting.end, writes: true };

const ordinary: DigestView = {
  day: '2027-03-15',
  meetings: [one],
  drafts: [{ forum, start: '2027-03-02T13:00', due: '2027-03-16' }],
  actions: { open: 3, late: 1, next: { what: 'Boka lokal', due: '2027-04-09' } },
  questions: [{ id: '3', text: 'Får vi ha fredagstider?', stands: 'Väntar på svar från chefsmötet' }],
  more: 0,
};

export const digest: Card<DigestView> = {
  template,
  schema,
  present,
  samples: {
    ordinary,
    empty: { ...ordinary, drafts: [], actions: { open: 0, late: 0, next: null }, questions: [] },
    longest: {
      ...ordinary,
      meetings: Array.from({ length: 6 }, () => ({ ...one, forum: `${forum} ${longWord}` })),
      drafts: Array.from({ length: 4 }, () => ({ ...ordinary.drafts[0]!, forum: `${forum} ${longWord}` })),
      actions: { open: 40, late: 12, next: { what: long(400), due: '2027-04-09' } },
      questions: Array.from({ length: 5 }, () => ({ id: '123', text: long(200), stands: long(120) })),
      more: 12,
    },
    hostile: {
      ...ordinary,
      meetings: [{ ...one, forum: hostile }],
      actions: { open: 1, late: 0, next: { what: hostile, due: '2027-04-09' } },
      questions: [{ id: hostile, text: hostile, stands: hostile }],
    },
  },
};
