import { unitName } from '../../src/domain/agreement.ts';
import type { Indicator } from '../../src/domain/indicator.ts';
import { NOTE_FIELDS } from '../../src/domain/indicator-notes.ts';
import { type SafeText, screen } from '../../src/domain/privacy.ts';
import { periodName } from '../../src/domain/swedish.ts';
import { view } from '../../src/flows/cards.ts';
import type { WhyDialogView } from '../../src/flows/views.ts';
import { notableBy, notablePeriods, ownNotes, writeNote } from '../../src/flows/write-note.ts';
import type { Claims } from '../actions.ts';
import type { Dialog, Opened } from '../dialogs.ts';
import { refusals, stopped } from '../sentences.ts';
import type { Turn } from '../turn.ts';

const NAMES = { factors: 'påverkansfaktorerna', analysis: 'analysen', direction: 'inriktningen' } as const;

const found = ({ product, actor }: Turn, id: string | undefined): Indicator | undefined =>
  notableBy(product, actor.person).find((one) => one.id === id);

async function shown({ product, actor }: Turn, indicator: Indicator, filled: Claims, error: string): Promise<Opened> {
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
    const today = turn.product.clock.now().toPlainDate();
    const safe: Partial<Record<(typeof NOTE_FIELDS)[number], SafeText>> = {};
    for (const field of NOTE_FIELDS) {
      const passed = screen((claims[field] ?? '').trim(), today);
      // What was stopped is not sent back either.
      if (!passed.ok) return shown(turn, indicator, { ...claims, [field]: '' }, stopped(passed.findings, NAMES[field]).text);
      safe[field] = passed.text;
    }
    const { factors, analysis, direction } = safe as Record<(typeof NOTE_FIELDS)[number], SafeText>;
    const period = claims['period'] ?? '';
    const done = await writeNote(turn.product, turn.actor, { indicator: indicator.id, period, factors, analysis, direction });
    if (!done.ok) return shown(turn, indicator, claims, refusals[done.no]);
    return { say: `Sparat för ${done.value}: ${indicator.name}, ${periodName(period)}.` };
  },
};
