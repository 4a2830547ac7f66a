/**
 * Lägesbild: a short report from each organisation, as an item of its own (N 1.8). Who is asked and when is ours: five working
 * days before, the convener where they sit in the organisation, else its first member in the definition's order. Any member
 * of its units may write, so that nobody's absence keeps it away; it stands in agenda and minutes exactly as it was given.
 */
import { type Agreement, convenerOf, type Forum, membersOf, type Person, type Reporter } from './agreement.ts';
import { type Meeting, reachedStage } from './meeting.ts';
import type { SafeText } from './privacy.ts';
import { no, type Result, yes } from './result.ts';

export const LONGEST_SITUATION = 1500;

export type SituationNo = 'no-situations' | 'closed' | 'empty' | 'too-long-situation';

/** The organisations that report to the forum; none where it has no such item. */
export const reporters = (forum: Forum): readonly Reporter[] => forum.standingItems.flatMap((item) => item.situations);

export const reporterOf = (forum: Forum, unit: string): Reporter | undefined =>
  reporters(forum).find(({ units }) => units.includes(unit));

/** Who is asked to write for an organisation; undefined where it has no member in the forum. */
export function askedFor(agreement: Agreement, forum: Forum, { units }: Reporter): Person | undefined {
  const convener = convenerOf(agreement, forum.id);
  if (convener && units.includes(convener.unit)) return convener;
  const members = membersOf(agreement, forum.id);
  return units.flatMap((unit) => members.filter((person) => person.unit === unit))[0];
}

/** Writes, or writes over, an organisation's lägesbild, until the meeting is closed. */
export function writeSituation(
  meeting: Meeting,
  forum: Forum,
  by: { person: string; unit: string },
  text: SafeText,
  at: string,
): Result<Meeting, SituationNo> {
  const from = reporterOf(forum, by.unit);
  if (!from) return no('no-situations');
  if (reachedStage(meeting, 'draft')) return no('closed');
  if (text.trim() === '') return no('empty');
  if (text.length > LONGEST_SITUATION) return no('too-long-situation');
  const others = (meeting.situations ?? []).filter((one) => one.from !== from.id);
  return yes({ ...meeting, situations: [...others, { from: from.id, text, by: by.person, at }] });
}

/** What stands under the item, in the definition's order; '' where nothing has been given. */
export function situationsUnder(meeting: Meeting, forum: Forum, item: string): { from: string; text: string }[] {
  const standing = forum.standingItems.find(({ id }) => id === item);
  return (standing?.situations ?? []).map(({ id, name }) => ({
    from: name,
    text: meeting.situations?.find((one) => one.from === id)?.text ?? '',
  }));
}
