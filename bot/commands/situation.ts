import { takeSituation, writeButton, writesFor } from '../../src/flows/ask-for-situations.ts';
import { message } from '../../src/flows/cards.ts';
import { nextMeeting } from '../../src/flows/meetings.ts';
import type { Command } from '../commands.ts';
import { refusals } from '../sentences.ts';

export const lagesbild: Command = {
  say: ['lägesbild', 'lagesbild'],
  does: 'Skriver din organisations lägesbild till nästa möte',
  example: 'lägesbild Två nya handläggare börjar i maj',
  writes: true,
  async run({ product, forum, actor, reply }, rest) {
    const from = writesFor(product, forum.id, actor.person.unit);
    if (!from) return message(refusals['no-situations']);
    const meeting = await product.store.read((reader) => nextMeeting(reader, forum.id));
    if (!meeting) return message(refusals['no-meeting']);
    if (rest === '') return message(`Skriv lägesbilden från ${from.name}.`, { buttons: [writeButton(meeting.id)] });
    const done = await takeSituation(product, actor, meeting.id, rest, {
      to: reply,
      say: () => message(`Lägesbilden från ${from.name} står på dagordningen.`, { buttons: [writeButton(meeting.id)] }),
    });
    return done.ok ? undefined : message(refusals[done.no]);
  },
};
