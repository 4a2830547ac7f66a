/** Swapping the turn to write: one card asks all in the channel or one person, and shows how it went. */
import { forumOf, membersOf } from '../domain/agreement.ts';
import type { Meeting } from '../domain/meeting.ts';
import { no, type Result, yes } from '../domain/result.ts';
import { mayIn } from '../domain/rights.ts';
import { askSwap, lapseSwap, type SwapNo, takeSwap, withdrawSwap } from '../domain/swap.ts';
import { longDate } from '../domain/swedish.ts';
import type { Change, Reader } from '../ports.ts';
import { type FigureMap, personView } from './agenda-view.ts';
import { answered } from './away.ts';
import { message, postCard, swapKey, turnKey, updateCard, view } from './cards.ts';
import { type Changed, changeMeeting } from './change-meeting.ts';
import { showAgenda } from './meeting-cards.ts';
import { nextMeeting } from './meetings.ts';
import { nudge } from './nudge.ts';
import type { Actor, Product, Refusal } from './product.ts';
import { askSecretary, turnView } from './turn-card.ts';
import type { SwapDialogView, SwapView } from './views/turn.ts';

const worded: Record<SwapNo, Refusal> = {
  'nobody-writes': 'no-secretary',
  'swap-open': 'swap-open',
  'no-swap': 'no-swap',
  'not-asked': 'not-asked',
  'own-turn': 'own-turn',
  'not-yours': 'not-your-swap',
  closed: 'closed',
};

export function swapView(product: Product, meeting: Meeting): SwapView | undefined {
  const swap = meeting.secretary?.swap;
  if (!swap) return undefined;
  return {
    meeting: meeting.id,
    number: swap.number,
    forum: forumOf(product.agreement, meeting.forum).name,
    start: meeting.start,
    state: swap.state,
    from: personView(product, swap.from),
    by: swap.by === swap.from ? null : personView(product, swap.by),
    taker: swap.state === 'taken' || swap.state === 'passed-on' ? personView(product, meeting.secretary!.person) : null,
  };
}

/** The meeting whose turn is meant: in one's own chat the next one where it is one's own, else the forum's next. */
export async function meetingToSwap(
  read: Reader,
  forum: string,
  person: string,
  forums: readonly string[],
): Promise<Meeting | undefined> {
  const own = await Promise.all(forums.map((one) => nextMeeting(read, one)));
  const theirs = own
    .filter((meeting) => {
      const secretary = meeting?.secretary;
      const given = secretary?.swap?.state === 'taken' ? secretary.swap.from : undefined;
      return secretary?.person === person || given === person;
    })
    .sort((a, b) => (a!.start < b!.start ? -1 : 1));
  return theirs[0] ?? nextMeeting(read, forum);
}

/** Who may be asked in the dialog: every member but the one whose turn it is. */
export function swapDialog(product: Product, meeting: Meeting, error: string): SwapDialogView | undefined {
  const from = meeting.secretary?.person;
  if (!from) return undefined;
  const forum = forumOf(product.agreement, meeting.forum);
  return {
    meeting: meeting.id,
    forum: forum.name,
    start: meeting.start,
    from: personView(product, from),
    people: membersOf(product.agreement, forum.id)
      .filter(({ id }) => id !== from)
      .map(({ id }) => ({ id, person: personView(product, id) })),
    error,
  };
}

/** The cards that show a swap: the question itself, both turn cards, the agenda. */
async function showSwap(product: Product, change: Change, meeting: Meeting, figures: FigureMap, cause: string): Promise<void> {
  const swap = meeting.secretary!.swap!;
  await updateCard(change, swapKey(meeting.id, swap.number), cause, view('swap', swapView(product, meeting)!));
  await showAgenda(product, change, meeting, figures, cause);
}

export async function showTurn(product: Product, change: Change, meeting: Meeting, person: string, cause: string): Promise<void> {
  if (await change.posted(turnKey(meeting.id, person)))
    await updateCard(change, turnKey(meeting.id, person), cause, view('turn', turnView(product, meeting, person)));
}

/** To everybody the turn has been with. */
export async function showTurns(product: Product, change: Change, meeting: Meeting, cause: string): Promise<void> {
  const { person, declined = [], swap } = meeting.secretary ?? {};
  for (const one of new Set([person, ...declined, swap?.from])) if (one) await showTurn(product, change, meeting, one, cause);
}

/** A card that changes in place is silent; whoever is concerned gets a word. */
export async function tellWriter(product: Product, change: Change, meeting: Meeting, to: string, cause: string): Promise<void> {
  const writer = personView(product, meeting.secretary!.person);
  const who = meeting.secretary!.person === to ? 'Du' : `${writer.name}, ${writer.unit},`;
  const text = `${who} skriver mötesanteckningarna ${longDate(meeting.start)}.`;
  const about = { forum: meeting.forum, person: to, before: meeting.start };
  await nudge(product, change, about, `swapped/${meeting.id}/${to}/${cause}`, message(text));
}

/** `asked` is 'all' or a member's id. */
export function askForSwap(product: Product, who: Actor, meetingId: string, asked: string): Promise<Result<Changed, Refusal>> {
  return changeMeeting(product, who, meetingId, async (change, meeting) => {
    const members = membersOf(product.agreement, meeting.forum);
    if (asked !== 'all' && !members.some(({ id }) => id === asked)) return no('unknown-person');
    const secretary = meeting.secretary?.person ?? '';
    const done = askSwap(meeting, who.person.id, asked, mayIn(product.agreement, who.person, 'swap-turn', meeting));
    if (!done.ok) return no(worded[done.no]);
    await answered(change, meeting);
    const { swap } = done.value.secretary!;
    const key = swapKey(meeting.id, swap!.number);
    const shown = view('swap', swapView(product, done.value)!);
    if (asked === 'all') await postCard(change, { forum: meeting.forum }, key, shown);
    else await nudge(product, change, { forum: meeting.forum, person: asked, before: meeting.start }, key, shown);
    await showTurn(product, change, done.value, secretary, who.cause);
    return yes(done.value);
  });
}

export function takeOver(product: Product, who: Actor, meetingId: string, number: number): Promise<Result<Changed, Refusal>> {
  return changeMeeting(product, who, meetingId, async (change, meeting, figures) => {
    const { id, unit } = who.person;
    const done = takeSwap(meeting, number, { person: id, unit });
    if (!done.ok) return no(worded[done.no]);
    await showSwap(product, change, done.value, figures, who.cause);
    await showTurn(product, change, done.value, done.value.secretary!.swap!.from, who.cause);
    if (await change.posted(turnKey(meeting.id, id))) await showTurn(product, change, done.value, id, who.cause);
    else await askSecretary(product, change, done.value);
    await tellWriter(product, change, done.value, done.value.secretary!.swap!.from, who.cause);
    return yes(done.value);
  });
}

export function withdraw(product: Product, who: Actor, meetingId: string): Promise<Result<Changed, Refusal>> {
  return changeMeeting(product, who, meetingId, async (change, meeting, figures) => {
    const convenes = mayIn(product.agreement, who.person, 'withdraw-swap', meeting);
    const taker = meeting.secretary?.person ?? '';
    const done = withdrawSwap(meeting, who.person.id, convenes);
    if (!done.ok) return no(worded[done.no]);
    await showSwap(product, change, done.value, figures, who.cause);
    for (const person of new Set([taker, done.value.secretary!.person]))
      await showTurn(product, change, done.value, person, who.cause);
    const { swap, person } = done.value.secretary!;
    if (meeting.secretary!.swap!.state === 'taken' && swap)
      for (const told of [taker, person])
        if (told !== who.person.id) await tellWriter(product, change, done.value, told, who.cause);
    return yes(done.value);
  });
}

/** When the meeting starts: a question nobody answered is over, and its card says who writes. */
export async function endSwap(product: Product, change: Change, meeting: Meeting): Promise<Meeting> {
  const after = lapseSwap(meeting);
  if (after === meeting) return meeting;
  const { number } = after.secretary!.swap!;
  await updateCard(change, swapKey(after.id, number), 'open-minutes', view('swap', swapView(product, after)!));
  return after;
}
