import { ownText } from '../../src/domain/privacy.ts';
import { longDate } from '../../src/domain/swedish.ts';
import { message } from '../../src/flows/cards.ts';
import { proposedId, proposeItem, whereToPropose } from '../../src/flows/propose-item.ts';
import type { View } from '../../src/ports.ts';
import type { Command } from '../commands.ts';
import { refusals } from '../sentences.ts';

const LONGEST_TITLE = 120;
const MINUTES = 10;

export const foresla: Command = {
  say: ['föreslå', 'foresla', 'föreslå punkt'],
  does: 'Lägger en punkt på nästa dagordning',
  example: 'föreslå Hur gör vi när tolken uteblir?',
  writes: true,
  async run(turn, rest) {
    const { product, forum, actor } = turn;
    if (rest === '') return message(refusals.empty, { detail: 'Till exempel: föreslå Hur gör vi när tolken uteblir?' });
    if (rest.length > LONGEST_TITLE)
      return message(
        `Rubriken är för lång (${rest.length} tecken). Skriv högst ${LONGEST_TITLE}, och resten som bakgrund med knappen Föreslå punkt.`,
      );
    const where = await whereToPropose(product, forum.id);
    if (!where) return message('Det finns inget planerat möte att föreslå punkten till.');
    if (where.ask) return askWhen(where.ask.id, where.ask.start, where.next.id, where.next.start, rest);
    const what = { title: rest, background: ownText(''), minutes: MINUTES, kind: 'discussion' as const };
    const done = await proposeItem(product, actor, where.next.id, what, false, {
      to: turn.reply,
      say: (meeting, number) => thanks(meeting.id, meeting.start, proposedId(actor.cause), number),
    });
    return done.ok ? undefined : message(refusals[done.no]);
  },
};

export function thanks(meeting: string, start: string, item: string, number: number): View {
  return message(`Tack, punkten står på dagordningen för ${longDate(start)} som nummer ${number}.`, {
    buttons: [
      { title: 'Ändra', verb: 'propose', data: { meeting, item }, dialog: true, primary: false },
      { title: 'Lyft', verb: 'lift', data: { meeting, item, how: 'raise' }, dialog: true, primary: false },
      { title: 'Ta bort', verb: 'item_remove', data: { meeting, item }, dialog: false, primary: false },
    ],
  });
}

/** The agenda is published: people choose, and nothing is added until they have. */
function askWhen(now: string, nowStart: string, next: string, nextStart: string, title: string): View {
  return message(`Dagordningen för ${longDate(nowStart)} är publicerad. När ska punkten upp?`, {
    detail: title,
    buttons: [
      { title: 'Under övrigt nu', verb: 'item_late', data: { meeting: now, title }, dialog: false, primary: false },
      {
        title: `Nästa gång, ${longDate(nextStart)}`,
        verb: 'item_next_time',
        data: { meeting: next, title },
        dialog: false,
        primary: true,
      },
    ],
  });
}
