import { z } from 'zod';
import type { Card } from './card.ts';
import { comment, sayComments } from './comment.ts';
import { count, localDate, localTime, paragraphs, text } from './fields.ts';
import { figure, sayFigures } from './figure.ts';
import template from './minutes.json' with { type: 'json' };
import { enrolments, hostile, hostileFigure, long, longestFigure, longWord, meeting, participation } from './samples.ts';
import { sayWhy, why } from './why.ts';

const schema = z.strictObject({
  meeting: text,
  forum: text,
  start: localTime,
  end: localTime,
  attendance: z.array(
    z.strictObject({
      unit: text,
      present: z.array(text),
      absent: z.array(text),
      substitute: text,
      known: z.boolean(),
      empty: z.boolean(),
    }),
  ),
  items: z.array(
    z.strictObject({
      number: count,
      title: text,
      why,
      notes: z.array(text),
      outcomes: z.array(z.strictObject({ paragraph: count, word: z.enum(['agreed', 'decided']), text })),
      actions: z.array(z.strictObject({ number: count, what: text, who: text, due: localDate })),
      figures: z.array(figure),
      comments: z.array(comment),
      current: z.boolean(),
    }),
  ),
  mandate: z.enum(['agrees', 'decides']),
  lifts: z.boolean(),
  returns: z.array(
    z.strictObject({
      title: text,
      because: z.enum(['standing', 'not-reached', 'open-action', 'tabled', 'continues', 'open-question']),
      said: text,
    }),
  ),
  ends: z.array(text),
});

type MinutesView = z.infer<typeof schema>;

/** In a tight space an item shows its last notes, and each text is cut; all of it is kept and comes back for approval. */
const tight = { text: 80, notes: 2 };

const present: Card<MinutesView>['present'] = (view, words, space) => {
  const { minutesCard: say, format } = words;
  const shorten = (typed: string) =>
    space === 'tight' && typed.length > tight.text ? `${typed.slice(0, tight.text).trimEnd()} …` : typed;
  const lastIsCurrent = view.items.at(-1)?.current ?? true;
  const orNothing = (lines: string[]) =>
    lines.length > 0 ? lines.map((line) => ({ text: `– ${line}` })) : [{ text: say.labels.nothing }];
  return {
    summary: say.summary(view.forum, format.meeting(view.start, view.end)),
    meeting: view.meeting,
    forum: view.forum,
    heading: format.capital(format.meeting(view.start, view.end)),
    badge: { text: say.labels.badge, style: 'Accent', icon: 'Record' },
    attendance: view.attendance.map(({ unit, present: names, absent, substitute, known, empty }) => ({
      unit,
      present: [
        ...(names.length > 0 ? [`✔ ${format.list(names)}`] : []),
        ...(substitute ? [say.substitute(shorten(substitute))] : []),
        ...(empty ? [`⚠ ${say.absent}`] : known ? [] : [say.unknown]),
      ].join(' · '),
      absent:
        absent.length > 0 ? ` · ${say.absentOnes(space === 'tight' ? format.count(absent.length) : format.list(absent))}` : '',
    })),
    empty: view.items.length === 0,
    items: view.items.map((item) => ({
      number: `${item.number}.`,
      title: item.title,
      now: item.current ? `● ${say.labels.now}` : '',
      style: item.current ? 'accent' : 'default',
      why: format.capital(sayWhy(item.why, words)),
      notes: (space === 'tight' ? item.notes.slice(-tight.notes) : item.notes).flatMap((note) => paragraphs(shorten(note))),
      outcomes: item.outcomes.map((outcome) => ({
        word: say.paragraph(outcome.paragraph, say.outcome[outcome.word]),
        text: shorten(outcome.text),
      })),
      actions: item.actions.map((action) => ({
        what: say.action(action.number, shorten(action.what)),
        who: say.who(action.who, format.day(action.due)),
      })),
      comments: sayComments(item.comments, words, space),
      figures: item.current ? sayFigures(item.figures, words) : [],
    })),
    shortened: space === 'tight' ? say.shortened : '',
    returns: orNothing(
      view.returns.map(({ title, because, said }) => say.returning(title, say.because[because], space === 'tight' ? '' : said)),
    ),
    ends: orNothing(view.ends),
    writing: view.items.length > 0,
    text: say.labels,
    figureText: words.figure.labels,
    buttons: {
      attendance: say.labels.takeAttendance,
      note: say.labels.note,
      outcome: say.outcomeButton[view.mandate],
      action: say.labels.action,
      next: lastIsCurrent ? '' : say.labels.next,
      close: say.labels.close,
      // There is room for it when there is no next item; until then it is on the agenda's card.
      lift: view.lifts && lastIsCurrent ? words.liftQuestion : '',
      closeStyle: lastIsCurrent ? 'positive' : 'default',
    },
  };
};

const ordinary: MinutesView = {
  ...meeting,
  attendance: [
    { unit: 'AF Järva', present: ['Sara Nyström', 'Lina Berg'], absent: [], substitute: '', known: true, empty: false },
    {
      unit: 'AF City/Vällingby',
      present: [],
      absent: ['Eva Lund'],
      substitute: 'Nils Ek, handläggare',
      known: true,
      empty: false,
    },
    {
      unit: 'AF Globen/Liljeholmen/Skärholmen',
      present: [],
      absent: ['Lena Sjöberg'],
      substitute: '',
      known: true,
      empty: true,
    },
    { unit: 'Intro Stockholm', present: [], absent: [], substitute: '', known: false, empty: false },
  ],
  items: [
    {
      number: 1,
      title: 'Hur inskrivningarna har fungerat',
      why: { kind: 'standing', source: 'N 1.8' },
      notes: ['Tiderna räcker. Fredagarna är inte fyllda.'],
      outcomes: [],
      actions: [],
      figures: [enrolments],
      comments: [],
      current: false,
    },
    {
      number: 2,
      title: 'Uteblivna besök',
      why: { kind: 'carried-over', from: '2027-03-02', reason: 'not-reached' },
      notes: ['Flera besök faller bort när tolken uteblir.'],
      outcomes: [{ paragraph: 14, word: 'agreed', text: 'Vi prövar fredagstider från maj.' }],
      actions: [{ number: 3, what: 'Boka lokal', who: 'Per Holm', due: '2027-04-09' }],
      figures: [participation],
      comments: [{ by: 'Per Holm', text: 'Det gäller också hos oss.' }],
      current: true,
    },
    {
      number: 3,
      title: 'Hur gör vi när tolken uteblir?',
      why: { kind: 'proposed', by: 'Per Holm' },
      notes: [],
      outcomes: [],
      actions: [],
      figures: [],
      comments: [],
      current: false,
    },
  ],
  mandate: 'agrees',
  lifts: true,
  returns: [
    { title: 'Hur inskrivningarna har fungerat', because: 'standing', said: '' },
    { title: 'Uteblivna besök', because: 'tabled', said: 'Vi väntar på siffrorna.' },
    { title: 'Hur gör vi när tolken uteblir?', because: 'not-reached', said: '' },
  ],
  ends: [],
};

export const minutes: Card<MinutesView> = {
  template,
  schema,
  present,
  samples: {
    ordinary,
    empty: {
      ...ordinary,
      attendance: [{ unit: 'AF Järva', present: [], absent: [], substitute: '', known: false, empty: false }],
      items: [],
      returns: [],
    },
    longest: {
      ...ordinary,
      forum: `${meeting.forum} ${longWord}`,
      mandate: 'decides',
      attendance: Array.from({ length: 12 }, () => ({
        unit: longWord,
        present: Array.from({ length: 8 }, () => 'Sara Nyström'),
        absent: Array.from({ length: 8 }, () => 'Sara Nyström'),
        substitute: long(100),
        known: true,
        empty: false,
      })),
      items: Array.from({ length: 15 }, (_, index) => ({
        ...ordinary.items[1]!,
        number: index + 1,
        title: `${longWord} ${long(59)}`,
        notes: Array.from({ length: 4 }, () => long(2000)),
        outcomes: [{ paragraph: 100 + index, word: 'decided' as const, text: long(2000) }],
        actions: [{ number: index + 1, what: long(2000), who: 'Sara Nyström', due: '2027-09-29' }],
        comments: [{ by: 'Per Holm', text: long(500) }],
        figures: [longestFigure, longestFigure],
        current: index === 14,
      })),
      returns: Array.from({ length: 15 }, () => ({
        title: `${longWord} ${long(59)}`,
        because: 'continues' as const,
        said: long(2000),
      })),
      ends: Array.from({ length: 5 }, () => long(120)),
    },
    hostile: {
      ...ordinary,
      meeting: hostile,
      forum: hostile,
      attendance: [{ unit: hostile, present: [hostile], absent: [hostile], substitute: hostile, known: true, empty: false }],
      items: [
        {
          number: 1,
          title: hostile,
          why: { kind: 'proposed', by: hostile },
          notes: [hostile, `${hostile}\n\n${hostile}`],
          outcomes: [{ paragraph: 1, word: 'agreed', text: hostile }],
          actions: [{ number: 1, what: hostile, who: hostile, due: '2027-04-09' }],
          figures: [hostileFigure],
          comments: [{ by: hostile, text: hostile }],
          current: true,
        },
      ],
      returns: [{ title: hostile, because: 'tabled', said: hostile }],
      ends: [hostile],
    },
    last: {
      ...ordinary,
      items: ordinary.items.map((item, index) => ({ ...item, current: index === 2 })),
      mandate: 'decides',
      ends: ['Hur gör vi när tolken uteblir?'],
    },
  },
};
