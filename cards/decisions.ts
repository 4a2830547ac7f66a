import { z } from 'zod';
import type { Card } from './card.ts';
import template from './decisions.json' with { type: 'json' };
import { count, link, localTime, text } from './fields.ts';
import { forum, hostile, long, longWord, meeting } from './samples.ts';

const schema = z.strictObject({
  words: text,
  decisions: z.array(
    z.strictObject({
      forum: text,
      start: localTime,
      paragraph: count,
      word: z.enum(['agreed', 'decided']),
      text,
      state: z.enum(['draft', 'approved']),
      url: link,
    }),
  ),
  more: count,
});

type DecisionsView = z.infer<typeof schema>;

const present: Card<DecisionsView>['present'] = (view, words) => {
  const { decisions: say, format } = words;
  return {
    summary: say.summary(view.decisions.length + view.more),
    heading: say.heading,
    sought: view.words === '' ? '' : say.sought(view.words),
    none: view.decisions.length === 0 ? say.none : '',
    rows: view.decisions.map((each) => ({
      heading: say.title(each.paragraph, each.word),
      text: each.text,
      facts: say.facts(each.forum, format.day(each.start), each.state === 'draft'),
      url: each.url,
      open: say.open,
    })),
    more: view.more > 0 ? say.more(view.more) : '',
  };
};

const one = {
  forum,
  start: meeting.start,
  paragraph: 14,
  word: 'agreed' as const,
  text: 'Vi prövar fredagstider från maj',
  state: 'approved' as const,
  url: 'https://samarbetsyta.example/moten/motesanteckningar.docx',
};

const ordinary: DecisionsView = {
  words: 'fredagstider',
  decisions: [{ ...one, start: '2027-03-30T13:00', paragraph: 17, word: 'decided', state: 'draft', url: '' }, one],
  more: 0,
};

export const decisions: Card<DecisionsView> = {
  template,
  schema,
  present,
  samples: {
    ordinary,
    empty: { ...ordinary, decisions: [] },
    longest: {
      words: long(120),
      decisions: Array.from({ length: 10 }, () => ({ ...one, forum: `${forum} ${longWord}`, text: long(600) })),
      more: 40,
    },
    hostile: { ...ordinary, words: hostile, decisions: [{ ...one, forum: hostile, text: hostile }] },
  },
};
