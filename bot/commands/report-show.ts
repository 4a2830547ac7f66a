import type { ReportSpan } from '../../src/domain/agreement.ts';
import { message, view } from '../../src/flows/cards.ts';
import { showReport } from '../../src/flows/report.ts';
import type { Command } from '../commands.ts';
import { refusals } from '../sentences.ts';

const showing =
  (of: ReportSpan): Command['run'] =>
  async ({ product, actor, forum, personal }, rest) => {
    const [year] = of === 'year' ? (/^\d{4}$/.exec(rest) ?? []) : [];
    const shown = await showReport(product, actor, { forum: forum.id, personal, of, ...(year ? { period: year } : {}) });
    return shown.ok ? view('report', shown.value) : message(refusals[shown.no]);
  };

export const rapport: Command = {
  say: ['rapport', 'rapporten', 'visa rapporten', 'rapport till styrgruppen'],
  does: 'Visar halvårets rapport till styrgruppen, och vad som har rättats sedan den frystes',
  example: 'rapport',
  writes: false,
  byOffice: 'see-figures',
  run: showing('half-year'),
};

export const arligUppfoljning: Command = {
  say: ['rapport år', 'årlig uppföljning', 'årliga uppföljningen', 'årsrapport'],
  does: 'Visar årets uppföljning av överenskommelsen, och vad som har ändrats sedan den frystes',
  example: 'rapport år 2027',
  writes: false,
  byOffice: 'see-figures',
  run: showing('year'),
};
