import { z } from 'zod';
import agendaTemplate from './agenda.json' with { type: 'json' };
import type { Card, Plain } from './card.ts';
import { comment, sayComments } from './comment.ts';
import { count, link, localDate, localTime, paragraphs, person, text } from './fields.ts';
import { figure, sayFigures } from './figure.ts';
import { notesElsewhere } from './figure-notes.ts';
import {
  absent,
  enrolments,
  enrolmentsWithheld,
  hostile,
  hostileFigure,
  long,
  longestFigure,
  longWord,
  meeting,
  missed,
  participation,
  sara,
  withheld,
  withinAWeek,
} from './samples.ts';
import { saySituations, situation } from './situations.ts';
import { sayWhy, why } from './why.ts';
import type { Words } from './words.ts';

const caseLine = z.strictObject({
  alias: text,
  kind: text,
  of: text,
  wanted: text,
  inAdvance: z.boolean(),
  waitsFor: z.array(text),
});

const schema = z.strictObject({
  meeting: text,
  forum: text,
  start: localTime,
  end: localTime,
  place: text,
  state: z.enum(['open', 'published', 'in-progress', 'draft', 'approved', 'filed']),
  mandate: z.enum(['agrees', 'decides']),
  publishes: localDate,
  secretary: person.nullable(),
  items: z.array(
    z.strictObject({
      number: count,
      title: text,
      why,
      minutes: count,
      background: text,
      figures: z.array(figure),
      question: text,
      waits: z.enum(['', 'answer', 'receipt', 'again']),
      handled: text,
      cases: z.array(caseLine),
      comments: z.array(comment),
      situations: z.array(situation),
    }),
  ),
  lifts: z.boolean(),
  takesCases: z.boolean(),
  minutesPlanned: count,
  minutesAvailable: count,
  agendaUrl: link,
  minutesUrl: link,
  approved: z.strictObject({ by: text, at: localTime }).nullable(),
  answers: z
    .array(z.strictObject({ unit: text, asked: count, accepted: count, tentative: count, declined: count, empty: z.boolean() }))
    .nullable(),
  represented: text,
  notice: text,
});

type AgendaView = z.infer<typeof schema>;

const badges = {
  open: { style: 'Accent', icon: 'AddCircle' },
  published: { style: 'Informative', icon: 'CalendarLtr' },
  'in-progress': { style: 'Accent', icon: 'Record' },
  draft: { style: 'Warning', icon: 'Edit' },
  approved: { style: 'Good', icon: 'CheckmarkCircle' },
  filed: { style: 'Good', icon: 'CheckmarkCircle' },
};

/** In a tight space a background is cut here, so that the agenda itself always fits. */
const tightBackground = 140;

/** A card has room for this many buttons on its questions; what is beyond is handled by saying its number. */
const questionButtons = 4;
const needed = { '': 0, answer: 1, receipt: 2, again: 1 };

/** True for the item of a question that came from below or above, which says so itself. */
const isQuestion = ({ kind }: AgendaView['items'][number]['why']): boolean => kind === 'lifted' || kind === 'handed-down';

type Asking = Pick<AgendaView['items'][number], 'question' | 'waits'>;

function askFrom(items: readonly Asking[]): (item: Asking, words: Words) => Record<string, Plain> {
  let left = questionButtons;
  const buttons = new Set<Asking>();
  for (const item of items) {
    if (item.waits === '' || needed[item.waits] > left) continue;
    left -= needed[item.waits];
    buttons.add(item);
  }
  return (item, words) => {
    const shown = buttons.has(item) ? item.waits : '';
    return {
      asksAnswer: shown === 'answer',
      asksReceipt: shown === 'receipt',
      asksAgain: shown === 'again',
      hint: item.waits !== '' && shown === '' ? words.agenda.sayNumber(item.question) : '',
    };
  };
}

/** How many come, in all and from each unit; a unit that nobody comes from is flagged. */
function sayAnswers({ answers, represented }: AgendaView, { agenda: say, format }: Words) {
  const asked = answers ?? [];
  const sum = (of: 'asked' | 'accepted' | 'tentative' | 'declined') => asked.reduce((total, unit) => total + unit[of], 0);
  const silent = sum('asked') - sum('accepted') - sum('tentative') - sum('declined');
  const [accepted, tentative, declined] = [sum('accepted'), sum('tentative'), sum('declined')];
  const counts = [accepted, tentative, declined, silent].map(format.count) as [string, string, string, string];
  const empty = asked.filter((unit) => unit.empty).map(({ unit }) => unit);
  return {
    answers: sum('asked') === 0 ? '' : say.answers(...counts),
    perUnit: asked
      .filter((unit) => unit.asked > 0)
      .map((one) => say.comesFrom(one.unit, format.count(one.accepted), format.count(one.asked)))
      .join(' · '),
    nobody: empty.length === 0 ? '' : `⚠ ${say.nobodyFrom(format.list(empty), represented)}`,
  };
}

const present: Card<AgendaView>['present'] = (view, words, space) => {
  const asks = askFrom(view.items);
  const { agenda: say, format } = words;
  const when = format.meeting(view.start, view.end);
  const secretary = view.secretary ? words.secretary(words.person(view.secretary.name, view.secretary.unit)) : words.noSecretary;
  const planned = format.count(view.minutesPlanned);
  const available = format.count(view.minutesAvailable);
  const shorten = (background: string) =>
    space === 'tight' && background.length > tightBackground ? `${background.slice(0, tightBackground).trimEnd()} …` : background;
  const isCut = view.items.some(({ background }) => shorten(background) !== background);
  const elsewhere = notesElsewhere(
    view.items.flatMap(({ figures }) => figures),
    space,
    words,
  );
  const shortened = [isCut ? say.shortened : '', elsewhere].filter((one) => one !== '').join(' ');
  const over = view.minutesPlanned > view.minutesAvailable;
  const upcoming = view.state === 'open' || view.state === 'published';

  return {
    summary: say.summaries[view.state](view.forum, when),
    meeting: view.meeting,
    forum: view.forum,
    heading: format.capital(when),
    facts: [view.place, secretary].filter(Boolean).join(' · '),
    badge: { ...badges[view.state], text: say.states[view.state] },
    publishes: view.state === 'open' ? say.publishes(format.day(view.publishes)) : '',
    notice: view.notice === '' ? '' : `⚠ ${view.notice}`,
    approved: view.approved ? `✔ ${say.approvedBy(view.approved.by, format.moment(view.approved.at))}` : '',
    ...sayAnswers(view, words),
    empty: view.items.length === 0,
    items: view.items.map((item) => ({
      number: `${item.number}.`,
      title: item.title,
      why: [
        format.capital(sayWhy(item.why, words)),
        ...(item.minutes > 0 ? [words.minutes(format.count(item.minutes))] : []),
      ].join(' · '),
      background: paragraphs(shorten(item.background)),
      handled: item.handled === '' ? '' : `✔ ${item.handled}`,
      lifted:
        item.waits === '' && item.handled === '' && item.question !== '' && !isQuestion(item.why)
          ? say.lifted(item.question)
          : '',
      question: item.question,
      cases: item.cases.map((one) => ({
        alias: one.alias,
        kind: ` · ${one.kind}${one.inAdvance ? ` (${say.inAdvance})` : ''}`,
        wanted: say.wantedOf(one.of, one.wanted),
        waits: one.waitsFor.length > 0 ? `⚠ ${say.waitsForConsent(format.list(one.waitsFor))}` : '',
      })),
      comments: sayComments(item.comments, words, space),
      situations: saySituations(item.situations, words, space),
      ...asks(item, words),
      figures: sayFigures(item.figures, words, space),
    })),
    time: upcoming && !over && view.items.length > 0 ? say.planned(planned, available) : '',
    over: upcoming && over ? `⚠ ${say.over(planned, available)}` : '',
    shortened,
    footer: view.state === 'open' || shortened !== '' || (view.state === 'published' && view.items.length > 0 && !over),
    text: say.labels,
    answer: say.answer[view.mandate],
    figureText: words.figure.labels,
    buttons: {
      read: view.state === 'draft' && view.items.length > 0 ? words.draftComments.read : '',
      comment: (view.state === 'in-progress' || view.state === 'draft') && view.items.length > 0 ? words.commentItem : '',
      propose: upcoming ? words.propose : '',
      proposeStyle: view.state === 'open' ? 'positive' : 'default',
      lift: view.lifts ? words.liftQuestion : '',
      announce: view.takesCases ? words.announceCase : '',
      agenda: view.agendaUrl === '' ? '' : words.agendaOpen,
      minutes: view.minutesUrl === '' ? '' : words.minutesOpen,
      minutesStyle: view.state === 'filed' ? 'positive' : 'default',
      refresh:
        (upcoming || view.state === 'in-progress') && view.items.some(({ figures }) => figures.length > 0)
          ? words.figuresRefresh
          : '',
    },
    agendaUrl: view.agendaUrl,
    minutesUrl: view.minutesUrl,
  };
};

/** An item that carries no question. */
const plainItem = { question: '', waits: '' as const, handled: '', cases: [], comments: [], situations: [] };

const aCase = {
  alias: 'A-17',
  kind: 'Fördjupat stöd',
  of: 'Arbetsförmedlingen',
  wanted: 'En gemensam planering före sommaren.',
  inAdvance: true,
  waitsFor: [],
};

const ordinary: AgendaView = {
  ...meeting,
  place: 'Teams',
  state: 'open',
  mandate: 'agrees',
  publishes: '2027-03-11',
  secretary: sara,
  items: [
    {
      number: 1,
      title: 'Hur inskrivningarna har fungerat',
      why: { kind: 'standing', source: 'N 1.8' },
      minutes: 15,
      background: '',
      figures: [enrolments],
      ...plainItem,
    },
    {
      number: 2,
      title: 'Uteblivna besök',
      why: { kind: 'carried-over', from: '2027-03-02', reason: 'not-reached' },
      minutes: 20,
      background: '',
      figures: [],
      ...plainItem,
    },
    {
      number: 3,
      title: 'Hur gör vi när tolken uteblir?',
      why: { kind: 'proposed', by: 'Per Holm' },
      minutes: 10,
      background: 'Det har hänt tre gånger sedan februari. Vi behöver en gemensam rutin för hur besöket bokas om.',
      figures: [],
      ...plainItem,
    },
    {
      number: 4,
      title: 'Frågor att lyfta till chefsnivå',
      why: { kind: 'standing', source: 'N 1.8' },
      minutes: 10,
      background: '',
      figures: [participation],
      ...plainItem,
    },
  ],
  lifts: false,
  takesCases: false,
  minutesPlanned: 55,
  minutesAvailable: 60,
  agendaUrl: '',
  minutesUrl: '',
  approved: null,
  answers: null,
  represented: 'Varje verksamhet ansvarar för att representant från verksamheten finns med (Bilaga nyanlända, N 1.8).',
  notice: '',
};

const unit = { asked: 2, accepted: 2, tentative: 0, declined: 0, empty: false };

export const agenda: Card<AgendaView> = {
  template: agendaTemplate,
  schema,
  present,
  refresh: ({ meeting, state }) =>
    state === 'open' || state === 'published' || state === 'in-progress'
      ? { verb: 'agenda_refresh', data: { meeting } }
      : undefined,
  samples: {
    situations: {
      ...ordinary,
      items: ordinary.items.map((item, index) => ({
        ...item,
        situations:
          index === 0
            ? [
                { from: 'Arbetsförmedlingen', text: 'Två nya handläggare börjar i maj.\nVäntetiden är en vecka.' },
                { from: 'Etableringscentrum', text: '' },
              ]
            : [],
      })),
    },
    commented: {
      ...ordinary,
      state: 'in-progress',
      items: ordinary.items.map((item) => ({ ...item, comments: [{ by: 'Per Holm', text: 'Det gäller också hos oss.' }] })),
    },
    ordinary,
    empty: { ...ordinary, place: '', secretary: null, items: [], minutesPlanned: 0 },
    longest: {
      ...ordinary,
      forum: `${meeting.forum} ${longWord}`,
      place: long(80),
      state: 'published',
      agendaUrl: 'https://samarbetsyta.example/dagordning.docx',
      items: Array.from({ length: 20 }, (_, index) => ({
        number: index + 1,
        title: `${longWord} ${long(59)}`,
        why: { kind: 'proposed', by: `${sara.name} ${longWord}`, weighedBy: 'Kommunalt aktivitetsansvar' },
        minutes: 60,
        background: long(1000),
        figures: index % 4 === 0 ? [longestFigure, withinAWeek] : [],
        ...plainItem,
        comments: [{ by: 'Per Holm', text: long(500) }],
      })),
      minutesPlanned: 1200,
      answers: Array.from({ length: 6 }, () => ({
        ...unit,
        unit: `${longWord} ${long(40)}`,
        declined: 2,
        accepted: 0,
        empty: true,
      })),
      represented: long(200),
      notice: long(200),
    },
    hostile: {
      ...ordinary,
      meeting: hostile,
      forum: hostile,
      place: hostile,
      secretary: { name: hostile, unit: hostile },
      items: [
        {
          number: 1,
          title: hostile,
          why: { kind: 'proposed', by: hostile },
          minutes: 5,
          background: hostile,
          figures: [hostileFigure],
          ...plainItem,
          comments: [{ by: hostile, text: hostile }],
          situations: [{ from: hostile, text: hostile }],
          cases: [{ ...aCase, alias: hostile, kind: hostile, of: hostile, wanted: hostile, waitsFor: [hostile] }],
        },
        {
          number: 2,
          title: hostile,
          why: { kind: 'standing', source: hostile },
          minutes: 5,
          background: hostile,
          figures: [],
          ...plainItem,
        },
      ],
      approved: { by: hostile, at: '2027-03-24T10:12' },
      answers: [{ ...unit, unit: hostile, empty: true }],
      represented: hostile,
      notice: hostile,
    },
    over: {
      ...ordinary,
      state: 'published',
      agendaUrl: 'https://samarbetsyta.example/dagordning.docx',
      items: [
        { ...ordinary.items[0]!, minutes: 65, figures: [missed, withinAWeek, withheld, enrolmentsWithheld, absent] },
        ...ordinary.items.slice(1),
      ],
      minutesPlanned: 105,
      notice: 'Intro Stockholm har ingen anmäld till mötet. Varje verksamhet ansvarar för att ha en representant med.',
    },
    answers: {
      ...ordinary,
      state: 'published',
      agendaUrl: 'https://samarbetsyta.example/dagordning.docx',
      answers: [
        { ...unit, unit: 'AF City/Vällingby', asked: 1, accepted: 0, declined: 1, empty: true },
        { ...unit, unit: sara.unit },
        { ...unit, unit: 'AF Globen/Liljeholmen/Skärholmen', asked: 1, accepted: 0, tentative: 1 },
        { ...unit, unit: 'Intro Stockholm, sektionen för ekonomiskt bistånd', accepted: 1 },
      ],
    },
    cases: {
      ...ordinary,
      lifts: true,
      takesCases: true,
      items: [
        ordinary.items[0]!,
        {
          ...ordinary.items[1]!,
          number: 2,
          title: 'Ärendedragning, med stöd av samtycke',
          cases: [aCase, { ...aCase, alias: 'IS-204', kind: 'SFI', inAdvance: false, waitsFor: ['Arbetsförmedlingen'] }],
        },
      ],
    },
    threshold: {
      ...ordinary,
      items: [
        ordinary.items[0]!,
        {
          ...ordinary.items[1]!,
          number: 2,
          title: 'Deltagande i informationsträff',
          why: { kind: 'threshold', side: 'below', line: 0.65, measure: 'share' },
        },
        {
          ...ordinary.items[1]!,
          number: 3,
          title: 'Aktiva grupper',
          why: { kind: 'threshold', side: 'above', line: 12, measure: 'count' },
        },
      ],
    },
    'many questions': {
      ...ordinary,
      items: Array.from({ length: 6 }, (_, n) => ({
        ...ordinary.items[2]!,
        number: n + 1,
        question: `${n + 1}`,
        waits: n % 3 === 0 ? ('receipt' as const) : ('answer' as const),
      })),
    },
    questions: {
      ...ordinary,
      forum: 'Sektionschefer – enhetschefer och biträdande',
      items: [
        ordinary.items[0]!,
        {
          number: 2,
          title: 'Kan AF avsätta inskrivningstider på fredagar?',
          why: {
            kind: 'lifted',
            from: ['kommunhubb Intro', 'kommunhubb Etableringscentrum'],
            since: '2027-03-16',
            days: 14,
            forDecision: true,
          },
          minutes: 10,
          background: 'Förslag till svar: Ja, varannan fredag.',
          figures: [],
          question: '3',
          waits: 'answer',
          handled: '',
          cases: [],
          comments: [],
          situations: [],
        },
        {
          number: 3,
          title: 'Vem kallar till informationsträffen när tolk saknas?',
          why: { kind: 'handed-down', from: 'enhetschefsmötet', at: '2027-03-04', what: 'decision' },
          minutes: 5,
          background: 'Beslut: Etableringscentrum kallar, och säger till kontoret samma dag.',
          figures: [],
          question: '2',
          waits: 'receipt',
          handled: '',
          cases: [],
          comments: [],
          situations: [],
        },
        {
          number: 4,
          title: 'Kan hubben mötas varje vecka?',
          why: { kind: 'handed-down', from: 'enhetschefsmötet', at: '2027-03-04', what: 'sent-back' },
          minutes: 5,
          background: 'Skäl: Tiden bestäms av överenskommelsen.',
          figures: [],
          question: '1',
          waits: 'again',
          handled: '',
          cases: [],
          comments: [],
          situations: [],
        },
      ],
    },
    filed: {
      ...ordinary,
      state: 'filed',
      agendaUrl: 'https://samarbetsyta.example/dagordning.docx',
      minutesUrl: 'https://samarbetsyta.example/motesanteckningar.docx',
      approved: { by: sara.name, at: '2027-03-24T10:12' },
    },
  },
};
