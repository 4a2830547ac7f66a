import { message } from '../../src/flows/cards.ts';
import { nextMeeting } from '../../src/flows/meetings.ts';
import { reportableBy } from '../../src/flows/report-figure.ts';
import type { Command } from '../commands.ts';
import { refusals } from '../sentences.ts';

/** The form itself opens as a dialog, for the one who presses only. */
export const lamnaSiffror: Command = {
  say: ['lämna siffror', 'lamna siffror', 'rapportera'],
  does: 'Öppnar formuläret för de siffror din enhet lämnar',
  example: 'lämna siffror',
  writes: false,
  async run({ product, forum, actor }) {
    const own = reportableBy(product, actor.person);
    if (own.length === 0) return message(refusals['not-your-figure']);
    const next = await product.store.read((reader) => nextMeeting(reader, forum.id));
    return message('Vilka siffror vill du lämna?', {
      detail: 'Skriv bara antal, aldrig namn eller orsaker.',
      buttons: own.map(({ indicator }, index) => ({
        title: indicator.name,
        verb: 'report',
        data: { indicator: indicator.id, meeting: next?.id ?? '' },
        dialog: true,
        primary: index === 0,
      })),
    });
  },
};
