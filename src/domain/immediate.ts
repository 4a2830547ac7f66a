/**
 * Omedelbar justering (ours, domain rule 12): one item is approved at once, during the meeting or while its minutes are a draft,
 * because somebody has to act on it. What is written under it then stands; it can be changed when the minutes have been filed
 * and are opened again with a reason, as all of them.
 */
import type { Adjusted, Item, Meeting } from './meeting.ts';
import { editionOf } from './reopen.ts';
import { no, type Result, yes } from './result.ts';

export type AdjustNo = 'not-begun' | 'already-approved' | 'no-such-item' | 'nothing-written' | 'already-adjusted' | 'stale';

/** How the item was approved, in the edition that is being written or lies filed; undefined when it was not by itself. */
export const adjustedNow = (meeting: Meeting, item: string): Adjusted | undefined =>
  (meeting.adjusted ?? []).find((one) => one.item === item && one.edition === editionOf(meeting));

const isWritten = ({ notes, outcomes, actions }: Meeting, id: string): boolean =>
  [...notes, ...outcomes, ...actions].some(({ item }) => item === id);

/** The items that can be approved by themselves now: something is written there and they have not been. */
export function adjustable(meeting: Meeting): Item[] {
  const { name } = meeting.stage;
  if (name !== 'in-progress' && name !== 'draft') return [];
  return meeting.items.filter(({ id }) => isWritten(meeting, id) && !adjustedNow(meeting, id));
}

/** Approves exactly the text of the item with `hash`; another text is stale and changes nothing. */
export function adjust(
  meeting: Meeting,
  item: string,
  shown: { hash: string },
  present: { hash: string },
  by: string,
  at: string,
): Result<Meeting, AdjustNo> {
  const { stage } = meeting;
  if (stage.name === 'approved' || stage.name === 'filed') return no('already-approved');
  if (stage.name !== 'in-progress' && stage.name !== 'draft') return no('not-begun');
  if (!meeting.items.some(({ id }) => id === item)) return no('no-such-item');
  if (adjustedNow(meeting, item)) return no('already-adjusted');
  if (!isWritten(meeting, item)) return no('nothing-written');
  if (shown.hash !== present.hash) return no('stale');
  const adjusted: Adjusted = { item, by, at, hash: present.hash, edition: editionOf(meeting) };
  // The draft says it under the item, so it is a new version of the text.
  const version = stage.name === 'draft' ? meeting.version + 1 : meeting.version;
  return yes({ ...meeting, version, adjusted: [...(meeting.adjusted ?? []), adjusted] });
}
