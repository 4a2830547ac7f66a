/** Actions people have: told when given, a week before and on the last day; listed across forums; done with one press. */
import { type ActionEntry, actionRegister, finishBetween, openActions, reminderDays } from '../domain/actions.ts';
import { convenerOf, forumOf, type Person } from '../domain/agreement.ts';
import { type Meeting, reachedStage, wallClock } from '../domain/meeting.ts';
import { no, type Result, yes } from '../domain/result.ts';
import { mayIn } from '../domain/rights.ts';
import { actionSteps } from '../domain/steps.ts';
import type { Change, Reader } from '../ports.ts';
import { personById, personView } from './agenda-view.ts';
import { view } from './cards.ts';
import { type Changed, changeMeeting } from './change-meeting.ts';
import { showAgenda, showMinutes } from './meeting-cards.ts';
import { nudge } from './nudge.ts';
import type { Actor, Product, Refusal } from './product.ts';
import type { ActionsView } from './views.ts';

/** What one card shows before it says how many more there are. */
const SHOWN = 6;

/** Somebody who cannot be written to in Teams has their actions on the convener's list. */
const isReached = (person: Person | undefined): boolean => person?.entraId !== undefined;

function readerOf(product: Product, { action, forum }: ActionEntry): string | undefined {
  return isReached(personById(product, action.who)) ? action.who : convenerOf(product.agreement, forum)?.id;
}

function actionsView(product: Product, reader: string, why: ActionsView['why'], entries: readonly ActionEntry[]): ActionsView {
  const today = product.clock.now().toPlainDate();
  return {
    why,
    actions: entries.slice(0, SHOWN).map(({ action, forum, from }) => ({
      id: action.id,
      meeting: from.meeting,
      number: action.number,
      what: action.what,
      forum: forumOf(product.agreement, forum).name,
      given: from.slot,
      due: action.due,
      late: Temporal.PlainDate.from(action.due).until(today).days,
      owner: action.who === reader ? null : personView(product, action.who),
    })),
    more: Math.max(0, entries.length - SHOWN),
  };
}

/** Everything open that this person has to do, in every forum, soonest first. */
export async function myActions(product: Product, read: Reader, person: Person): Promise<ActionsView> {
  const perForum = await Promise.all(person.forums.map(async (forum) => openActions(await read.meetings(forum))));
  const mine = perForum.flat().filter((entry) => readerOf(product, entry) === person.id);
  const soonest = mine.sort((a, b) => (a.action.due < b.action.due ? -1 : 1));
  return actionsView(product, person.id, 'all', soonest);
}

async function tell(product: Product, change: Change, why: 'given' | 'due', key: string, entries: readonly ActionEntry[]) {
  const byReader = Map.groupBy(entries, (entry) => readerOf(product, entry));
  for (const [reader, theirs] of byReader) {
    if (reader === undefined) continue;
    const to = { forum: theirs[0]!.forum, person: reader };
    await nudge(product, change, to, `${key}/${reader}`, view('actions', actionsView(product, reader, why, theirs)));
  }
}

/** When the meeting is closed everybody is told what they have been given, and the reminders are stored. */
export async function giveActions(product: Product, change: Change, draft: Meeting): Promise<void> {
  const given = new Set(draft.actions.map(({ id }) => id));
  const entries = openActions([draft]).filter(({ action }) => given.has(action.id));
  await tell(product, change, 'given', `actions-given/${draft.id}`, entries);
  const today = product.clock.now().toPlainDate().toString();
  await change.planSteps(
    draft.id,
    draft.forum,
    actionSteps(
      entries.map(({ action }) => action),
      today,
    ),
  );
}

/** `day` is the day of the stored reminder; it may run later. What is done by then is not mentioned. */
export async function remindOfActions(product: Product, change: Change, meeting: Meeting, day: string): Promise<void> {
  const entries = openActions(await change.meetings(meeting.forum)).filter(
    ({ action, from }) => from.meeting === meeting.id && reminderDays(action.due, '').includes(day),
  );
  await tell(product, change, 'due', `actions-due/${meeting.id}/${day}`, entries);
}

/** Marks an action as done between meetings: its owner, the secretary it was given by, or the convener. */
export function finishAction(product: Product, who: Actor, meetingId: string, action: string): Promise<Result<Changed, Refusal>> {
  return changeMeeting(product, who, meetingId, async (change, meeting, figures) => {
    const all = await change.meetings(meeting.forum);
    const entry = actionRegister(all).find((one) => one.action.id === action);
    const holder = all.find((one) => one.id === entry?.holder);
    if (!entry || !holder) return no('no-such-action');
    const also = entry.action.who === who.person.id ? (['owner'] as const) : [];
    if (!mayIn(product.agreement, who.person, 'finish-action', holder, also)) return no('not-your-action');
    if (entry.action.status === 'done') return yes(meeting);
    const done = finishBetween(holder, action, who.person.id, wallClock(product.clock.now()));
    if (!done.ok) return no('no-such-action');
    if (!reachedStage(holder, 'draft')) await showAgenda(product, change, done.value, figures, who.cause);
    if (holder.stage.name === 'in-progress') await showMinutes(product, change, done.value, figures, who.cause);
    if (holder.id === meeting.id) return done;
    await change.save(done.value);
    return yes(meeting);
  });
}
