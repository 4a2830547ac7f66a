/** The agenda: standing items of the agreement, what comes back, what people propose; each says why it is there. */
import { asRestated, isOpen } from './action-status.ts';
import type { Forum } from './agreement.ts';
import { withFolder } from './filing.ts';
import type { Action, ActionStatus, ComesBack, Item, Meeting } from './meeting.ts';
import { reachedStage } from './meeting.ts';
import { ownText, type SafeText } from './privacy.ts';
import { no, type Result, yes } from './result.ts';
import { longDate } from './swedish.ts';

/** What the meeting before leaves to this one. */
export interface CarriedOver {
  items: Item[];
  /** Actions still open, oldest first. */
  actions: Action[];
  /** What was said of standing items, which the definition brings back anyway. */
  standing?: Item[];
}

/** `3. Boka lokal (påbörjad, senast 9 april 2027, sedan 16 mars 2027)` */
const sayAction = ({ id, number, what, due, status }: Action): string =>
  `${number}. ${what} (${STATUS[status]}senast ${longDate(due)}, sedan ${longDate(id.slice(0, 10))})`;

const STATUS: Record<ActionStatus, string> = {
  open: '',
  started: 'påbörjad, ',
  postponed: 'uppskjuten, ',
  done: 'klar, ',
  withdrawn: 'återtagen, ',
};

/** The one item under which open actions come back; none when there are none. */
function actionsItem(actions: readonly Action[], title: string): Item[] {
  const [oldest] = actions;
  if (!oldest) return [];
  return [
    {
      id: 'actions',
      title: ownText(title),
      background: ownText(actions.map(sayAction).join(' · ')),
      minutes: 5,
      kind: 'discussion',
      why: { kind: 'carried-over', from: oldest.id.slice(0, 10), reason: 'open-action' },
      late: false,
      indicators: [],
    },
  ];
}

/** The follow-up item as it reads now that some of its actions are done. */
export function restateActions(meeting: Meeting): Meeting {
  const open = meeting.earlierActions.filter(isOpen);
  const background = ownText(open.length > 0 ? open.map(sayAction).join(' · ') : 'Alla åtgärder är klara eller återtagna.');
  return { ...meeting, items: meeting.items.map((item) => (item.id === 'actions' ? { ...item, background } : item)) };
}

/**
 * Takes up what an earlier meeting left, on an agenda that was opened before that meeting was closed. What stands there
 * already stands there once; of the earlier meeting's actions those that are open now.
 */
export function takeUp(meeting: Meeting, earlier: Meeting, title: string): Meeting {
  if (meeting.stage.name !== 'open' && meeting.stage.name !== 'published') return meeting;
  const carried = carriedOver(earlier);
  const settled = new Set([...earlier.earlierActions, ...earlier.actions].map((action) => action.id));
  // What has been said of an action on this agenda already is later than what the earlier meeting holds.
  const said = new Map(meeting.earlierActions.filter(({ changed }) => changed).map((action) => [action.id, action]));
  const taken = carried.actions.map((action) => said.get(action.id) ?? action);
  const actions = [...meeting.earlierActions.filter((action) => !settled.has(action.id)), ...taken];
  const known = new Set(meeting.items.map((item) => item.id));
  // What the meeting said when it went on stands, also under an item that had been carried over before it did.
  const sent = new Map(carried.items.filter(({ why }) => 'said' in why).map(({ id, why }) => [id, why]));
  const others = meeting.items
    .filter((item) => item.id !== 'actions')
    .map((item) => withStanding(carried, { ...item, why: sent.get(item.id) ?? item.why }));
  const late = meeting.stage.name === 'published';
  const added = carried.items.filter((item) => !known.has(item.id)).map((item) => ({ ...item, late }));
  return { ...meeting, items: [...others, ...actionsItem(actions, title), ...added], earlierActions: actions };
}

/** A standing item as it comes back: why it was put off is its background. */
const withStanding = ({ standing = [] }: CarriedOver, item: Item): Item =>
  item.kind === 'standing'
    ? { ...item, background: standing.find(({ id }) => id === item.id)?.background ?? item.background }
    : item;

/**
 * Opens an agenda: the forum's standing items (N 1.8) in the definition's order, then what is carried over.
 * Open actions come back under one item; what was proposed ahead stands last.
 */
export function openAgenda(meeting: Meeting, forum: Forum, carried: CarriedOver, reminded: string): Meeting {
  if (meeting.stage.name !== 'planned') return meeting;
  const standing = forum.standingItems.map(
    (item): Item => ({
      id: item.id,
      title: ownText(item.title),
      background: ownText(''),
      minutes: item.minutes,
      kind: 'standing',
      why: { kind: 'standing', standing: item.id },
      late: false,
      indicators: item.indicators,
    }),
  );
  const actions = actionsItem(carried.actions, reminded);
  return {
    ...meeting,
    stage: { name: 'open' },
    items: [...standing.map((item) => withStanding(carried, item)), ...actions, ...carried.items, ...meeting.items],
    earlierActions: carried.actions,
  };
}

export interface Proposal {
  title: SafeText;
  background: SafeText;
  minutes: number;
  kind: 'discussion' | 'information' | 'question';
  by: string;
}

export type ProposalNo = 'not-open' | 'published' | 'no-such-item' | 'not-yours';

/**
 * Adds a proposed item, also ahead, to an agenda that is not open yet. `late` puts it under övrigt on one that is
 * published. The same id twice adds once.
 */
export function propose(meeting: Meeting, id: string, proposal: Proposal, late = false): Result<Meeting, ProposalNo> {
  if (meeting.items.some((item) => item.id === id)) return yes(meeting);
  if (reachedStage(meeting, 'draft')) return no('not-open');
  if (reachedStage(meeting, 'published') && !late) return no('published');
  const { by, ...what } = proposal;
  const item: Item = { id, ...what, why: { kind: 'proposed', by }, late, indicators: [] };
  return yes({ ...meeting, items: [...meeting.items, item] });
}

/** The proposer may change or take back an item until the agenda is published. */
export function changeProposal(
  meeting: Meeting,
  id: string,
  by: string,
  change: Partial<Omit<Proposal, 'by'>> | 'remove',
): Result<Meeting, ProposalNo> {
  const item = meeting.items.find((one) => one.id === id);
  if (!item) return no('no-such-item');
  if (item.why.kind !== 'proposed' || item.why.by !== by) return no('not-yours');
  if (reachedStage(meeting, 'draft')) return no('not-open');
  if (reachedStage(meeting, 'published')) return no('published');
  const items =
    change === 'remove'
      ? meeting.items.filter((one) => one.id !== id)
      : meeting.items.map((one) => (one.id === id ? { ...one, ...change } : one));
  return yes({ ...meeting, items });
}

export function publish(meeting: Meeting): Meeting {
  return meeting.stage.name === 'open' ? { ...withFolder(meeting), stage: { name: 'published' } } : meeting;
}

/** An item that a question put there; it stays until the question is handled (question-agenda.ts). */
export const isQuestion = (item: Item): boolean => item.why.kind === 'lifted' || item.why.kind === 'handed-down';

const saidOf = (meeting: Meeting, item: string): ComesBack | undefined => meeting.comesBack?.find((one) => one.item === item);

const sayBack = (meeting: Meeting, { how, reason }: ComesBack): SafeText =>
  ownText(`${how === 'tabled' ? 'Bordlagd' : 'Fortsätter från'} ${longDate(meeting.slot)}: ${reason}`);

/**
 * What the next agenda takes up when this meeting is closed: proposed and carried-over items that were not reached or that
 * the meeting wants back, and open actions. Standing items come from the definition and are not carried; questions find
 * their own way.
 */
export function carriedOver(meeting: Meeting): CarriedOver {
  const items = meeting.items
    .filter((item) => item.kind !== 'standing' && item.id !== 'actions' && !isQuestion(item))
    .flatMap((item): Item[] => {
      const said = saidOf(meeting, item.id);
      if (!said && isTakenUp(meeting, item.id)) return [];
      const why = { kind: 'carried-over', from: meeting.slot } as const;
      return [
        {
          ...item,
          late: false,
          why: said ? { ...why, reason: said.how, said: said.reason } : { ...why, reason: 'not-reached' },
        },
      ];
    });
  const standing = meeting.items.flatMap((item): Item[] => {
    const said = item.kind === 'standing' ? saidOf(meeting, item.id) : undefined;
    return said ? [{ ...item, background: sayBack(meeting, said) }] : [];
  });
  const actions = [...meeting.earlierActions, ...meeting.actions]
    .map(({ changed: _before, ...action }) => asRestated(action, meeting.restated))
    .filter(isOpen);
  return { items, actions, ...(standing.length > 0 ? { standing } : {}) };
}

/** An item counts as taken up when the meeting came to it or something was written under it. */
export function isTakenUp(meeting: Meeting, item: string): boolean {
  return (
    meeting.reached.includes(item) || [...meeting.notes, ...meeting.outcomes, ...meeting.actions].some((n) => n.item === item)
  );
}

export type ReturnsBecause = 'standing' | 'not-reached' | 'open-action' | 'open-question' | ComesBack['how'];

/** `said` is the meeting's own reason; absent where a rule brings the item back. */
export interface Returning {
  title: string;
  because: ReturnsBecause;
  said?: string;
}

/** What is taken up again and what is not, item by item, shown before the meeting is closed. */
export function returns(meeting: Meeting): { again: Returning[]; ends: string[] } {
  const carried = carriedOver(meeting);
  const back = new Set(carried.items.map((item) => item.id));
  const open = new Set(carried.actions.map((action) => action.item));
  const because = (item: Item): ReturnsBecause | undefined => {
    if (open.has(item.id)) return 'open-action';
    if (back.has(item.id)) return 'not-reached';
    if (isQuestion(item) && item.handled === undefined) return 'open-question';
    if (item.kind === 'standing') return 'standing';
    return item.id === 'actions' && carried.actions.length > 0 ? 'open-action' : undefined;
  };
  const again: Returning[] = [];
  const ends: string[] = [];
  for (const item of meeting.items) {
    const said = saidOf(meeting, item.id);
    const why = said?.how ?? because(item);
    if (why) again.push({ title: item.title, because: why, ...(said ? { said: said.reason } : {}) });
    else ends.push(item.title);
  }
  return { again, ends };
}
