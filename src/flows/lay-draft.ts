/** The draft as a document in the library of drafts, so that it can be read in Word; taken away when the minutes have been filed. */
import { forumOf } from '../domain/agreement.ts';
import { withoutComments } from '../domain/comments.ts';
import { draftPath, HANDLINGSTYPER } from '../domain/filing.ts';
import { type Meeting, reachedStage } from '../domain/meeting.ts';
import { editionOf } from '../domain/reopen.ts';
import { DRAFT_DAYS } from '../domain/retention.ts';
import { purgeDraftStep } from '../domain/steps.ts';
import type { Change, Columns } from '../ports.ts';
import { handMadeCopies } from './hand-made-draft.ts';
import type { Product } from './product.ts';

export interface DraftPayload {
  meeting: string;
  version: number;
}

export interface DiscardPayload {
  meeting: string;
  path: string;
}

/** Ours: one document, laid anew at each change; a change that has not been laid gives way to the next. */
export async function layDraft(change: Change, { id, version }: Meeting): Promise<void> {
  const lane = `draft/${id}`;
  const payload: DraftPayload = { meeting: id, version };
  await change.supersede(lane, `draft/${id}/`);
  await change.enqueue({ idemKey: `draft/${id}/${version}`, kind: 'draft', lane, payload });
}

export function draftColumns({ agreement }: Product, meeting: Meeting, title: string): Columns {
  return {
    Title: title,
    Forum: forumOf(agreement, meeting.forum).name,
    Motesdatum: `${meeting.start.slice(0, 10)}T12:00:00Z`,
    Handlingstyp: HANDLINGSTYPER.motesanteckningar.name,
    Status: 'Utkast',
    Version: String(editionOf(meeting)),
  };
}

/** The minutes lie filed: their draft is taken away by the rule of `retention.ts`. */
export async function planPurge({ clock }: Product, change: Change, { id, forum }: Meeting): Promise<void> {
  await change.planSteps(id, forum, [purgeDraftStep(clock.now().toPlainDate(), DRAFT_DAYS)]);
}

/** Every edition's draft, what people made of them by hand, and the comments on it; one that is being written on again stays. */
export async function discardDrafts(change: Change, meeting: Meeting, cause: string): Promise<void> {
  if (!reachedStage(meeting, 'filed')) return;
  const drafts = Array.from({ length: editionOf(meeting) }, (_, n) => draftPath(meeting, n + 1));
  for (const path of [...drafts, ...(await handMadeCopies(change, meeting.id))]) {
    const payload: DiscardPayload = { meeting: meeting.id, path };
    await change.enqueue({ idemKey: `discard/${path}/${cause}`, kind: 'discard', lane: `draft/${meeting.id}`, payload });
  }
  const { draftUrl: _, ...without } = withoutComments(meeting);
  await change.save(without);
}
