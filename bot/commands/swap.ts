/** The turn to write is swapped: everybody is asked, or one; undone as long as the meeting has not begun. */
import { longDate } from '../../src/domain/swedish.ts';
import { message } from '../../src/flows/cards.ts';
import { askForSwap, meetingToSwap, withdraw } from '../../src/flows/swap-turn.ts';
import type { Command } from '../commands.ts';
import { findMember } from '../members.ts';
import { refusals } from '../sentences.ts';
import type { Turn } from '../turn.ts';

const meant = ({ product, forum, actor, personal }: Turn) =>
  product.store.read((read) => meetingToSwap(read, forum.id, actor.person.id, personal ? actor.person.forums : [forum.id]));

export const byta: Command = {
  say: ['byta', 'byt', 'byta tur'],
  does: 'Frågar alla, eller en kollega, om någon kan skriva i stället',
  example: 'byta @Per',
  writes: true,
  async run(turn, rest) {
    const { product, actor } = turn;
    const meeting = await meant(turn);
    if (!meeting) return message('Det finns inget planerat möte, så ingen är utsedd.');
    if (!meeting.secretary) return message(refusals['no-secretary']);
    const person = product.agreement.people.find(({ id }) => id === meeting.secretary?.person);
    if (rest === '')
      return message(`${person?.name ?? 'Någon'} står på tur att skriva ${longDate(meeting.start)}. Vem ska jag fråga?`, {
        detail: 'Skriv "byta alla" eller "byta @namn", eller välj här.',
        buttons: [{ title: 'Byt', verb: 'swap', data: { meeting: meeting.id }, dialog: true, primary: true }],
      });
    const all = /^(med )?alla$/i.test(rest);
    const at = { ...turn, forum: product.agreement.forums.find(({ id }) => id === meeting.forum) ?? turn.forum };
    const asked = all ? undefined : findMember(at, /@/.test(rest) || turn.mentioned.length > 0 ? rest : `@${rest}`);
    if (asked && !asked.ok) return message(refusals[asked.no]);
    const done = await askForSwap(product, actor, meeting.id, asked ? asked.value.person.id : 'all');
    if (!done.ok) return message(refusals[done.no]);
    return message(`Jag har frågat ${asked ? asked.value.person.name : 'alla i kanalen'}.`, {
      detail: 'Den som svarar först tar över. Har ingen svarat när mötet börjar står turen kvar.',
    });
  },
};

export const angraByte: Command = {
  say: ['ångra byte', 'angra byte', 'ångra bytet'],
  does: 'Tar tillbaka frågan om byte, eller lämnar tillbaka en tur som bytts',
  example: 'ångra byte',
  writes: true,
  async run(turn) {
    const meeting = await meant(turn);
    if (!meeting) return message(refusals['no-swap']);
    const done = await withdraw(turn.product, turn.actor, meeting.id);
    if (!done.ok) return message(refusals[done.no]);
    const writes = turn.product.agreement.people.find(({ id }) => id === done.value.meeting.secretary?.person);
    return message(`Bytet är ångrat. ${writes?.name ?? 'Den som stod på tur'} skriver ${longDate(meeting.start)}.`);
  },
};
