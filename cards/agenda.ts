import { z } from 'zod';
import agendaTemplate from './agenda.json' with { type: 'json' };
import { sayAnswers, unitAnswers } from './agenda-answers.ts';
import { askFrom, waits } from './agenda-asks.ts';
import { samples } from './agenda-samples.ts';
import type { Card } from './card.ts';
import { caseLine, sayCases } from './case-lines.ts';
import { comment, sayComments } from './comment.ts';
import { count, link, localDate, localTime, paragraphs, person, text } from './fields.ts';
import { figure, sayFigures } from './figure.ts';
import { notesElsewhere } from './figure-notes.ts';
import { saySituations, situation } from './situations.ts';
import { sayWhy, why } from './why.ts';

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
      waits,
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
  answers: z.array(unitAnswers).nullable(),
  represented: text,
  notice: text,
});

export type AgendaView = z.infer<typeof schema>;

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

/** True for the item of a question that came from below or above, which says so itself. */
const isQuestion = ({ kind }: AgendaView['items'][number]['why']): boolean => kind === 'lifted' || kind === 'handed-down';

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
      cases: sayCases(item.cases, words),
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

export const agenda: Card<AgendaView> = {
  template: agendaTemplate,
  schema,
  present,
  refresh: ({ meeting, state }) =>
    state === 'open' || state === 'published' || state === 'in-progress'
      ? { verb: 'agenda_refresh', data: { meeting } }
      : undefined,
  samples,
};
