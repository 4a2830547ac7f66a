import { periodName } from '../../src/domain/swedish.ts';
import { view } from '../../src/flows/cards.ts';
import { type Reportable, reportableBy, reportFigure } from '../../src/flows/report-figure.ts';
import type { ReportDialogView } from '../../src/flows/views.ts';
import type { Given } from '../actions.ts';
import type { Dialog, Opened } from '../dialogs.ts';
import { refusals } from '../sentences.ts';
import type { Turn } from '../turn.ts';

const FIELDS = ['women', 'men', 'absent', 'causeKnown'] as const;
type Field = (typeof FIELDS)[number];

function shown({ indicator, periods }: Reportable, unit: string, filled: Given, error: string): Opened {
  const values = Object.fromEntries(FIELDS.map((field) => [field, filled[field] ?? ''])) as Record<Field, string>;
  const period = periods.includes(filled['period'] ?? '') ? filled['period']! : periods[0]!;
  const data: ReportDialogView = {
    meeting: filled['meeting'] ?? '',
    indicator: indicator.id,
    name: indicator.name,
    unit,
    periods,
    period,
    ...values,
    error,
  };
  return { title: 'Lämna siffror', view: view('dialog-report', data) };
}

const unitOf = ({ product, actor }: Turn) =>
  product.agreement.units.find((unit) => unit.id === actor.person.unit)?.name ?? actor.person.unit;

/** A whole number as people type it; undefined when the field is empty, NaN when it is none. */
function whole(said: string | undefined): number | undefined {
  const text = (said ?? '').replace(/\s/g, '');
  if (text === '') return undefined;
  return /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
}

export const report: Dialog = {
  async open(turn, { indicator: id = '', meeting = '' }) {
    const found = reportableBy(turn.product, turn.actor.person).find((one) => one.indicator.id === id);
    return found ? shown(found, unitOf(turn), { meeting }, '') : { say: refusals['not-your-figure'] };
  },

  async submit(turn, claims) {
    const found = reportableBy(turn.product, turn.actor.person).find((one) => one.indicator.id === claims['indicator']);
    if (!found) return { say: refusals['not-your-figure'] };
    const again = (error: string) => shown(found, unitOf(turn), claims, error);
    const [women, men, absent, causeKnown] = FIELDS.map((field) => whole(claims[field]));
    if (women === undefined || men === undefined)
      return again('Skriv hur många kvinnor och hur många män som deltog. Skriv 0 om ingen gjorde det.');
    if ([women, men, absent, causeKnown].some((value) => Number.isNaN(value)))
      return again('Skriv antalen med siffror, till exempel 12.');
    if (causeKnown !== undefined && causeKnown > (absent ?? 0))
      return again('De med känd orsak kan inte vara fler än de som uteblev. Rätta det ena eller det andra.');
    const period = claims['period'] ?? '';
    const done = await reportFigure(turn.product, turn.actor, {
      indicator: found.indicator.id,
      period,
      women,
      men,
      absent,
      causeKnown,
    });
    if (!done.ok) return { say: refusals[done.no] };
    return { saved: `Tack. ${done.value.name} för ${periodName(period)} är lämnad för ${done.value.unit}.` };
  },

  async again(turn, claims, stop) {
    const found = reportableBy(turn.product, turn.actor.person).find((one) => one.indicator.id === claims['indicator']);
    return found ? shown(found, unitOf(turn), claims, stop.say('ett fält')) : { say: refusals['not-your-figure'] };
  },
};
