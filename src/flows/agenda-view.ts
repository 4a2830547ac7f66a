/** The living card of a meeting, as data. */

import { convenerOf, type Forum, forumOf, type Origin, type Person, quoted, unitName } from '../domain/agreement.ts';
import { answersByUnit } from '../domain/answers.ts';
import { workingDaysFrom } from '../domain/calendar.ts';
import { waiting } from '../domain/comments.ts';
import { noticeOf } from '../domain/filing-notices.ts';
import { isShare } from '../domain/indicator.ts';
import { type Item, type Meeting, reachedStage, wallClock } from '../domain/meeting.ts';
import { daysBetween } from '../domain/question.ts';
import { placeName } from '../domain/question-paths.ts';
import { REFLECTION } from '../domain/reflection.ts';
import { situationsUnder } from '../domain/situations.ts';
import { PUBLISHED_BEFORE } from '../domain/steps.ts';
import { weighedBy } from '../domain/weighing.ts';
import type { KeptEvent, Reader } from '../ports.ts';
import { asAsked } from './asked-figures.ts';
import { caseLines } from './case-lines.ts';
import type { Product } from './product.ts';
import type { AgendaView, WhyView } from './views/agenda.ts';
import type { FigureView } from './views/figures.ts';
import type { CommentView } from './views/minutes.ts';
import type { PersonView } from './views/person-and-time.ts';

export type FigureMap = Map<string, FigureView>;

export function personById(product: Product, id: string): Person | undefined {
  return product.agreement.people.find((person) => person.id === id);
}

export function personView(product: Product, id: string): PersonView {
  const person = personById(product, id);
  return { name: person?.name ?? id, unit: person ? unitName(product.agreement, person.unit) : '' };
}

export function whyView(product: Product, forum: Forum, item: Item): WhyView {
  if (item.why.kind === 'carried-over') return item.why;
  if (item.why.kind === 'proposed') {
    const card = weighedBy(item, forum, product.agreement.guidance);
    return { kind: 'proposed', by: personView(product, item.why.by).name, ...(card ? { weighedBy: card.name } : {}) };
  }
  if (item.why.kind === 'threshold') {
    const { indicator: id, side, line } = item.why;
    const indicator = product.agreement.indicators.find((one) => one.id === id);
    return { kind: 'threshold', side, line, measure: indicator && !isShare(indicator) ? 'count' : 'share' };
  }
  if (item.why.kind === 'lifted') {
    const { from, since, forDecision } = item.why;
    const days = daysBetween(since, wallClock(product.clock.now()));
    const names = from.map((place) => placeName(product.agreement, place));
    return { kind: 'lifted', from: names, since: since.slice(0, 10), days: Math.max(0, days), forDecision };
  }
  if (item.why.kind === 'handed-down') {
    const { from, at, what } = item.why;
    return { kind: 'handed-down', from: placeName(product.agreement, from), at: at.slice(0, 10), what };
  }
  const origin = originOfStanding(product, forum, item);
  return { kind: 'standing', source: origin && 'source' in origin ? origin.source : '' };
}

/** Where a standing item comes from; a question to reflect on has its own words from the guidance. */
export const originOfStanding = (product: Product, forum: Forum, item: Item): Origin | undefined =>
  item.id === REFLECTION
    ? product.agreement.guidance?.reflections.find(({ text }) => text === item.title)?.origin
    : forum.standingItems.find((one) => one.id === item.id)?.origin;

/** What members have added under an item and the secretary has not taken in. */
export const commentsOn = (product: Product, meeting: Meeting, item: Item): CommentView[] =>
  waiting(meeting)
    .filter((one) => one.item === item.id)
    .map(({ by, text }) => ({ by: personView(product, by).name, text }));

/** Where a card's state stands, seen from outside: a meeting not yet open has no card. */
const stateOf = (meeting: Meeting): AgendaView['state'] => (meeting.stage.name === 'planned' ? 'open' : meeting.stage.name);

function waitsFor(item: Item): '' | 'answer' | 'receipt' | 'again' {
  if (item.handled !== undefined) return '';
  if (item.why.kind === 'lifted') return 'answer';
  if (item.why.kind === 'handed-down') return item.why.what === 'sent-back' ? 'again' : 'receipt';
  return '';
}

/** What people have answered the calendar, while it can still be answered; null where the meeting is in no calendar. */
export function answersView({ agreement }: Product, meeting: Meeting, event: KeptEvent | undefined): AgendaView['answers'] {
  if (!event || event.id === '' || reachedStage(meeting, 'in-progress')) return null;
  const forum = forumOf(agreement, meeting.forum);
  return answersByUnit(agreement, forum, meeting, event.answers)
    .filter(({ asked, empty }) => asked > 0 || empty)
    .map(({ unit, ...counts }) => ({ unit: unitName(agreement, unit), ...counts }));
}

export async function agendaView(product: Product, read: Reader, meeting: Meeting, figures: FigureMap): Promise<AgendaView> {
  const forum = forumOf(product.agreement, meeting.forum);
  const asked = await asAsked(read, meeting.id, figures);
  const items = meeting.items.map((item, index) => ({
    number: index + 1,
    title: item.title,
    why: whyView(product, forum, item),
    minutes: item.minutes,
    background: item.background,
    figures: item.indicators.map((id) => asked.get(id)).filter((figure) => figure !== undefined),
    question: 'question' in item.why ? item.why.question : (item.liftedAs ?? ''),
    waits: reachedStage(meeting, 'draft') ? ('' as const) : waitsFor(item),
    handled: item.handled ?? '',
    cases: item.id === forum.cases?.item ? caseLines(forum, meeting) : [],
    situations: situationsUnder(meeting, forum, item.id),
    comments: meeting.stage.name === 'in-progress' ? commentsOn(product, meeting, item) : [],
  }));
  const { stage } = meeting;
  const approved =
    stage.name === 'approved' || stage.name === 'filed' ? { by: personView(product, stage.by).name, at: stage.at } : null;
  const start = Temporal.PlainDateTime.from(meeting.start);
  return {
    meeting: meeting.id,
    forum: forum.name,
    start: meeting.start,
    end: meeting.end,
    place: forum.place,
    state: stateOf(meeting),
    mandate: forum.mandate,
    publishes: workingDaysFrom(start.toPlainDate(), -PUBLISHED_BEFORE).toString(),
    secretary: meeting.secretary ? personView(product, meeting.secretary.person) : null,
    items,
    lifts: forum.lifts.length > 0 && !reachedStage(meeting, 'draft'),
    takesCases: forum.cases !== undefined && !reachedStage(meeting, 'draft'),
    minutesPlanned: items.reduce((sum, item) => sum + item.minutes, 0),
    minutesAvailable: start.until(Temporal.PlainDateTime.from(meeting.end)).total('minutes'),
    agendaUrl: meeting.agendaUrl,
    minutesUrl: stage.name === 'filed' ? stage.url : '',
    approved,
    answers: answersView(product, meeting, await read.calendarEvent(meeting.id)),
    represented: quoted(product.agreement, product.agreement.represented),
    notice: noticeOf(meeting),
  };
}

export const convenerId = (product: Product, forum: string): string | undefined => convenerOf(product.agreement, forum)?.id;
