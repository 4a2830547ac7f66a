import { periodName } from '../../src/domain/swedish.ts';
import { view } from '../../src/flows/cards.ts';
import { type Reportable, reportableBy, reportFigure } from '../../src/flows/report-figure.ts';
import type { ReportDialogView } from '../../src/flows/views/figure-forms.ts';
import type { Given } from '../actions.ts';
import type { Dialog, Opened } from '../dialogs.ts';
import { AMOUNTS, type Amount, amountsIn } from '../report-form.ts';
import { refusals } from '../sentences.ts';
import type { Turn } from '../turn.ts';

const typed = (claims: Given): Record<Amount, string> =>
  Object.fromEntries(AMOUNTS.map((field) => [field, claims[field] ?? ''])) as Record<Amount, string>;

function shown({ indicator, periods }: Reportable, unit: string, filled: Given, error: string): Opened {
  const period = periods.includes(filled['period'] ?? '') ? filled['period']! : periods[0]!;
  const data: ReportDialogView = {
    meeting: filled['meeting'] ?? '',
    indicator: indicator.id,
    name: indicator.name,
    unit,
    periods,
    period,
    ...typed(filled),
    error,
  };
  return { title: 'Lämna siffror', view: view('dialog-report', data) };
}

const unitOf = ({ product, actor }: Turn) =>
  product.agreement.units.find((unit) => unit.id === actor.person.unit)?.name ?? actor.person.unit;

export const report: Dialog = {
  async open(turn, { indicator: id = '', meeting = '' }) {
    const found = reportableBy(turn.product, turn.actor.person).find((one) => one.indicator.id === id);
    return found ? shown(found, unitOf(turn), { meeting }, '') : { say: refusals['not-your-figure'] };
  },

  async submit(turn, claims) {
    const found = reportableBy(turn.product, turn.actor.person).find((one) => one.indicator.id === claims['indicator']);
    if (!found) return { say: refusals['not-your-figure'] };
    const amounts = amountsIn(typed(claims));
    if ('error' in amounts) return shown(found, unitOf(turn), claims, amounts.error);
    const period = claims['period'] ?? '';
    const done = await reportFigure(turn.product, turn.actor, { indicator: found.indicator.id, period, ...amounts });
    if (!done.ok) return { say: refusals[done.no] };
    return { saved: `Tack. ${done.value.name} för ${periodName(period)} är lämnad för ${done.value.unit}.` };
  },

  async again(turn, claims, stop) {
    const found = reportableBy(turn.product, turn.actor.person).find((one) => one.indicator.id === claims['indicator']);
    return found ? shown(found, unitOf(turn), claims, stop.say('ett fält')) : { say: refusals['not-your-figure'] };
  },
};
