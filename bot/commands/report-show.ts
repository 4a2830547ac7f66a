import { message, view } from '../../src/flows/cards.ts';
import { showReport } from '../../src/flows/report.ts';
import type { Command } from '../commands.ts';
import { refusals } from '../sentences.ts';

export const rapport: Command = {
  say: ['rapport', 'rapporten', 'visa rapporten', 'rapport till styrgruppen'],
  does: 'Visar halvårets rapport till styrgruppen, och vad som har rättats sedan den frystes',
  example: 'rapport',
  writes: false,
  byOffice: 'see-figures',
  async run({ product, actor, forum, personal }) {
    const shown = await showReport(product, actor, { forum: forum.id, personal });
    return shown.ok ? view('report', shown.value) : message(refusals[shown.no]);
  },
};
