/** Editing and approving a draft. An approval binds to exactly the text that was shown and read; anything else changes nothing. */
import { forumOf } from '../domain/agreement.ts';
import { takeIn } from '../domain/comments.ts';
import { wallClock } from '../domain/meeting.ts';
import { approve, type Edit, edit } from '../domain/minutes.ts';
import type { SafeText } from '../domain/privacy.ts';
import { draftDue, editionOf, reopen } from '../domain/reopen.ts';
import { no, type Result, yes } from '../domain/result.ts';
import { mayIn } from '../domain/rights.ts';
import { againSteps } from '../domain/steps.ts';
import { type Changed, changeMeeting } from './change-meeting.ts';
import { textHash } from './document-text.ts';
import { fileDocument } from './file-document.ts';
import { layDraft } from './lay-draft.ts';
import { commentsLeft, presentText, showAgenda, showMinutes } from './meeting-cards.ts';
import type { Actor, Product, Refusal } from './product.ts';
import { hasRead, isLong, pagesRead } from './read-minutes.ts';
import { againOf, takeBackReminders } from './reminders.ts';
import { isCases } from './take-notes.ts';
import { commentsSeen } from './tell-of-comments.ts';

export function editMinutes(
  product: Product,
  who: Actor,
  meetingId: string,
  version: number,
  edits: readonly Edit[],
  /** Comments that go into the text. */
  taking: readonly string[] = [],
): Promise<Result<Changed, Refusal>> {
  return changeMeeting(product, who, meetingId, async (change, meeting, figures) => {
    if (!mayIn(product.agreement, who.person, 'keep-minutes', meeting)) return no('not-secretary');
    const written = edits.find(
      ({ field, text }) => field.startsWith('notes:') && text.trim() !== '' && isCases(product, meeting, field.slice(6)),
    );
    if (written) return no('counts-only');
    const typed = edit(meeting, version, edits);
    if (!typed.ok) return no(typed.no);
    const edited = takeIn(typed.value, taking);
    if (!edited.ok) return no(edited.no);
    await commentsSeen(product, change, meeting);
    await layDraft(change, edited.value);
    await showMinutes(product, change, edited.value, figures, who.cause);
    return edited;
  });
}

/** Opens filed minutes again, as their secretary or the convener; what is filed stays. */
export function reopenMinutes(
  product: Product,
  who: Actor,
  meetingId: string,
  reason: SafeText,
): Promise<Result<Changed, Refusal>> {
  return changeMeeting(product, who, meetingId, async (change, meeting, figures) => {
    if (!mayIn(product.agreement, who.person, 'keep-minutes', meeting)) return no('not-secretary');
    const opened = reopen(meeting, who.person.id, wallClock(product.clock.now()), reason);
    if (!opened.ok) return no(opened.no);
    const forum = forumOf(product.agreement, meeting.forum);
    await change.planSteps(meetingId, meeting.forum, againSteps(draftDue(opened.value, forum), forum, editionOf(opened.value)));
    await layDraft(change, opened.value);
    await showMinutes(product, change, opened.value, figures, who.cause);
    await showAgenda(product, change, opened.value, figures, who.cause);
    return opened;
  });
}

export function approveMinutes(
  product: Product,
  who: Actor,
  meetingId: string,
  shown: { version: number; hash: string; comments: number },
): Promise<Result<Changed, Refusal>> {
  return changeMeeting(product, who, meetingId, async (change, meeting, figures) => {
    if (!mayIn(product.agreement, who.person, 'keep-minutes', meeting)) return no('not-secretary');
    const text = await presentText(product, change, meeting);
    const present = { hash: textHash(text) };
    const approved = approve(meeting, shown, present, who.person.id, wallClock(product.clock.now()));
    if (!approved.ok) return no(approved.no);
    const comments = commentsLeft(product, meeting);
    const reading = { ...shown, meeting: meetingId, person: who.person.id };
    if (isLong(text, comments) && !(await hasRead(change, reading, pagesRead(text, comments).length))) return no('unread');
    await change.save(approved.value);
    if (meeting.secretary) await takeBackReminders(change, meeting.id, meeting.secretary.person, againOf(meeting));
    await commentsSeen(product, change, meeting);
    await fileDocument(product, change, approved.value, 'motesanteckningar', await presentText(product, change, approved.value));
    await showMinutes(product, change, approved.value, figures, who.cause);
    await showAgenda(product, change, approved.value, figures, who.cause);
    return yes(approved.value);
  });
}
