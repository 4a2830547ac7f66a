/** `varför den dagen`: finds the meeting that is meant, and shows why it lies where it lies. */
import type { Agreement, Forum } from '../domain/agreement.ts';
import { plan, upcoming } from '../domain/cadence.ts';
import { dayOf } from '../domain/days.ts';
import { type Meeting, planned, reachedStage } from '../domain/meeting.ts';
import { mayIn } from '../domain/rights.ts';
import { type DayStep, whyDay } from '../domain/why-day.ts';
import { flagsOf } from '../domain/year-plan.ts';
import type { Reader } from '../ports.ts';
import { beyond, nextMeeting } from './meetings.ts';
import type { Actor, Product } from './product.ts';
import type { WhyDayView } from './views/plan.ts';

export interface MeantMeeting {
  meeting: Meeting;
  /** False for a meeting so far ahead that the plan alone knows it. */
  stored: boolean;
}

/** The next meeting; before anything is stored, the first the plan gives. */
export async function soonest(product: Product, read: Reader, forum: Forum): Promise<MeantMeeting | undefined> {
  const meeting = await nextMeeting(read, forum.id);
  if (meeting) return { meeting, stored: true };
  const [first] = upcoming(forum, product.clock.now(), 1);
  return first && { meeting: planned(first), stored: false };
}

/** Every day a meeting has had on its way, the one it has now first. */
const daysOf = (meeting: Meeting): string[] =>
  [meeting.start, meeting.slot, ...(meeting.moves ?? []).flatMap((one) => [one.from, one.to])].map((day) => day.slice(0, 10));

export type OnDay = { kind: 'meeting'; meant: MeantMeeting } | { kind: 'rests'; pause: string } | { kind: 'nothing' };

/** What the forum does or did on a day: a meeting that lies there, one that was moved from there, or a rest. */
export async function onDay(read: Reader, forum: Forum, date: Temporal.PlainDate, today: Temporal.PlainDate): Promise<OnDay> {
  const day = date.toString();
  const known = await read.meetings(forum.id);
  const meeting = known.find((one) => one.start.startsWith(day)) ?? known.find((one) => daysOf(one).includes(day));
  if (meeting) return { kind: 'meeting', meant: { meeting, stored: true } };
  const reach = { days: forum.rhythm.kind === 'every' ? forum.rhythm.days : 1 };
  const { rests } = plan(forum, date, date);
  const ahead = beyond(forum, known, today, date.add(reach));
  const there = ahead.find((one) => one.start.startsWith(day)) ?? ahead.find((one) => one.slot === day);
  if (there) return { kind: 'meeting', meant: { meeting: there, stored: false } };
  const rest = rests.find((one) => one.slot.equals(date));
  return rest ? { kind: 'rests', pause: rest.pause } : { kind: 'nothing' };
}

/** A person as the roster has them; whoever has left it is nobody's name any longer. */
function mover(agreement: Agreement, id: string): { name: string; role: string } {
  const person = agreement.people.find((one) => one.id === id);
  return { name: person?.name ?? '', role: person?.role ?? '' };
}

function stepView(agreement: Agreement, step: DayStep): WhyDayView['steps'][number] {
  if (step.kind !== 'person') return step;
  const { person, ...rest } = step;
  return { ...rest, by: mover(agreement, person) };
}

export async function whyDayView(
  product: Product,
  read: Reader,
  actor: Actor,
  forum: Forum,
  { meeting, stored }: MeantMeeting,
): Promise<WhyDayView> {
  const { agreement } = product;
  const { rules, steps } = whyDay(agreement, forum, meeting);
  return {
    meeting: stored ? meeting.id : ((await nextMeeting(read, forum.id))?.id ?? ''),
    hasAgenda: stored && reachedStage(meeting, 'open'),
    forum: forum.name,
    appendix: agreement.appendix,
    start: meeting.start,
    end: meeting.end,
    rules: rules.map(({ origin, ...rule }) => ({
      ...rule,
      source: 'source' in origin ? origin.source : '',
      choice: 'choice' in origin ? origin.choice : '',
    })),
    steps: steps.map((step) => stepView(agreement, step)),
    flags: flagsOf(agreement, forum, dayOf(Temporal.PlainDate.from(meeting.start.slice(0, 10)))),
    mayMove: stored && !reachedStage(meeting, 'in-progress') && mayIn(agreement, actor.person, 'move-meeting', meeting),
  };
}
