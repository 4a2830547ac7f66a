/**
 * Tells the incident contact that personal data were stopped: one message a day, whose counts grow during the day. Neither
 * what it was nor who wrote it: the stop worked and nothing was kept, so there is nobody to be called to account (ours).
 */
import type { Forum } from '../domain/agreement.ts';
import type { FindingType } from '../domain/privacy-scan.ts';
import { type Stops, stopLines, withStops } from '../domain/stops.ts';
import { longDate } from '../domain/swedish.ts';
import { message, updateCard } from './cards.ts';
import { nudge } from './nudge.ts';
import type { Product } from './product.ts';

const SETTING = 'stops';

export async function tellIncidentContact(
  product: Product,
  forum: Forum,
  cause: string,
  kinds: readonly FindingType[],
): Promise<void> {
  const { agreement, store, clock } = product;
  const to = agreement.incidentContact;
  if (to === undefined) return;
  await store.change(async (change) => {
    await change.lock(SETTING);
    if (!(await change.once(`${SETTING}/${cause}`))) return;
    const kept = await change.setting(SETTING);
    const before = kept === undefined ? undefined : (JSON.parse(kept) as Stops);
    const day = clock.now().toPlainDate().toString();
    const stops = withStops(before, day, forum.id, kinds);
    await change.keepSetting(SETTING, JSON.stringify(stops));
    const lines = stopLines(stops, (id) => agreement.forums.find((one) => one.id === id)?.called ?? id);
    const shown = message(`Jag har stoppat uppgifter om enskilda ${longDate(day)}. Inget av det är sparat.`, {
      detail: `${lines.join('\n')}\nMeddelandet uppdateras under dagen. Det som skrevs i chatten kan ligga kvar i Teams tills den som skrev tar bort det.`,
    });
    if (before?.day === day) await updateCard(change, `${SETTING}/${day}`, cause, shown);
    else await nudge(product, change, { forum: '', person: to }, `${SETTING}/${day}`, shown);
  });
}
