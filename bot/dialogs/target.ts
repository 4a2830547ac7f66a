import { forumOf } from '../../src/domain/agreement.ts';
import { type Indicator, isShare } from '../../src/domain/indicator.ts';
import { longDate } from '../../src/domain/swedish.ts';
import { isReported, maySetTarget, targetOn, validity } from '../../src/domain/targets.ts';
import { view } from '../../src/flows/cards.ts';
import { decideTarget } from '../../src/flows/set-target.ts';
import type { TargetDialogView } from '../../src/flows/views/targets.ts';
import type { Claims, Given } from '../actions.ts';
import { isDate } from '../date-input.ts';
import type { Dialog, Opened } from '../dialogs.ts';
import { refusals, setBy } from '../sentences.ts';
import type { Turn } from '../turn.ts';

const DAYS = ['validFrom', 'validTo', 'decidedAt'] as const;

const direction = (said: string | undefined) => (said === 'at-most' ? 'at-most' : 'at-least');

/** The indicator, when the one who asks may set its target; else the sentence that says who may. */
function found({ product, actor }: Turn, { indicator: id }: Claims): { indicator: Indicator } | { say: string } {
  const { agreement } = product;
  const indicator = agreement.indicators.find((one) => one.id === id && one.state === 'live');
  if (!indicator?.setBy) return { say: refusals['no-setter'] };
  if (maySetTarget(indicator, actor.person.forums)) return { indicator };
  return { say: setBy(indicator.name, forumOf(agreement, indicator.setBy.forum).called) };
}

async function now({ product }: Turn, indicator: Indicator): Promise<TargetDialogView['now']> {
  const set = await product.store.read((reader) => reader.targets());
  const held = targetOn(indicator, set, product.clock.now().toPlainDate());
  if (held?.target.value === undefined) return null;
  const { value, direction: which, validTo } = held.target;
  return { value, direction: direction(which), validTo: validTo ?? null, expired: held.expired };
}

async function shown(turn: Turn, indicator: Indicator, filled: Given, error: string): Promise<Opened> {
  const today = turn.product.clock.now().toPlainDate();
  const { from, to } = validity(indicator, today);
  const data: TargetDialogView = {
    meeting: filled['meeting'] ?? '',
    indicator: indicator.id,
    name: indicator.name,
    setter: indicator.setBy ? forumOf(turn.product.agreement, indicator.setBy.forum).called : '',
    measure: isShare(indicator) ? 'share' : 'count',
    now: await now(turn, indicator),
    value: filled['value'] ?? '',
    direction: direction(filled['direction']),
    validFrom: filled['validFrom'] ?? from,
    validTo: filled['validTo'] ?? to,
    decidedAt: filled['decidedAt'] ?? today.toString(),
    isReported: isReported(indicator),
    reportedAt: filled['reportedAt'] ?? '',
    error,
  };
  return { title: 'Sätt mål', view: view('dialog-target', data) };
}

/** `85`, `85,5` or `85 %` of a share; a whole number of a count. */
function amountOf(indicator: Indicator, said: string): number {
  const text = said.replace(/\s|%/g, '').replace(',', '.');
  if (!isShare(indicator)) return /^\d{1,6}$/.test(text) ? Number(text) : Number.NaN;
  return /^\d{1,3}(\.\d{1,2})?$/.test(text) ? Math.round(Number(text) * 100) / 10_000 : Number.NaN;
}

export const target: Dialog = {
  async open(turn, claims) {
    const one = found(turn, claims);
    return 'say' in one ? one : shown(turn, one.indicator, { meeting: claims['meeting'] ?? '' }, '');
  },

  async submit(turn, claims) {
    const one = found(turn, claims);
    if ('say' in one) return one;
    const { indicator } = one;
    const again = (error: string) => shown(turn, indicator, claims, error);
    if (DAYS.some((day) => !isDate(claims[day] ?? ''))) return again('Välj alla dagar.');
    const reported = claims['reportedAt'] ?? '';
    if (reported !== '' && !isDate(reported)) return again('Välj dagen målet redovisades, eller lämna fältet tomt.');
    const done = await decideTarget(turn.product, turn.actor, indicator, {
      value: amountOf(indicator, claims['value'] ?? ''),
      direction: direction(claims['direction']),
      validFrom: claims['validFrom']!,
      validTo: claims['validTo']!,
      decidedAt: claims['decidedAt']!,
      reportedAt: reported === '' ? undefined : reported,
    });
    if (!done.ok) return again(refusals[done.no]);
    return { say: `Målet för ${indicator.name} är sparat. Det gäller t.o.m. ${longDate(done.value.validTo)}.` };
  },

  async again(turn, claims, stop) {
    const one = found(turn, claims);
    return 'say' in one ? one : shown(turn, one.indicator, claims, stop.say('ett fält'));
  },
};
