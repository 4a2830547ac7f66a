/** Puts figures that have changed on the cards that show them, once, whoever saw the change first. */
import type { Forum } from '../domain/agreement.ts';
import { STOCKHOLM } from '../domain/calendar.ts';
import type { Meeting } from '../domain/meeting.ts';
import type { Change, Reader } from '../ports.ts';
import type { FigureMap } from './agenda-view.ts';
import { freshenAsks } from './ask-for-figures.ts';
import { markOf, shownOn } from './figures-shown.ts';
import { showAgenda, showMinutes } from './meeting-cards.ts';
import type { Product } from './product.ts';
import { proposeBeyond } from './propose-beyond.ts';

const LIVE: readonly Meeting['stage']['name'][] = ['open', 'published', 'in-progress'];

/** Days back in which a meeting may still be open. */
const BACK = 90;

/** Days ahead in which an agenda may be open, or somebody have been asked for its figures. */
const AHEAD = 60;

/** Every open agenda, and the secretary's card while the meeting is on. Closed meetings keep their frozen figures. */
export async function showNewFigures(product: Product): Promise<void> {
  const today = product.clock.now().withTimeZone(STOCKHOLM).toPlainDate();
  const range = { from: today.subtract({ days: BACK }).toString(), to: today.add({ days: AHEAD }).toString() };
  for (const forum of product.agreement.forums) {
    if (forum.standingItems.every((item) => item.indicators.length === 0)) continue;
    const figures = await product.figures.look(forum);
    await product.store.change(async (change) => {
      await change.lock(forum.id);
      await proposeBeyond(product, change, forum, figures);
      for (const meeting of await change.meetings(forum.id, range)) {
        await showWhenNew(product, change, meeting, figures);
        await freshenAsks(product, change, meeting, figures);
      }
    });
  }
}

/** The same for one card; nothing is locked or written while it shows the figures there are. */
export async function freshenAgenda(product: Product, forum: Forum, id: string): Promise<void> {
  const figures = await product.figures.look(forum, 'lately');
  const isNew = await product.store.read(async (reader) => {
    const meeting = await reader.meeting(id);
    return meeting?.forum === forum.id && (await isOther(reader, meeting, figures));
  });
  if (!isNew) return;
  await product.store.change(async (change) => {
    await change.lock(forum.id);
    const meeting = await change.meeting(id);
    if (meeting) await showWhenNew(product, change, meeting, figures);
  });
}

const isOther = async (read: Reader, meeting: Meeting, figures: FigureMap): Promise<boolean> =>
  LIVE.includes(meeting.stage.name) && (await shownOn(read, meeting.id)).mark !== markOf(meeting, figures);

async function showWhenNew(product: Product, change: Change, meeting: Meeting, figures: FigureMap): Promise<void> {
  if (!(await isOther(change, meeting, figures))) return;
  const cause = `figures/${(await shownOn(change, meeting.id)).times + 1}`;
  await showAgenda(product, change, meeting, figures, cause);
  if (meeting.stage.name === 'in-progress') await showMinutes(product, change, meeting, figures, cause);
}
