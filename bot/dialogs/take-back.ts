import { forumOf } from '../../src/domain/agreement.ts';
import { type Indicator, isShare } from '../../src/domain/indicator.ts';
import { maySetTarget } from '../../src/domain/targets.ts';
import { view } from '../../src/flows/cards.ts';
import { takeableNow, takeBackTarget } from '../../src/flows/set-target.ts';
import type { TakeBackDialogView } from '../../src/flows/views/targets.ts';
import type { Claims } from '../actions.ts';
import type { Dialog, Opened } from '../dialogs.ts';
import { refusals, setBy } from '../sentences.ts';
import type { Turn } from '../turn.ts';

/** The indicator, when the one who asks may take its targets back; else the sentence that says who may. */
function found({ product, actor }: Turn, { indicator: id }: Claims): { indicator: Indicator } | { say: string } {
  const indicator = product.agreement.indicators.find((one) => one.id === id && one.state === 'live');
  if (!indicator?.setBy) return { say: refusals['no-setter'] };
  if (maySetTarget(indicator, actor.person.forums)) return { indicator };
  return { say: setBy(indicator.name, forumOf(product.agreement, indicator.setBy.forum).called) };
}

async function shown({ product }: Turn, indicator: Indicator, meeting: string, error: string): Promise<Opened> {
  const targets = await product.store.read((reader) => takeableNow(product, reader, indicator));
  if (targets.length === 0) return { say: refusals['target-gone'] };
  const data: TakeBackDialogView = {
    meeting,
    indicator: indicator.id,
    name: indicator.name,
    measure: isShare(indicator) ? 'share' : 'count',
    targets: targets.map(({ id, value, direction, validFrom, validTo }) => ({ id, value, direction, validFrom, validTo })),
    error,
  };
  return { title: 'Ta tillbaka mål', view: view('dialog-take-back', data) };
}

export const takeBack: Dialog = {
  async open(turn, claims) {
    const one = found(turn, claims);
    return 'say' in one ? one : shown(turn, one.indicator, claims['meeting'] ?? '', '');
  },

  async submit(turn, claims) {
    const one = found(turn, claims);
    if ('say' in one) return one;
    const { indicator } = one;
    const chosen = claims['target'] ?? '';
    if (chosen === '') return shown(turn, indicator, claims['meeting'] ?? '', 'Välj vilket mål som ska tas tillbaka.');
    const done = await takeBackTarget(turn.product, turn.actor, indicator, chosen);
    if (!done.ok) return { say: refusals[done.no] };
    return { say: `Målet för ${indicator.name} är återtaget och gäller inte från och med i dag. Det står kvar i historiken.` };
  },
};
