import { reachedStage } from '../../src/domain/meeting.ts';
import { mayIn } from '../../src/domain/rights.ts';
import { longDate } from '../../src/domain/swedish.ts';
import { personView } from '../../src/flows/agenda-view.ts';
import { message } from '../../src/flows/cards.ts';
import { secretaryCard } from '../../src/flows/meeting-cards.ts';
import { latestHeld } from '../../src/flows/meetings.ts';
import type { Command } from '../commands.ts';
import type { Turn } from '../turn.ts';

/** All members may read a draft, each in their own chat: what is not approved is not shown to a whole channel. */
export async function showMinutes(turn: Turn, meetingId?: string) {
  const { product, forum, actor } = turn;
  const figures = await product.figures.look(forum);
  return product.store.read(async (reader) => {
    const meeting = meetingId ? await reader.meeting(meetingId) : await latestHeld(reader, forum.id);
    if (!meeting || meeting.forum !== forum.id)
      return message('Det finns inga mötesanteckningar än. De öppnas när mötet börjar.');
    const writes = mayIn(product.agreement, actor.person, 'keep-minutes', meeting);
    if (reachedStage(meeting, 'approved') || (turn.personal && (writes || reachedStage(meeting, 'draft'))))
      return secretaryCard(product, reader, meeting, figures, actor.person.id);
    const writer = meeting.secretary ? personView(product, meeting.secretary.person).name : 'Sekreteraren';
    const when = longDate(meeting.start);
    const text = writes
      ? `Utkastet från ${when} ligger i vår egen chatt.`
      : reachedStage(meeting, 'draft')
        ? `Anteckningarna från ${when} är ett utkast. Läs och kommentera det med knapparna på dagordningens kort, eller skriv "anteckningar" i vår egen chatt.`
        : `Anteckningarna från ${when} skrivs nu. ${writer} skriver; när mötet är avslutat kan alla läsa utkastet.`;
    return message(text);
  });
}

export const anteckningar: Command = {
  say: ['anteckningar', 'mötesanteckningar', 'visa anteckningar', 'protokoll', 'protokollet', 'minnesanteckningar'],
  does: 'Visar de senaste mötesanteckningarna',
  example: 'anteckningar',
  writes: false,
  run: (turn) => showMinutes(turn),
};
