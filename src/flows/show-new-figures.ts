/** Puts figures that have changed on the cards that show them, once, whoever saw the change first. */
import { STOCKHOLM } from '../domain/calendar.ts';
import type { Meeting } from '../domain/meeting.ts';
import { markOf, shownOn } from './figures-shown.ts';
import { showAgenda, showMinutes } from './meeting-cards.ts';
import type { Product } from './product.ts';

const LIVE: readonly Meeting['stage']['name'][] = ['open', 'published', 'in-progress'];

/** Days back in which a meeting may still be open. */
const BACK = 90;

/** Every open agenda, and the secretary's card while the meeting is on. Closed meetings keep their frozen figures. */
export async function showNewFigures(product: Product): Promise<void> {
  const from = product.clock.now().withTimeZone(STOCKHOLM).toPlainDate().subtract({ days: BACK }).toString();
  for (const forum of product.agreement.forums) {
    if (forum.standingItems.every((item) => item.indicators.length === 0)) continue;
    const figures = await product.figures.look(forum);
    await product.store.change(async (change) => {
      await change.lock(forum.id);
      for (const meeting of await change.meetings(forum.id, { from })) {
        if (!LIVE.includes(meeting.stage.name)) continue;
        const shown = await shownOn(change, meeting.id);
        if (shown.mark === markOf(meeting, figures)) continue;
        const cause = `figures/${shown.times + 1}`;
        await showAgenda(product, change, meeting, figures, cause);
        if (meeting.stage.name === 'in-progress') await showMinutes(product, change, meeting, figures, cause);
      }
    });
  }
}
