import { unitName } from '../../src/domain/agreement.ts';
import type { Indicator } from '../../src/domain/indicator.ts';
import { NOTE_FIELDS } from '../../src/domain/indicator-notes.ts';
import { trimmed } from '../../src/domain/privacy.ts';
import { periodName } from '../../src/domain/swedish.ts';
import { view } from '../../src/flows/cards.ts';
import type { WhyDialogView } from '../../src/flows/views/figure-forms.ts';
import { notableBy, notablePeriods, ownNotes, writeNote } from '../../src/flows/write-note.ts';
import type { Given } from '../actions.ts';
import type { Dialog, Opened } from '../dialogs.ts';
import { refusals } from '../sentences.ts';
import type { Turn } from '../turn.ts';

const CALLED: Record<string, string> = { factors: 'påverkansfaktorerna', analysis: 'analysen', direction: 'inriktningen' };

const found = ({ product, actor }: Turn, id: string | undefined): Indicator | undefined =>
  notableBy(product, actor.person).find((one) => one.id === id);

async function shown({ product, actor }: Turn, indicator: Indicator, filled: Given, error: string): Promise<Opened> {
  const periods = await notablePeriods(product, indicator);
  const period = periods.includes(filled['period'] ?? '') ? filled['period']! : periods[0]!;
  const before = (await ownNotes(product, actor.person, indicator)).get(period);
  const [factors, analysis, direction] = NOTE_FIELDS.map((field) => filled[field] ?? before?.[field] ?? '');
  const data: WhyDialogView = {
    meeting: filled['meeting'] ?? '',
    indicator: indicator.id,
    name: indicator.name,
    unit: unitName(product.agreement, actor.person.unit),
    periods,
    period,
    factors: factors!,
    analysis: analysis!,
    direction: direction!,
    error,
  };
  return { title: 'Varför?', view: view('dialog-why', data) };
}

export const why: Dialog = {
  async open(turn, claims) {
    const indicator = found(turn, claims['indicator']);
    if (!indicator) return { say: refusals['not-followed'] };
    return shown(turn, indicator, { meeting: claims['meeting'] ?? '' }, '');
  },

  async submit(turn, claims) {
    const indicator = found(turn, claims['indicator']);
    if (!indicator) return { say: refusals['not-followed'] };
    const [factors, analysis, direction] = [
      trimmed(claims['factors']),
      trimmed(claims['analysis']),
      trimmed(claims['direction']),
    ];
    const period = claims['period'] ?? '';
    const done = await writeNote(turn.product, turn.actor, { indicator: indicator.id, period, factors, analysis, direction });
    if (!done.ok) return shown(turn, indicator, claims, refusals[done.no]);
    return { saved: `Sparat för ${done.value}: ${indicator.name}, ${periodName(period)}.` };
  },

  async again(turn, claims, stop) {
    const indicator = found(turn, claims['indicator']);
    if (!indicator) return { say: refusals['not-followed'] };
    return shown(turn, indicator, claims, stop.say(CALLED[stop.fields[0] ?? ''] ?? 'ett fält'));
  },
};
