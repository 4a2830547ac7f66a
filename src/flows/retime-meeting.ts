/** A meeting has got another time: steps, card and calendar follow, and everybody concerned is told once. */
import { forumOf } from '../domain/agreement.ts';
import { type Meeting, plannedAs } from '../domain/meeting.ts';
import { stepsFor } from '../domain/steps.ts';
import { longDate, meetingTime } from '../domain/swedish.ts';
import type { Change } from '../ports.ts';
import type { FigureMap } from './agenda-view.ts';
import { tellExpired } from './announce-case.ts';
import { freshenAsks } from './ask-for-figures.ts';
import { message, postCard } from './cards.ts';
import { showAgenda, showDraftBefore } from './meeting-cards.ts';
import type { Product } from './product.ts';
import { tellCalendar } from './tell-calendar.ts';
import { warnMoved } from './warn-unanswered.ts';

/**
 * Saves a meeting whose last move is new. `was` is the meeting before it. Without `figures` the card is left to somebody
 * who shows it in a moment.
 */
export async function retimeMeeting(
  product: Product,
  change: Change,
  was: Meeting,
  meeting: Meeting,
  figures: FigureMap | undefined,
  cause: string,
): Promise<void> {
  const forum = forumOf(product.agreement, meeting.forum);
  await change.save(meeting);
  await change.retimeSteps(meeting.id, stepsFor(plannedAs(meeting), forum));
  if (figures && meeting.stage.name !== 'planned') await showAgenda(product, change, meeting, figures, cause);
  if (figures) await freshenAsks(product, change, meeting, figures);
  const moves = meeting.moves ?? [];
  const text = `Mötet ${longDate(was.start)} är flyttat till ${meetingTime(meeting.start, meeting.end)}.`;
  const detail = `Skäl: ${moves.at(-1)?.reason ?? ''}. Dagordning och sekreterare följer med.`;
  await postCard(change, { forum: forum.id }, `moved/${meeting.id}/${moves.length}`, message(text, { detail }));
  await tellExpired(change, was, meeting);
  await showDraftBefore(product, change, meeting, cause);
  await tellCalendar(product, change, meeting);
  await warnMoved(product, change, was, meeting);
}
