import type { Meeting } from '../../src/domain/meeting.ts';
import { longDate } from '../../src/domain/swedish.ts';
import { personView } from '../../src/flows/agenda-view.ts';
import { message, view } from '../../src/flows/cards.ts';
import { beyond, nextMeeting } from '../../src/flows/meetings.ts';
import type { View } from '../../src/ports.ts';
import type { Command } from '../commands.ts';
import type { Turn } from '../turn.ts';

const movedLine = ({ moves = [], moved }: Meeting): string => {
  const [first, last] = [moves[0], moves.at(-1)];
  if (first && last) return `Flyttat från ${longDate(first.from)}. Skäl: ${last.reason}`;
  return moved ? `Flyttat från ${longDate(moved.from)} (${moved.because}).` : '';
};

/** The next meeting, and those after it as far ahead as the definition holds them. */
async function coming({ product, forum }: Turn, atMost = Number.POSITIVE_INFINITY): Promise<View> {
  const today = product.clock.now().toPlainDate();
  const to = today.add(product.agreement.heldAhead);
  const { meeting, known } = await product.store.read(async (reader) => ({
    meeting: await nextMeeting(reader, forum.id),
    known: await reader.meetings(forum.id),
  }));
  if (!meeting) return message('Det finns inget planerat möte. Kontrollera rytmen i överenskommelsens fil.');
  const following = [...known.filter((one) => one.slot > meeting.slot), ...beyond(forum, known, today, to)]
    .map((one) => one.start)
    .filter((start) => start.slice(0, 10) <= to.toString());
  return view('next-meeting', {
    meeting: meeting.id,
    forum: forum.name,
    start: meeting.start,
    end: meeting.end,
    place: forum.place,
    secretary: meeting.secretary ? personView(product, meeting.secretary.person) : null,
    items: meeting.items.length,
    moved: movedLine(meeting),
    following: following.slice(0, atMost),
  });
}

export const nastaMote: Command = {
  say: ['nästa möte', 'nasta mote'],
  does: 'Visar när nästa möte är och vem som skriver',
  example: 'nästa möte',
  writes: false,
  run: (turn) => coming(turn, 3),
};

export const allPlanned = (turn: Turn): Promise<View> => coming(turn);

export const planen: Command = {
  say: ['plan', 'nästa möten', 'planen'],
  does: 'Visar alla möten som är planerade',
  example: 'plan',
  writes: false,
  run: allPlanned,
};
