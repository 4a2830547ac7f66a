import { upcoming } from '../../src/domain/cadence.ts';
import { wallClock } from '../../src/domain/meeting.ts';
import { longDate } from '../../src/domain/swedish.ts';
import { personView } from '../../src/flows/agenda-view.ts';
import { message, view } from '../../src/flows/cards.ts';
import { nextMeeting } from '../../src/flows/meetings.ts';
import { reasonLong } from '../../src/flows/plan-words.ts';
import type { Command } from '../commands.ts';
import type { Answer, Turn } from '../turn.ts';

/** The next meeting, and those after it. */
async function coming({ product, forum }: Turn, count: number): Promise<Answer> {
  const meeting = await product.store.read((reader) => nextMeeting(reader, forum.id));
  if (!meeting) return message('Det finns inget planerat möte. Kontrollera rytmen i överenskommelsens fil.');
  const following = upcoming(forum, product.clock.now(), count).filter((one) => one.id !== meeting.id);
  return view('next-meeting', {
    meeting: meeting.id,
    forum: forum.name,
    start: meeting.start,
    end: meeting.end,
    place: forum.place,
    secretary: meeting.secretary ? personView(product, meeting.secretary.person) : null,
    items: meeting.items.length,
    moved: meeting.moved ? `Flyttat från ${longDate(meeting.moved.from)} (${meeting.moved.because}).` : '',
    following: following.slice(0, count - 1).map((one) => wallClock(one.start)),
  });
}

export const nastaMote: Command = {
  say: ['nästa möte', 'nasta mote'],
  does: 'Visar när nästa möte är och vem som skriver',
  example: 'nästa möte',
  writes: false,
  run: (turn) => coming(turn, 4),
};

export const planen: Command = {
  say: ['plan', 'nästa möten', 'planen'],
  does: 'Visar mötena ett halvår framåt',
  example: 'plan',
  writes: false,
  run: (turn) => coming(turn, 13),
};

/** Why the next meeting lies where it lies, in whole sentences. */
export const varforDenDagen: Command = {
  say: ['varför den dagen', 'varfor den dagen', 'varför den tiden'],
  does: 'Förklarar varför nästa möte ligger där det ligger',
  example: 'varför den dagen?',
  writes: false,
  async run({ product, forum }) {
    const [meeting] = upcoming(forum, product.clock.now(), 1);
    if (!meeting) return message('Forumet har inga egna datum i överenskommelsen.');
    const [first = '', ...more] = reasonLong(forum, meeting);
    return message(first, { detail: more.join(' ') });
  },
};
