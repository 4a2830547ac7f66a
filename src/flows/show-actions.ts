/** Actions people have: told when given, a week before and on the last day; listed across forums; done with one press, or begun, put off or withdrawn. */
import { restatable } from '../domain/action-status.ts';
import { type ActionEntry, actionRegister, openActions, reminderDays, restateBetween } from '../domain/actions.ts';
import { convenerOf, forumOf, type Person } from '../domain/agreement.ts';
import { type Meeting, type Restated, reachedStage, wallClock } from '../domain/meeting.ts';
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
import type { ActionDialogView, ActionsView } from './views/actions.ts';

/** What one card shows before it says how many more there are. */
const SHOWN = 5;

/** Somebody who cannot be written to in Teams has their actions on the convener's list. */
const isReached = (person: Person | undefined): boolean => person?.entraId !== undefined;

function readerOf(product: Product, { action, forum }: ActionEntry): string | undefined {
  return isReached(personById(product, action.who)) ? action.who : convenerOf(product.agreement, forum)?.id;
}

function actionsView(
  product: Product,
  reader: string,
  why: ActionsView['why'],
  entries: readonly ActionEntry[],
  changeable = entries.length > 0,
): ActionsView {
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
      status: action.status === 'started' || action.status === 'postponed' ? action.status : 'open',
      because: action.because ?? '',
      late: Temporal.PlainDate.from(action.due).until(today).days,
      owner: action.who === reader ? null : personView(product, action.who),
    })),
    more: Math.max(0, entries.length - SHOWN),
    changeable,
  };
}

const soonestFirst = (a: ActionEntry, b: ActionEntry): number => (a.action.due < b.action.due ? -1 : 1);

/** What is open in the person's forums: theirs to do, and theirs to change as the one who writes or convenes. */
async function openTo(product: Product, read: Reader, person: Person) {
  const mine: ActionEntry[] = [];
  const kept: ActionEntry[] = [];
  for (const forum of person.forums) {
    const meetings = await read.meetings(forum);
    for (const entry of openActions(meetings)) {
      const holder = meetings.find(({ id }) => id === entry.holder);
      if (readerOf(product, entry) === person.id) mine.push(entry);
      else if (holder && mayIn(product.agreement, person, 'withdraw-action', holder)) kept.push(entry);
    }
  }
  return { mine: mine.sort(soonestFirst), kept: kept.sort(soonestFirst) };
}

/** What a person has to do, in every forum, soonest first. */
export const openFor = async (product: Product, read: Reader, person: Person): Promise<ActionEntry[]> =>
  (await openTo(product, read, person)).mine;

/** Everything open that this person has to do, in every forum, soonest first. */
export async function myActions(product: Product, read: Reader, person: Person): Promise<ActionsView> {
  const { mine, kept } = await openTo(product, read, person);
  return actionsView(product, person.id, 'all', mine, mine.length + kept.length > 0);
}

/** What a choice in the dialog has room for. */
const CHOICES = 40;

export async function actionChoices(
  product: Product,
  read: Reader,
  person: Person,
): Promise<Pick<ActionDialogView, 'actions' | 'withdraws'>> {
  const { mine, kept } = await openTo(product, read, person);
  return {
    actions: [...mine, ...kept].slice(0, CHOICES).map(({ action: { id, number, what, due, who }, from }) => ({
      id,
      meeting: from.meeting,
      number,
      what,
      due,
      owner: who === person.id ? null : personView(product, who),
    })),
    withdraws: kept.length > 0 || mine.some(({ forum }) => convenerOf(product.agreement, forum)?.id === person.id),
  };
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

/** What somebody says of an action; the rest is theirs who said it, and when. */
export type Saying = Pick<Restated, 'id' | 'to' | 'due' | 'reason'>;

/**
 * Keeps what has become of an action between meetings: its owner says it is begun, put off or done, the secretary it was
 * given by and the convener also that it is withdrawn. One that is put off is reminded of before its new last day.
 */
export function restateAction(
  product: Product,
  who: Actor,
  meetingId: string,
  saying: Saying,
): Promise<Result<Changed, Refusal>> {
  return changeMeeting(product, who, meetingId, async (change, meeting, figures) => {
    const all = await change.meetings(meeting.forum);
    const entry = actionRegister(all).find((one) => one.action.id === saying.id);
    const holder = all.find((one) => one.id === entry?.holder);
    if (!entry || !holder) return no('no-such-action');
    const also = entry.action.who === who.person.id ? (['owner'] as const) : [];
    const act = saying.to === 'withdrawn' ? 'withdraw-action' : 'finish-action';
    if (!mayIn(product.agreement, who.person, act, holder, also))
      return no(act === 'withdraw-action' ? 'not-yours-to-withdraw' : 'not-your-action');
    if (entry.action.status === saying.to && saying.to !== 'postponed') return yes(meeting);
    const now = product.clock.now();
    const today = now.toPlainDate().toString();
    const said = restatable(entry.action, { ...saying, by: who.person.id, at: wallClock(now) }, today);
    if (!said.ok) return no(said.no);
    const done = restateBetween(holder, said.value);
    if (!done.ok) return no('no-such-action');
    const { due } = said.value;
    if (due !== undefined)
      await change.planSteps(entry.from.meeting, meeting.forum, actionSteps([{ ...entry.action, due }], today));
    if (!reachedStage(holder, 'draft')) await showAgenda(product, change, done.value, figures, who.cause);
    if (holder.stage.name === 'in-progress') await showMinutes(product, change, done.value, figures, who.cause);
    if (holder.id === meeting.id) return done;
    await change.save(done.value);
    return yes(meeting);
  });
}
