/** Puts an item on the next agenda that is not out yet for a figure beyond its line, and tells the convener, who may take it off. */
import type { Forum } from '../domain/agreement.ts';
import { longDate } from '../domain/swedish.ts';
import { beyondItem, crossing, hasBeyond } from '../domain/thresholds.ts';
import type { Change } from '../ports.ts';
import { convenerId, type FigureMap } from './agenda-view.ts';
import { message } from './cards.ts';
import { showAgenda } from './meeting-cards.ts';
import { nextUnpublished } from './meetings.ts';
import { nudge } from './nudge.ts';
import type { Product } from './product.ts';

/**
 * Once for each forum, indicator and period, however often the figure is read, corrected or crosses back. An agenda has one
 * item for an indicator at most: a newer period beyond the line stands with the figure itself. The forum is locked by the caller.
 */
export async function proposeBeyond(product: Product, change: Change, forum: Forum, figures: FigureMap): Promise<void> {
  for (const [id, figure] of figures) {
    const indicator = product.agreement.indicators.find((one) => one.id === id);
    const crossed = indicator && crossing(indicator, figure);
    if (!crossed || figure.period === '') continue;
    const meeting = await nextUnpublished(change, forum.id);
    if (!meeting) return;
    const cause = `beyond/${forum.id}/${id}/${figure.period}`;
    if (!(await change.once(cause)) || hasBeyond(meeting, id)) continue;
    const item = beyondItem(indicator, figure.period, figure, crossed, product.clock.now().toPlainDate());
    const proposed = { ...meeting, items: [...meeting.items, item] };
    await change.save(proposed);
    product.log.info({ meeting: meeting.id, indicator: id, period: figure.period }, 'a figure beyond its line proposed an item');
    if (proposed.stage.name !== 'planned') await showAgenda(product, change, proposed, figures, cause);
    const convener = convenerId(product, forum.id);
    if (!convener) continue;
    await nudge(
      product,
      change,
      { forum: forum.id, person: convener },
      cause,
      message(`Jag har föreslagit en punkt till ${forum.called} ${longDate(meeting.start)}: ${item.title}.`, {
        detail: `${item.background}\nDu som sammankallande kan ta bort den tills dagordningen publiceras.`,
        buttons: [
          {
            title: 'Ta bort punkten',
            verb: 'item_remove',
            data: { meeting: meeting.id, item: item.id },
            dialog: false,
            primary: false,
          },
        ],
      }),
    );
  }
}
