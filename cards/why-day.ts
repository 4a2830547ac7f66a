import { z } from 'zod';
import type { Card } from './card.ts';
import { count, localDate, localTime, paragraphs, text } from './fields.ts';
import { hostile, long, longWord, meeting } from './samples.ts';
import template from './why-day.json' with { type: 'json' };
import type { Words } from './words.ts';

const origin = { source: text, choice: text };
const change = { from: localTime, to: localTime, at: localTime, reason: text };

const rule = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('rhythm'), days: count, ...origin }),
  z.strictObject({ kind: z.literal('anchor'), date: localDate, ...origin }),
  z.strictObject({ kind: z.literal('standing-time'), minutes: count, ...origin }),
  z.strictObject({ kind: z.literal('never-cancelled'), rule: text, ...origin }),
  z.strictObject({ kind: z.literal('moving'), prefer: z.enum(['earlier', 'later']), withinDays: count, ...origin }),
  z.strictObject({ kind: z.literal('pause'), name: text, ...origin }),
]);

const step = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('rested'), day: localDate, pause: text }),
  z.strictObject({ kind: z.literal('slot'), day: localDate, given: z.enum(['now', 'earlier']) }),
  z.strictObject({ kind: z.literal('hindered'), day: localDate, to: localDate, because: text, outOfOrder: z.boolean() }),
  z.strictObject({ kind: z.literal('definition'), ...change, hindrance: text }),
  z.strictObject({ kind: z.literal('standing-time'), ...change }),
  z.strictObject({ kind: z.literal('person'), ...change, by: z.strictObject({ name: text, role: text }) }),
]);

const schema = z.strictObject({
  meeting: text,
  hasAgenda: z.boolean(),
  forum: text,
  appendix: text,
  start: localTime,
  end: localTime,
  rules: z.array(rule),
  steps: z.array(step),
  flags: z.array(text),
  mayMove: z.boolean(),
});

type WhyDayView = z.infer<typeof schema>;
type Rule = z.infer<typeof rule>;
type Step = z.infer<typeof step>;

function sayRule(one: Rule, { whyDay: { rules: say }, format }: Words): string {
  switch (one.kind) {
    case 'rhythm':
      return say.rhythm(one.days);
    case 'anchor':
      return say.anchor(format.weekday(one.date));
    case 'standing-time':
      return say['standing-time'](one.minutes);
    case 'never-cancelled':
      return say['never-cancelled'](one.rule);
    case 'moving':
      return say.moving(one.prefer === 'earlier', one.withinDays);
    case 'pause':
      return say.pause(one.name);
  }
}

const isMove = (one: Step): boolean => one.kind !== 'slot' && one.kind !== 'rested';

function sayStep(one: Step, { whyDay: { steps: say }, format }: Words): { what: string; detail: string[] } {
  switch (one.kind) {
    case 'rested':
      return { what: say.rested(format.capital(format.weekday(one.day))), detail: [say.restedBecause(one.pause)] };
    case 'slot':
      return { what: say.slot(format.capital(format.weekday(one.day))), detail: [say.given[one.given]] };
    case 'hindered': {
      const why = one.because ? say.because(one.because) : say.earlierDefinition;
      return { what: say.to(format.weekday(one.to)), detail: [why, one.outOfOrder ? say.outOfOrder : ''] };
    }
  }
  const at = format.moment(one.at);
  const who =
    one.kind === 'person' ? say.person([one.by.name || say.somebody, one.by.role].filter(Boolean).join(', '), at) : say.bot(at);
  const hindrance = one.kind === 'definition' && one.hindrance ? say.because(one.hindrance) : '';
  return {
    what: one.from === one.to ? say.newLength : say.to(format.start(one.to)),
    detail: [who, hindrance, ...paragraphs(say.reason(one.reason)).map((line) => line.text)],
  };
}

function lead(view: WhyDayView, { whyDay: say, format }: Words): string {
  const moves = view.steps.filter(isMove);
  const slot = view.steps.find((one) => one.kind === 'slot');
  if (moves.length === 0 || !slot) return say.inPlace;
  if (moves.every((one) => 'from' in one && one.from === one.to)) return say.lengthOnly;
  const from = format.weekday(slot.day);
  return moves.length === 1 ? say.movedOnce(from) : say.movedOften(from, moves.length);
}

const present: Card<WhyDayView>['present'] = (view, words) => {
  const { whyDay: say, format } = words;
  const when = format.meeting(view.start, view.end);
  const rules = view.rules.map((one) => ({
    theirs: one.source !== '',
    rule: sayRule(one, words),
    by: one.source ? say.by.source(one.source) : say.by.choice(one.choice),
  }));
  const [agreement, ours] = [true, false].map((theirs) => rules.filter((one) => one.theirs === theirs));
  const move = { title: words.nextMeeting.move, data: opening('move', view.meeting) };
  return {
    summary: say.summary(view.forum, when),
    forum: view.forum,
    when: format.capital(when),
    lead: lead(view, words),
    steps: view.steps.map((one, n) => {
      const { what, detail } = sayStep(one, words);
      return { mark: `${n + 1}.`, what, detail: detail.filter((line) => line !== '').map((line) => ({ text: line })) };
    }),
    agreement: agreement!,
    hasAgreement: agreement!.length > 0,
    ours: ours!,
    hasOurs: ours!.length > 0,
    flags: view.flags.map((flag) => ({ text: format.capital(flag) })),
    hasFlags: view.flags.length > 0,
    text: { ...say.labels, agreement: say.agreement(view.appendix) },
    buttons: { plan: say.plan, show: words.agendaShow },
    meeting: view.meeting,
    meetings: view.hasAgenda ? [{ meeting: view.meeting }] : [],
    moves: view.mayMove ? [move] : [],
  };
};

const opening = (dialog: string, id: string) => ({ msteams: { type: 'task/fetch' }, dialog, meeting: id });

const ordinary: WhyDayView = {
  ...meeting,
  hasAgenda: true,
  appendix: 'Bilaga nyanlända',
  rules: [
    { kind: 'rhythm', days: 14, source: 'N 1.8, "ståendetid varannan vecka, två timmar"', choice: '' },
    { kind: 'anchor', date: '2027-01-19', source: '', choice: 'Tisdagar kl. 13 krockar med minst antal röda dagar' },
  ],
  steps: [{ kind: 'slot', day: '2027-03-16', given: 'now' }],
  flags: [],
  mayMove: false,
};

const never = { kind: 'never-cancelled' as const, rule: 'Mötena ska ej avbokas', source: 'N 1.8', choice: '' };
const moving = {
  kind: 'moving' as const,
  prefer: 'earlier' as const,
  withinDays: 5,
  source: '',
  choice: 'Närmaste arbetsdag; N 1.8 säger bara att mötet inte ska avbokas',
};
const johan = { name: 'Johan Ekdahl', role: 'Handläggare, sammankallande' };

export const whyDay: Card<WhyDayView> = {
  template,
  schema,
  present,
  samples: {
    ordinary,
    empty: {
      ...ordinary,
      meeting: '',
      hasAgenda: false,
      rules: [],
      steps: [{ kind: 'slot', day: '2027-03-16', given: 'earlier' }],
    },
    longest: {
      ...ordinary,
      forum: `${meeting.forum} ${longWord}`,
      appendix: `${ordinary.appendix} ${longWord}`,
      rules: [
        ...ordinary.rules,
        never,
        { kind: 'standing-time', minutes: 120, source: long(200), choice: '' },
        moving,
        ...Array.from({ length: 6 }, () => ({ kind: 'pause' as const, name: longWord, source: '', choice: long(300) })),
      ],
      steps: [
        { kind: 'rested', day: '2027-03-02', pause: longWord },
        { kind: 'slot', day: '2027-03-16', given: 'earlier' },
        { kind: 'hindered', day: '2027-03-16', to: '2027-03-17', because: longWord, outOfOrder: true },
        ...Array.from({ length: 12 }, () => ({
          kind: 'person' as const,
          from: '2027-03-17T13:00',
          to: '2027-09-29T09:30',
          at: '2027-03-10T08:12',
          reason: `${longWord} ${long(400)}`,
          by: { name: long(60), role: longWord },
        })),
      ],
      flags: ['klämdag', 'sommarlov', longWord],
      mayMove: true,
    },
    hostile: {
      ...ordinary,
      meeting: hostile,
      forum: hostile,
      appendix: hostile,
      rules: [{ ...never, rule: hostile, source: hostile }],
      steps: [
        { kind: 'slot', day: '2027-03-16', given: 'now' },
        {
          kind: 'person',
          from: '2027-03-16T13:00',
          to: '2027-03-18T13:00',
          at: '2027-03-10T08:12',
          reason: hostile,
          by: { name: hostile, role: hostile },
        },
      ],
      flags: [hostile],
      mayMove: true,
    },
    moved: {
      ...ordinary,
      start: '2027-05-04T09:00',
      end: '2027-05-04T10:05',
      rules: [
        ...ordinary.rules,
        { kind: 'standing-time', minutes: 120, source: 'N 1.8, "Tiden delas utifrån behov och verksamhet"', choice: '' },
        never,
        moving,
        { kind: 'pause', name: 'Påsk', source: '', choice: 'N 1.8 säger storhelg; vilka dagar det är bestämmer parterna' },
      ],
      steps: [
        { kind: 'rested', day: '2027-03-25', pause: 'Påsk' },
        { kind: 'slot', day: '2027-05-06', given: 'now' },
        { kind: 'hindered', day: '2027-05-06', to: '2027-05-05', because: 'Kristi himmelsfärdsdag', outOfOrder: false },
        {
          kind: 'definition',
          from: '2027-05-05T13:00',
          to: '2027-05-05T09:00',
          at: '2027-03-12T16:40',
          reason: 'Överenskommelsens fil är ändrad, var 42:a dag räknat från torsdag 25 mars 2027 (N 1.8)',
          hindrance: 'Kristi himmelsfärdsdag',
        },
        {
          kind: 'standing-time',
          from: '2027-05-05T09:00',
          to: '2027-05-05T09:00',
          at: '2027-04-29T08:00',
          reason: 'Ståendetiden delas efter vad dagordningarna behöver (N 1.8)',
        },
        {
          kind: 'person',
          from: '2027-05-05T09:00',
          to: '2027-05-04T09:00',
          at: '2027-04-30T10:12',
          reason: 'Lokalen är stängd',
          by: johan,
        },
      ],
      flags: ['klämdag', 'påsklov'],
      mayMove: true,
    },
    'moved by somebody who has left': {
      ...ordinary,
      rules: [...ordinary.rules, never],
      steps: [
        ...ordinary.steps,
        {
          kind: 'person',
          from: '2027-03-16T13:00',
          to: '2027-03-18T13:00',
          at: '2027-03-10T08:12',
          reason: 'Krock med utbildning',
          by: { name: '', role: '' },
        },
      ],
    },
  },
};
