import { upcoming } from '../../src/domain/cadence.ts';
import { wallClock } from '../../src/domain/meeting.ts';
import { longDate } from '../../src/domain/swedish.ts';
import { personView } from '../../src/flows/agenda-view.ts';
import { message, view } from '../../src/flows/cards.ts';
import { nextMeeting } from '../../src/flows/meetings.ts';
import type { Command } from '../commands.ts';

export const nastaMote: Command = {
  say: ['nästa möte', 'nasta mote', 'nästa möten'],
  does: 'Visar när nästa möte är och vem som skriver',
  example: 'nästa möte',
  async run({ product, forum }) {
    const meeting = await product.store.read((reader) => nextMeeting(reader, forum.id));
    if (!meeting) return message('Det finns inget planerat möte. Kontrollera rytmen i överenskommelsens fil.');
    const following = upcoming(forum, product.clock.now(), 4).filter((one) => one.id !== meeting.id);
    return view('next-meeting', {
      meeting: meeting.id,
      forum: forum.name,
      start: meeting.start,
      end: meeting.end,
      place: forum.place,
      secretary: meeting.secretary ? personView(product, meeting.secretary.person) : null,
      items: meeting.items.length,
      moved: meeting.moved ? `Flyttat från ${longDate(meeting.moved.from)} (${meeting.moved.because}).` : '',
      following: following.slice(0, 3).map((one) => wallClock(one.start)),
    });
  },
};
