/** The body that sets a target is asked for a new one by its convener's own card, once for each time there is to be one. */
import { type Forum, forumOf } from '../domain/agreement.ts';
import type { Indicator } from '../domain/indicator.ts';
import type { Meeting } from '../domain/meeting.ts';
import { askSteps } from '../domain/steps.ts';
import { longDate } from '../domain/swedish.ts';
import { type TargetAsk, targetAsks } from '../domain/target-asks.ts';
import { targetOn } from '../domain/targets.ts';
import type { Change } from '../ports.ts';
import { convenerId } from './agenda-view.ts';
import { message, postCard } from './cards.ts';
import { nearest } from './nearest.ts';
import { nudge } from './nudge.ts';
import type { Product } from './product.ts';

const askedName = ({ indicator, about }: TargetAsk): string => `asked-target/${indicator}/${about}`;

interface Ask extends TargetAsk {
  of: Indicator;
}

/** What a forum has not been asked for yet, due or to come. */
async function notAsked(product: Product, change: Change, forum: Forum): Promise<Ask[]> {
  const own = product.agreement.indicators.filter(({ setBy }) => setBy?.forum === forum.id);
  if (own.length === 0) return [];
  const today = product.clock.now().toPlainDate();
  const set = await change.targets();
  const asks = own.flatMap((of) => targetAsks(of, set, today).map((ask) => ({ ...ask, of })));
  const asked = await Promise.all(asks.map((ask) => change.setting(askedName(ask))));
  return asks.filter((_, n) => asked[n] === undefined);
}

/** Stores the mornings on which the forum is to be asked, until the last of its nearest meetings. */
export async function planAsks(product: Product, change: Change, forum: Forum): Promise<void> {
  const asks = await notAsked(product, change, forum);
  if (asks.length === 0) return;
  const now = product.clock.now();
  const ahead = nearest(await change.meetings(forum.id), now);
  const [next, last] = [ahead[0], ahead.at(-1)];
  if (!next || !last) return;
  const days = asks.map(({ day }) => day).filter((day) => day.toString() <= last.slot);
  await change.planSteps(next.id, forum.id, askSteps(days, now.toPlainDate()));
}

const because = (indicator: Indicator, ask: TargetAsk, until: string | undefined): string => {
  const name = `${indicator.name}: `;
  return until === undefined ? `${name}mål för ${ask.about}` : `${name}målet gällde t.o.m. ${longDate(until)}`;
};

/** Asks for everything that is due; silent when it has been set, or asked for, meanwhile. */
export async function askForTargets(product: Product, change: Change, meeting: Meeting): Promise<void> {
  const forum = forumOf(product.agreement, meeting.forum);
  const today = product.clock.now().toPlainDate();
  const due = (await notAsked(product, change, forum)).filter(({ day }) => Temporal.PlainDate.compare(day, today) <= 0);
  if (due.length === 0) return;
  for (const ask of due) await change.keepSetting(askedName(ask), today.toString());
  const set = await change.targets();
  const lines = due.map((ask) => {
    const found = targetOn(ask.of, set, today);
    return because(ask.of, ask, found?.expired ? found.target.validTo : undefined);
  });
  const convener = convenerId(product, forum.id);
  const indicators = [...new Set(due.map(({ of }) => of))];
  const key = `ask-targets/${forum.id}/${today}`;
  const shown = message(indicators.length === 1 ? 'Ett nytt mål behöver sättas.' : 'Nya mål behöver sättas.', {
    detail: `${lines.join('\n')}\nMålen sätts av ${forum.called}. Vem som helst i forumet kan skriva in dem när de är beslutade.`,
    buttons: indicators.slice(0, BUTTONS).map(({ id, name }, n) => ({
      title: indicators.length === 1 ? 'Sätt mål' : `Sätt mål: ${name}`,
      verb: 'target',
      data: { indicator: id, meeting: meeting.id },
      dialog: true,
      primary: n === 0,
    })),
  });
  if (convener) await nudge(product, change, { forum: forum.id, person: convener }, key, shown);
  else await postCard(change, { forum: forum.id }, key, shown);
}

/** A card has room for so many; the others are set by saying "sätt mål". */
const BUTTONS = 6;
